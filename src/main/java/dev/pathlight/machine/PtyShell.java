package dev.pathlight.machine;

import com.pty4j.WinSize;
import com.pty4j.unix.Pty;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A shell of this host's user that has entered a sandbox, at a pseudo-terminal of the host. The shell makes the terminal its
 * own only once it is inside: a session that began outside has no number among the processes in there, and without one it
 * could neither stop nor continue what it starts.
 */
final class PtyShell implements Shell {
    /**
     * Bash where there is one. What is typed in a lecture stays out of the user's own history. Whoever started Pathlight may
     * have it ignore Ctrl+C, and Java ignores a broken pipe: what is typed here shall heed both, where {@code env} can do it.
     */
    private static final String BEGIN = "cd 2>/dev/null;"
            + " e=; if env --default-signal true 2>/dev/null; then e='env --default-signal'; fi;"
            + " if command -v bash >/dev/null; then exec $e setsid --ctty --wait bash --norc; fi;"
            + " exec $e setsid --ctty --wait sh";

    /** Opens the terminal without making it its own: only who leads a session could, and this never does. */
    private static final String AT_TERMINAL = "t=$1; shift; exec \"$@\" <\"$t\" >\"$t\" 2>&1";

    /** How long a shell that was hung up may take to end by itself, ms. */
    private static final long PATIENCE_MILLIS = 1000;

    private final Pty terminal;
    private final Process process;

    private PtyShell(Pty terminal, Process process) {
        this.terminal = terminal;
        this.process = process;
    }

    /** @param place what the prompt calls it: the name of a namespace, node or container, which has nothing a shell expands */
    static Shell start(Entering way, String place) throws IOException {
        Pty terminal = new Pty();
        try {
            return new PtyShell(terminal, way.start(List.of("sh", "-c", BEGIN), b -> at(terminal, place, b)));
        } catch (IOException e) {
            terminal.close();
            throw e;
        }
    }

    private static ProcessBuilder at(Pty terminal, String place, ProcessBuilder entering) {
        entering.command().addAll(0, List.of("sh", "-c", AT_TERMINAL, "sh", terminal.getSlaveName()));
        Map<String, String> environment = entering.environment();
        environment.put("TERM", "xterm-256color");
        environment.put("PS1", place + ":\\w\\$ ");
        environment.put("HISTFILE", "/dev/null");
        // Inside one is root, whose programs an ordinary user's path leaves out.
        environment.merge("PATH", "/usr/local/sbin:/usr/sbin:/sbin", (own, more) -> own + ":" + more);
        environment.keySet().removeAll(List.of("PROMPT_COMMAND", "COLUMNS", "LINES"));
        return entering;
    }

    @Override
    public int read(byte[] into) throws IOException {
        return terminal.getInputStream().read(into, 0, into.length);
    }

    @Override
    public void write(byte[] typed) throws IOException {
        terminal.getOutputStream().write(typed);
    }

    @Override
    public void resize(int columns, int rows) throws IOException {
        terminal.setWindowSize(new WinSize(columns, rows), null);
    }

    @Override
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public synchronized void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // It is gone already.
        }
        try {
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
