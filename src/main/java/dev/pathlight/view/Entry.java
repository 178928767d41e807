package dev.pathlight.view;

import java.util.List;

/** One part of the inspector's form. Plain values: a form that stays the same is left alone while somebody types in it. */
public sealed interface Entry {
    Property property();

    /**
     * One line of text.
     *
     * @param index of the language among those a text is written in, the screen's first; otherwise 0
     * @param prompt shown while it is empty: an example, or what then holds
     * @param where the place or the language that it is about, or ""
     */
    record Line(Property property, int index, String text, String prompt, String where) implements Entry {
        Line(Property property, String text, String prompt) {
            this(property, 0, text, prompt, "");
        }
    }

    /** Text of several lines; the rest as of {@link Line}. */
    record Words(Property property, int index, String text, String prompt, String where) implements Entry {}

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
     * @param choice what may become of the list
     */
    record Links(Property property, List<Link> links, boolean ordered, Growth choice) implements Entry {
        public Links {
            links = List.copyOf(links);
        }
    }

    /** What each of several things has differently: {@code entry} as it stands empty. */
    record Mixed(Entry entry) implements Entry {
        @Override
        public Property property() {
            return entry.property();
        }
    }

    /** How more things come to those of a list, and go. */
    sealed interface Growth {
        /** By hand on the drawing. */
        record None() implements Growth {}

        /** Some of {@code offers} can join, and those that are there can leave. */
        record Joining(List<String> offers) implements Growth {
            public Joining {
                offers = List.copyOf(offers);
            }
        }

        /** A new one is made under a name; {@code prompt} is an example. */
        record Making(String prompt) implements Growth {}
    }

    /** Where a link leads: what it is called, and its path on the drawing. */
    record Link(String text, String path) {}
}
