package dev.pathlight.view;

import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/**
 * Plays journeys at a human pace, whatever the real microseconds. A pure clock: {@link #advance} is told how much time went
 * by, and everything else follows from its position.
 */
public final class Playback {
    public static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);
    /** From one hop to the next at speed 1. */
    public static final double SECONDS_PER_STEP = 0.9;
    /** Of a step's time, the part in which the packet rests at the hop so that its row can be read. */
    private static final double REST = 0.4;

    private final ReadOnlyObjectWrapper<Optional<Moment>> moment = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Dot>> dots = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Set<String>> visited = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<List<Moment>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper();
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final BooleanProperty loop = new SimpleBooleanProperty();
    private final BooleanProperty still = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final List<Journey> queue = new ArrayList<>();
    /** Those played before the one that plays, the last one last: steps go back to them. */
    private final List<Journey> before = new ArrayList<>();

    private Optional<Itinerary> itinerary = Optional.empty();
    private double lingered;

    /** Plays {@code journey} from its first hop; what was queued is forgotten. */
    public void play(Journey journey) {
        queue.clear();
        before.clear();
        begin(journey, true);
    }

    /** Plays {@code journey} after those before it; at once when nothing plays. */
    public void enqueue(Journey journey) {
        if (itinerary.isPresent() && (playing.get() || !queue.isEmpty() || !atEnd())) {
            queue.add(journey);
        } else {
            itinerary.ifPresent(i -> before.add(i.journey()));
            begin(journey, true);
        }
    }

    /**
     * More is known of a journey, or better: if it is the one that plays, it goes on from where it is; if it was played to
     * its end, it is not played again; if it waits, it is played as it is known now.
     */
    public void update(Journey journey) {
        queue.replaceAll(waiting -> waiting.id() == journey.id() ? journey : waiting);
        before.replaceAll(played -> played.id() == journey.id() ? journey : played);
        if (itinerary.map(i -> i.journey().id() == journey.id()).orElse(false)) {
            itinerary = Optional.of(new Itinerary(journey)).filter(i -> i.size() > 0);
            showSteps();
            seek(over.get() ? last() : Math.min(position.get(), last()));
        }
    }

    /** {@code part} turned out to be a part of {@code whole}: that is played instead, on from where the packet is. */
    void joined(Journey part, Journey whole) {
        queue.removeIf(waiting -> waiting.id() == part.id());
        before.removeIf(played -> played.id() == part.id());
        if (itinerary.filter(i -> i.journey().id() == part.id()).isPresent()) {
            Itinerary next = new Itinerary(whole);
            int shift = next.stepAt(part.startNanos());
            double at = over.get() ? next.size() - 1 : position.get() + shift;
            itinerary = Optional.of(next).filter(i -> i.size() > 0);
            showSteps();
            seek(Math.min(at, last()));
        }
    }

    /** Nothing plays. */
    public void clear() {
        queue.clear();
        before.clear();
        itinerary = Optional.empty();
        over.set(false);
        playing.set(false);
        showSteps();
        seek(0);
    }

    private void begin(Journey journey, boolean play) {
        itinerary = Optional.of(new Itinerary(journey)).filter(i -> i.size() > 0);
        lingered = 0;
        over.set(false);
        showSteps();
        seek(0);
        playing.set(play && itinerary.isPresent());
    }

    private void showSteps() {
        steps.set(itinerary.map(Itinerary::moments).orElse(List.of()));
    }

    /** Lets {@code seconds} of real time go by. */
    public void advance(double seconds) {
        if (!playing.get() || itinerary.isEmpty()) {
            return;
        }
        double to = position.get() + seconds * speed.get() / SECONDS_PER_STEP;
        if (to < last()) {
            lingered = 0;
            seek(to);
            return;
        }
        seek(last());
        // The last hop gets as long a look as the others before what is next.
        lingered += Math.min(seconds * speed.get(), (to - last()) * SECONDS_PER_STEP);
        if (lingered >= SECONDS_PER_STEP) {
            next();
        }
    }

    private void next() {
        if (!queue.isEmpty()) {
            following(true);
        } else if (loop.get()) {
            lingered = 0;
            seek(0);
        } else {
            over.set(true);
            playing.set(false);
        }
    }

    /** Plays on, or pauses; at the end, plays again from the first hop. */
    public void toggle() {
        if (itinerary.isEmpty()) {
            return;
        }
        if (!playing.get() && atEnd()) {
            lingered = 0;
            over.set(false);
            if (queue.isEmpty()) {
                seek(0);
            }
        }
        playing.set(!playing.get());
    }

    /** Pauses at the next hop; after the last, at the first hop of the journey that follows. */
    public void forward() {
        if (atEnd() && !queue.isEmpty()) {
            following(false);
        } else {
            go((int) Math.floor(position.get()) + 1);
        }
    }

    private void following(boolean play) {
        itinerary.ifPresent(i -> before.add(i.journey()));
        begin(queue.removeFirst(), play);
    }

    /**
     * Pauses at the hop before; between two hops, at the one it came from; before the first, at the last hop of the journey
     * that was played before.
     */
    public void back() {
        if (position.get() <= 0 && !before.isEmpty()) {
            itinerary.ifPresent(i -> queue.addFirst(i.journey()));
            begin(before.removeLast(), false);
            seek(last());
            return;
        }
        go((int) Math.ceil(position.get()) - 1);
    }

    /** Pauses at hop {@code step}, kept within the journey. */
    public void go(int step) {
        playing.set(false);
        lingered = 0;
        over.set(false);
        seek(Math.clamp(step, 0, Math.max(0, last())));
    }

    /** The next faster or slower of the speeds there are. */
    public void changeSpeed(int by) {
        int at = Math.max(0, SPEEDS.indexOf(speed.get()));
        speed.set(SPEEDS.get(Math.clamp(at + by, 0, SPEEDS.size() - 1)));
    }

    private void seek(double to) {
        position.set(to);
        int step = (int) Math.floor(to);
        double rest = still.get() ? 0 : (to - step - REST) / (1 - REST);
        Optional<Moment> now = itinerary.map(i -> i.moment(step));
        if (!now.equals(moment.get())) {
            visited.set(itinerary.map(i -> i.visited(step)).orElse(Set.of()));
            moment.set(now);
        }
        dots.set(itinerary.map(i -> i.dots(step, ease(Math.max(0, rest)))).orElse(List.of()));
    }

    /** Slow at both ends, so that the eye sees where it leaves and where it arrives. */
    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    private int last() {
        return itinerary.map(i -> i.size() - 1).orElse(0);
    }

    /** True when the last hop of the journey is reached. */
    public boolean atEnd() {
        return position.get() >= last();
    }

    /** True at the first hop of the first journey that is at hand. */
    boolean atStart() {
        return position.get() <= 0 && before.isEmpty();
    }

    /** Those still to come, in order. */
    public List<Journey> queued() {
        return Collections.unmodifiableList(new ArrayList<>(queue));
    }

    /** The hop the packet is at, or has left last; empty when nothing plays. */
    public ReadOnlyObjectProperty<Optional<Moment>> moment() {
        return moment.getReadOnlyProperty();
    }

    /** All steps of the journey that plays. */
    public ReadOnlyObjectProperty<List<Moment>> steps() {
        return steps.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Dot>> dots() {
        return dots.getReadOnlyProperty();
    }

    /** Paths of the interfaces visited so far. */
    public ReadOnlyObjectProperty<Set<String>> visited() {
        return visited.getReadOnlyProperty();
    }

    /** In steps, from 0; 1.5 is half-way between the second and third hop. */
    public ReadOnlyDoubleProperty position() {
        return position.getReadOnlyProperty();
    }

    public BooleanProperty playing() {
        return playing;
    }

    /** True once it was played to its end, until somebody turns to a hop. */
    ReadOnlyBooleanProperty over() {
        return over.getReadOnlyProperty();
    }

    public BooleanProperty loop() {
        return loop;
    }

    /** Whether packets jump from hop to hop instead of gliding. */
    public BooleanProperty still() {
        return still;
    }

    public DoubleProperty speed() {
        return speed;
    }
}
