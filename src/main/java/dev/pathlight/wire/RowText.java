package dev.pathlight.wire;

import dev.pathlight.topology.Cidr;
import java.util.function.IntFunction;

/** Writes rows as iproute2 prints them, so that a student finds the same words in a terminal. */
public final class RowText {
    private static final String[] NEIGHBOUR_STATES = {
        "INCOMPLETE", "REACHABLE", "STALE", "DELAY", "PROBE", "FAILED", "NOARP", "PERMANENT"
    };

    private RowText() {}

    /**
     * As {@code ip route show table all}: {@code 10.1.1.0/24 dev veth0 scope link src 10.1.1.2}; the protocol and
     * IPv6's router preference are left out. {@code nameOf} names a device's index.
     */
    public static String route(RouteRow row, IntFunction<String> nameOf) {
        StringBuilder text = new StringBuilder(type(row.type())).append(destination(row.destination()));
        text.append(via(row));
        if (row.device() != 0) {
            text.append(" dev ").append(nameOf.apply(row.device()));
        }
        if (row.table() != RtNetlink.RT_TABLE_MAIN) {
            text.append(" table ").append(table(row.table()));
        }
        if (row.scope() != RtNetlink.RT_SCOPE_UNIVERSE) {
            text.append(" scope ").append(scope(row.scope()));
        }
        row.source().ifPresent(s -> text.append(" src ").append(s));
        if (row.metric() != 0 || row.destination().address().v6()) {
            text.append(" metric ").append(row.metric());
        }
        return text.toString();
    }

    /** {@code  via 10.1.1.1}, a blank in front; "" without a gateway. */
    public static String via(RouteRow row) {
        return row.gateway()
                .map(g -> " via " + (g.v6() == row.destination().address().v6() ? "" : g.v6() ? "inet6 " : "inet ") + g)
                .orElse("");
    }

    /** {@code default}, {@code 10.1.1.0/24}, or a bare address for a route to one. */
    public static String destination(Cidr to) {
        if (to.prefix() == 0) {
            return "default";
        }
        return to.prefix() == to.address().width() ? to.address().toString() : to.toString();
    }

    /** RTN_* in front of a destination, a blank behind it; "" for unicast. */
    public static String type(int type) {
        return switch (type) {
            case RtNetlink.RTN_UNICAST -> "";
            case RtNetlink.RTN_LOCAL -> "local ";
            case RtNetlink.RTN_BROADCAST -> "broadcast ";
            case RtNetlink.RTN_ANYCAST -> "anycast ";
            case RtNetlink.RTN_MULTICAST -> "multicast ";
            case RtNetlink.RTN_BLACKHOLE -> "blackhole ";
            case RtNetlink.RTN_UNREACHABLE -> "unreachable ";
            case RtNetlink.RTN_PROHIBIT -> "prohibit ";
            default -> type + " ";
        };
    }

    private static String table(int table) {
        return switch (table) {
            case RtNetlink.RT_TABLE_LOCAL -> "local";
            case RtNetlink.RT_TABLE_DEFAULT -> "default";
            default -> Integer.toUnsignedString(table);
        };
    }

    /** RT_SCOPE_* in words. */
    public static String scope(int scope) {
        return switch (scope) {
            case RtNetlink.RT_SCOPE_UNIVERSE -> "global";
            case RtNetlink.RT_SCOPE_SITE -> "site";
            case RtNetlink.RT_SCOPE_LINK -> "link";
            case RtNetlink.RT_SCOPE_HOST -> "host";
            case RtNetlink.RT_SCOPE_NOWHERE -> "nowhere";
            default -> Integer.toString(scope);
        };
    }

    /**
     * As {@code bridge fdb}: {@code 06:b5:78:d9:7b:75 dev br-veth1}, with the VLAN and {@code permanent} where they
     * apply; the bridge, which the reader is looking at, is left out.
     */
    public static String fdb(FdbRow row, IntFunction<String> nameOf) {
        return row.mac() + " dev " + nameOf.apply(row.port()) + (row.vlan() == 0 ? "" : " vlan " + row.vlan())
                + (row.local() ? " permanent" : "");
    }

    /** As {@code bridge fdb} prints a row of a tunnel's end: {@code 06:b5:… dev flannel.1 dst 172.12.1.12 self permanent}. */
    public static String tunnel(FdbRow row, IntFunction<String> nameOf) {
        return row.mac() + " dev " + nameOf.apply(row.port())
                + row.marks().to().map(t -> " dst " + t).orElse("") + " self" + (row.local() ? " permanent" : "");
    }

    /** As {@code ip neigh}: {@code 10.1.1.3 dev veth0 lladdr 06:b5:78:d9:7b:75 REACHABLE}. */
    public static String neighbour(NeighbourRow row, IntFunction<String> nameOf) {
        String address = row.mac().map(m -> " lladdr " + m).orElse("");
        return row.address() + " dev " + nameOf.apply(row.index()) + address + " " + state(row.state());
    }

    /** NUD_* of {@code linux/neighbour.h} in words: one bit, NONE for none. */
    public static String state(int state) {
        for (int bit = 0; bit < NEIGHBOUR_STATES.length; bit++) {
            if ((state & 1 << bit) != 0) {
                return NEIGHBOUR_STATES[bit];
            }
        }
        return "NONE";
    }
}
