package dev.pathlight.view;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.Brctl;
import dev.pathlight.live.classic.BridgeFdb;
import dev.pathlight.live.classic.ClassicText;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.wire.LinkRow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The MAC table of one bridge, as {@code brctl showmacs} prints it, with whose each address is. */
public final class MacTableModel {
    /** BR_STATE_DISABLED, {@code linux/if_bridge.h}. */
    private static final int DISABLED = 0;

    /** A bridge in a namespace: whose table is shown. */
    public record BridgeId(SpaceId space, String name) {
        /** {@code br0}, or {@code ns1 br0} outside a root namespace, or {@code k8s-1 cni0} where there are several nodes. */
        public String label(boolean severalNodes) {
            return space.isRoot() && !severalNodes ? name : space.shortName() + " " + name;
        }
    }

    /** One row. Its age runs; it is {@code used} while the packet is where this row decided, {@code learned} where it was taught. */
    public static final class Row {
        public final int portNumber;
        public final String port;
        public final String mac;
        public final String owner;
        public final boolean local;
        private final StringProperty age = new SimpleStringProperty("");
        private final BooleanProperty used = new SimpleBooleanProperty();
        private final BooleanProperty learned = new SimpleBooleanProperty();

        private Row(Shown shown) {
            MacRow from = shown.row();
            portNumber = from.portNumber();
            port = from.port();
            mac = from.mac().toString();
            owner = from.owner()
                    .map(p -> Places.shortName(p, shown.severalNodes()))
                    .orElse("");
            local = from.local();
        }

        /** Seconds as brctl prints them: {@code 12.18}. */
        public StringProperty age() {
            return age;
        }

        public BooleanProperty used() {
            return used;
        }

        public BooleanProperty learned() {
            return learned;
        }
    }

    private record Shown(MacRow row, boolean severalNodes) {
        Object key() {
            return List.of(row.port(), row.mac(), row.vlan(), row.local(), row.owner(), severalNodes);
        }
    }

    private final Rows<Shown, Row> rows = new Rows<>(Shown::key, Row::new);
    private final ObservableList<BridgeId> bridges = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<BridgeId>> bridge = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty flooded = new SimpleBooleanProperty();
    private final StringProperty shut = new SimpleStringProperty("");
    private final ClassicModel classic = new ClassicModel(this::fill);
    private Glance view = Glance.NOTHING;

    MacTableModel() {
        bridge.addListener(o -> fill());
    }

    /** Shows {@code next}; turns to the bridge that decides there. */
    void show(Glance next) {
        boolean moved = !next.pointsAsBefore(view);
        view = next;
        List<BridgeId> all = next.snapshot().spaces().values().stream()
                .flatMap(s -> s.links().stream()
                        .filter(l -> l.kind().equals("bridge"))
                        .map(l -> new BridgeId(s.id(), l.name())))
                .toList();
        if (!bridges.equals(all)) {
            bridges.setAll(all);
        }
        if (moved) {
            decision()
                    .map(d -> new BridgeId(d.space(), d.table()))
                    .filter(all::contains)
                    .ifPresent(this::choose);
        }
        if (bridge.get().filter(all::contains).isEmpty()) {
            bridge.set(all.stream().findFirst());
        }
        fill();
    }

    private Optional<Decision> decision() {
        return view.decisions().stream()
                .filter(d -> d.kind() == Decision.Kind.FDB || d.kind() == Decision.Kind.FLOOD)
                .findFirst();
    }

    private void fill() {
        Optional<BridgeId> shown = bridge.get();
        Optional<SpaceState> space = shown.flatMap(b -> view.snapshot().space(b.space()));
        boolean several = view.snapshot().spaces().keySet().stream()
                        .map(SpaceId::node)
                        .distinct()
                        .count()
                > 1;
        List<Shown> now = space.stream()
                .flatMap(s -> s.macs().stream())
                .filter(r -> r.bridge().equals(shown.get().name()))
                .sorted(Comparator.comparing(MacRow::local)
                        .thenComparingInt(MacRow::portNumber)
                        .thenComparing(MacRow::mac))
                .map(r -> new Shown(r, several))
                .toList();
        List<Decision> here = view.decisions().stream()
                .filter(d -> shown.isPresent()
                        && d.space().equals(shown.get().space())
                        && d.table().equals(shown.get().name()))
                .toList();
        flooded.set(here.stream().anyMatch(d -> d.kind() == Decision.Kind.FLOOD));
        shut.set(space.map(s -> shut(s, shown.get().name())).orElse(""));
        rows.set(now, (row, value) -> mark(row, value.row(), here));
        classic.show(
                space.map(SpaceState::id),
                () -> texts(space.get(), shown.get().name()),
                text -> here.stream()
                        .anyMatch(d -> d.kind() == Decision.Kind.FDB && ClassicModel.sameEntry(d.row(), text)));
    }

    private List<ClassicText> texts(SpaceState space, String name) {
        return List.of(Brctl.showMacs(space, name, view.nanos()), Brctl.show(space), BridgeFdb.of(space));
    }

    /** The kernel disables a port that is down or has no carrier, whether or not there is a spanning tree. */
    private static String shut(SpaceState s, String bridge) {
        int master = s.link(bridge).map(LinkRow::index).orElse(-1);
        return s.links().stream()
                .filter(l -> l.master() == master && (!l.isUp() || l.portState() == DISABLED))
                .map(LinkRow::name)
                .collect(Collectors.joining(", "));
    }

    private void mark(Row row, MacRow value, List<Decision> here) {
        row.age.set(String.format(Locale.ROOT, "%.2f", value.ageSeconds(view.nanos())));
        row.used.set(here.stream()
                .anyMatch(d -> d.kind() == Decision.Kind.FDB
                        && d.row().startsWith(row.mac + " ")
                        && (" " + d.row() + " ").contains(" dev " + row.port + " ")));
        row.learned.set(!row.local && view.moment().stream().anyMatch(m -> taught(m, value)));
    }

    private boolean taught(Moment moment, MacRow row) {
        return moment.hops().stream().anyMatch(i -> {
            Hop hop = moment.journey().hops().get(i);
            PortId port = hop.port();
            return hop.direction() == Direction.IN
                    && hop.source().equals(row.mac())
                    && port.name().value().equals(row.port())
                    && bridge.get().filter(b -> b.space().equals(port.space())).isPresent();
        });
    }

    /** Shows the table of this bridge. */
    public void choose(BridgeId id) {
        bridge.set(Optional.of(id));
    }

    public ObservableList<BridgeId> bridges() {
        return bridges;
    }

    public ObjectProperty<Optional<BridgeId>> bridge() {
        return bridge;
    }

    public ObservableList<Row> rows() {
        return rows.shown();
    }

    /** The table as brctl and bridge print it. */
    public ClassicModel classic() {
        return classic;
    }

    /** True while the packet is at a bridge that has no row for it. */
    public BooleanProperty flooded() {
        return flooded;
    }

    /** The bridge's ports that are down or without carrier, which get no copy of what is flooded; "" when there are none. */
    public StringProperty shut() {
        return shut;
    }
}
