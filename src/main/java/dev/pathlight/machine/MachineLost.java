package dev.pathlight.machine;

import dev.pathlight.topology.Sentence;
import java.io.Serial;

/** The connection to a machine broke, or could not be made: what happened, why, and what to do. */
public final class MachineLost extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Sentence what;
    private final transient Sentence remedy;

    public MachineLost(Sentence what, Sentence remedy) {
        super(what.toString());
        this.what = what;
        this.remedy = remedy;
    }

    public Sentence what() {
        return what;
    }

    public Sentence remedy() {
        return remedy;
    }
}
