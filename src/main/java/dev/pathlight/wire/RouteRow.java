package dev.pathlight.wire;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A route as the kernel lists it (RTM_NEWROUTE, {@code linux/rtnetlink.h}).
 *
 * @param destination prefix length 0 is the default route
 * @param device outgoing interface's index, 0 for none
 * @param table RT_TABLE_*: 254 main, 255 local
 * @param type RTN_*: 1 unicast, 2 local, 3 broadcast, 5 multicast, 6 blackhole, 7 unreachable, 8 prohibit
 * @param scope RT_SCOPE_*: 0 universe, 253 link, 254 host
 * @param protocol RTPROT_*: 2 kernel, 3 boot, 4 static
 * @param metric 0..4294967295
 * @param facts what only a listing of routes tells
 */
public record RouteRow(
        Cidr destination,
        Optional<IpAddress> gateway,
        int device,
        Optional<IpAddress> source,
        long metric,
        int table,
        int type,
        int scope,
        int protocol,
        Facts facts) {
    /** One of which no more is known. */
    public RouteRow(
            Cidr destination,
            Optional<IpAddress> gateway,
            int device,
            Optional<IpAddress> source,
            long metric,
            int table,
            int type,
            int scope,
            int protocol) {
        this(destination, gateway, device, source, metric, table, type, scope, protocol, Facts.NONE);
    }

    /** The same row in another table. */
    public RouteRow inTable(int other) {
        return new RouteRow(destination, gateway, device, source, metric, other, type, scope, protocol, facts);
    }

    /** The same row, with nothing that another answer of the kernel might tell otherwise. */
    public RouteRow bare() {
        return new RouteRow(destination, gateway, device, source, metric, table, type, scope, protocol);
    }

    /**
     * What {@code ip route} tells beside.
     *
     * @param flags RTNH_F_*: 1 dead, 4 onlink, 16 linkdown
     * @param weight of one next hop among several, from 1; 0 when it is the only one
     * @param place of one next hop among several, from 0; 0 when it is the only one
     * @param preference RTA_PREF, of an IPv6 router: 0 medium, 1 high, 3 low
     * @param metrics RTAX_*: 2 MTU …
     */
    public record Facts(int flags, int weight, int place, OptionalInt preference, SortedMap<Integer, Integer> metrics) {
        public static final Facts NONE = new Facts(0, 0, 0, OptionalInt.empty(), Collections.emptySortedMap());

        public Facts {
            metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        }
    }
}
