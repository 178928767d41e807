package dev.pathlight.check;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Sentence;

/**
 * One obvious way to mend what was found.
 *
 * @param name what it does, a sentence to be pressed
 * @param edit applied to the drawing that was checked, it leaves the finding out
 */
public record Mend(Sentence name, Edit edit) {}
