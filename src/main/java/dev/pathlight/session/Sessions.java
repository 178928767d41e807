package dev.pathlight.session;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.Machines;
import dev.pathlight.machine.Target;
import java.util.function.Consumer;

/** The openers there are. */
public final class Sessions {
    private Sessions() {}

    /** Runs drawings in a sandbox of this machine: needs no root, and the host's network stays untouched. */
    public static SessionOpener sandbox() {
        return on(new Target.Sandbox());
    }

    /** Runs drawings on a target; each session opens a machine of its own. */
    public static SessionOpener on(Target target) {
        return new SessionOpener() {
            @Override
            public Session open(CheckedTopology drawing, Consumer<SessionEvent> events) throws MachineLost {
                return LocalSession.open(Machines.open(target), drawing, events);
            }

            @Override
            public KernelFeatures features() throws MachineLost {
                return Machines.features(target);
            }
        };
    }
}
