package dev.pathlight.view;

import dev.pathlight.machine.Shell;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One terminal of the window, with the shell at it. What moves bytes may block: never call it from the window's thread. */
public final class Terminal {
    private final String path;
    private final String title;
    private final Shell shell;
    private final ReadOnlyObjectWrapper<Optional<Integer>> ended = new ReadOnlyObjectWrapper<>(Optional.empty());

    Terminal(String path, String title, Shell shell) {
        this.path = path;
        this.title = title;
        this.shell = shell;
    }

    /** The namespace, node or container it is in, by its path on the drawing. */
    public String path() {
        return path;
    }

    /** What that is called for short. */
    public String title() {
        return title;
    }

    /** The shell's exit code, once it has ended. */
    public ReadOnlyObjectProperty<Optional<Integer>> ended() {
        return ended.getReadOnlyProperty();
    }

    void end(int code) {
        ended.set(Optional.of(code));
    }

    Shell shell() {
        return shell;
    }

    /** Waits for what the shell writes, in UTF-8; the number of bytes, or -1 after the last. */
    public int read(byte[] into) throws IOException {
        return shell.read(into);
    }

    /** Types. */
    public void write(byte[] typed) throws IOException {
        shell.write(typed);
    }

    /** Tells the programs in it how many characters it is wide and high. */
    public void resize(int columns, int rows) throws IOException {
        shell.resize(columns, rows);
    }

    /** Waits until the shell has ended; its exit code. */
    public int await() throws InterruptedException {
        return shell.await();
    }
}
