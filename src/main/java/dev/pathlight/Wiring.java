package dev.pathlight;

import dev.pathlight.cli.Interrupts;
import dev.pathlight.cli.Pathlight;
import dev.pathlight.cli.Terminal;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.session.Sessions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Builds the rooms and hands each what it needs. */
final class Wiring {
    private final SessionOpener sandbox;

    private Wiring(SessionOpener sandbox) {
        this.sandbox = sandbox;
    }

    static Wiring real() {
        return new Wiring(Sessions.sandbox());
    }

    /** Runs one command line to its end and returns the exit code. */
    int run(List<String> args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> Terminal.mistake(thread.getName(), mistake));
        return Pathlight.run(args, sandbox, Wiring::noWindow, interrupts(), Terminal.out(), Terminal.err());
    }

    private static int noWindow(Optional<Path> file) {
        Terminal.err().println("There is no display here to open a window on. Try ./pathlight demo.");
        return 3;
    }

    private static Interrupts interrupts() {
        return lastWork -> {
            Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
                lastWork.run();
                // Without this the process would end with the signal's code, as if it had not been stopped on purpose.
                Runtime.getRuntime().halt(0);
            });
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> Runtime.getRuntime().removeShutdownHook(hook);
        };
    }
}
