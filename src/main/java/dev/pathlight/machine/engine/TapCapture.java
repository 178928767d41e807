package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.Tap;
import java.util.Optional;

/** A capture at a tap, of one direction or of both, on a thread of its own. */
interface TapCapture {
    /** Who opened it. Called on the capture's own thread. */
    interface Owner {
        /** It is open, or has a {@link TapCapture#problem}. */
        void tried();

        /** It was open and has ended. */
        void lapsed(TapCapture capture, String why);
    }

    Tap tap();

    /** Why it could not be opened. */
    Optional<String> problem();

    void start();

    /** Frames the kernel had no room for, so far. */
    long drops();

    void stop();

    void awaitClosed();
}
