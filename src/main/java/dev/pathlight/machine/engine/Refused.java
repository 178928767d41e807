package dev.pathlight.machine.engine;

import java.io.Serial;

/** The kernel refused a system call: which one, on what, and its errno (positive, {@code asm-generic/errno.h}). */
final class Refused extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int errno;

    Refused(String call, int errno) {
        super(call + ": errno " + errno);
        this.errno = errno;
    }

    int errno() {
        return errno;
    }
}
