package dev.pathlight.view;

import java.util.Optional;
import java.util.function.Supplier;

/** Lets everything on the screen follow a run: what it tells, and the states it goes through. */
final class Following implements RunModel.Listener {
    private final Workbench bench;
    private final Told told;
    /** What waits until nothing runs any more. */
    private Optional<Runnable> afterStop = Optional.empty();

    Following(Workbench bench, Told told) {
        this.bench = bench;
        this.told = told;
    }

    @Override
    public void events(Inbox.Batch batch) {
        bench.panels().take(batch, bench.runModel().state().get());
        if (batch.tables().isPresent()) {
            bench.inspector().refresh(bench.kernel());
            bench.switchboard().look();
            bench.byHand().drift().look();
        }
        bench.pings().journeysCame();
        bench.lessons().look();
    }

    @Override
    public void problem(Supplier<Problem> p) {
        told.tell(p);
    }

    void state(RunState now) {
        switch (now) {
            case STARTING -> {
                told.dismiss();
                bench.panels().begin(bench.runModel().drawn());
            }
            case RUNNING -> {
                // A ping that came too early was told so.
                told.dismiss();
                bench.panels().up();
            }
            case STOPPING -> {
                bench.panels().end();
                bench.inspector().refresh(bench.kernel());
            }
            case STOPPED -> stopped();
        }
        if (now == RunState.STARTING) {
            bench.lessons().forget();
        } else {
            bench.lessons().look();
        }
    }

    /** Does {@code next} once nothing runs any more; what runs is stopped. */
    void once(Runnable next) {
        afterStop = Optional.of(next);
        if (bench.runModel().state().get() == RunState.STOPPED) {
            stopped();
        } else {
            bench.stop();
        }
    }

    private void stopped() {
        bench.panels().gone(bench.runModel().failure());
        bench.pings().clear();
        bench.inspector().refresh(bench.kernel());
        bench.resurvey();
        Optional<Runnable> next = afterStop;
        afterStop = Optional.empty();
        next.ifPresent(Runnable::run);
    }
}
