package dev.pathlight.view;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Deeds;
import dev.pathlight.lesson.Done;
import dev.pathlight.lesson.Witnessed;
import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.SpaceId;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Does for a lesson what the user could do by hand, with the workbench's own intents. */
final class LessonHands implements LessonModel.Hands {
    private final Workbench bench;
    private final RunModel run;
    private final Problems problems;
    private final Told told;

    LessonHands(Workbench bench, RunModel run, Problems problems, Told told) {
        this.bench = bench;
        this.run = run;
        this.problems = problems;
        this.told = told;
    }

    @Override
    public Witnessed seenSince(long journey) {
        boolean running = run.state().get() == RunState.RUNNING;
        Snapshot tables = running ? bench.tables().kernel() : Snapshot.EMPTY;
        return new Witnessed(running, tables, bench.journeys().after(journey));
    }

    @Override
    public long newestJourney() {
        return bench.journeys().lastId();
    }

    @Override
    public boolean isPlaying() {
        Playback playback = bench.playback();
        return bench.pings().waiting().get()
                || playback.playing().get() && !playback.loop().get();
    }

    @Override
    public void act(Action action, Consumer<Done> done) {
        switch (action) {
            case Action.Run r -> bench.run();
            case Action.Stop s -> bench.stop();
            case Action.Ping(SpaceId from, Action.Goal.Space(SpaceId to)) -> bench.ping(from, to);
            case Action.Ping(SpaceId from, Action.Goal.Address(var to)) -> {
                told.dismiss();
                bench.pings().ping(from, to);
            }
            case Action.Change change -> change(change, done);
            case Action.Open open -> {}
        }
    }

    private void change(Action.Change change, Consumer<Done> done) {
        told.dismiss();
        if (run.state().get() != RunState.RUNNING) {
            told.tell(problems.of("problem.notrunning"));
            return;
        }
        bench.pings().watch();
        run.ask(session -> Deeds.change(change, session), done, () -> {});
    }

    @Override
    public void letGo() {
        bench.canvas().selection().set(Set.of());
    }

    @Override
    public Optional<SpaceId> spaceOf(String path) {
        return bench.drawing()
                .drawing()
                .get()
                .topology()
                .spaces()
                .filter(s -> path.equals(s.toString()) || path.startsWith(s + "/"))
                .max(Comparator.comparingInt(s -> s.toString().length()));
    }
}
