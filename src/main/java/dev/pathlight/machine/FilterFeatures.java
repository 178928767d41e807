package dev.pathlight.machine;

import dev.pathlight.plan.FilterChain;
import dev.pathlight.plan.FilterRule;
import dev.pathlight.plan.NetOp;

/** Which part of netfilter a kernel lacks, by how it refuses. */
final class FilterFeatures {
    private static final int ENOENT = 2;
    private static final int EPROTONOSUPPORT = 93;
    private static final int EOPNOTSUPP = 95;

    private FilterFeatures() {}

    /** "" when the errno speaks of something else. */
    static String missing(NetOp op, int errno) {
        return switch (errno) {
            case EPROTONOSUPPORT -> "this kernel has no netfilter (CONFIG_NETFILTER_NETLINK)";
            case EOPNOTSUPP ->
                op instanceof NetOp.AddFilterTable
                        ? "this kernel has no nftables for IPv4 and IPv6 together (CONFIG_NF_TABLES_INET)"
                        : "this kernel does not support it";
            case ENOENT -> part(op);
            default -> "";
        };
    }

    /** What a chain or rule refers to and is not there is an extension: its table was made before. */
    private static String part(NetOp op) {
        return switch (op) {
            case NetOp.AddFilterChain c
            when c.chain().type() == FilterChain.Type.NAT ->
                "this kernel's nftables translates no addresses (CONFIG_NFT_NAT)";
            case NetOp.AddFilterRule r -> "this kernel's nftables lacks " + extensions(r.rule());
            default -> "";
        };
    }

    private static String extensions(FilterRule rule) {
        return switch (rule.action()) {
            case FilterRule.Action.Masquerade a -> "masquerading (CONFIG_NFT_MASQ), or a match of the rule";
            case FilterRule.Action.Redirect a -> "NAT (CONFIG_NFT_NAT), or a match of the rule (CONFIG_NFT_FIB_INET)";
            case FilterRule.Action.Reject a -> "rejecting (CONFIG_NFT_REJECT_INET), or a match of the rule";
            default -> "a match of the rule (CONFIG_NFT_CT, CONFIG_NFT_LIMIT)";
        };
    }
}
