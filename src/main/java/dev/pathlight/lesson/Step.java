package dev.pathlight.lesson;

import dev.pathlight.topology.Texts;
import java.util.List;
import java.util.Optional;

/**
 * One step of a lesson.
 *
 * @param text a few sentences
 * @param actions what to do, in order
 * @param question asked before it is done: what will happen to the packet?
 * @param expected what must be seen then
 */
public record Step(Texts title, Texts text, List<Action> actions, Optional<Texts> question, List<Expected> expected) {
    public Step {
        actions = List.copyOf(actions);
        expected = List.copyOf(expected);
    }

    /** One that nothing is said, done or seen at yet. */
    public static Step empty() {
        return new Step(Texts.NONE, Texts.NONE, List.of(), Optional.empty(), List.of());
    }

    public Step withTitle(Texts next) {
        return new Step(next, text, actions, question, expected);
    }

    public Step withText(Texts next) {
        return new Step(title, next, actions, question, expected);
    }

    /** No words ask nothing. */
    public Step asking(Texts next) {
        return new Step(title, text, actions, Optional.of(next).filter(t -> !t.isEmpty()), expected);
    }

    public Step withActions(List<Action> next) {
        return new Step(title, text, next, question, expected);
    }

    public Step withExpected(List<Expected> next) {
        return new Step(title, text, actions, question, next);
    }

    /** Whether something is sent, so that it can be asked where it will end. */
    public boolean pings() {
        return actions.stream().anyMatch(Action.Ping.class::isInstance);
    }
}
