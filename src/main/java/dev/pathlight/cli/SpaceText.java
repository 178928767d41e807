package dev.pathlight.cli;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.Brctl;
import dev.pathlight.live.classic.NftRuleset;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.List;

/** Writes the tables of one namespace in iproute2's words. */
final class SpaceText {
    /** RT_TABLE_LOCAL of linux/rtnetlink.h: addresses said once more. */
    private static final int TABLE_LOCAL = 255;

    private SpaceText() {}

    static List<String> of(SpaceState state, Listening listening, long nowNanos) {
        List<String> lines = new ArrayList<>();
        lines.add("== " + state.id());
        lines.add("links");
        state.links().forEach(l -> lines.add("  " + link(l, state)));
        lines.add("addresses");
        state.addresses().forEach(a -> lines.add("  " + a.address() + " dev " + state.nameOf(a.index())));
        lines.add("routes");
        state.routes().stream()
                .filter(SpaceText::isMain)
                .forEach(r -> lines.add("  " + RowText.route(r, state::nameOf)));
        lines.add("neighbours");
        state.neighbours().forEach(n -> lines.add("  " + RowText.neighbour(n, state::nameOf)));
        for (LinkRow bridge : Brctl.bridges(state)) {
            lines.add("MAC table of " + bridge.name());
            Brctl.showMacs(state, bridge.name(), nowNanos).lines().forEach(l -> lines.add("  " + l.noted()));
        }
        if (!listening.at(state.id()).isEmpty()) {
            lines.add("listeners");
            listening.at(state.id()).forEach(l -> lines.add("  " + Listening.text(l)));
        }
        for (ChainRow chain : state.filters().chains()) {
            lines.add("chain " + chain.family() + " " + chain.table() + " " + chain.name()
                    + chain.base()
                            .map(b -> ": " + NftRuleset.base(chain.family(), b))
                            .orElse(""));
            state.filters().rulesOf(chain).forEach(r -> lines.add("  " + r.counted()));
        }
        if (!state.filters().connections().isEmpty()) {
            lines.add("connections");
            state.filters().connections().forEach(c -> lines.add("  " + c.listed(nowNanos)));
        }
        lines.add("");
        return lines;
    }

    private static boolean isMain(RouteRow route) {
        return route.table() != TABLE_LOCAL;
    }

    private static String link(LinkRow l, SpaceState state) {
        return "%d: %s%s %s mtu %d%s%s"
                .formatted(
                        l.index(),
                        l.name(),
                        l.kind().isEmpty() ? "" : " " + l.kind(),
                        l.isUp() ? "up" : "down",
                        l.mtu(),
                        l.mac().map(m -> " " + m).orElse(""),
                        l.master() == 0 ? "" : " master " + state.nameOf(l.master()));
    }
}
