package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import java.util.Optional;

/**
 * Says what became of a packet. Flooded: it was meant for many, or copies went to several places, and somebody's stack got
 * it. Delivered: its one owner got it, even if a bridge had to flood a single copy. A question "who has …?" that nobody
 * answers is lost. While a journey is open its outcome is what it would be if nothing more were seen.
 */
final class Ending {
    private final Tables tables;
    private final Loss loss;
    private final Duplicate duplicate;
    private final Gaps gaps;
    private final long quietNanos;

    /** @param quietNanos an answer counts for a question this long after it was last seen */
    Ending(Tables tables, long quietNanos) {
        this.tables = tables;
        this.gaps = new Gaps(tables);
        this.quietNanos = quietNanos;
        this.loss = new Loss(tables);
        this.duplicate = new Duplicate(tables);
    }

    Journey soFar(OpenJourney j) {
        return j.tell(outcome(j), false, Optional.empty(), gaps.missing(j));
    }

    Journey settled(OpenJourney j) {
        Journey.Outcome outcome = outcome(j);
        Optional<Journey.Lost> lost =
                outcome != Journey.Outcome.LOST ? Optional.empty() : Optional.of(j.isEarly() ? loss.letGo(j) : lost(j));
        return j.tell(outcome, true, lost, gaps.missing(j));
    }

    /** What became of a ping is told with the half of it that went well. */
    private Journey.Lost lost(OpenJourney j) {
        Journey.Lost lost =
                turnedAway(j).map(Loss::noListener).or(() -> duplicate.in(j)).orElseGet(() -> loss.of(j));
        boolean reply =
                EchoMessage.in(j.first().frame()).filter(m -> !m.request()).isPresent();
        return reply ? lost.withExplanation(Loss.ofReply(lost.explanation())) : lost;
    }

    /** Can the packet of this step go no further? Its stack has taken or ignored it. */
    boolean isFinal(Step s) {
        return s.atStack()
                && !s.place().isBridge()
                && s.place().above().isEmpty()
                && (!s.frame().isIp() || !s.place().takes(s.frame()) || isTaken(s));
    }

    Journey.Outcome outcome(OpenJourney j) {
        Frame f = j.first().frame();
        if (j.isAmbiguous()) {
            return Journey.Outcome.AMBIGUOUS;
        }
        if (f.staysOnLink()) {
            boolean arrived = j.steps().stream().anyMatch(Step::isIn);
            return arrived ? Journey.Outcome.DELIVERED : Journey.Outcome.LOST;
        }
        boolean taken = isTaken(j);
        if (f.isGroup()) {
            boolean toOne = Discovery.isQuestion(f);
            boolean reached =
                    j.steps().stream().anyMatch(s -> s.atStack() && s.place().takes(s.frame()));
            return (toOne ? taken || isAnswered(j) : reached) ? Journey.Outcome.FLOODED : Journey.Outcome.LOST;
        }
        if (!taken
                || turnedAway(j).isPresent()
                || Discovery.isAnswer(f) && duplicate.in(j).isPresent()) {
            return Journey.Outcome.LOST;
        }
        int ends = 0;
        for (Step s : j.steps()) {
            ends += s.isLeaf() && !isOverheard(s) ? 1 : 0;
        }
        return ends > 1 ? Journey.Outcome.FLOODED : Journey.Outcome.DELIVERED;
    }

    private boolean isTaken(OpenJourney j) {
        for (Step s : j.steps()) {
            if (isTaken(s)) {
                return true;
            }
        }
        return false;
    }

    /** Where it came to its stack and found nobody who listens. */
    private Optional<Step> turnedAway(OpenJourney j) {
        if (!Refusals.isOpening(j.first().frame())) {
            return Optional.empty();
        }
        return j.steps().stream()
                .filter(s -> isTaken(s)
                        && tables.refusals().turnedAway(s.place().id().space(), s.frame(), s.nanos(), quietNanos))
                .findFirst();
    }

    private boolean isAnswered(OpenJourney j) {
        Step first = j.first();
        return Discovery.subject(first.frame())
                .map(a -> !first.isIn()
                        && tables.neighbours().isAnswered(first.place(), a, first.nanos(), j.lastNanos() + quietNanos))
                .orElse(false);
    }

    /** A capture in promiscuous mode pulls frames up to a bridge's device that the bridge only forwards. */
    private static boolean isOverheard(Step s) {
        return s.isIn() && s.place().isBridge() && !s.place().takes(s.frame());
    }

    /** Would the kernel let it in? A reverse path filter also drops what is meant for its own stack. */
    private static boolean isRefused(Step s) {
        return s.route().isPresent() && s.route().get().answer() instanceof Routes.Answer.Refused;
    }

    /** Did the stack it was meant for get it here? */
    private boolean isTaken(Step s) {
        if (!s.atStack()) {
            return false;
        }
        Frame f = s.frame();
        boolean wrapped = s.seen().inside().isPresent();
        if (wrapped || !s.place().takes(f) || isRefused(s)) {
            return false;
        }
        SpaceId space = s.place().id().space();
        if (f.kind() == Frame.Kind.OTHER) {
            return tables.places().knows(space);
        }
        if (f.isIp() && tables.verdicts().drop(space, f, tables.translations()).isPresent()) {
            return false;
        }
        Optional<IpAddress> subject = Discovery.isQuestion(f)
                ? Discovery.subject(f)
                : Optional.of(tables.translations().destination(space, f));
        return subject.map(a -> tables.places().owns(space, a)
                        || f.isIp() && tables.places().isGroup(space, a))
                .orElse(false);
    }
}
