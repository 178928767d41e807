package dev.pathlight.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** How long journeys are open, doubted and remembered, and that there are never too many. */
final class Lifetimes {
    private final Limits limits;
    private final Predicate<OpenJourney> isComplete;
    private final Consumer<OpenJourney> doubted;
    private final Consumer<OpenJourney> ended;
    private final Consumer<OpenJourney> forgotten;
    private final Dues dues = new Dues();
    /** Not over yet, the oldest first. */
    private final LinkedHashSet<OpenJourney> open = new LinkedHashSet<>();
    /** Over and remembered, the oldest first; among them some that are gone. */
    private final ArrayDeque<OpenJourney> settled = new ArrayDeque<>();

    private int remembered;
    private long bytes;
    private long letGo;
    private long forgottenUntil = Long.MIN_VALUE;

    /**
     * @param isComplete nothing seems to be missing of it
     * @param doubted before an incomplete one is settled: it may be joined to others, then it is gone
     */
    Lifetimes(
            Limits limits,
            Predicate<OpenJourney> isComplete,
            Consumer<OpenJourney> doubted,
            Consumer<OpenJourney> ended,
            Consumer<OpenJourney> forgotten) {
        this.limits = limits;
        this.isComplete = isComplete;
        this.doubted = doubted;
        this.ended = ended;
        this.forgotten = forgotten;
    }

    /** Journeys let go before their end was seen. */
    long letGo() {
        return letGo;
    }

    /** What was seen up to here may belong to journeys that are forgotten. */
    long forgottenUntil() {
        return forgottenUntil;
    }

    /** Takes a new journey in, open or settled. */
    void begin(OpenJourney j) {
        bytes += j.bytes();
        if (j.isSettled()) {
            settled.add(j);
            remembered++;
        } else {
            open.add(j);
            dues.add(due(j), j);
        }
        bound();
    }

    /** A journey grew by so many bytes. */
    void grew(OpenJourney j, long by) {
        if (j.state() == OpenJourney.State.DOUBTFUL) {
            j.become(OpenJourney.State.OPEN);
            dues.add(due(j), j);
        }
        bytes += by;
        bound();
    }

    /** These are gone: they were joined anew. */
    void replaced(OpenJourney j) {
        bytes -= j.bytes();
        if (!open.remove(j)) {
            remembered--;
        }
    }

    private long due(OpenJourney j) {
        return j.lastNanos()
                + switch (j.state()) {
                    case DOUBTFUL -> Math.max(limits.quietNanos(), limits.lateNanos());
                    case OPEN, SETTLED, FORGOTTEN, GONE -> limits.quietNanos();
                };
    }

    /** Time passes. */
    void advance(long now) {
        while (dues.size() > 0 && dues.earliest() <= now) {
            OpenJourney j = dues.poll();
            if (!j.isHeld() || j.isSettled()) {
                continue;
            }
            long next = due(j);
            if (next > now) {
                dues.add(next, j);
            } else if (j.state() == OpenJourney.State.OPEN && !isComplete.test(j)) {
                j.become(OpenJourney.State.DOUBTFUL);
                dues.add(due(j), j);
            } else {
                conclude(j);
            }
        }
        dropGone();
        while (!settled.isEmpty() && settled.getFirst().lastNanos() + limits.rememberNanos() <= now) {
            forget(settled.getFirst());
        }
    }

    private void conclude(OpenJourney j) {
        if (!isComplete.test(j)) {
            doubted.accept(j);
        }
        if (j.isHeld() && !j.isSettled()) {
            settle(j);
        }
    }

    /** Ends a journey now; it is remembered. */
    void settle(OpenJourney j) {
        open.remove(j);
        j.become(OpenJourney.State.SETTLED);
        settled.add(j);
        remembered++;
        ended.accept(j);
    }

    /** Ends those with these ids that are open. */
    void settle(Set<Long> ids) {
        List.copyOf(open).stream().filter(j -> ids.contains(j.id())).forEach(this::settle);
    }

    void settleAll() {
        while (!open.isEmpty()) {
            for (OpenJourney j : new ArrayList<>(open)) {
                if (j.isHeld() && !j.isSettled()) {
                    conclude(j);
                }
            }
        }
    }

    /** All that are held, whether open or over. */
    Iterable<OpenJourney> all() {
        List<OpenJourney> all = new ArrayList<>(open);
        settled.stream().filter(OpenJourney::isSettled).forEach(all::add);
        return all;
    }

    private void forget(OpenJourney j) {
        bytes -= j.bytes();
        remembered--;
        forgottenUntil = Math.max(forgottenUntil, j.lastNanos());
        j.become(OpenJourney.State.FORGOTTEN);
        forgotten.accept(j);
        dropGone();
    }

    private void dropGone() {
        while (!settled.isEmpty() && !settled.getFirst().isHeld()) {
            settled.removeFirst();
        }
    }

    private void bound() {
        while (open.size() + remembered > limits.openJourneys()
                || bytes > limits.openBytes() && open.size() + remembered > 1) {
            dropGone();
            if (settled.isEmpty()) {
                OpenJourney oldest = open.getFirst();
                oldest.markEarly();
                letGo++;
                settle(oldest);
                if (dues.size() > 2 * limits.openJourneys()) {
                    dues.removeIf(j -> !j.isHeld());
                }
            }
            forget(settled.getFirst());
        }
    }
}
