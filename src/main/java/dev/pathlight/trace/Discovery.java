package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Arrays;
import java.util.Optional;

/** Finding a neighbour's Ethernet address: what ARP (RFC 826) and neighbour discovery (RFC 4861) messages ask and tell. */
final class Discovery {
    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;

    private Discovery() {}

    /** "Who has …?": an ARP request or a neighbour solicitation that asks for somebody else. */
    static boolean isQuestion(Frame f) {
        return f.isArp()
                ? f.protocol() == 1 && f.sourceLow() != 0 && f.sourceLow() != f.targetLow()
                : isNd(f, SOLICITATION) && (f.sourceHigh() | f.sourceLow()) != 0;
    }

    /** "… is at …": an ARP reply or a neighbour advertisement. */
    static boolean isAnswer(Frame f) {
        return f.isArp() ? f.protocol() == 2 : isNd(f, ADVERTISEMENT);
    }

    /** A neighbour discovery message is valid with the hop limit it was born with only (RFC 4861, 7.1). */
    static boolean isFromHere(Frame f) {
        return f.isArp() || f.ttl() == 255;
    }

    static boolean isMessage(Frame f) {
        return f.isArp() || isQuestion(f) || isAnswer(f);
    }

    /** Whom a question asks for, or whom an answer is about. */
    static Optional<IpAddress> subject(Frame f) {
        return f.isArp() ? Optional.of(f.protocol() == 2 ? f.from() : f.to()) : target(f);
    }

    /** The target of a neighbour solicitation or advertisement. */
    static Optional<IpAddress> target(Frame f) {
        if ((isNd(f, SOLICITATION) || isNd(f, ADVERTISEMENT)) && f.hasTransport(24)) {
            return Optional.of(IpAddress.of(Arrays.copyOfRange(f.bytes(), f.transport() + 8, f.transport() + 24)));
        }
        return Optional.empty();
    }

    /** The link-layer address option of a solicitation (type 1) or advertisement (type 2), when it comes first as Linux sends it. */
    static Optional<Mac> linkAddress(Frame f) {
        if (f.isArp()) {
            return Optional.of(Mac.at(f.bytes(), f.network() + 8));
        }
        int at = f.transport() + 24;
        if (!f.hasTransport(32) || Octets.u8(f.bytes(), at + 1) != 1) {
            return Optional.empty();
        }
        int type = Octets.u8(f.bytes(), at);
        return type == (isNd(f, SOLICITATION) ? 1 : 2) ? Optional.of(Mac.at(f.bytes(), at + 2)) : Optional.empty();
    }

    private static boolean isNd(Frame f, int type) {
        return f.kind() == Frame.Kind.IPV6
                && f.protocol() == Frame.ICMPV6
                && f.hasTransport(8)
                && Octets.u8(f.bytes(), f.transport()) == type;
    }
}
