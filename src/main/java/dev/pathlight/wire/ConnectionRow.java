package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import java.util.List;

/**
 * A connection as a namespace's connection tracking knows it ({@code linux/netfilter/nfnetlink_conntrack.h}).
 *
 * @param id the kernel's, unique among those that are there
 * @param protocol IP protocol number
 * @param original a packet of its first direction, as it was before any translation
 * @param reply a packet of the other direction, as it comes back before its translation is undone
 * @param status IPS_* of {@code linux/netfilter/nf_conntrack_common.h}; 0 where a notice leaves it out
 * @param standing how it stood when it was told
 */
public record ConnectionRow(int id, int protocol, Tuple original, Tuple reply, int status, Standing standing) {
    private static final long A_SECOND = 1_000_000_000;
    private static final int TCP = 6;
    private static final int SEEN_REPLY = 2;
    private static final int ASSURED = 4;
    private static final int SOURCE = 0x10;
    private static final int DESTINATION = 0x20;

    /** TCP_CONNTRACK_* of {@code linux/netfilter/nf_conntrack_tcp.h}, as conntrack and /proc name them. */
    private static final List<String> TCP_STATES = List.of(
            "NONE",
            "SYN_SENT",
            "SYN_RECV",
            "ESTABLISHED",
            "FIN_WAIT",
            "CLOSE_WAIT",
            "LAST_ACK",
            "TIME_WAIT",
            "CLOSE",
            "SYN_SENT2");

    /** Those that conntrack has a name for. */
    private static final List<Integer> KNOWN = List.of(1, TCP, 17, 33, 47, 58, 132, 136);

    /**
     * What tells a direction's packets apart.
     *
     * @param fromPort source port, or ICMP's identifier; 0 for other protocols
     * @param toPort destination port, or ICMP's type
     */
    public record Tuple(IpAddress from, IpAddress to, int fromPort, int toPort) {}

    /**
     * What changes while it lives.
     *
     * @param tcpState TCP_CONNTRACK_*; 0 for other protocols
     * @param seconds until it is forgotten unless a packet comes, as of the moment it was told
     * @param toldNanos that moment, ns since 1970; 0 for not known
     * @param uses how many parts of the kernel hold it just now
     */
    public record Standing(int tcpState, int seconds, long toldNanos, int mark, int uses) {
        public static final Standing UNKNOWN = new Standing(0, 0, 0, 0, 1);

        private long end() {
            return toldNanos + seconds * A_SECOND;
        }
    }

    /** One of which no more is known. */
    public ConnectionRow(int id, int protocol, Tuple original, Tuple reply, int status) {
        this(id, protocol, original, reply, status, Standing.UNKNOWN);
    }

    public ConnectionRow toldAt(long nanos) {
        Standing s = standing;
        Standing told = new Standing(s.tcpState, s.seconds, nanos, s.mark, s.uses);
        return new ConnectionRow(id, protocol, original, reply, status, told);
    }

    /** Does this tell nothing new of the connection that the other tells of? Its timer's second is none. */
    public boolean isAs(ConnectionRow other) {
        return id == other.id
                && status == other.status
                && original.equals(other.original)
                && reply.equals(other.reply)
                && standing.tcpState == other.standing.tcpState
                && standing.mark == other.standing.mark
                && Math.abs(standing.end() - other.standing.end()) < A_SECOND;
    }

    /** Seconds at {@code nanos} (since 1970) until it is forgotten unless a packet comes; not below 0. */
    public long secondsLeft(long nanos) {
        return Math.max(0, standing.seconds - Math.max(0, nanos - standing.toldNanos) / A_SECOND);
    }

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

    /** tcp, udp, icmp …, or the number. */
    public String protocolName() {
        return Expression.protocol(protocol);
    }

    /** TCP's state as conntrack names it; "" for other protocols. */
    public String state() {
        int s = standing.tcpState;
        return protocol == TCP && s >= 0 && s < TCP_STATES.size() ? TCP_STATES.get(s) : "";
    }

    public boolean isReplied() {
        return (status & SEEN_REPLY) != 0;
    }

    /** It is not forgotten early when there are too many. */
    public boolean isAssured() {
        return (status & ASSURED) != 0;
    }

    /** Its source is translated (masquerade, snat). */
    public boolean isSourceTranslated() {
        return (status & SOURCE) != 0;
    }

    /** Its destination is translated (dnat, redirect). */
    public boolean isDestinationTranslated() {
        return (status & DESTINATION) != 0;
    }

    /** As {@code conntrack -L} prints it at {@code nanos} since 1970. */
    public String listed(long nanos) {
        String state = state();
        return "%-8s %d %d %s%s%s %s%s mark=%s use=%d"
                .formatted(
                        KNOWN.contains(protocol) ? protocolName() : "unknown",
                        protocol,
                        secondsLeft(nanos),
                        state.isEmpty() ? "" : state + " ",
                        text(original),
                        isReplied() ? "" : " [UNREPLIED]",
                        text(reply),
                        isAssured() ? " [ASSURED]" : "",
                        Integer.toUnsignedString(standing.mark),
                        standing.uses);
    }

    /** As {@code conntrack -L} prints it, without timer, state and counters. */
    @Override
    public String toString() {
        return protocolName() + " " + text(original) + " " + text(reply);
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
