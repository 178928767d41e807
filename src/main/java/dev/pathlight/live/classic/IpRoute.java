package dev.pathlight.live.classic;

import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the routes of table main as {@code ip route} and {@code ip -6 route} print them (iproute2 6.1). */
public final class IpRoute {
    private static final int BOOT = 3;

    /** RTPROT_* of {@code linux/rtnetlink.h} as /etc/iproute2/rt_protos names them. */
    private static final Map<Integer, String> PROTOCOLS = Map.ofEntries(
            Map.entry(0, "unspec"),
            Map.entry(1, "redirect"),
            Map.entry(2, "kernel"),
            Map.entry(4, "static"),
            Map.entry(8, "gated"),
            Map.entry(9, "ra"),
            Map.entry(10, "mrt"),
            Map.entry(11, "zebra"),
            Map.entry(12, "bird"),
            Map.entry(13, "dnrouted"),
            Map.entry(14, "xorp"),
            Map.entry(15, "ntk"),
            Map.entry(16, "dhcp"),
            Map.entry(18, "keepalived"),
            Map.entry(42, "babel"),
            Map.entry(186, "bgp"),
            Map.entry(187, "isis"),
            Map.entry(188, "ospf"),
            Map.entry(189, "rip"),
            Map.entry(192, "eigrp"));

    /** RTAX_* that are plain numbers. */
    private static final Map<Integer, String> METRICS = Map.of(
            2, "mtu",
            3, "window",
            6, "ssthresh",
            7, "cwnd",
            8, "advmss",
            9, "reordering",
            10, "hoplimit",
            11, "initcwnd",
            14, "initrwnd",
            15, "quickack");

    /** RTNH_F_*, in the order in which they are printed. */
    private static final List<Map.Entry<Integer, String>> FLAGS = List.of(
            Map.entry(1, "dead "), Map.entry(4, "onlink "), Map.entry(2, "pervasive "), Map.entry(16, "linkdown "));

    private IpRoute() {}

    /** {@code ip route}. */
    public static ClassicText v4(SpaceState state) {
        return new ClassicText("ip route", lines(state, false));
    }

    /** {@code ip -6 route}. */
    public static ClassicText v6(SpaceState state) {
        return new ClassicText("ip -6 route", lines(state, true));
    }

    private static List<Line> lines(SpaceState state, boolean v6) {
        List<Line> lines = new ArrayList<>();
        for (RouteRow r : state.routes()) {
            if (r.table() != RouteN.MAIN || r.destination().address().v6() != v6) {
                continue;
            }
            String row = RowText.route(r, state::nameOf);
            if (r.facts().weight() == 0) {
                lines.add(new Line(head(r, hop(r, state), flags(r)), row));
            } else {
                if (r.facts().place() == 0) {
                    lines.add(new Line(head(r, "", "")));
                }
                lines.add(new Line(nextHop(r, state), row));
            }
        }
        return lines;
    }

    private static String hop(RouteRow r, SpaceState state) {
        String via = RowText.via(r);
        return (via.isEmpty() ? "" : via.substring(1) + " ")
                + (r.device() == 0 ? "" : "dev " + state.nameOf(r.device()) + " ");
    }

    private static String nextHop(RouteRow r, SpaceState state) {
        return "\tnexthop " + hop(r, state) + "weight " + r.facts().weight() + " " + flags(r);
    }

    private static String head(RouteRow r, String hop, String flags) {
        return RowText.type(r.type())
                + RowText.destination(r.destination())
                + " "
                + hop
                + (r.protocol() == BOOT ? "" : "proto " + protocol(r.protocol()) + " ")
                + (r.scope() == 0 ? "" : "scope " + RowText.scope(r.scope()) + " ")
                + r.source().map(s -> "src " + s + " ").orElse("")
                + (r.metric() == 0 ? "" : "metric " + r.metric() + " ")
                + flags
                + metrics(r)
                + preference(r);
    }

    private static String protocol(int protocol) {
        return PROTOCOLS.getOrDefault(protocol, Integer.toString(protocol));
    }

    private static String flags(RouteRow r) {
        return FLAGS.stream()
                .filter(f -> (r.facts().flags() & f.getKey()) != 0)
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }

    private static String metrics(RouteRow r) {
        return r.facts().metrics().entrySet().stream()
                .filter(m -> METRICS.containsKey(m.getKey()))
                .map(m -> METRICS.get(m.getKey()) + " " + Integer.toUnsignedString(m.getValue()) + " ")
                .collect(Collectors.joining());
    }

    private static String preference(RouteRow r) {
        if (r.facts().preference().isEmpty()) {
            return "";
        }
        return switch (r.facts().preference().getAsInt()) {
            case 0 -> "pref medium";
            case 1 -> "pref high";
            case 3 -> "pref low";
            default -> "pref " + r.facts().preference().getAsInt();
        };
    }
}
