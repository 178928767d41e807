package dev.pathlight.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells the journeys that changed, each as it is now; names those that are told for the first time. */
final class Teller {
    private final Forwarding forwarding;
    private final Ending ending;
    private final Gaps gaps;
    private List<OpenJourney> changed = new ArrayList<>();
    private long ids;

    Teller(Forwarding forwarding, Ending ending, Gaps gaps) {
        this.forwarding = forwarding;
        this.ending = ending;
        this.gaps = gaps;
    }

    long nextId() {
        return ++ids;
    }

    void changed(OpenJourney j) {
        if (j.markChanged(true)) {
            changed.add(j);
        }
    }

    List<Journey> tell() {
        List<OpenJourney> tellable = changed;
        changed = new ArrayList<>();
        tellable.forEach(j -> j.markChanged(false));
        tellable.removeIf(j -> j.isGone() || isHeldBack(j));
        tellable.sort(Comparator.comparingLong(j -> j.first().nanos()));
        List<Journey> all = new ArrayList<>(tellable.size());
        for (OpenJourney j : tellable) {
            if (j.id() == 0) {
                j.name(nextId());
            }
            all.add(told(j));
        }
        all.sort(Comparator.comparingLong(Journey::id));
        return all;
    }

    /** Its beginning may still come. */
    private boolean isHeldBack(OpenJourney j) {
        Seen first = j.first().seen();
        return j.id() == 0 && !isOver(j) && !first.isGivenUp() && !gaps.isOrigin(first);
    }

    private Journey told(OpenJourney j) {
        if (!isOver(j)) {
            return ending.soFar(j);
        }
        forwarding.review(j);
        Journey all = ending.settled(j);
        j.steps().forEach(Step::untell);
        return all;
    }

    private static boolean isOver(OpenJourney j) {
        return j.isSettled() || j.isForgotten();
    }
}
