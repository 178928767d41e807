package dev.pathlight.session;

import dev.pathlight.machine.Machines;
import dev.pathlight.machine.Target;

/** The openers there are. */
public final class Sessions {
    private Sessions() {}

    /** Runs drawings in a sandbox of this machine: needs no root, and the host's network stays untouched. */
    public static SessionOpener sandbox() {
        return on(new Target.Sandbox());
    }

    /** Runs drawings on a target; each session opens a machine of its own. */
    public static SessionOpener on(Target target) {
        return (drawing, events) -> LocalSession.open(Machines.open(target), drawing, events);
    }
}
