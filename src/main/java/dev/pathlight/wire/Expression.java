package dev.pathlight.wire;

import java.util.List;
import java.util.Map;

/** Numbers in the expressions of nftables rules ({@code linux/netfilter/nf_tables.h}). */
final class Expression {
    static final int META_MARK = 3;
    static final int META_IIF = 4;
    static final int META_OIF = 5;
    static final int META_IIFNAME = 6;
    static final int META_OIFNAME = 7;
    static final int META_NFTRACE = 12;
    static final int META_NFPROTO = 15;
    static final int META_L4PROTO = 16;

    /** NFT_PAYLOAD_*. */
    static final int LINK = 0;

    static final int NETWORK = 1;
    static final int TRANSPORT = 2;

    /** NFT_CMP_*. */
    static final int EQ = 0;

    static final int NEQ = 1;

    static final int CT_STATE = 0;
    static final int CT_STATUS = 2;
    static final int CT_MARK = 3;
    /** {@code linux/netfilter/nf_conntrack_common.h}. */
    static final int IPS_DST_NAT = 0x20;

    static final int FIB_ADDRTYPE = 3;
    static final int FIB_DADDR = 2;

    static final int NAT_DNAT = 1;
    /** NF_NAT_RANGE_PROTO_SPECIFIED. */
    static final int NAT_PORT_GIVEN = 2;

    static final int REJECT_TCP_RESET = 1;
    static final int REJECT_ICMPX = 2;
    static final int ICMPX_PORT_UNREACHABLE = 1;

    private static final Map<Integer, String> PROTOCOLS = Map.of(
            1, "icmp", 6, "tcp", 17, "udp", 58, "icmpv6", 132, "sctp", 33, "dccp", 47, "gre", 50, "esp", 51, "ah");

    static final List<String> CMP = List.of("", "!= ", "< ", "<= ", "> ", ">= ");

    private Expression() {}

    static int protocol(String name) {
        return PROTOCOLS.entrySet().stream()
                .filter(e -> e.getValue().equals(name))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    static String protocol(int number) {
        return PROTOCOLS.getOrDefault(number, Integer.toString(number));
    }
}
