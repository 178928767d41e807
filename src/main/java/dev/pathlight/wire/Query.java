package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import java.util.Optional;

/** A question to a kernel, answered by {@link KernelNotice}s. */
public sealed interface Query {
    record Links() implements Query {}

    record Addresses() implements Query {}

    record Routes() implements Query {}

    record Neighbours() implements Query {}

    record MacTables() implements Query {}

    /** Forwarding and reverse path filters, of IPv4 and IPv6. */
    record Settings() implements Query {}

    /** The chains of nftables. */
    record FilterChains() implements Query {}

    /** The rules of nftables in their order, with their counters. */
    record FilterRules() implements Query {}

    /** The sets and maps of nftables, without what is in them. */
    record FilterSets() implements Query {}

    /** What is in one of them. */
    record SetElements(String family, String table, String set) implements Query {}

    /** What connection tracking knows. */
    record Connections() implements Query {}

    /**
     * Which route would the kernel take? Answered with the matching row itself (RTM_GETROUTE, RTM_F_FIB_MATCH).
     *
     * @param incoming index of the interface a forwarded packet came in by; 0 for one sent from here
     */
    record RouteLookup(IpAddress to, Optional<IpAddress> from, int incoming) implements Query {}

    /** What would the kernel send by, with what it has learned of the way: a path MTU. It is a row of no table (RTM_GETROUTE). */
    record PathLookup(IpAddress to) implements Query {}
}
