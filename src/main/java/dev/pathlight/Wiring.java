package dev.pathlight;

import dev.pathlight.cli.Interrupts;
import dev.pathlight.cli.Pathlight;
import dev.pathlight.cli.Terminal;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.session.Sessions;
import dev.pathlight.ui.PathlightApp;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Builds the rooms and hands each what it needs. */
final class Wiring {
    /** The gallery, in its order. */
    private static final List<String> SHIPPED = List.of("bridge.json");

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
        return Pathlight.run(args, sandbox, this::window, interrupts(), Terminal.out(), Terminal.err());
    }

    private int window(Optional<Path> file) {
        try (ExecutorService background = Executors.newCachedThreadPool(daemons())) {
            PathlightApp.run(() -> workbench(background), file);
            return 0;
        } catch (UnsupportedOperationException e) {
            Terminal.err().println("There is no display here to open a window on. Try ./pathlight demo.");
            return 3;
        }
    }

    private Workbench workbench(ExecutorService background) {
        return new Workbench(sandbox, FxThread.with(background), new Phrases(Locale.getDefault()), SHIPPED);
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "background");
            thread.setDaemon(true);
            return thread;
        };
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
