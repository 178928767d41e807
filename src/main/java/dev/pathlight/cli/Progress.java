package dev.pathlight.cli;

import java.io.PrintWriter;

/** A bar for what takes over a second; drawn on a terminal only. */
final class Progress {
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final String unit;
    private final int total;
    private final boolean drawn;

    Progress(PrintWriter err, String unit, int total) {
        this.err = err;
        this.unit = unit;
        this.total = total;
        this.drawn = System.console() != null && System.console().isTerminal();
    }

    /** {@code finished} of the total are done. */
    void at(int finished) {
        if (drawn) {
            int filled = WIDTH * finished / total;
            err.printf(
                    "\r[%s%s] %s %d of %d", "#".repeat(filled), " ".repeat(WIDTH - filled), unit, finished + 1, total);
            err.flush();
        }
    }

    void done() {
        if (drawn) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
