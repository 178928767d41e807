package dev.pathlight.cli;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.SpaceState;
import java.util.ArrayList;
import java.util.List;

/** Writes a bridge's MAC table as {@code brctl showmacs} prints it, with whose each address is beside it. */
final class MacTableText {
    private MacTableText() {}

    static List<String> of(SpaceState state, String bridge, long nowNanos) {
        List<String> lines = new ArrayList<>();
        lines.add("port no  mac addr           is local?  ageing timer");
        for (MacRow row : state.macs()) {
            if (row.bridge().equals(bridge)) {
                lines.add("%7d  %s  %-9s  %12.2f%s"
                        .formatted(
                                row.portNumber(),
                                row.mac(),
                                row.local() ? "yes" : "no",
                                row.ageSeconds(nowNanos),
                                row.owner().map(o -> "  # " + o).orElse("")));
            }
        }
        return lines;
    }

    static List<String> bridges(SpaceState state) {
        return state.macs().stream().map(MacRow::bridge).distinct().toList();
    }
}
