package dev.pathlight.view;

import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A journey cut into steps: step k holds the hops whose way back to the first is k hops long. One that was lost before its
 * first hop has one step, at the place of its loss.
 */
final class Itinerary {
    private final Journey journey;
    private final List<Moment> moments = new ArrayList<>();
    private final int[] stepOf;

    Itinerary(Journey journey) {
        this.journey = journey;
        List<Hop> hops = journey.hops();
        stepOf = new int[hops.size()];
        List<List<Integer>> steps = new ArrayList<>();
        for (int i = 0; i < hops.size(); i++) {
            int parent = hops.get(i).parent();
            stepOf[i] = parent >= 0 && parent < i ? stepOf[parent] + 1 : 0;
            while (steps.size() <= stepOf[i]) {
                steps.add(new ArrayList<>());
            }
            steps.get(stepOf[i]).add(i);
        }
        for (int k = 0; k < steps.size(); k++) {
            moments.add(new Moment(journey, k, steps.get(k)));
        }
        if (hops.isEmpty() && journey.lost().isPresent()) {
            moments.add(new Moment(journey, 0, List.of()));
        }
    }

    Journey journey() {
        return journey;
    }

    int size() {
        return moments.size();
    }

    /** The step of the first hop that was not earlier than {@code nanos} since 1970; 0 when there is none. */
    int stepAt(long nanos) {
        for (int i = 0; i < stepOf.length; i++) {
            if (journey.startNanos() + journey.hops().get(i).timeNanos() >= nanos) {
                return stepOf[i];
            }
        }
        return 0;
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    Moment moment(int step) {
        return moments.get(step);
    }

    /** Paths of the interfaces seen up to and with {@code step}; the namespace's too when the packet never left it. */
    Set<String> visited(int step) {
        Set<String> paths = new TreeSet<>();
        if (journey.hops().isEmpty()) {
            journey.lost().ifPresent(l -> {
                paths.add(l.space().toString());
                paths.add(l.at());
            });
        }
        for (int i = 0; i < stepOf.length; i++) {
            if (stepOf[i] <= step) {
                paths.add(journey.hops().get(i).port().toString());
            }
        }
        return paths;
    }

    /** Every copy of the packet, {@code fraction} of the way from {@code step} to the next; copies that ended rest there. */
    List<Dot> dots(int step, double fraction) {
        List<Dot> dots = new ArrayList<>();
        boolean[] continues = new boolean[stepOf.length];
        for (int i = 0; i < stepOf.length; i++) {
            int parent = journey.hops().get(i).parent();
            if (stepOf[i] == step + 1 && fraction > 0) {
                dots.add(new Dot(journey, parent, i, fraction));
            }
            if (stepOf[i] > 0 && (stepOf[i] <= step || fraction > 0 && stepOf[i] == step + 1)) {
                continues[parent] = true;
            }
        }
        for (int i = 0; i < stepOf.length; i++) {
            if (stepOf[i] <= step && !continues[i]) {
                dots.add(new Dot(journey, i, i, 0));
            }
        }
        return dots;
    }
}
