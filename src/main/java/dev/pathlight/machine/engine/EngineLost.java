package dev.pathlight.machine.engine;

import java.io.IOException;
import java.io.Serial;

/** The engine is not there, or no longer: what it last said and how it ended. */
public final class EngineLost extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String lastWords;
    private final int exitCode;

    EngineLost(String what, String lastWords, int exitCode) {
        super(what);
        this.lastWords = lastWords;
        this.exitCode = exitCode;
    }

    /** The end of what the child process wrote to stderr, or "". */
    public String lastWords() {
        return lastWords;
    }

    /** The child's exit code, -1 while it has none. */
    public int exitCode() {
        return exitCode;
    }
}
