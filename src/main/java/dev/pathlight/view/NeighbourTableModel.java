package dev.pathlight.view;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText;
import dev.pathlight.live.classic.Neighbours;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.wire.NeighbourRow;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The neighbour (ARP and ND) table of one namespace. */
public final class NeighbourTableModel extends SpaceTable<NeighbourTableModel.Shown, NeighbourTableModel.Row> {
    private static final int NOARP = 0x40;

    /** One row; its state changes under the eye. */
    public static final class Row {
        public final String address;
        public final String device;
        public final String mac;
        private final NetOp.DeleteNeighbour forgetting;
        private final StringProperty state = new SimpleStringProperty("");
        private final BooleanProperty used = new SimpleBooleanProperty();

        private Row(Shown from) {
            address = from.row().address().toString();
            device = from.device();
            mac = from.row().mac().map(Mac::toString).orElse("");
            forgetting = new NetOp.DeleteNeighbour(
                    from.space(),
                    from.row().index(),
                    new IfName(from.device()),
                    from.row().address());
        }

        /** As {@code ip neigh} writes it: REACHABLE, STALE … */
        public StringProperty state() {
            return state;
        }

        public BooleanProperty used() {
            return used;
        }
    }

    record Shown(SpaceId space, NeighbourRow row, String device) {}

    private Consumer<NetOp.DeleteNeighbour> forget = op -> {};

    /** Who has the kernel forget a neighbour. */
    void forgetting(Consumer<NetOp.DeleteNeighbour> by) {
        forget = by;
    }

    /** Has the running kernel forget it, as {@code arp -d}: the next packet to it asks first. */
    public void forget(Row row) {
        forget.accept(row.forgetting);
    }

    NeighbourTableModel() {
        super(s -> List.of(s.space(), s.row().address(), s.device(), s.row().mac()), Row::new);
    }

    @Override
    void show(Glance next) {
        // In step with the routes: the two are read together.
        choice().show(next, d -> d.kind() == Decision.Kind.NEIGHBOUR || RouteTableModel.isRoute(d.kind()));
        fill();
    }

    @Override
    void fill() {
        List<Shown> now =
                choice().state().stream().flatMap(s -> shown(s).stream()).toList();
        List<String> deciding = choice().decisions(d -> d.kind() == Decision.Kind.NEIGHBOUR);
        held().set(now, (row, value) -> {
            row.state.set(stateName(value.row().state()));
            // The state may have changed since the hop: the row is the address and the device.
            String start = row.address + " dev " + row.device;
            row.used.set(deciding.stream().anyMatch(d -> d.equals(start) || d.startsWith(start + " ")));
        });
        classic()
                .show(
                        choice().state().map(SpaceState::id),
                        () -> texts(choice().state().get()),
                        text -> deciding.stream().anyMatch(d -> ClassicModel.sameEntry(d, text)));
    }

    private static List<ClassicText> texts(SpaceState space) {
        return List.of(Neighbours.ipNeigh(space), Neighbours.arp(space));
    }

    private List<Shown> shown(SpaceState space) {
        return space.neighbours().stream()
                .filter(n -> (n.state() & NOARP) == 0)
                .filter(n -> IfName.problem(space.nameOf(n.index())).isEmpty())
                .map(n -> new Shown(space.id(), n, space.nameOf(n.index())))
                .toList();
    }

    /** NUD_* of {@code linux/neighbour.h}. */
    static String stateName(int state) {
        return switch (state) {
            case 0 -> "NONE";
            case 1 -> "INCOMPLETE";
            case 2 -> "REACHABLE";
            case 4 -> "STALE";
            case 8 -> "DELAY";
            case 0x10 -> "PROBE";
            case 0x20 -> "FAILED";
            case 0x80 -> "PERMANENT";
            default -> "0x" + Integer.toHexString(state);
        };
    }
}
