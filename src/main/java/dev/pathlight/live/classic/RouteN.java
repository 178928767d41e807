package dev.pathlight.live.classic;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the IPv4 routes of table main as {@code route -n} prints them (net-tools 2.10). */
public final class RouteN {
    static final int MAIN = 254;
    private static final int BROADCAST = 3;
    private static final int MULTICAST = 5;
    private static final int UNREACHABLE = 7;
    private static final int PROHIBIT = 8;

    private RouteN() {}

    public static ClassicText of(SpaceState state) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Kernel IP routing table"));
        lines.add(new Line("Destination     Gateway         Genmask         Flags Metric Ref    Use Iface"));
        state.routes().stream()
                .filter(RouteN::isShown)
                .forEach(r -> lines.add(new Line(line(r, state), RowText.route(r, state::nameOf))));
        return new ClassicText("route -n", lines);
    }

    /** Of a route with several next hops only the first is shown (/proc/net/route). */
    private static boolean isShown(RouteRow r) {
        return !r.destination().address().v6()
                && r.table() == MAIN
                && r.type() != BROADCAST
                && r.type() != MULTICAST
                && r.facts().place() == 0;
    }

    private static String line(RouteRow r, SpaceState state) {
        int prefix = r.destination().prefix();
        IpAddress mask = new IpAddress(false, 0, 0xffff_ffffL & -1L << 32 - prefix);
        boolean refuses = r.type() == UNREACHABLE || r.type() == PROHIBIT;
        String flags = (refuses ? "!" : "U") + (r.gateway().isPresent() ? "G" : "") + (prefix == 32 ? "H" : "");
        if (refuses) {
            return String.format(
                    Locale.ROOT,
                    "%-15s -               %-15s %-5s %-6d -  %7d -",
                    r.destination().address(),
                    mask,
                    flags,
                    (int) r.metric(),
                    0);
        }
        String gateway =
                r.gateway().filter(g -> !g.v6()).map(IpAddress::toString).orElse("0.0.0.0");
        return String.format(
                Locale.ROOT,
                "%-15s %-15s %-15s %-5s %-6d %-2d %7d %s",
                r.destination().address(),
                gateway,
                mask,
                flags,
                (int) r.metric(),
                0,
                0,
                r.device() == 0 ? "*" : state.nameOf(r.device()));
    }
}
