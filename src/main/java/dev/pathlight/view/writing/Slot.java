package dev.pathlight.view.writing;

/**
 * A part of the lesson that has something to fill in.
 *
 * @param index of the deed or the sight, from 0; otherwise 0
 */
public record Slot(Part part, int index) {
    public static final Slot LESSON = new Slot(Part.LESSON, 0);
    public static final Slot STEP = new Slot(Part.STEP, 0);

    /** What kind of part. */
    public enum Part {
        /** The lesson's own words. */
        LESSON,
        /** The chosen step's words. */
        STEP,
        /** One thing to do at it. */
        DEED,
        /** One thing to be seen then. */
        SIGHT
    }
}
