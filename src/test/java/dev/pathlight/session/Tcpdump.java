package dev.pathlight.session;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;

/** A tcpdump inside a namespace that runs: it knows nothing of Pathlight. */
final class Tcpdump {
    private static final List<String> BEGINNING = List.of("timeout", "60", "tcpdump", "-Z", "root", "--immediate-mode");

    private Tcpdump() {}

    /** Skips the test where there can be none. */
    static void assumePossible(Lecture lecture) throws MachineLost {
        assumeTrue(lecture.has("tcpdump"), "tcpdump is not installed: nothing independent to compare with");
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "tcpdump changes its user and group, which a sandbox of an ordinary user cannot: run this test as"
                        + " root");
    }

    /** Not listening yet: its error output says when. It ends by itself after a minute. */
    static ProcessBuilder in(Lecture lecture, SpaceId space, String... options) {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + lecture.session.namespacePath(space)));
        command.addAll(BEGINNING);
        command.addAll(List.of(options));
        return new ProcessBuilder(command);
    }
}
