package dev.pathlight.session;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.MachineLost;
import java.util.function.Consumer;

/** Runs drawings: the window and the command line are handed one, and do not know where the drawing runs. */
@FunctionalInterface
public interface SessionOpener {
    /**
     * Opens a machine, runs the drawing's plan and returns once it is up, or once everything is undone because a step was
     * refused ({@link Session#failure} tells). Blocks; never call from the window's thread. {@code events} is told what
     * happens from the plan's start on, in order, on the session's own thread, also while this call blocks; it must not
     * block for long and may not call the session.
     *
     * @throws MachineLost when no machine could be opened or it broke meanwhile; nothing is left then
     */
    Session open(CheckedTopology drawing, Consumer<SessionEvent> events) throws MachineLost;

    /** What the kernel that it runs drawings on can do. Blocks for about a second; never call from the window's thread. */
    default KernelFeatures features() throws MachineLost {
        return KernelFeatures.UNKNOWN;
    }
}
