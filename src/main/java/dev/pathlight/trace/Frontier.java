package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Where packets are now, so that the next sighting of one finds the hops it can physically follow. */
final class Frontier {
    /** Equal packets remembered at one place; more cannot be told apart anyway. */
    private static final int TWINS = 64;

    private final Map<Spot, List<Front>> fronts = new HashMap<>();
    private long letGo;

    /** The last step so far of a journey, or one that may be followed again: a flood's. */
    record Front(OpenJourney journey, Step step) {}

    private record Spot(PacketIdentity packet, Where where) {}

    /** The hops a sighting may follow, the oldest first. */
    List<Front> before(PacketIdentity packet, Place place, boolean in, Frame frame) {
        List<Front> found = new ArrayList<>(1);
        Predicate<Step> sameFrame = s -> sameOnLink(s.frame(), frame);
        Predicate<Step> anotherCopy = s -> sameFrame.test(s) && !s.place().id().equals(place.id()) && !s.wentTo(place);
        if (in) {
            Predicate<Step> onlyCopy = s -> s.isLeaf() && sameFrame.test(s);
            for (Place peer : place.peers()) {
                collect(packet, peer.sent(), onlyCopy, found);
            }
            if (place.isLoopback()) {
                collect(packet, place.sent(), onlyCopy, found);
            }
            if (place.isBridge()) {
                collect(packet, place.bridged(), anotherCopy, found);
            }
        } else if (place.bridge().isPresent()) {
            collect(packet, place.bridge().get().bridged(), anotherCopy, found);
            collect(packet, place.bridge().get().sent(), anotherCopy, found);
        } else if (frame.isIp()) {
            collect(packet, place.arrived(), s -> isRouted(s, frame), found);
        }
        return found;
    }

    private void collect(PacketIdentity packet, Where where, Predicate<Step> fits, List<Front> into) {
        List<Front> here = fronts.get(new Spot(packet, where));
        if (here != null) {
            for (Front f : here) {
                if (fits.test(f.step())) {
                    into.add(f);
                }
            }
        }
    }

    private static boolean sameOnLink(Frame a, Frame b) {
        return a.ttl() == b.ttl() && a.sourceBits() == b.sourceBits() && a.destinationBits() == b.destinationBits();
    }

    /** A router makes TTL one less; it sends one copy on, of multicast several. */
    private static boolean isRouted(Step arrived, Frame out) {
        return arrived.frame().ttl() == out.ttl() + 1
                && arrived.place().takes(arrived.frame())
                && (arrived.isLeaf() || arrived.frame().isGroup());
    }

    /** A step was added: it may be followed from here on. {@code ends} when its packet can go no further. */
    void add(OpenJourney journey, Step step, boolean ends) {
        step.parent().filter(Frontier::isSpent).ifPresent(p -> remove(journey, p));
        Place p = step.place();
        boolean deadEnd = !step.isIn() && p.peers().isEmpty() && !p.isBridge() && !p.isLoopback();
        if (ends || deadEnd) {
            return;
        }
        List<Front> here = fronts.computeIfAbsent(new Spot(journey.identity(), step.where()), s -> new ArrayList<>(1));
        if (here.size() == TWINS) {
            here.removeFirst().step().setWaiting(false);
            letGo++;
        }
        here.add(new Front(journey, step));
        step.setWaiting(true);
    }

    /** Nothing more can follow: a cable carries a copy once, and a bridge that has a row sends one. */
    private static boolean isSpent(Step s) {
        if (s.frame().isGroup()) {
            return !s.isIn() && !s.place().isBridge();
        }
        return s.bridging().map(b -> b.row().isPresent()).orElse(true);
    }

    private void remove(OpenJourney journey, Step step) {
        if (!step.isWaiting()) {
            return;
        }
        step.setWaiting(false);
        Spot spot = new Spot(journey.identity(), step.where());
        List<Front> here = fronts.get(spot);
        if (here != null && here.removeIf(f -> f.step() == step) && here.isEmpty()) {
            fronts.remove(spot);
        }
    }

    void remove(OpenJourney journey) {
        journey.steps().forEach(s -> remove(journey, s));
    }

    /** Places given up for newer equal packets, so far. */
    long letGo() {
        return letGo;
    }
}
