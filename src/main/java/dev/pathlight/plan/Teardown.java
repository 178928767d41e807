package dev.pathlight.plan;

import java.util.List;

/** The undoing of steps. */
public final class Teardown {
    private Teardown() {}

    /** What undoes {@code done}, last first; links inside a namespace that is dropped anyway are not deleted one by one. */
    public static Plan of(List<Step> done) {
        throw new UnsupportedOperationException("being built: " + done);
    }
}
