package dev.pathlight.cli;

import dev.pathlight.trace.Journey;
import java.util.List;

/** What was sent in a running drawing, and where it went. */
interface Traffic {
    /** Its journeys and those of the packets around it, in order of time. */
    List<Journey> journeys();

    /** Did everything that was sent get an answer? */
    boolean allAnswered();

    /** A line each. */
    List<String> told();
}
