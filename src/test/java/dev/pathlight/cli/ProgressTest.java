package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.RunEvent;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line that says what is being done. */
class ProgressTest {
    private final StringWriter err = new StringWriter();

    @Test
    void theStepThatIsBeingDoneIsNamedAndTheLineIsWipedInTheEnd() throws Refusal {
        Plan plan = bridge();
        int steps = plan.steps().size();
        try (Progress progress = new Progress(new PrintWriter(err), true)) {
            progress.follow(new RunEvent.Started(plan));
            progress.follow(new RunEvent.StepDone(plan.steps().getFirst()));
            progress.follow(new RunEvent.StepDone(plan.steps().getLast()));
        }

        assertThat(List.of(err.toString().split("\r\033\\[K", -1)))
                .satisfiesExactly(
                        begin -> assertThat(begin).isEmpty(),
                        first -> assertThat(first).startsWith("[" + " ".repeat(20) + "] step 1 of " + steps + ": "),
                        second -> assertThat(second).contains("] step 2 of " + steps + ": "),
                        last -> assertThat(last).isEqualTo("Waiting until every interface is usable"),
                        end -> assertThat(end).isEmpty());
    }

    @Test
    void aLineNeverWrapsAndNothingIsDrawnAfterTheEnd() {
        Progress progress = new Progress(new PrintWriter(err), true);
        progress.show("x".repeat(200));
        progress.close();
        progress.show("late");

        assertThat(err.toString()).isEqualTo("\r\033[K" + "x".repeat(78) + "…\r\033[K");
    }

    @Test
    void nothingIsDrawnWhereNobodyWatches() throws Refusal {
        try (Progress progress = new Progress(new PrintWriter(err), false)) {
            progress.follow(new RunEvent.Started(bridge()));
            progress.at(1, 5, "round 2 of 5");
        }
        assertThat(err.toString()).isEmpty();
    }

    private static Plan bridge() throws Refusal {
        return Planner.plan(DrawingFile.checked(Path.of("topologies/bridge.json")), Inventory.EMPTY);
    }
}
