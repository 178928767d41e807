package dev.pathlight.session;

import dev.pathlight.machine.Shell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Types at a shell as a person does, and reads what its terminal shows. */
final class Typist {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Shell shell;
    private final StringBuffer shown = new StringBuffer();

    Typist(Shell shell) {
        this.shell = shell;
        Thread.ofPlatform().daemon().name("typist").start(this::read);
    }

    private void read() {
        byte[] part = new byte[4096];
        try {
            for (int n = shell.read(part); n >= 0; n = shell.read(part)) {
                shown.append(new String(part, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            shown.append(e);
        }
    }

    void type(String keys) throws IOException {
        shell.write(keys.getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until it shows something of that shape, and returns it; what was shown is forgotten. */
    String await(String shape) throws InterruptedException {
        Pattern wanted = Pattern.compile(shape);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var seen = wanted.matcher(shown);
            if (seen.find()) {
                String found = seen.group();
                shown.delete(0, seen.end());
                return found;
            }
            Thread.sleep(10);
        }
        throw new AssertionError(shape + " was not shown, but " + shown);
    }
}
