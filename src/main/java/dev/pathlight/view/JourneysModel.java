package dev.pathlight.view;

import dev.pathlight.trace.Chatter;
import dev.pathlight.trace.Journey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The journeys seen, newest last by when they began. What kernels say by themselves is folded away, and counted. Keeps the last 2,000; those
 * let go before are counted too, by their ids, which are given without gaps from 1.
 */
public final class JourneysModel {
    static final int LIMIT = 2_000;

    /** How a journey ended, as the list says it. */
    public enum Ending {
        UNDER_WAY,
        DELIVERED,
        LOST,
        FLOODED,
        AMBIGUOUS
    }

    /**
     * One line of the list.
     *
     * @param startNanos of its first sighting, ns since 1970: what the list is ordered by
     */
    public record Line(long id, long startNanos, String protocol, String what, int hops, Ending ending) {
        private static final Comparator<Line> ORDER =
                Comparator.comparingLong(Line::startNanos).thenComparingLong(Line::id);

        private static Line of(Journey j) {
            return new Line(
                    j.id(), j.startNanos(), j.protocol(), j.what(), j.hops().size(), ending(j));
        }

        private static Ending ending(Journey j) {
            if (!j.settled()) {
                return Ending.UNDER_WAY;
            }
            return switch (j.outcome()) {
                case DELIVERED -> Ending.DELIVERED;
                case LOST -> Ending.LOST;
                case FLOODED -> Ending.FLOODED;
                case AMBIGUOUS -> Ending.AMBIGUOUS;
            };
        }
    }

    private final TreeMap<Long, Journey> all = new TreeMap<>();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final BooleanProperty fold = new SimpleBooleanProperty(true);
    private final ReadOnlyIntegerWrapper folded = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper ambiguous = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper dropped = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper letGo = new ReadOnlyLongWrapper();
    private final ObjectProperty<Optional<Line>> chosen = new SimpleObjectProperty<>(Optional.empty());

    JourneysModel() {
        fold.addListener(o -> refill());
    }

    /** Takes in a journey, or what more is known of it: it replaces what was told under its id. */
    void add(Journey journey) {
        if (journey.id() <= letGo.get()) {
            return;
        }
        Optional<Journey> before = Optional.ofNullable(all.put(journey.id(), journey));
        boolean chatter = Chatter.is(journey);
        int less = before.filter(Chatter::is).isPresent() ? 1 : 0;
        folded.set(folded.get() + (chatter ? 1 : 0) - less);
        if (!chatter || !fold.get()) {
            place(Line.of(journey));
        } else if (before.isPresent()) {
            remove(journey.id());
        }
        if (all.size() > LIMIT) {
            letGo(all.pollFirstEntry().getValue());
        }
    }

    private void letGo(Journey oldest) {
        letGo.set(oldest.id());
        if (Chatter.is(oldest)) {
            folded.set(folded.get() - 1);
        }
        remove(oldest.id());
        chosen.get().filter(c -> c.id() == oldest.id()).ifPresent(c -> chosen.set(Optional.empty()));
    }

    private void remove(long id) {
        int at = indexOf(id);
        if (at >= 0) {
            lines.remove(at);
        }
    }

    private int indexOf(long id) {
        int at = lines.size() - 1;
        while (at >= 0 && lines.get(at).id() != id) {
            at--;
        }
        return at;
    }

    /** A journey turned out to be a part of another one. */
    void withdraw(long id) {
        Optional.ofNullable(all.remove(id)).ifPresent(gone -> {
            folded.set(folded.get() - (Chatter.is(gone) ? 1 : 0));
            remove(id);
            chosen.set(chosen.get().filter(c -> c.id() != id));
        });
    }

    /** A capture that comes late may show a packet to be older than those told before it. */
    private void place(Line line) {
        int was = indexOf(line.id());
        if (was < 0 || Line.ORDER.compare(lines.get(was), line) != 0) {
            remove(line.id());
            int at = lines.size();
            while (at > 0 && Line.ORDER.compare(lines.get(at - 1), line) > 0) {
                at--;
            }
            lines.add(at, line);
        } else if (!lines.get(was).equals(line)) {
            lines.set(was, line);
        }
        chosen.get().filter(c -> c.id() == line.id()).ifPresent(c -> chosen.set(Optional.of(line)));
    }

    private void refill() {
        lines.setAll(all.values().stream()
                .filter(j -> !fold.get() || !Chatter.is(j))
                .map(Line::of)
                .sorted(Line.ORDER)
                .toList());
    }

    void count(long ambiguousSoFar, long droppedSoFar) {
        ambiguous.set(ambiguousSoFar);
        dropped.set(droppedSoFar);
    }

    void clear() {
        all.clear();
        lines.clear();
        folded.set(0);
        letGo.set(0);
        count(0, 0);
        chosen.set(Optional.empty());
    }

    Optional<Journey> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Those after {@code id} that somebody asked for, oldest first. */
    List<Journey> after(long id) {
        return all.tailMap(id, false).values().stream()
                .filter(j -> !Chatter.is(j))
                .sorted(Comparator.comparingLong(Journey::startNanos).thenComparingLong(Journey::id))
                .toList();
    }

    long lastId() {
        return all.isEmpty() ? 0 : all.lastKey();
    }

    void choose(long id) {
        chosen.set(find(id).map(Line::of));
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    /** Whether chatter is folded away; it is, at first. */
    public BooleanProperty fold() {
        return fold;
    }

    /** How many of the packets kept are chatter. */
    public ReadOnlyIntegerProperty folded() {
        return folded.getReadOnlyProperty();
    }

    /** How many packets, the oldest, are not kept any more. */
    public ReadOnlyLongProperty letGo() {
        return letGo.getReadOnlyProperty();
    }

    public ReadOnlyLongProperty ambiguous() {
        return ambiguous.getReadOnlyProperty();
    }

    /** Frames the captures dropped. */
    public ReadOnlyLongProperty dropped() {
        return dropped.getReadOnlyProperty();
    }

    /** The one that is played. */
    public ObjectProperty<Optional<Line>> chosen() {
        return chosen;
    }
}
