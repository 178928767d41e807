package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Where equal packets are now, so that the next sighting of one finds the hops it can physically follow. */
final class Frontier {
    /** Equal packets remembered at one place; more cannot be told apart anyway. */
    private static final int TWINS = 64;

    private final Map<Where, List<Front>> fronts = new HashMap<>(8);
    private final Translations translations;

    Frontier(Translations translations) {
        this.translations = translations;
    }

    /** The last step so far of a journey, or one that may be followed again: a flood's. */
    record Front(OpenJourney journey, Step step) {}

    /** The hops a sighting may follow, the oldest first. */
    List<Front> before(Seen s) {
        List<Front> found = new ArrayList<>(1);
        if (s.isIn()) {
            unwrapped(s, found);
        } else {
            s.coat().ifPresent(coat -> wrapped(s, coat, found));
        }
        if (found.isEmpty()) {
            before(s.place(), s.isIn(), s.frame(), found);
        }
        if (found.size() > 1 && !found.stream().allMatch(Frontier::isStopped)) {
            found.removeIf(Frontier::isStopped);
        }
        return found;
    }

    /**
     * It came to a bridge by a port that lets nothing in: another copy went on. Asked only where there is one, for the port may
     * have been opened since.
     */
    private static boolean isStopped(Front f) {
        Place p = f.step().place();
        return f.step().isIn() && p.bridge().isPresent() && !p.forwards();
    }

    /** It left by a tunnel's end, and now leaves in its coat. */
    private void wrapped(Seen s, Coat coat, List<Front> found) {
        for (Place tunnel : s.place().tunnels(coat)) {
            collect(tunnel.sent(), sent -> sent.isLeaf() && sameOnLink(sent.frame(), s.packet()), found);
        }
    }

    /** It came in its coat, and now comes in at the tunnel's end. */
    private void unwrapped(Seen s, List<Front> found) {
        if (s.place().tunnel().isEmpty()) {
            return;
        }
        collect(
                s.place().arrived(),
                in -> in.isLeaf()
                        && in.seen()
                                .coat()
                                .map(s.place()::tunnels)
                                .orElse(List.of())
                                .contains(s.place())
                        && sameOnLink(in.seen().packet(), s.frame()),
                found);
    }

    void before(Place place, boolean in, Frame frame, List<Front> found) {
        Predicate<Step> anotherCopy = s -> sameOnLink(s.frame(), frame)
                && (place.isHairpin() || !s.place().id().equals(place.id()))
                && !s.wentTo(place);
        if (in) {
            Predicate<Step> onlyCopy = s -> s.isLeaf() && sameOnLink(s.frame(), frame);
            for (Place peer : place.peers()) {
                collect(peer.sent(), onlyCopy, found);
            }
            if (place.isLoopback()) {
                collect(place.sent(), onlyCopy, found);
            }
            if (place.isBridge()) {
                collect(place.bridged(), anotherCopy, found);
            }
            place.below().ifPresent(below -> climbed(place, below, frame, found));
            descended(place, frame, found);
        } else if (descended(place, frame, found)) {
            return;
        } else if (place.bridge().isPresent()) {
            collect(place.bridge().get().bridged(), s -> anotherCopy.test(s) || isTurnedRound(s, place, frame), found);
            collect(place.bridge().get().sent(), anotherCopy, found);
        } else if (frame.isIp()) {
            collect(place.arrived(), s -> isRouted(s, frame), found);
        }
    }

    /**
     * It came in at what the interface stands on. Between two that stand on the same, too: a macvlan hands it in there first
     * (macvlan_queue_xmit of drivers/net/macvlan.c).
     */
    private void climbed(Place place, Place below, Frame frame, List<Front> found) {
        collect(
                below.arrived(),
                s -> s.place() == below
                        && sameOnLink(s.frame(), frame)
                        && (s.isLeaf() || frame.isGroup())
                        && !s.wentTo(place),
                found);
    }

