package dev.pathlight.cli;

import dev.pathlight.session.Session;
import java.io.PrintWriter;
import java.util.List;

/** The last words about a session that was closed: true ones. */
final class Stopped {
    private Stopped() {}

    /** @param left as {@link Session#leftBehind} tells it */
    static void tell(List<String> left, PrintWriter out) {
        if (left.isEmpty()) {
            out.printf("%nStopped; nothing is left behind.%n");
            return;
        }
        out.printf("%nStopped, but not everything is gone:%n");
        left.forEach(sentence -> out.println("  " + sentence));
        out.println("End these processes (leave the shells, or kill them): what they hold goes with them.");
    }
}
