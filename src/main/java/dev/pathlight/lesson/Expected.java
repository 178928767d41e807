package dev.pathlight.lesson;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;

/**
 * What must be seen at a step.
 *
 * @param label how the lesson's author says it; may be empty
 */
public record Expected(Observation observation, Texts label) {
    public Expected(Observation observation) {
        this(observation, Texts.NONE);
    }

    /** The author's words, else our own. */
    public Sentence said() {
        return label.isEmpty() ? Saying.of(observation) : Sentence.verbatim(label);
    }
}
