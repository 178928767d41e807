package dev.pathlight;

import dev.pathlight.cli.Interrupts;
import dev.pathlight.cli.Pathlight;
import dev.pathlight.cli.Terminal;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.session.Sessions;
import dev.pathlight.ui.PathlightApp;
import dev.pathlight.ui.picture.Pictures;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Builds the rooms and hands each what it needs. */
final class Wiring {
    private final SessionOpener sandbox;
    private final Terminal terminal;

    private Wiring(SessionOpener sandbox, Terminal terminal) {
        this.sandbox = sandbox;
        this.terminal = terminal;
    }

    static Wiring real() {
        return new Wiring(Sessions.sandbox(), Terminal.ofProcess());
    }

    /** Runs one command line to its end and returns the exit code. */
    int run(List<String> args) {
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> {
            if (!isEnding()) {
                Terminal.mistake(thread.getName(), mistake);
            }
        });
        try {
            return terminal.end(Pathlight.run(
                    args, sandbox, this::window, Pictures::of, interrupts(), terminal.out(), terminal.err()));
        } catch (Error mistake) {
            return Terminal.mistake(Thread.currentThread().getName(), mistake);
        }
    }

    /** Whether the process is being ended from outside: threads that lose their ground then made no mistake. */
    private static boolean isEnding() {
        Thread probe = Thread.ofPlatform().name("probe").unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private int window(Optional<Path> file) {
        try (ExecutorService background = Executors.newCachedThreadPool(daemons())) {
            Settings settings = Settings.kept(
                    Settings.place(System.getenv(), Path.of(System.getProperty("user.home"))), background);
            PathlightApp.run(() -> workbench(background, settings), settings, file);
            return 0;
        } catch (UnsupportedOperationException e) {
            terminal.err().println("There is no display here to open a window on. Try ./pathlight demo.");
            return 3;
        }
    }

    private Workbench workbench(ExecutorService background, Settings settings) {
        StateFolder state = StateFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
        return new Workbench(
                sandbox,
                FxThread.with(background),
                settings.phrases(Locale.getDefault()),
                Gallery.shipped(),
                Optional.of(state));
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "background");
            thread.setDaemon(true);
            return thread;
        };
    }

    private Interrupts interrupts() {
        return lastWork -> {
            Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> {
                lastWork.run();
                // Without this the process would end with the signal's code, as if it had not been stopped on purpose.
                Runtime.getRuntime().halt(terminal.end(0));
            });
            Runtime.getRuntime().addShutdownHook(hook);
            return () -> Runtime.getRuntime().removeShutdownHook(hook);
        };
    }
}
