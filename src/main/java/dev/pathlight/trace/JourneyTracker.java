package dev.pathlight.trace;

import dev.pathlight.live.FilterNews;
import dev.pathlight.live.Sighting;
import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
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
 * it fits several journeys equally it is given to the oldest, and all of them are ambiguous.
 *
 * <p>Captures may be late. What is out of order within a short window is put in order; for what is later, the journeys of
 * equal packets are joined again from their sightings, as if it had come in time, and told again under their ids. A journey
 * that lacks its beginning is not told, and nothing is called lost, before {@link Limits#lateNanos} have passed. Then a
 * journey goes on past a single missing sighting when the wiring leaves no choice, and says what is missing. A sighting later
 * than what is remembered is let go: better no journey than a wrong one. Memory is bounded by {@link Limits}: what is let go
 * is counted.
 */
public final class JourneyTracker {
    private final Limits limits;
    private final Tables tables;
    private final Forwarding forwarding;
    private final Ending ending;
    private final Gaps gaps;
    private final Joiner joiner;
    private final Teller teller;
    private final Unsent unsent;
    private final Reorder reorder;
    private final Lifetimes lifetimes;
    private final Map<PacketIdentity, Lookalikes> kins = new HashMap<>();
    /** To be joined again before anything is told. */
    private final Set<Lookalikes> disordered = new LinkedHashSet<>();

    /** Flows of which netfilter told something new, so that their packets are to be joined again. */
    private final Set<Flow> rejudged = new HashSet<>();

    private final Set<Echo> expected = new HashSet<>();
    private List<Merged> merged = new ArrayList<>();
    private long newest = Long.MIN_VALUE;
    private long tooLate;

    public JourneyTracker(Routes routes) {
        this(routes, Limits.DEFAULT);
    }

    public JourneyTracker(Routes routes, Limits limits) {
        this.limits = limits;
        this.tables = new Tables(routes);
        this.forwarding = new Forwarding(tables);
        this.ending = new Ending(tables, limits.quietNanos());
        this.gaps = new Gaps(tables);
        this.joiner = new Joiner(limits, forwarding, ending, gaps);
        this.teller = new Teller(forwarding, ending, gaps);
        this.unsent = new Unsent(tables);
        this.reorder = new Reorder(tables::places);
        this.lifetimes = new Lifetimes(limits, this::isComplete, this::giveUp, teller::changed, this::forget);
    }

    /** The newest tables; to be told whenever they change, in order of time, and once before the first sightings. */
    public void tables(Snapshot snapshot) {
        tables.take(snapshot);
    }

    /**
     * Somebody has just changed how a kernel sends packets, and knows when: packets after {@code nanos} are not explained by what
     * was answered before it, though the changed tables are still on their way here.
     */
    public void changed(long nanos) {
        tables.changed(nanos);
    }

    /**
     * What netfilter did with a packet; may come before or after the packet's sightings. What it changes is told by the next
     * call that tells journeys.
     */
    public void judged(FilterNews news) {
        rejudged.addAll(tables.judged(news));
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
        rejoin();
        lifetimes.advance(horizon);
        return tell();
    }

    /** Ends those of these journeys that are open, for who knows that nothing more will come of them. */
    public List<Journey> settle(Set<Long> endedIds) {
        rejoin();
        lifetimes.settle(endedIds);
        return tell();
    }

    /** Takes in everything that waits and ends every journey now. */
    public List<Journey> settleAll() {
        reorder.drain(Long.MAX_VALUE, this::see);
        rejoin();
        lifetimes.settleAll();
        return tell();
    }

    /** Journeys told before that a late sighting showed to be parts of others, since last asked; ask after each telling. */
    public List<Merged> merged() {
        List<Merged> all = merged;
        merged = new ArrayList<>();
        return all;
    }

    /** Announces an echo request, before it is sent, so that {@link #conclude} can tell whether it ever left. */
    public void expect(Echo echo) {
        expected.add(echo);
    }

    /**
     * Ends an announced echo request, once its sightings were settled. Empty when it was seen somewhere; otherwise a lost
     * journey without hops that says why the kernel did not send it, at the interface it would have left by where a route
     * names one.
     *
     * @param errno what the kernel said when asked to send it, 0 for nothing
     */
    public Optional<Journey> conclude(Echo echo, int errno, long nowNanos) {
        return expected.remove(echo)
                ? Optional.of(unsent.request(teller.nextId(), echo, errno, nowNanos))
                : Optional.empty();
    }

    /**
     * Tells that traffic to a port was seen nowhere: a lost journey without hops that says why its kernel did not send it.
     *
     * @param errno what the kernel said when asked to send it, 0 for nothing
     */
    public Journey unsent(Call call, int errno, long nowNanos) {
        return unsent.call(teller.nextId(), call, errno, nowNanos);
    }

    /**
     * Tells that a namespace got an echo request and that its reply was not seen anywhere, once sightings were settled: a
     * lost journey without hops, with what that namespace's kernel says of the way back.
     */
    public Journey unanswered(SpaceId space, EchoMessage request, long nowNanos) {
        return unsent.reply(teller.nextId(), space, request.reply(), nowNanos);
    }

    /** Sightings that fitted several journeys equally, so far. */
    public long ambiguous() {
        return joiner.ambiguous();
    }

    /** Journeys and hops given up to keep memory bounded, so far. */
    public long letGo() {
        return joiner.letGo() + lifetimes.letGo() + tooLate;
    }

    private void see(Sighting sighting) {
        boolean late = sighting.nanos() < newest;
        if (late && sighting.nanos() <= lifetimes.forgottenUntil()) {
            tooLate++;
            return;
        }
        newest = Math.max(newest, sighting.nanos());
        Seen s = new Seen(
                tables.places().at(sighting.port()), sighting, tables.places().tunnelPorts());
        tables.learn(s, late);
        if (!expected.isEmpty()) {
            EchoMessage.in(s.frame())
                    .filter(EchoMessage::request)
                    .ifPresent(e ->
                            expected.remove(new Echo(s.place().id().space(), e.to(), e.identifier(), e.sequence())));
        }
        Lookalikes kin = kin(s.packet());
        boolean last = kin.add(s);
        if (!last || disordered.contains(kin)) {
            disordered.add(kin);
        } else {
            joiner.join(kin, s).ifPresentOrElse(j -> added(j, s), kin::dropLast);
        }
    }

    private Lookalikes kin(Frame frame) {
        Translations translations = tables.translations();
        return kins.computeIfAbsent(
                PacketIdentity.of(frame, translations), identity -> new Lookalikes(identity, translations));
    }

    /** Packets of which netfilter told something new: those it translated become one with what they were before. */
    private void judgeAgain() {
        Set<Flow> flows = Set.copyOf(rejudged);
        rejudged.clear();
        for (Lookalikes kin : List.copyOf(kins.values())) {
            if (kin.seen().isEmpty() || !kin.isOf(flows)) {
                continue;
            }
            Lookalikes one = kin(kin.seen().getFirst().packet());
            if (one != kin) {
                kins.remove(kin.identity(), kin);
                disordered.remove(kin);
                one.takeIn(kin);
            }
            one.seen().forEach(Seen::forgetRoute);
            disordered.add(one);
        }
    }

    private void added(OpenJourney j, Seen s) {
        teller.changed(j);
        if (j.steps().size() == 1) {
            lifetimes.begin(j);
        } else {
            lifetimes.grew(j, s.frame().bytes().length);
        }
    }

    private void rejoin() {
        if (!rejudged.isEmpty()) {
            judgeAgain();
        }
        List<Lookalikes> all = List.copyOf(disordered);
        disordered.clear();
        all.forEach(this::rejoin);
        if (tables.hasRefused()) {
            for (OpenJourney j : lifetimes.all()) {
                if (Refusals.isOpening(j.first().frame())) {
                    teller.changed(j);
                }
            }
        }
        Set<Long> rewritten = tables.rewritten();
        if (!rewritten.isEmpty()) {
            for (OpenJourney j : lifetimes.all()) {
                if (j.steps().stream().anyMatch(s -> concerns(s.frame(), rewritten))) {
                    forwarding.decideAgain(j);
                    teller.changed(j);
                }
            }
        }
    }

    private static boolean concerns(Frame f, Set<Long> macs) {
        return macs.contains(f.destinationBits()) || macs.contains(f.sourceBits());
    }

    private void rejoin(Lookalikes kin) {
        joiner.rejoin(kin, merged).forEach(lifetimes::replaced);
        for (OpenJourney j : List.copyOf(kin.journeys())) {
            teller.changed(j);
            lifetimes.begin(j);
        }
    }

    /** Nothing seems to be missing: it began where packets begin, and all of it arrived. */
    private boolean isComplete(OpenJourney j) {
        Journey.Outcome outcome = ending.outcome(j);
        return (outcome == Journey.Outcome.DELIVERED || outcome == Journey.Outcome.FLOODED)
                && gaps.isOrigin(j.first().seen())
                && !forwarding.missesCopies(j);
    }

    /** What may lie before the quiet ones of these equal packets is not waited for any more: does one follow another now? */
    private void giveUp(OpenJourney doubted) {
        Lookalikes kin = doubted.kin();
        boolean anew = false;
        for (OpenJourney j : kin.journeys()) {
            Seen first = j.first().seen();
            boolean quiet = j.isHeld() && Math.abs(j.lastNanos() - doubted.lastNanos()) <= limits.quietNanos();
            if (quiet && !first.isGivenUp() && !gaps.isOrigin(first)) {
                first.giveUp();
                teller.changed(j);
                anew |= kin.journeys().size() > 1;
            }
        }
        if (anew) {
            rejoin(kin);
        }
    }

    private void forget(OpenJourney j) {
        j.kin().forget(j);
        if (j.kin().isEmpty()) {
            kins.remove(j.kin().identity(), j.kin());
        }
    }

    private List<Journey> tell() {
        rejoin();
        return teller.tell();
    }
}
