package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises one packet at several interfaces. Not thread-safe: one thread drives it. All times are ns since 1970, the
 * captures' clock.
 *
 * <p>A sighting continues a journey of an equal packet where the wiring lets it: through a cable, a bridge, a router. Where
 * it fits several journeys equally it is given to the oldest, and all of them are ambiguous. Memory is bounded by
 * {@link Limits}: what is let go is counted.
 */
public final class JourneyTracker {
    private final Limits limits;
    private final Tables tables;
    private final Forwarding forwarding;
    private final Ending ending;
    private final Reorder reorder;
    private final Frontier frontier = new Frontier();
    /** The one quiet longest comes first. */
    private final LinkedHashSet<OpenJourney> open = new LinkedHashSet<>();

    private final Map<PacketIdentity, OpenJourney> full = new HashMap<>();
    private final Set<OpenJourney> changed = new LinkedHashSet<>();
    private final Set<Echo> expected = new HashSet<>();
    private List<Journey> ended = new ArrayList<>();
    private long journeys;
    private long bytes;
    private long ambiguous;
    private long letGo;

    public JourneyTracker(Routes routes) {
        this(routes, Limits.DEFAULT);
    }

    public JourneyTracker(Routes routes, Limits limits) {
        this.limits = limits;
        this.tables = new Tables(routes);
        this.forwarding = new Forwarding(tables);
        this.ending = new Ending(tables);
        this.reorder = new Reorder(tables::places);
    }

    /** The newest tables; to be told whenever they change, in order of time, and once before the first sightings. */
    public void tables(Snapshot snapshot) {
        tables.take(snapshot);
    }

    /**
     * Sightings roughly in order of time; those of several batches are merged within a short window, so the last ones come
     * out at a later call. Returns the journeys that began, changed or ended, each as it is now.
     */
    public List<Journey> accept(List<Sighting> sightings) {
        reorder.add(sightings);
        reorder.drain(reorder.newest() - limits.reorderNanos(), this::see);
        return tell();
    }

    /** Time passes: takes in what waited for the window and ends what has been quiet. Call it every 10 to 50 ms. */
    public List<Journey> settle(long nowNanos) {
        long horizon = nowNanos - limits.reorderNanos();
        reorder.drain(horizon, this::see);
        endQuiet(horizon);
        return tell();
    }

    /** Ends those of these journeys that are open, for who knows that nothing more will come of them. */
    public List<Journey> settle(Set<Long> ids) {
        List.copyOf(open).stream().filter(j -> ids.contains(j.id())).forEach(j -> end(j, false));
        return tell();
    }

    /** Takes in everything that waits and ends every journey now. */
    public List<Journey> settleAll() {
        reorder.drain(Long.MAX_VALUE, this::see);
        while (!open.isEmpty()) {
            end(open.getFirst(), false);
        }
        return tell();
    }

    /** Announces an echo request, before it is sent, so that {@link #conclude} can tell whether it ever left. */
    public void expect(Echo echo) {
        expected.add(echo);
    }

    /**
     * Ends an announced echo request, once its sightings were settled. Empty when it was seen somewhere; otherwise a lost
     * journey without hops that says why the kernel did not send it. Then {@code at} is the interface it would have left
     * by, or the namespace's {@code lo} when no route names one.
     *
     * @param errno what the kernel said when asked to send it, 0 for nothing
     */
    public Optional<Journey> conclude(Echo echo, int errno, long nowNanos) {
        return expected.remove(echo)
                ? Optional.of(new Unsent(tables).journey(++journeys, echo, errno, nowNanos))
                : Optional.empty();
    }

    /** Sightings that fitted several journeys equally, so far. */
    public long ambiguous() {
        return ambiguous;
    }

    /** Journeys and hops given up to keep memory bounded, so far. */
    public long letGo() {
        return letGo + frontier.letGo();
    }

    private void see(Sighting s) {
        endQuiet(s.nanos());
        Frame frame = new Frame(s.bytes());
        PacketIdentity packet = PacketIdentity.of(frame);
        Place place = tables.places().at(s.port());
        boolean in = s.direction() == Direction.IN;
        List<Frontier.Front> before = frontier.before(packet, place, in, frame);
        if (before.size() > 1) {
            ambiguous++;
            before.forEach(f -> f.journey().markAmbiguous());
        }
        if (before.isEmpty() && full.containsKey(packet)) {
            letGo++;
            return;
        }
        OpenJourney journey = before.isEmpty()
                ? new OpenJourney(++journeys, packet)
                : before.getFirst().journey();
        if (journey.steps().size() >= limits.hops()) {
            full.put(packet, journey);
            letGo++;
            return;
        }
        Optional<Step> parent = before.isEmpty()
                ? Optional.empty()
                : Optional.of(before.getFirst().step());
        add(
                journey,
                new Step(place, s.direction(), s.nanos(), frame, journey.steps().size(), parent));
    }

    private void add(OpenJourney journey, Step step) {
        journey.add(step);
        bytes += step.frame().bytes().length;
        forwarding.decide(step);
        frontier.add(journey, step, ending.isFinal(step));
        open.remove(journey);
        open.add(journey);
        changed.add(journey);
        if (!expected.isEmpty() && step.parent().isEmpty()) {
            EchoRequests.in(step.place().id().space(), step.frame()).ifPresent(expected::remove);
        }
        while (open.size() > limits.openJourneys() || bytes > limits.openBytes() && open.size() > 1) {
            letGo++;
            end(open.getFirst(), true);
        }
    }

    private void endQuiet(long now) {
        while (!open.isEmpty() && open.getFirst().lastNanos() + limits.quietNanos() <= now) {
            end(open.getFirst(), false);
        }
    }

    private void end(OpenJourney j, boolean early) {
        open.remove(j);
        changed.remove(j);
        full.remove(j.identity(), j);
        frontier.remove(j);
        bytes -= j.bytes();
        forwarding.review(j);
        ended.add(ending.settled(j, early));
    }

    private List<Journey> tell() {
        List<Journey> all = ended;
        ended = new ArrayList<>();
        changed.forEach(j -> all.add(ending.soFar(j)));
        changed.clear();
        all.sort(Comparator.comparingLong(Journey::id));
        return all;
    }
}
