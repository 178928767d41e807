package dev.pathlight.lesson;

import dev.pathlight.live.Snapshot;
import dev.pathlight.trace.Journey;
import java.util.List;

/**
 * What was seen so far at a step.
 *
 * @param tables as they are now
 * @param journeys that began since the step did, oldest first
 */
public record Witnessed(boolean running, Snapshot tables, List<Journey> journeys) {
    public Witnessed {
        journeys = List.copyOf(journeys);
    }
}
