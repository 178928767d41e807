package dev.pathlight.session;

import dev.pathlight.live.FilterNews;
import dev.pathlight.live.Sighting;
import dev.pathlight.live.Snapshot;
import dev.pathlight.trace.Echo;
import dev.pathlight.trace.Journey;
import dev.pathlight.trace.JourneyTracker;
import dev.pathlight.trace.Merged;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Feeds a session's tracker and tells its journeys. Lives on the session's thread. */
final class Tracing {
    /** After its last sighting a session is lively for so long: time has to pass for the tracker too. */
    private static final long LIVELY_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final JourneyTracker tracker;
    private final LanSwitches lans;
    private final SightingGate gate;
    private final JourneyLog log;
    private final Consumer<SessionEvent> events;
    private final List<Sighting> beforeTables = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();
    private boolean tablesKnown;
    private long newestNanos = Long.MIN_VALUE / 2;
    private long livelyUntil = System.nanoTime();

    Tracing(
            JourneyTracker tracker,
            LanSwitches lans,
            SightingGate gate,
            JourneyLog log,
            Consumer<SessionEvent> events) {
        this.tracker = tracker;
        this.lans = lans;
        this.gate = gate;
        this.log = log;
        this.events = events;
    }

    void tables(Snapshot snapshot) {
        tracker.tables(snapshot);
        events.accept(new SessionEvent.TablesChanged(lans.without(snapshot)));
        if (!tablesKnown) {
            tablesKnown = true;
            sightings(List.copyOf(beforeTables));
            beforeTables.clear();
        }
    }

    /** What runs was changed by us just now: packets from here on go other ways. */
    void changed() {
        tracker.changed(Clock.now());
    }

    /** Sightings from before the first tables wait for them: without tables no hop has a reason. */
    void sightings(List<Sighting> batch) {
        livelyUntil = System.nanoTime() + LIVELY_NANOS;
        if (tablesKnown) {
            batch.forEach(s -> newestNanos = Math.max(newestNanos, s.nanos()));
            tell(tracker.accept(batch));
        } else {
            beforeTables.addAll(batch);
        }
    }

    /** What netfilter did with a packet may explain journeys told before. */
    void judged(FilterNews news) {
        livelyUntil = System.nanoTime() + LIVELY_NANOS;
        tracker.judged(news);
    }

    /** Time passes. */
    void tick() {
        if (tablesKnown) {
            tell(tracker.settle(timeTraced()));
            for (Wait wait : List.copyOf(waits)) {
                tell(tracker.settle(wait.ripe(log, Clock.now())));
                if (wait.isOver(log)) {
                    waits.remove(wait);
                }
            }
        }
    }

    /** While sightings wait, time stands still for the tracker: they may be what a journey lacks. */
    private long timeTraced() {
        return gate.isClear() ? Clock.now() : newestNanos;
    }

    boolean isLively() {
        return !waits.isEmpty() || livelyUntil - System.nanoTime() > 0;
    }

    void expect(Echo echo) {
        tracker.expect(echo);
    }

    /** Done when the echo's journeys have ended, and what never left, request or reply, was told. */
    CompletableFuture<Void> conclude(PingWait wait) {
        waits.add(wait);
        return wait.over().thenRun(() -> {
            long now = Clock.now();
            tracker.conclude(wait.echo(), wait.errno(), now).ifPresent(this::tell);
            wait.unanswered(log).ifPresent(u -> tell(tracker.unanswered(u.space(), u.request(), now)));
        });
    }

    /** Done when the journeys of traffic to a port have ended, and what never left was told. */
    CompletableFuture<Void> conclude(CallWait wait) {
        waits.add(wait);
        return wait.over().thenRun(() -> {
            if (wait.isUnsent(log)) {
                tell(tracker.unsent(wait.call(), wait.errno(), Clock.now()));
            }
        });
    }

    void end() {
        if (tablesKnown) {
            tell(tracker.settleAll());
        }
        waits.forEach(Wait::giveUp);
    }

    long ambiguous() {
        return tracker.ambiguous();
    }

    long letGo() {
        return tracker.letGo();
    }

    /** Journeys no longer kept. */
    long forgotten() {
        return log.letGo();
    }

    private void tell(List<Journey> journeys) {
        for (Merged m : tracker.merged()) {
            log.remove(m.id());
            events.accept(new SessionEvent.JourneyMerged(m.id(), m.into()));
        }
        journeys.forEach(this::tell);
    }

    private void tell(Journey traced) {
        Journey journey = lans.without(traced);
        log.put(journey);
        events.accept(new SessionEvent.JourneyChanged(journey));
    }
}
