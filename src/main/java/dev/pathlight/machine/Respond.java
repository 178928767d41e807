package dev.pathlight.machine;

import dev.pathlight.machine.engine.Responder;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Name;
import java.io.IOException;
import java.util.List;

/** The built-in responder in this very process, for scripts that start containers without Pathlight. */
public final class Respond {
    private Respond() {}

    /** Answers until the process ends; returns an exit code only when a port cannot be listened to, which stderr says. */
    public static int forever(Name container, List<Listen> listens) throws IOException {
        return Responder.serve(
                container.value(),
                listens.stream().map(l -> l.protocol() + ":" + l.port()).toList());
    }
}
