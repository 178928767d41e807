package dev.pathlight.live.classic;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the neighbours as {@code ip neigh} (iproute2 6.1) and {@code arp -n} (net-tools 2.10) print them. */
public final class Neighbours {
    private static final int NOARP = 0x40;
    private static final int PERMANENT = 0x80;

    /** NUD_VALID: permanent, reachable, probe, stale, delay. */
    private static final int VALID = 0x80 | 0x02 | 0x10 | 0x04 | 0x08;

    private Neighbours() {}

    /** {@code ip neigh}. */
    public static ClassicText ipNeigh(SpaceState state) {
        return new ClassicText(
                "ip neigh",
                state.neighbours().stream()
                        .filter(n -> n.state() != 0 && (n.state() & NOARP) == 0)
                        .map(n -> new Line(line(n, state), RowText.neighbour(n, state::nameOf)))
                        .toList());
    }

    private static String line(NeighbourRow n, SpaceState state) {
        return n.address() + " dev " + state.nameOf(n.index()) + " "
                + n.mac().map(m -> "lladdr " + m + " ").orElse("")
                + ((n.flags() & NeighbourRow.NTF_ROUTER) == 0 ? "" : "router ")
                + ((n.flags() & NeighbourRow.NTF_EXT_LEARNED) == 0 ? "" : "extern_learn ")
                + RowText.state(n.state()) + " ";
    }

    /** {@code arp -n}, which prints nothing where there is nothing. */
    public static ClassicText arp(SpaceState state) {
        List<Line> lines = new ArrayList<>();
        state.neighbours().stream()
                .filter(n -> !n.address().v6() && (n.state() & NOARP) == 0)
                .forEach(n -> lines.add(new Line(arpLine(n, state), RowText.neighbour(n, state::nameOf))));
        if (!lines.isEmpty()) {
            lines.addFirst(
                    new Line("Address                  HWtype  HWaddress           Flags Mask            Iface"));
        }
        return new ClassicText("arp -n", lines);
    }

    private static String arpLine(NeighbourRow n, SpaceState state) {
        boolean valid = (n.state() & VALID) != 0;
        String mac = valid ? n.mac().map(Object::toString).orElse("") : "(incomplete)";
        String flags = !valid ? "" : (n.state() & PERMANENT) != 0 ? "CM" : "C";
        return String.format(
                Locale.ROOT,
                "%-23s  %-8s%-20s%-6s%-15s %s",
                n.address(),
                valid ? "ether" : "",
                mac,
                flags,
                "",
                state.nameOf(n.index()));
    }
}
