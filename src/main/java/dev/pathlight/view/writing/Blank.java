package dev.pathlight.view.writing;

import dev.pathlight.topology.Sentence;
import java.util.List;

/** Something to fill in at a part of a lesson; what it is called, {@link Naming} knows. */
public sealed interface Blank {
    String key();

    /** One of the values to choose from, and how it is said. */
    record Option(String value, Sentence said) {}

    /**
     * A line of text.
     *
     * @param prompt shown while it is empty: what then holds
     * @param offers texts that can be had by a click, each a word of the line when {@code words} says so
     * @param words whether the line is a list of words
     */
    record Line(String key, String text, Sentence prompt, List<String> offers, boolean words) implements Blank {
        public Line {
            offers = List.copyOf(offers);
        }

        Line(String key, String text, Sentence prompt) {
            this(key, text, prompt, List.of(), false);
        }
    }

    /**
     * Text of several lines.
     *
     * @param mono whether it is typed as in a terminal
     */
    record Area(String key, String text, boolean mono) implements Blank {}

    record Choice(String key, List<Option> options, String chosen) implements Blank {
        public Choice {
            options = List.copyOf(options);
        }
    }

    record Switch(String key, boolean on) implements Blank {}
}
