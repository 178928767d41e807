package dev.pathlight.view;

import java.util.List;

/** One part of the inspector's form. Plain values: a form that stays the same is left alone while somebody types in it. */
public sealed interface Entry {
    Property property();

    /** One line of text; {@code prompt} is an example, shown while it is empty. */
    record Line(Property property, String text, String prompt) implements Entry {}

    record Switch(Property property, boolean on) implements Entry {}

    /**
     * Lines that can be added, changed and removed.
     *
     * @param ordered they can be moved up and down too
     */
    record Lines(Property property, List<String> items, boolean ordered, String prompt) implements Entry {
        public Lines {
            items = List.copyOf(items);
        }
    }

    /**
     * Other things on the drawing, to go to.
     *
     * @param ordered they can be moved up and down
     */
    record Links(Property property, List<Link> links, boolean ordered) implements Entry {
        public Links {
            links = List.copyOf(links);
        }
    }

    /** Where a link leads: what it is called, and its path on the drawing. */
    record Link(String text, String path) {}
}
