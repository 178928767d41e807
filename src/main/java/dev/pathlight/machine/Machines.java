package dev.pathlight.machine;

/** Opens machines. */
public final class Machines {
    private Machines() {}

    /** Opens the door to a target; blocks until it is usable. The message says what refused and the way out. */
    public static Machine open(Target target) throws MachineLost {
        throw new UnsupportedOperationException("being built: " + target);
    }
}
