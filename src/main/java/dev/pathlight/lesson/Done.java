package dev.pathlight.lesson;

import dev.pathlight.topology.Sentence;

/**
 * What came of an action.
 *
 * @param ok whether it could be done; a ping without an answer could
 */
public record Done(Action action, boolean ok, Sentence said) {}
