package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Optional;

/**
 * How a frame introduces a neighbour to the stack it is for: Linux learns a neighbour's address from ARP requests and
 * replies (RFC 826) and from neighbour solicitations and advertisements (RFC 4861).
 *
 * @param answer it answers a question, so the neighbour is reachable; otherwise it merely asks
 */
public record Introduction(IpAddress address, Mac mac, boolean answer) {
    /** Reads an Ethernet frame; empty when it introduces nobody. */
    public static Optional<Introduction> in(byte[] frame) {
        Frame f = new Frame(frame);
        return Discovery.isMessage(f) ? in(f) : Optional.empty();
    }

    static Optional<Introduction> in(Frame f) {
        boolean answer = Discovery.isAnswer(f);
        Optional<IpAddress> sender = answer ? Discovery.subject(f) : Optional.of(f.from());
        return sender.flatMap(a -> Discovery.linkAddress(f).map(mac -> new Introduction(a, mac, answer)));
    }
}
