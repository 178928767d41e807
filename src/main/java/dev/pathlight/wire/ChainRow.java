package dev.pathlight.wire;

import java.util.Optional;

/**
 * A chain of nftables ({@code linux/netfilter/nf_tables.h}).
 *
 * @param family inet, ip, ip6, bridge, arp or netdev
 * @param base how the kernel calls it; empty for one that only rules jump to
 */
public record ChainRow(String family, String table, String name, Optional<Base> base) {
    /**
     * @param type filter, nat or route
     * @param hook prerouting, input, forward, output, postrouting or ingress
     * @param drops what no rule decides is dropped
     */
    public record Base(String type, String hook, int priority, boolean drops) {}
}
