package dev.pathlight.live.classic;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes bridges and their MAC tables as {@code brctl} prints them (bridge-utils 1.7). */
public final class Brctl {
    /** NUD_NOARP: put there by hand, and not local. */
    private static final int STATIC = 0x40;

    private static final String BELOW = "\t\t\t\t\t\t\t";

    private Brctl() {}

    /** {@code brctl show}: bridges and ports by name; nothing where there is none. */
    public static ClassicText show(SpaceState state) {
        List<Line> lines = new ArrayList<>();
        bridges(state).forEach(b -> lines.addAll(bridge(b, state)));
        if (!lines.isEmpty()) {
            lines.addFirst(new Line("bridge name\tbridge id\t\tSTP enabled\tinterfaces"));
        }
        return new ClassicText("brctl show", lines);
    }

    /** The bridges of a namespace, by name. */
    public static List<LinkRow> bridges(SpaceState state) {
        return byName(
                state.links().stream().filter(l -> l.kind().equals("bridge")).toList());
    }

    private static List<LinkRow> byName(List<LinkRow> links) {
        return links.stream().sorted(Comparator.comparing(LinkRow::name)).toList();
    }

    private static List<Line> bridge(LinkRow bridge, SpaceState state) {
        LinkRow.BridgeRow own = bridge.bridge().orElse(new LinkRow.BridgeRow("", false, 0));
        String head = bridge.name() + "\t\t" + own.id() + "\t" + (own.stp() ? "yes" : "no") + "\t\t";
        List<LinkRow> ports = byName(
                state.links().stream().filter(l -> l.master() == bridge.index()).toList());
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(head + (ports.isEmpty() ? "" : ports.getFirst().name())));
        ports.stream().skip(1).forEach(p -> lines.add(new Line(BELOW + p.name())));
        return lines;
    }

    /**
     * {@code brctl showmacs BRIDGE}: by address; a kernel with VLAN filtering holds a port's own address twice, and so it is
     * printed twice. Rows of the bridge itself, which has no port number, are not printed.
     *
     * @param nowNanos ns since 1970, for the ageing timers
     */
    public static ClassicText showMacs(SpaceState state, String bridge, long nowNanos) {
        double ageing = state.link(bridge)
                .flatMap(LinkRow::bridge)
                .map(b -> b.ageingCentiseconds() / 100.0)
                .filter(s -> s > 0)
                .orElse(Double.MAX_VALUE);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("port no\tmac addr\t\tis local?\tageing timer"));
        state.macs().stream()
                .filter(r -> r.bridge().equals(bridge) && !r.port().equals(bridge))
                .filter(r -> isFixed(r) || r.ageSeconds(nowNanos) < ageing)
                .sorted(Comparator.comparing(MacRow::mac))
                .forEach(r -> lines.add(new Line(
                        row(r, nowNanos),
                        BridgeFdb.row(r),
                        r.owner()
                                .map(o -> o.space().shortName() + " " + o.name())
                                .orElse(""))));
        return new ClassicText("brctl showmacs " + bridge, lines);
    }

    private static boolean isFixed(MacRow r) {
        return r.local() || (r.marks().state() & STATIC) != 0;
    }

    private static String row(MacRow r, long nowNanos) {
        double age = isFixed(r) ? 0 : r.ageSeconds(nowNanos);
        return String.format(
                Locale.ROOT, "%3d\t%s\t%s\t\t%7.2f", r.portNumber(), r.mac(), r.local() ? "yes" : "no", age);
    }
}
