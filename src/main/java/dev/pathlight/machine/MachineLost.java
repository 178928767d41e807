package dev.pathlight.machine;

import java.io.Serial;

/** The connection to a machine broke, or could not be made: what happened, why, and what to do. */
public final class MachineLost extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String remedy;

    public MachineLost(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    /** The text; an exception's own message is never empty here. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