    /** It left by an interface that stands on this one. */
    private boolean descended(Place place, Frame frame, List<Front> found) {
        int before = found.size();
        for (Place above : place.above()) {
            collect(above.sent(), s -> s.isLeaf() && sameOnLink(s.frame(), frame), found);
        }
        return found.size() > before;
    }

    void collect(Where where, Predicate<Step> fits, List<Front> into) {
        List<Front> here = fronts.get(where);
        if (here != null) {
            for (Front f : here) {
                if (fits.test(f.step())) {
                    into.add(f);
                }
            }
        }
    }

    static boolean sameOnLink(Frame a, Frame b) {
        return a.ttl() == b.ttl()
                && a.sourceBits() == b.sourceBits()
                && a.destinationBits() == b.destinationBits()
                && a.hasEndsOf(b);
    }

    /**
     * Where bridges call the IP hooks (net.bridge.bridge-nf-call-iptables), a frame to the bridge itself whose destination is
     * translated to somebody behind a port of the same bridge goes there at once: with another Ethernet destination, and
     * without being routed (net/bridge/br_netfilter_hooks.c, br_nf_pre_routing_finish).
     */
    private boolean isTurnedRound(Step arrived, Place out, Frame frame) {
        return arrived.isIn()
                && arrived.isLeaf()
                && frame.isIp()
                && arrived.frame().ttl() == frame.ttl()
                && arrived.frame().sourceBits() == frame.sourceBits()
                && (out.isHairpin() || !arrived.place().id().equals(out.id()))
                && translations.leadsTo(out.id().space(), arrived.frame(), frame);
    }

    /** A router makes TTL one less; it sends one copy on, of multicast several. It may translate, when its kernel told so. */
    private boolean isRouted(Step arrived, Frame out) {
        return arrived.frame().ttl() == out.ttl() + 1
                && (arrived.frame().hasEndsOf(out)
                        || translations.leadsTo(arrived.place().id().space(), arrived.frame(), out))
                && arrived.place().takes(arrived.frame())
                && (arrived.isLeaf() || arrived.frame().isGroup());
    }

    /**
     * A step was added: it may be followed from here on. {@code ends} when its packet can go no further.
     *
     * @return the journey of an older equal packet that had to be given up at this place
     */
    Optional<OpenJourney> add(OpenJourney journey, Step step, boolean ends) {
        step.parent().filter(p -> step.gap().isEmpty() && isSpent(p)).ifPresent(this::remove);
        Place p = step.place();
        boolean deadEnd = !step.isIn()
                && p.peers().isEmpty()
                && !p.isBridge()
                && !p.isLoopback()
                && p.tunnel().isEmpty()
                && p.below().isEmpty();
        if (ends || deadEnd) {
            return Optional.empty();
        }
        List<Front> here = fronts.computeIfAbsent(step.where(), s -> new ArrayList<>(1));
        Optional<Front> crowdedOut = here.size() == TWINS ? Optional.of(here.removeFirst()) : Optional.empty();
        crowdedOut.ifPresent(f -> f.step().setWaiting(false));
        here.add(new Front(journey, step));
        step.setWaiting(true);
        return crowdedOut.map(Front::journey);
    }

    /** Nothing more can follow: a cable carries a copy once, and a bridge that has a row sends one. */
    private static boolean isSpent(Step s) {
        if (s.frame().isGroup()) {
            return !s.isIn() && !s.place().isBridge();
        }
        return s.bridging().map(b -> b.row().isPresent()).orElse(true);
    }

    private void remove(Step step) {
        if (!step.isWaiting()) {
            return;
        }
        step.setWaiting(false);
        List<Front> here = fronts.get(step.where());
        if (here != null && here.removeIf(f -> f.step() == step) && here.isEmpty()) {
            fronts.remove(step.where());
        }
    }

    void remove(OpenJourney journey) {
        journey.steps().forEach(this::remove);
    }
}
