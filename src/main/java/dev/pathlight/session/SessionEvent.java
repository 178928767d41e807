package dev.pathlight.session;

import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.trace.Journey;

/** What a running drawing tells, in order, on the session's own thread. */
public sealed interface SessionEvent {
    record Running(RunEvent event) implements SessionEvent {}

    /** The kernel's tables changed. */
    record TablesChanged(Snapshot snapshot) implements SessionEvent {}

    /** A journey began, grew or settled; the same id replaces the one told before. */
    record JourneyChanged(Journey journey) implements SessionEvent {}

    /** Totals so far: sightings that fitted several journeys, frames the captures dropped. */
    record Counted(long ambiguous, long dropped) implements SessionEvent {}

    /** The machine is gone though nobody asked: why, and what to do. */
    record Broken(String message, String remedy) implements SessionEvent {}
}
