package dev.pathlight.wire;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import java.util.Optional;

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
        int protocol) {}
