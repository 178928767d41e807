package dev.pathlight.machine.engine;

import java.io.IOException;
import java.io.Serial;

/** Bytes that are no frame of this protocol. */
public final class BadFrame extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    public BadFrame(String what) {
        super(what);
    }
}
