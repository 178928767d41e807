package dev.pathlight.topology;

import java.util.Optional;

/** A cable: a veth pair whose two ends are interfaces, each declared in its namespace. */
public record Cable(PortId a, PortId b, Optional<Impairment> impairment) {
    public static Cable between(PortId a, PortId b) {
        return new Cable(a, b, Optional.empty());
    }

    /** The other end, or empty when {@code end} is none of the two. */
    public Optional<PortId> peerOf(PortId end) {
        return end.equals(a) ? Optional.of(b) : end.equals(b) ? Optional.of(a) : Optional.empty();
    }
}
