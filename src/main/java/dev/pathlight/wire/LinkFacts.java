package dev.pathlight.wire;

import java.util.Optional;

/**
 * What {@code ip -details address} tells of a link and not every kind has ({@code linux/if_link.h}).
 *
 * @param type ARPHRD_* of {@code linux/if_arp.h}: 1 Ethernet, 772 loopback
 * @param address IFLA_ADDRESS as {@code ip} prints it, whatever the type; "" for none
 * @param broadcast IFLA_BROADCAST likewise
 * @param qdisc IFLA_QDISC, the queueing discipline's name; "" when not told
 * @param group IFLA_GROUP, 0 the default one
 * @param queueLength IFLA_TXQLEN, 0 for none
 * @param hasLower IFLA_LINK was told: it stands on another link, or, where that is 0, on none ({@code tunl0@NONE})
 * @param vxlan for a VXLAN tunnel's end, its own data
 * @param hairpin for a bridge's port: a frame may leave by it that came in by it
 * @param port for a bridge's port: its part in the spanning tree
 */
public record LinkFacts(
        int type,
        String address,
        String broadcast,
        String qdisc,
        int group,
        int queueLength,
        boolean hasLower,
        Optional<VxlanRow> vxlan,
        boolean hairpin,
        PortRow port) {
    public static final LinkFacts UNKNOWN =
            new LinkFacts(1, "", "", "", 0, 0, false, Optional.empty(), false, PortRow.NONE);
}
