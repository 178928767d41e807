package dev.pathlight.view;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The one door between threads and JavaFX: what blocks goes out to {@code background}, its result comes back on the window's
 * thread. View-models are touched on that thread only.
 */
public final class FxThread {
    private final Executor background;
    private final Executor window;

    /** Both executors given, so that tests can run without a toolkit. */
    public FxThread(Executor background, Executor window) {
        this.background = background;
        this.window = window;
    }

    /** The real one. {@code background} must offer several threads: a ping may wait while a drawing is saved. */
    public static FxThread with(Executor background) {
        return new FxThread(background, Platform::runLater);
    }

    /** Runs {@code action} on the window's thread, soon. */
    public void show(Runnable action) {
        window.execute(action);
    }

    /** Does {@code task} in the background and shows its outcome; {@code failed} is shown what the task threw. */
    public <T> void work(Callable<T> task, Consumer<T> done, Consumer<Exception> failed) {
        background.execute(() -> {
            T result;
            try {
                result = task.call();
            } catch (Exception e) {
                show(() -> failed.accept(e));
                return;
            }
            show(() -> done.accept(result));
        });
    }
}
