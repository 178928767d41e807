package dev.pathlight.view;

import dev.pathlight.trace.Coat;
import dev.pathlight.trace.Journey;
import java.util.Optional;

/**
 * A packet on its way over the canvas: between hop {@code from} and hop {@code to} (indexes in the journey's hops; equal
 * when it rests), {@code fraction} 0..1 of the way.
 */
public record Dot(Journey journey, int from, int to, double fraction) {
    /** What the packet is wrapped in where it is now; half way it puts it on or off. */
    public Optional<Coat> coat() {
        int at = fraction < 0.5 ? from : to;
        return at >= 0 && at < journey.hops().size() ? journey.hops().get(at).coat() : Optional.empty();
    }
}
