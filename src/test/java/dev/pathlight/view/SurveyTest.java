package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Name;
import dev.pathlight.topology.Topology;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> window = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();
    private final Survey survey = new Survey(
            new FxThread(background::add, window::add),
            r -> found.add(r.topology().name().value()),
            e -> found.add(e.toString()));

    private void look(String name) {
        survey.look(Topology.empty(new Name(name)));
    }

    private static void runAll(Deque<Runnable> waiting) {
        for (int i = waiting.size(); i > 0; i--) {
            waiting.remove().run();
        }
    }

    private void runEverything() {
        while (!background.isEmpty() || !window.isEmpty()) {
            runAll(window);
            runAll(background);
        }
    }

    @Test
    void ofSeveralDrawingsInARowOnlyTheLastIsLookedAt() {
        look("first");
        look("second");
        runEverything();
        assertThat(found).containsExactly("second");
    }

    @Test
    void aDrawingThatComesWhileTheLookAtAnotherEndsIsLookedAtAllTheSame() {
        look("first");
        runAll(window);
        runAll(background);
        look("second");
        runEverything();
        assertThat(found).containsExactly("second");
    }

    @Test
    void aDrawingThatComesWhileAnotherIsLookedAtIsLookedAtNext() {
        look("first");
        runAll(window);
        look("second");
        runAll(window);
        runEverything();
        look("third");
        runEverything();
        assertThat(found).containsExactly("second", "third");
    }
}
