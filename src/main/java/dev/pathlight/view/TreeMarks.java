package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.view.TreeMark.Kind;
import dev.pathlight.wire.LinkRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads the spanning tree off the kernel's tables: bridges on which STP runs, and their ports, by path. */
final class TreeMarks {
    /** In the order of BR_STATE_* of {@code linux/if_bridge.h}. */
    private static final List<Kind> STATES =
            List.of(Kind.DISABLED, Kind.LISTENING, Kind.LEARNING, Kind.FORWARDING, Kind.BLOCKING);

    private TreeMarks() {}

    /** @param nanos now, ns since 1970 */
    static Map<String, TreeMark> of(Snapshot tables, long nanos) {
        Map<String, TreeMark> marks = new HashMap<>();
        tables.spaces()
                .forEach((id, state) -> state.links().stream()
                        .filter(l -> l.bridge().filter(LinkRow.BridgeRow::stp).isPresent())
                        .forEach(b -> {
                            if (b.bridge().filter(LinkRow.BridgeRow::isRoot).isPresent()) {
                                marks.put(id + "/" + b.name(), new TreeMark(Kind.ROOT, 0));
                            }
                            state.links().stream()
                                    .filter(p -> p.master() == b.index())
                                    .forEach(p -> marks.put(id + "/" + p.name(), port(state, p, nanos)));
                        }));
        return Map.copyOf(marks);
    }

    static Kind state(LinkRow port) {
        return port.portState() >= 0 && port.portState() < STATES.size() ? STATES.get(port.portState()) : Kind.DISABLED;
    }

    private static TreeMark port(SpaceState state, LinkRow port, long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        long left = state.opening().getOrDefault(port.index(), nanos) - nanos;
        return new TreeMark(state(port), (int) Math.max(0, (left + second - 1) / second));
    }
}
