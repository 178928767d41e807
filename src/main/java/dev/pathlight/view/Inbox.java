package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.ContainerEnd;
import dev.pathlight.machine.Listener;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Takes a session's events on its thread and hands them to the window's in batches: of counts only the newest, of a journey
 * only what is known last. However fast they come, the window is asked once, and no more waits than it could keep: of
 * journeys those with the highest ids, for it lets go of the others as soon as it takes these in.
 */
final class Inbox implements Consumer<SessionEvent> {
    private static final int LIMIT = 2 * JourneysModel.LIMIT;

    /** What came since the last one; {@code earlier} are tables that {@code tables} replaced meanwhile, oldest first. */
    record Batch(
            List<RunEvent> run,
            List<Snapshot> earlier,
            Optional<Snapshot> tables,
            List<Journey> journeys,
            List<SessionEvent.JourneyMerged> merged,
            Optional<SessionEvent.Counted> counted,
            Aside aside) {
        Optional<SessionEvent.Broken> broken() {
            return aside.broken();
        }
    }

    /** What seldom comes. */
    record Aside(
            Optional<SessionEvent.Broken> broken,
            List<SessionEvent.ContainerTrouble> containers,
            Map<SpaceId, List<Listener>> listeners) {
        List<ContainerEnd> ended() {
            return containers.stream()
                    .filter(SessionEvent.ContainerEnded.class::isInstance)
                    .map(e -> ((SessionEvent.ContainerEnded) e).end())
                    .toList();
        }
    }

    private final FxThread fx;
    private final Consumer<Batch> reader;
    private final List<RunEvent> run = new ArrayList<>();
    private final TreeMap<Long, Journey> journeys = new TreeMap<>();
    private final Deque<Snapshot> tables = new ArrayDeque<>();
    private final List<SessionEvent.JourneyMerged> merged = new ArrayList<>();
    private final Map<SpaceId, List<Listener>> listeners = new HashMap<>();
    private final List<SessionEvent.ContainerTrouble> containers = new ArrayList<>();
    private Optional<SessionEvent.Counted> counted = Optional.empty();
    private Optional<SessionEvent.Broken> broken = Optional.empty();
    private boolean asked;

    Inbox(FxThread fx, Consumer<Batch> reader) {
        this.fx = fx;
        this.reader = reader;
    }

    @Override
    public void accept(SessionEvent event) {
        boolean ask;
        synchronized (this) {
            switch (event) {
                case SessionEvent.Running e -> run.add(e.event());
                case SessionEvent.TablesChanged e -> put(e.snapshot());
                case SessionEvent.JourneyChanged e -> put(e.journey());
                case SessionEvent.JourneyMerged e -> {
                    journeys.remove(e.id());
                    merged.add(e);
                }
                case SessionEvent.Counted e -> counted = Optional.of(e);
                case SessionEvent.Broken e -> broken = Optional.of(e);
                case SessionEvent.ContainerTrouble e -> containers.add(e);
                case SessionEvent.ListenersChanged e -> listeners.put(e.space(), e.listeners());
            }
            ask = !asked;
            asked = true;
        }
        if (ask) {
            fx.show(this::flush);
        }
    }

    private void put(Journey journey) {
        journeys.put(journey.id(), journey);
        if (journeys.size() > LIMIT) {
            journeys.pollFirstEntry();
        }
    }

    private void put(Snapshot snapshot) {
        tables.addLast(snapshot);
        if (tables.size() > TableHistory.LIMIT) {
            tables.removeFirst();
        }
    }

    private void flush() {
        Batch batch;
        synchronized (this) {
            Optional<Snapshot> newest = Optional.ofNullable(tables.pollLast());
            batch = new Batch(
                    List.copyOf(run),
                    List.copyOf(tables),
                    newest,
                    List.copyOf(journeys.values()),
                    List.copyOf(merged),
                    counted,
                    new Aside(broken, List.copyOf(containers), Map.copyOf(listeners)));
            containers.clear();
            listeners.clear();
            merged.clear();
            run.clear();
            journeys.clear();
            tables.clear();
            counted = Optional.empty();
            broken = Optional.empty();
            asked = false;
        }
        reader.accept(batch);
    }
}
