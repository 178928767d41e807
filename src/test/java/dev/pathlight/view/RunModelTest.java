package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.topology.Drawing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RunModelTest {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<RunState> states = new ArrayList<>();
    private final RunModel run = model();
    private final CheckedTopology drawing =
            Checker.check(Drawing.empty().topology()).checked().orElseThrow();

    private RunModel model() {
        RunModel.Listener nobody = new RunModel.Listener() {
            @Override
            public void events(Inbox.Batch batch) {}

            @Override
            public void problem(Supplier<Problem> problem) {}
        };
        RunModel model = new RunModel(
                FakeSession.opener(),
                new FxThread(waiting::add, Runnable::run),
                new Problems(new Phrases(Locale.ENGLISH)),
                nobody);
        model.state().subscribe(s -> states.add(s));
        return model;
    }

    private void letTheBackgroundWork() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void aDrawingGoesFromStoppedToRunningAndBack() {
        run.run(drawing);
        letTheBackgroundWork();
        run.stop();
        letTheBackgroundWork();
        assertThat(states)
                .containsExactly(
                        RunState.STOPPED, RunState.STARTING, RunState.RUNNING, RunState.STOPPING, RunState.STOPPED);
    }

    @Test
    void aStartCanBeCalledOff() {
        run.run(drawing);
        run.stop();
        letTheBackgroundWork();
        assertThat(states).containsExactly(RunState.STOPPED, RunState.STARTING, RunState.STOPPING, RunState.STOPPED);
    }

    @Test
    void runningTwiceAtOnceIsRefused() {
        run.run(drawing);
        assertThatThrownBy(() -> run.run(drawing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("STARTING cannot become STARTING");
    }

    @Test
    void stoppingWhatIsStoppedDoesNothing() {
        run.stop();
        letTheBackgroundWork();
        assertThat(states).containsExactly(RunState.STOPPED);
    }
}
