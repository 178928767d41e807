package dev.pathlight.machine;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.plan.Teardown;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs a plan on a machine; a refused step undoes the steps before it. */
public final class PlanRunner {
    private final Machine machine;
    private final Consumer<RunEvent> events;
    private final Undoing undoing;
    private final Predicate<StepFailure> isDoneAlready;
    private final List<Step> done = new ArrayList<>();

    private PlanRunner(
            Machine machine, Consumer<RunEvent> events, Undoing undoing, Predicate<StepFailure> isDoneAlready) {
        this.machine = machine;
        this.events = events;
        this.undoing = undoing;
        this.isDoneAlready = isDoneAlready;
    }

    /**
     * Runs all stages, or undoes what was done of them.
     *
     * @param beforeConfigure runs between the stages LINKS and CONFIGURE: captures open here
     * @param beforeFinished runs when all stages are done, before that is told: who comes late is waited for here
     * @return the refusal, after which nothing of the plan is left
     */
    public static Optional<StepFailure> run(
            Plan plan,
            Machine machine,
            Consumer<RunEvent> events,
            MachineTask beforeConfigure,
            MachineTask beforeFinished)
            throws MachineLost {
        return new PlanRunner(machine, events, Teardown::of, failure -> false)
                .run(plan, beforeConfigure, beforeFinished);
    }

    /**
     * Runs a plan that changes what runs already. What somebody has removed by hand is no refusal where it was to be removed.
     *
     * @param undoing what brings back what was before; its stages are run as one
     */
    public static Optional<StepFailure> change(
            Plan difference, Machine machine, Consumer<RunEvent> events, MachineTask beforeConfigure, Undoing undoing)
            throws MachineLost {
        return new PlanRunner(machine, events, undoing, Already::isDone).run(difference, beforeConfigure, () -> {});
    }

    private Optional<StepFailure> run(Plan plan, MachineTask beforeConfigure, MachineTask beforeFinished)
            throws MachineLost {
        long start = System.nanoTime();
        events.accept(new RunEvent.Started(plan));
        Optional<StepFailure> failure = stages(plan, beforeConfigure);
        if (failure.isPresent()) {
            events.accept(new RunEvent.StepFailed(failure.get()));
            undo();
        } else {
            beforeFinished.run();
        }
        events.accept(new RunEvent.Finished(failure.isEmpty(), System.nanoTime() - start));
        return failure;
    }

    /** The same where nobody is waited for. */
    public static Optional<StepFailure> run(
            Plan plan, Machine machine, Consumer<RunEvent> events, MachineTask beforeConfigure) throws MachineLost {
        return run(plan, machine, events, beforeConfigure, () -> {});
    }

    private Optional<StepFailure> stages(Plan plan, MachineTask beforeConfigure) throws MachineLost {
        for (Stage stage : Stage.values()) {
            if (stage == Stage.CONFIGURE) {
                beforeConfigure.run();
            }
            Optional<StepFailure> failure = steps(plan.of(stage));
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<StepFailure> steps(List<Step> wanted) throws MachineLost {
        List<Step> left = new ArrayList<>(wanted);
        while (true) {
            Optional<StepFailure> failure = machine.run(List.copyOf(left), step -> {
                left.remove(step);
                done(step);
            });
            if (failure.filter(isDoneAlready).isEmpty()) {
                return failure;
            }
            left.remove(failure.get().step());
            done(failure.get().step());
        }
    }

    private void done(Step step) {
        done.add(step);
        events.accept(new RunEvent.StepDone(step));
    }

    /**
     * A step of the undoing that is refused is passed over: what it would have removed is gone by itself, or goes with its
     * namespace. Nothing is told of what it should have undone.
     */
    private void undo() throws MachineLost {
        List<Step> refused = new ArrayList<>(undoing.of(List.copyOf(done)).steps());
        List<Step> left = List.copyOf(refused);
        while (!left.isEmpty()) {
            List<Step> now = left;
            int[] last = {-1};
            Optional<StepFailure> failure = machine.run(now, step -> {
                last[0] = now.indexOf(step);
                refused.remove(step);
            });
            int reached =
                    Math.max(last[0], failure.map(f -> now.indexOf(f.step())).orElse(now.size() - 1));
            left = now.subList(reached + 1, now.size());
        }
        done.reversed().stream()
                .filter(step -> isUndone(step, refused))
                .forEach(step -> events.accept(new RunEvent.StepUndone(step)));
    }

    private static boolean isUndone(Step step, List<Step> refused) {
        return switch (step.op()) {
            // A cable goes with either of its ends.
            case NetOp.CreateVeth veth ->
                !isKept(veth.a().space(), step, refused) || !isKept(veth.b().space(), step, refused);
            // And what stands on another interface with that.
            case NetOp.CreateLink link -> !isKept(link.space(), step, refused) || !isKept(link.at(), step, refused);
            default -> !isKept(step.op().space(), step, refused);
        };
    }

    /** Was the undoing refused for the whole namespace, or for just what the step made in it? */
    private static boolean isKept(SpaceId space, Step step, List<Step> refused) {
        return refused.stream()
                .anyMatch(r -> r.op().space().equals(space)
                        && (r.op() instanceof NetOp.DropNamespace || r.element().equals(step.element())));
    }

    /** Finds the plan that undoes steps. */
    public interface Undoing {
        Plan of(List<Step> done) throws MachineLost;
    }

    /** Something to do with a machine that may break. */
    public interface MachineTask {
        void run() throws MachineLost;
    }
}
