package dev.pathlight.topology;

/**
 * A remark on the drawing; its {@code id} places it in the layout. Text is plain, in several languages.
 *
 * @param framed it stands on paper of its own; else its words stand on the drawing, larger
 */
public record Note(Name id, Texts text, boolean framed) {
    public Note(Name id, Texts text) {
        this(id, text, true);
    }

    public Note withId(Name next) {
        return new Note(next, text, framed);
    }

    public Note withText(Texts next) {
        return new Note(id, next, framed);
    }

    public Note withFrame(boolean on) {
        return new Note(id, text, on);
    }
}
