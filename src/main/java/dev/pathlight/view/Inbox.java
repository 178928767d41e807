package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes a session's events on its thread and hands them to the window's in batches: of tables and counts only the newest, of
 * a journey only what is known last. However fast they come, the window is asked once and at most 4,000 journeys wait.
 */
final class Inbox implements Consumer<SessionEvent> {
    private static final int LIMIT = 4_000;

    /** What came since the last one. */
    record Batch(
            List<RunEvent> run,
            Optional<Snapshot> tables,
            List<Journey> journeys,
            Optional<SessionEvent.Counted> counted,
            Optional<SessionEvent.Broken> broken) {}

    private final FxThread fx;
    private final Consumer<Batch> reader;
    private final List<RunEvent> run = new ArrayList<>();
    private final Map<Long, Journey> journeys = new LinkedHashMap<>();
    private Optional<Snapshot> tables = Optional.empty();
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
                case SessionEvent.TablesChanged e -> tables = Optional.of(e.snapshot());
                case SessionEvent.JourneyChanged e -> put(e.journey());
                case SessionEvent.Counted e -> counted = Optional.of(e);
                case SessionEvent.Broken e -> broken = Optional.of(e);
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
            journeys.remove(journeys.keySet().iterator().next());
        }
    }

    private void flush() {
        Batch batch;
        synchronized (this) {
            batch = new Batch(List.copyOf(run), tables, List.copyOf(journeys.values()), counted, broken);
            run.clear();
            journeys.clear();
            tables = Optional.empty();
            counted = Optional.empty();
            broken = Optional.empty();
            asked = false;
        }
        reader.accept(batch);
    }
}
