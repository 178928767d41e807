package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a plan runs, on a machine in memory. */
final class PlanRunnerTest {
    private static final Plan PLAN = Lab.star(3);

    private final List<RunEvent> events = new ArrayList<>();

    static IntStream everyStep() {
        return IntStream.rangeClosed(1, PLAN.steps().size());
    }

    @Test
    void everyStepIsToldInOrderWhenNothingIsRefused() throws MachineLost {
        FakeMachine machine = new FakeMachine(0);

        assertThat(PlanRunner.run(PLAN, machine, events::add, () -> {})).isEmpty();

        List<RunEvent> expected = new ArrayList<>();
        expected.add(new RunEvent.Started(PLAN));
        PLAN.steps().forEach(s -> expected.add(new RunEvent.StepDone(s)));
        assertThat(untimed()).isEqualTo(with(expected, true));
        assertThat(machine.there).isEqualTo(PLAN.steps().stream().map(Step::op).toList());
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void aRefusalAtAnyStepUndoesExactlyTheStepsBeforeIt(int k) throws MachineLost {
        FakeMachine machine = new FakeMachine(k);
        List<Step> before = PLAN.steps().subList(0, k - 1);
        StepFailure failure = new StepFailure(PLAN.steps().get(k - 1), 17, "EEXIST", "it is there already");

        assertThat(PlanRunner.run(PLAN, machine, events::add, () -> {})).contains(failure);

        List<RunEvent> expected = new ArrayList<>();
        expected.add(new RunEvent.Started(PLAN));
        before.forEach(s -> expected.add(new RunEvent.StepDone(s)));
        expected.add(new RunEvent.StepFailed(failure));
        before.reversed().forEach(s -> expected.add(new RunEvent.StepUndone(s)));
        assertThat(untimed()).isEqualTo(with(expected, false));
        assertThat(machine.there).isEmpty();
    }

    @Test
    void aStepWhoseUndoingIsRefusedIsNotToldAsUndone() throws MachineLost {
        FakeMachine machine = new FakeMachine(PLAN.steps().size());
        machine.kept.add(Lab.host(1));

        assertThat(PlanRunner.run(PLAN, machine, events::add, () -> {})).isPresent();

        List<Step> undone = PLAN.steps().subList(0, PLAN.steps().size() - 1).reversed().stream()
                .filter(s -> !s.op().space().equals(Lab.host(1)))
                .toList();
        assertThat(events.stream()
                        .filter(RunEvent.StepUndone.class::isInstance)
                        .map(e -> ((RunEvent.StepUndone) e).step()))
                .isEqualTo(undone);
        assertThat(machine.there).isNotEmpty().allMatch(op -> op.space().equals(Lab.host(1)));
    }

    @Test
    void whatComesBeforeConfiguringHappensWhenLinksAreThereAndAddressesAreNot() throws MachineLost {
        FakeMachine machine = new FakeMachine(0);
        List<NetOp> seen = new ArrayList<>();

        assertThat(PlanRunner.run(PLAN, machine, events::add, () -> seen.addAll(machine.there)))
                .isEmpty();

        assertThat(seen)
                .isEqualTo(PLAN.steps().stream()
                        .filter(s -> s.stage().compareTo(Stage.CONFIGURE) < 0)
                        .map(Step::op)
                        .toList());
    }

    private static List<RunEvent> with(List<RunEvent> events, boolean success) {
        events.add(new RunEvent.Finished(success, 0));
        return events;
    }

    private List<RunEvent> untimed() {
        return events.stream()
                .map(e -> e instanceof RunEvent.Finished f ? new RunEvent.Finished(f.success(), 0) : e)
                .toList();
    }
}
