package dev.pathlight.cli;

/** Tells of Ctrl-C and its like: who builds the program knows how to wait for them. */
@FunctionalInterface
public interface Interrupts {
    /** Has {@code lastWork} done before the program ends with code 0, when the user interrupts it before the watch is closed. */
    Watch before(Runnable lastWork);

    /** A watch for interrupts; closing it ends it. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
