package dev.pathlight.view;

import java.util.List;

/** One part of the inspector's form. Plain values: a form that stays the same is left alone while somebody types in it. */
public sealed interface Entry {
    Property property();

    /**
     * One line of text.
     *
     * @param prompt shown while it is empty: an example, or what then holds
     * @param where the place that the property's phrase names, or ""
     */
    record Line(Property property, String text, String prompt, String where) implements Entry {
        Line(Property property, String text, String prompt) {
            this(property, text, prompt, "");
        }
    }

    /** Text of several lines. */
    record Words(Property property, String text) implements Entry {}

    /**
     * On or off.
     *
     * @param lacking why it cannot be turned on here; "" when it can
     */
    record Switch(Property property, boolean on, String lacking) implements Entry {
        Switch(Property property, boolean on) {
            this(property, on, "");
        }
    }

    /**
     * One of several; "" among them is none.
     *
     * @param path of what is chosen, on the drawing; "" for none
     */
    record Choice(Property property, List<String> options, String chosen, String path) implements Entry {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Lines that can be added, changed and removed.
     *
     * @param ordered they can be moved up and down too
     * @param prompt shown in the empty line behind the last: an example
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
