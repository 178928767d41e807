package dev.pathlight.view;

import dev.pathlight.live.SpaceState;
import dev.pathlight.trace.Decision;
import dev.pathlight.wire.NeighbourRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A namespace's neighbours as they stood when a packet was at a hop. */
final class Neighbourhood {
    private final Evidence evidence;

    Neighbourhood(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * @param nanos when the packet was there
     * @param told when {@code was} was told
     * @param was the tables told last before
     * @param soon the tables told soon after
     * @param here what decided in this namespace
     */
    List<NeighbourRow> at(long nanos, long told, SpaceState was, SpaceState soon, List<Decision> here) {
        List<NeighbourRow> rows = new ArrayList<>(was.neighbours());
        Set<NeighbourRow> known = Set.copyOf(was.neighbours());
        for (NeighbourRow row : soon.neighbours()) {
            boolean news = !known.contains(row);
            if (news && (isNamed(row, soon, here) || stood(row, soon, told, nanos))) {
                rows.removeIf(r -> isSame(r, row));
                rows.add(row);
            }
        }
        // Who asks everybody has no address to go to, whatever was told of it before.
        rows.removeIf(r -> r.mac().isPresent() && isAskedFor(r, was, here));
        return rows;
    }

    private static boolean isSame(NeighbourRow a, NeighbourRow b) {
        return a.index() == b.index() && a.address().equals(b.address());
    }

    private static String start(NeighbourRow row, SpaceState state) {
        return row.address() + " dev " + state.nameOf(row.index());
    }

    private static boolean isNamed(NeighbourRow row, SpaceState state, List<Decision> here) {
        Optional<String> text = row.mac().map(mac -> start(row, state) + " lladdr " + mac + " ");
        return here.stream()
                .anyMatch(d -> d.kind() == Decision.Kind.NEIGHBOUR
                        && text.filter(d.row()::startsWith).isPresent());
    }

    private static boolean isAskedFor(NeighbourRow row, SpaceState state, List<Decision> here) {
        return here.stream()
                .anyMatch(d -> d.kind() == Decision.Kind.NEIGHBOUR
                        && d.row().equals(start(row, state) + ": no entry, so ask"));
    }

    /** Had the message that taught this row come by then, too late for the tables told before? */
    private boolean stood(NeighbourRow row, SpaceState state, long told, long nanos) {
        OptionalLong taught = row.mac()
                .map(mac -> evidence.lastTaught(state.id(), state.nameOf(row.index()), row.address(), mac, nanos - 1))
                .orElse(OptionalLong.empty());
        return taught.isPresent() && taught.getAsLong() > told - TableHistory.NOTICE_DELAY_NANOS;
    }
}
