package dev.pathlight.session;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.machine.Entering;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A tcpdump inside a namespace that runs, as typed in another terminal: it knows nothing of Pathlight. */
final class Tcpdump {
    private static final List<String> BEGINNING = List.of("timeout", "60", "tcpdump", "--immediate-mode");

    private Tcpdump() {}

    /** Skips the test where there can be none. */
    static void assumePossible(Lecture lecture) throws MachineLost {
        assumeTrue(lecture.has("tcpdump"), "tcpdump is not installed: nothing independent to compare with");
    }

    /** Not listening yet: its error output says when. It ends by itself after a minute. */
    static Process in(Lecture lecture, SpaceId space, String... options) throws IOException {
        List<String> command = new ArrayList<>(BEGINNING);
        command.addAll(List.of(options));
        return Entering.namespace(lecture.session.namespacePath(space)).start(command, setting -> setting);
    }
}
