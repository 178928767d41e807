package dev.pathlight.topology;

/**
 * A frame with a title around things that belong together; moving it moves what lies in it. It says something to people and
 * nothing to the kernel, so it is part of the {@link Layout}.
 *
 * @param id places it in the layout, as {@code group:} and the id
 */
public record Group(Name id, Texts title, Colour colour) {
    /** The prefix of a group's path. */
    public static final String PATH = "group:";

    /** How it is tinted; the theme knows the shade. */
    public enum Colour {
        GREY,
        BLUE,
        GREEN,
        AMBER,
        RED,
        PURPLE
    }

    public String path() {
        return PATH + id;
    }

    public Group withTitle(Texts next) {
        return new Group(id, next, colour);
    }

    public Group withColour(Colour next) {
        return new Group(id, title, next);
    }
}
