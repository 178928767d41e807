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

    /** Whether something is sent, so that it can be asked where it will end. */
    public boolean pings() {
        return actions.stream().anyMatch(Action.Ping.class::isInstance);
    }
}
