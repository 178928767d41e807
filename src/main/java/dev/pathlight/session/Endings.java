package dev.pathlight.session;

import dev.pathlight.machine.ContainerEnd;
import dev.pathlight.topology.Sentence;
import java.util.List;

/** Says why a container ended, as far as its exit code and its last words tell. */
final class Endings {
    private static final int NOT_STARTED = -1;
    private static final int NO_SUCH_PROGRAM = 127;
    private static final int NO_PROGRAM = 126;
    private static final int FIRST_SIGNAL = 129;

    /** EADDRINUSE, with which the built-in responder ends. */
    private static final int PORT_TAKEN = 98;

    private Endings() {}

    /** As the responder says it by its exit code, and other programs by strerror(3). */
    static boolean isPortTaken(ContainerEnd e) {
        return e.exitCode() == PORT_TAKEN
                || e.lastWords().contains("Address already in use")
                || e.lastWords().contains("EADDRINUSE");
    }

    static Sentence what(ContainerEnd e) {
        return e.exitCode() == NOT_STARTED
                ? Sentence.of("The container {0} in {1} could not be started.", e.container(), e.space())
                : e.exitCode() >= FIRST_SIGNAL
                        ? Sentence.of(
                                "The container {0} in {1} was ended by signal {2}.",
                                e.container(), e.space(), e.exitCode() - FIRST_SIGNAL + 1)
                        : Sentence.of(
                                "The container {0} in {1} ended with exit code {2}.",
                                e.container(), e.space(), e.exitCode());
    }

    static Sentence why(ContainerEnd e) {
        return e.lastWords().isEmpty()
                ? Sentence.of("It wrote nothing to its error output.")
                : Sentence.of("Its last words: {0}", lastLines(e.lastWords()));
    }

    private static String lastLines(String words) {
        String[] lines = words.split("\n");
        return String.join(" / ", List.of(lines).subList(Math.max(0, lines.length - 3), lines.length));
    }

    static Sentence remedy(ContainerEnd e) {
        if (isPortTaken(e)) {
            return Sentence.of("Give one of them another port, or a namespace of its own.");
        }
        return switch (e.exitCode()) {
            case 0 -> Sentence.of("A container lives as long as its command: give it one that goes on, or none.");
            case NO_PROGRAM, NO_SUCH_PROGRAM ->
                Sentence.of("Write a program that is installed on this machine as the first word of its command.");
            default -> Sentence.of("The network goes on without it. Mend its command and run the drawing again.");
        };
    }
}
