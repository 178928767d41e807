package dev.pathlight.machine;

import dev.pathlight.machine.engine.EngineDoor;
import dev.pathlight.machine.engine.EngineLost;

/** Opens machines. */
public final class Machines {
    private Machines() {}

    /** Opens the door to a target; blocks until it is usable. The message says what refused and the way out. */
    public static Machine open(Target target) throws MachineLost {
        return switch (target) {
            case Target.Sandbox s -> sandbox();
        };
    }

    /** Tries what the kernel there can do, on a machine of its own that is closed again; blocks. */
    public static KernelFeatures features(Target target) throws MachineLost {
        try (Machine machine = open(target)) {
            return FeatureProbe.on(machine);
        }
    }

    /** Root uses the same door as everybody, so that both are one path; only where that is refused it needs no user namespace. */
    static EngineMachine sandbox() throws MachineLost {
        try {
            return EngineMachine.behind(new EngineDoor(true));
        } catch (EngineLost refused) {
            if (System.getProperty("user.name", "").equals("root")) {
                try {
                    return EngineMachine.behind(new EngineDoor(false));
                } catch (EngineLost alsoRefused) {
                    refused.addSuppressed(alsoRefused);
                }
            }
            throw DoorRefusal.explain(refused, DoorFacts.ofThisHost());
        }
    }
}
