package dev.pathlight.session;

import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.ContainerEnd;
import dev.pathlight.machine.Listener;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a running drawing tells, in order, on the session's own thread. */
public sealed interface SessionEvent {
    record Running(RunEvent event) implements SessionEvent {}

    /** The kernel's tables changed. */
    record TablesChanged(Snapshot snapshot) implements SessionEvent {}

    /**
     * A journey began, grew, settled, or was mended by a capture that came late, even after it settled; the same id replaces
     * the one told before.
     */
    record JourneyChanged(Journey journey) implements SessionEvent {}

    /** A capture that came late showed that a journey told before is a part of another one: it is no more. */
    record JourneyMerged(long id, long into) implements SessionEvent {}

    /**
     * What the picture lacks so far.
     *
     * @param ambiguous sightings that fitted several journeys
     * @param dropped frames the captures dropped
     * @param letGo journeys that are no longer kept because there are too many
     * @param uncaptured interfaces that are up and not captured, now: what passes there is not seen
     */
    record Counted(long ambiguous, long dropped, long letGo, SortedSet<PortId> uncaptured) implements SessionEvent {
        public Counted {
            uncaptured = Collections.unmodifiableSortedSet(new TreeSet<>(uncaptured));
        }

        /** Where every interface is captured and every journey kept. */
        public Counted(long ambiguous, long dropped) {
            this(ambiguous, dropped, 0, Collections.emptySortedSet());
        }
    }

    /** Who listens in a namespace with containers has changed. */
    record ListenersChanged(SpaceId space, List<Listener> listeners) implements SessionEvent {
        public ListenersChanged {
            listeners = List.copyOf(listeners);
        }
    }

    /** Something is wrong with a container; the network stays as it is. What happened, why, and what to do. */
    sealed interface ContainerTrouble extends SessionEvent {
        Sentence what();

        Sentence why();

        Sentence remedy();
    }

    /** A container ended by itself. */
    record ContainerEnded(ContainerEnd end, Sentence what, Sentence why, Sentence remedy) implements ContainerTrouble {}

    /** A container's command runs and does not listen where it was drawn to, though it was waited for. */
    record ContainerSilent(SpaceId space, Name container, Sentence what, Sentence why, Sentence remedy)
            implements ContainerTrouble {}

    /** The machine is gone though nobody asked: why, and what to do. */
    record Broken(Sentence message, Sentence remedy) implements SessionEvent {}
}
