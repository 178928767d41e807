package dev.pathlight.machine.engine;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs inside a namespace. */
final class Programs {
    /** Exit code of a program that was out of time, as {@code timeout(1)} gives it. */
    private static final int OUT_OF_TIME = 124;

    private static final int SIGKILL = 9;

    /** How long what was killed may take to go. */
    private static final long GRACE_MILLIS = 1000;

    /** How much of each output is kept in bytes. */
    private static final int KEPT = 4 << 20;

    /**
     * A fixed text, in which the arguments are never parsed: programs such as brctl read the bridges from /sys, which shows
     * the namespace of whoever mounted it.
     */
    private static final String WITH_OWN_SYS = "mount -t sysfs -o ro sysfs /sys 2>/dev/null; exec \"$@\"";

    private Programs() {}

    /** Runs to the end or until the time is over, when it is killed with its children. */
    static Event.Exited run(Space space, Command.Exec exec, Libc raw) throws IOException {
        List<String> command = new ArrayList<>(entering(space));
        command.addAll(List.of("setsid", "--wait", "unshare", "--mount", "sh", "-c", WITH_OWN_SYS, "sh"));
        command.addAll(exec.command());
        return run(command, exec, raw);
    }

    /** The same in the container whose first process this is. */
    static Event.Exited runIn(long process, Command.Exec exec, Libc raw) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid", "--wait", "nsenter", "--target=" + process));
        command.addAll(List.of("--net", "--mount", "--uts", "--pid"));
        command.addAll(exec.command());
        return run(command, exec, raw);
    }

    /** What follows these words runs in the namespace. */
    static List<String> entering(Space space) {
        return List.of("nsenter", "--net=/proc/" + ProcessHandle.current().pid() + "/fd/" + space.descriptor());
    }

    private static Event.Exited run(List<String> command, Command.Exec exec, Libc raw) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(Redirect.from(new File("/dev/null")));
        // brctl and its kind live where an ordinary user's PATH does not look.
        builder.environment().merge("PATH", "/usr/sbin:/sbin", (path, more) -> path + ":" + more);
        Process process = builder.start();
        Output stdout = new Output(process.getInputStream());
        Output stderr = new Output(process.getErrorStream());
        Thread out = Threads.start("engine-exec-out", stdout);
        Thread err = Threads.start("engine-exec-err", stderr);
        boolean ended = awaitEnd(process, exec.timeoutMillis());
        if (!ended) {
            kill(process, raw);
            awaitEnd(process, GRACE_MILLIS);
        }
        // What the program left running may hold its outputs: it lives on, as in a shell, and is not waited for.
        long grace = TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
        if (!join(out, grace) || !join(err, grace)) {
            stdout.close();
            stderr.close();
        }
        return new Event.Exited(ended ? process.exitValue() : OUT_OF_TIME, stdout.bytes(), stderr.bytes());
    }

    /** With all it started: its session is its own, and outlives it. */
    private static void kill(Process process, Libc raw) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        raw.kill(-(int) process.pid(), SIGKILL);
    }

    private static boolean join(Thread thread, long nanos) {
        try {
            return thread.join(Duration.ofNanos(Math.max(1, nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean awaitEnd(Process process, long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Reads one output to its end, so that the program is never held up, and keeps the beginning. */
    private static final class Output implements Runnable {
        private final InputStream in;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

        Output(InputStream in) {
            this.in = in;
        }

        @Override
        public void run() {
            byte[] part = new byte[8192];
            try {
                for (int n = in.read(part); n >= 0; n = in.read(part)) {
                    kept.write(part, 0, Math.min(n, KEPT - kept.size()));
                }
            } catch (IOException e) {
                // The program's end closed it: what was read is what there is.
            }
        }

        void close() {
            try {
                in.close();
            } catch (IOException e) {
                // Nobody reads it any more, one way or the other.
            }
        }

        byte[] bytes() {
            return kept.toByteArray();
        }
    }
}
