package dev.pathlight.view;

import java.util.Set;

/** Where a drawing is between Run and Stop. */
public enum RunState {
    STOPPED,
    STARTING,
    RUNNING,
    STOPPING;

    /** Which states may follow: a start may fail or be called off, a run may break. */
    Set<RunState> next() {
        return switch (this) {
            case STOPPED -> Set.of(STARTING);
            case STARTING -> Set.of(RUNNING, STOPPING, STOPPED);
            case RUNNING -> Set.of(STOPPING, STOPPED);
            case STOPPING -> Set.of(STOPPED);
        };
    }
}
