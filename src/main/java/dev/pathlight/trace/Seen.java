package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import dev.pathlight.machine.Direction;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * A sighting that is remembered: where, when, what, and what the kernel's changing tables said at that time, so that the
 * journeys of its packet can be joined again and tell the same.
 */
final class Seen {
    /** In time; of equal stamps as packets go. A packet that climbs from a bridge's port keeps its stamp; so does one on lo. */
    static final Comparator<Seen> ORDER = Comparator.comparingLong(Seen::nanos)
            .thenComparingInt(s -> rank(s.place, s.direction))
            .thenComparing(s -> s.place.id().toString());

    private final Place place;
    private final Direction direction;
    private final long nanos;
    private final Frame frame;
    private final Optional<Frame> inside;
    private Optional<OpenJourney> journey = Optional.empty();
    private Optional<RouteMemory.Known> route = Optional.empty();
    private Optional<Optional<Decision>> neighbour = Optional.empty();
    private boolean givenUp;
    private boolean ambiguous;

    /** @param tunnelPorts UDP ports behind which frames are wrapped up */
    Seen(Place place, Sighting s, Set<Integer> tunnelPorts) {
        this.place = place;
        this.direction = s.direction();
        this.nanos = s.nanos();
        this.frame = new Frame(s.bytes());
        this.inside = frame.inside(tunnelPorts);
    }

    static int rank(Place p, Direction d) {
        if (p.tunnel().isPresent()) {
            return d == Direction.OUT ? -1 : 3;
        }
        return d == Direction.OUT ? 0 : p.isBridge() || p.isLoopback() ? 2 : 1;
    }

    Place place() {
        return place;
    }

    Direction direction() {
        return direction;
    }

    boolean isIn() {
        return direction == Direction.IN;
    }

    long nanos() {
        return nanos;
    }

    /** The frame as it was captured, wrapped up or not. */
    Frame frame() {
        return frame;
    }

    /** What is wrapped up in it, where it is on its way through a tunnel. */
    Optional<Frame> inside() {
        return inside;
    }

    /** The packet whose journey it is: the one inside. */
    Frame packet() {
        return inside.orElse(frame);
    }

    Optional<Coat> coat() {
        return inside.map(i -> frame.coat());
    }

    /** The journey it was last joined to. */
    Optional<OpenJourney> journey() {
        return journey;
    }

    void joined(OpenJourney to) {
        journey = Optional.of(to);
    }

    /** What its stack's kernel answered, once asked. */
    Optional<RouteMemory.Known> route() {
        return route;
    }

    void routedBy(RouteMemory.Known known) {
        route = Optional.of(known);
    }

    /** It is translated otherwise than was known. */
    void forgetRoute() {
        route = Optional.empty();
    }

    /** What the kernel's row says of the neighbour it goes to, if any, as it stood; outer empty: not looked up yet. */
    Optional<Optional<Decision>> neighbour() {
        return neighbour;
    }

    void neighbour(Optional<Decision> shown) {
        neighbour = Optional.of(shown);
    }

    /** The sighting right before it is not waited for any more. */
    boolean isGivenUp() {
        return givenUp;
    }

    void giveUp() {
        givenUp = true;
    }

    /** Marks that it fitted several journeys; true the first time. */
    boolean markAmbiguous() {
        boolean first = !ambiguous;
        ambiguous = true;
        return first;
    }
}
