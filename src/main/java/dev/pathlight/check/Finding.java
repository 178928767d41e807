package dev.pathlight.check;

import dev.pathlight.topology.Sentence;

/**
 * One thing wrong with a drawing.
 *
 * @param rule the rule's name in kebab-case, as {@code cable-to-nowhere}: stable, for scripts
 * @param element the path of the thing on the drawing, as {@code this/ns1/veth0}
 * @param field the JSON path in the file, as {@code cables[0].ends[1]}
 * @param message what is wrong, a sentence
 * @param hint what to do, a sentence
 */
public record Finding(Severity severity, String rule, String element, String field, Sentence message, Sentence hint) {
    /** An error keeps the drawing from running; a warning does not. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
