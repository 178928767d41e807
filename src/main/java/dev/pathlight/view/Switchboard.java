package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Optional;

/** What can be switched in what runs, or on the drawing when it does not run. */
final class Switchboard {
    private final Workbench bench;
    private final RunModel run;
    private final Problems problems;
    private final Told told;

    Switchboard(Workbench bench, RunModel run, Problems problems, Told told) {
        this.bench = bench;
        this.run = run;
        this.problems = problems;
        this.told = told;
        bench.tables().neighbours().forgetting(this::change);
        run.state().subscribe(s -> look());
    }

    private boolean runs() {
        return run.state().get() == RunState.RUNNING;
    }

    /**
     * Turns a kernel's forwarding on or off, on the drawing, which what runs follows. A lesson leaves the drawing as it is: then,
     * and where the drawing says so already, what runs is changed.
     */
    void forward(SpaceId space, boolean on) {
        bench.topology().find(space).ifPresent(n -> {
            String key = Forwarding.key(n);
            String value = on ? "1" : "0";
            boolean asDrawn = value.equals(n.sysctls().get(key));
            if (runs() && run.has(space) && (asDrawn || isLesson())) {
                change(new NetOp.WriteSysctl(space, key, value));
            } else {
                String name = bench.phrases().say("edit.property", key, space.shortName());
                bench.edit(name, new Edit.SetSysctl(space, key, Optional.of(value)));
            }
        });
    }

    /** Taken or written. */
    private boolean isLesson() {
        return bench.lessons().lesson().get().isPresent()
                || bench.desk().editor().lesson().get().isPresent();
    }

    /** Changes what runs; a refusal is told. */
    void change(NetOp operation) {
        run.ask(
                s -> s.change(List.of(operation)),
                c -> {
                    c.refused().ifPresent(f -> told.tell(problems.refused(f, run.drawn())));
                    if (c.refused().isEmpty()) {
                        bench.desk().recorder().changed(List.of(operation));
                    }
                },
                () -> {});
    }

    /** Shows how the switches stand now. */
    void look() {
        Optional<Snapshot> now = runs() ? Optional.of(bench.tables().kernel()) : Optional.empty();
        bench.canvas().forwarding().set(Forwarding.of(bench.topology(), now));
    }
}
