package dev.pathlight.view;

/**
 * What the canvas shows of the spanning tree at a bridge's port, or at a bridge.
 *
 * @param seconds until the port goes on to its next state, rounded up; 0 when it does not wait
 */
public record TreeMark(Kind kind, int seconds) {
    /** A port's state as the kernel names it, or that a bridge is the root. */
    public enum Kind {
        DISABLED,
        LISTENING,
        LEARNING,
        FORWARDING,
        BLOCKING,
        ROOT
    }
}
