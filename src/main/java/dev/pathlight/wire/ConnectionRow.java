package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;

/**
 * A connection as a namespace's connection tracking knows it ({@code linux/netfilter/nfnetlink_conntrack.h}).
 *
 * @param id the kernel's, unique among those that are there
 * @param protocol IP protocol number
 * @param original a packet of its first direction, as it was before any translation
 * @param reply a packet of the other direction, as it comes back before its translation is undone
 * @param status IPS_* of {@code linux/netfilter/nf_conntrack_common.h}; 0 where a notice leaves it out
 */
public record ConnectionRow(int id, int protocol, Tuple original, Tuple reply, int status) {
    /**
     * What tells a direction's packets apart.
     *
     * @param fromPort source port, or ICMP's identifier; 0 for other protocols
     * @param toPort destination port, or ICMP's type
     */
    public record Tuple(IpAddress from, IpAddress to, int fromPort, int toPort) {}

    /** Whether addresses or ports are translated: the reply does not simply mirror the original. */
    public boolean isTranslated() {
        return !reply.from().equals(original.to())
                || !reply.to().equals(original.from())
                || (isIcmp()
                        ? reply.fromPort() != original.fromPort()
                        : reply.fromPort() != original.toPort() || reply.toPort() != original.fromPort());
    }

    public boolean isIcmp() {
        return protocol == 1 || protocol == 58;
    }

    /** As {@code conntrack -L} prints it, without timer, state and counters. */
    @Override
    public String toString() {
        return Expression.protocol(protocol) + " " + text(original) + " " + text(reply);
    }

    private String text(Tuple t) {
        String addresses = "src=" + t.from() + " dst=" + t.to();
        if (isIcmp()) {
            return addresses + " type=" + t.toPort() + " code=0 id=" + t.fromPort();
        }
        return t.fromPort() == 0 && t.toPort() == 0
                ? addresses
                : addresses + " sport=" + t.fromPort() + " dport=" + t.toPort();
    }
}
