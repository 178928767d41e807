package dev.pathlight.live.classic;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.wire.ChainRow;
import dev.pathlight.wire.RuleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes chains and rules as {@code nft list ruleset} prints them (nftables 1.0.6). Left out are our own table, by which
 * packets are followed, tables without a chain, the definitions of sets that have names, comments and devices of chains.
 */
public final class NftRuleset {
    /** Farther from a priority that has a name, the number is printed. */
    private static final int NEAR = 10;

    private NftRuleset() {}

    public static ClassicText of(SpaceState state) {
        List<Line> lines = new ArrayList<>();
        Optional<String> table = Optional.empty();
        for (ChainRow chain : state.filters().chains()) {
            String head = "table " + chain.family() + " " + chain.table() + " {";
            if (!table.equals(Optional.of(head))) {
                table.ifPresent(t -> lines.add(new Line("}")));
                lines.add(new Line(head));
                table = Optional.of(head);
            } else {
                lines.add(new Line(""));
            }
            lines.addAll(chain(chain, state));
        }
        table.ifPresent(t -> lines.add(new Line("}")));
        return new ClassicText("nft list ruleset", lines);
    }

    private static List<Line> chain(ChainRow chain, SpaceState state) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("\tchain " + chain.name() + " {"));
        chain.base()
                .ifPresent(b -> lines.add(new Line(
                        "\t\t" + base(chain.family(), b),
                        row(chain.family() + " " + chain.table() + " " + chain.name(), policy(b)))));
        for (RuleRow r : state.filters().rulesOf(chain)) {
            lines.add(new Line("\t\t" + r.counted(), row(r.place(), r.text())));
        }
        lines.add(new Line("\t}"));
        return lines;
    }

    /** How a rule or policy is told from others: {@code inet pathlight forward: counter drop}. */
    public static String row(String place, String text) {
        return place + ": " + text;
    }

    /** How decisions name a chain's policy. */
    public static String policy(ChainRow.Base b) {
        return "type " + b.type() + " hook " + b.hook() + " policy " + (b.drops() ? "drop" : "accept");
    }

    /** What the kernel calls a chain for, and what becomes of a packet that no rule decides. */
    public static String base(String family, ChainRow.Base b) {
        return "type " + b.type() + " hook " + b.hook() + " priority " + priority(family, b) + "; policy "
                + (b.drops() ? "drop" : "accept") + ";";
    }

    /** {@code srcnat}, {@code filter + 5}, or the number. */
    private static String priority(String family, ChainRow.Base b) {
        return named(family, b.hook()).stream()
                .filter(n -> Math.abs(b.priority() - n.value) <= NEAR)
                .findFirst()
                .map(n -> n.from(b.priority()))
                .orElse(Integer.toString(b.priority()));
    }

    private record Named(String name, int value) {
        String from(int priority) {
            int more = priority - value;
            return more == 0 ? name : name + (more > 0 ? " + " : " - ") + Math.abs(more);
        }
    }

    /** The names that nft knows at a hook ({@code linux/netfilter_ipv4.h}, {@code linux/netfilter_bridge.h}). */
    private static List<Named> named(String family, String hook) {
        List<Named> names = new ArrayList<>();
        boolean bridge = family.equals("bridge");
        names.add(new Named("filter", bridge ? -200 : 0));
        if (hook.equals("prerouting")) {
            names.add(new Named("dstnat", bridge ? -300 : -100));
        }
        if (hook.equals("postrouting")) {
            names.add(new Named("srcnat", bridge ? 300 : 100));
        }
        if (bridge && hook.equals("output")) {
            names.add(new Named("out", 100));
        }
        if (!bridge && !family.equals("arp") && !family.equals("netdev")) {
            names.addAll(List.of(new Named("raw", -300), new Named("mangle", -150), new Named("security", 50)));
        }
        return names;
    }
}
