package dev.pathlight.machine;

import java.io.IOException;

/** A shell at a terminal of its own, inside a place that runs. Methods but {@link #close} may be called from any thread. */
public interface Shell extends AutoCloseable {
    /** Waits for what the shell writes, in UTF-8; the number of bytes, or -1 once it has ended and everything was read. */
    int read(byte[] into) throws IOException;

    /** Types. */
    void write(byte[] typed) throws IOException;

    /** The terminal is so many characters wide and high now; programs in it are told. */
    void resize(int columns, int rows) throws IOException;

    /** Waits until the shell has ended; its exit code. */
    int await() throws InterruptedException;

    /** Hangs up, as a terminal does whose window is closed, and waits until the shell is gone. */
    @Override
    void close();
}
