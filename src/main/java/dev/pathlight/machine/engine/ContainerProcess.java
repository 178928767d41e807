package dev.pathlight.machine.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One running container: its processes are the children of a process that made namespaces for them. */
final class ContainerProcess {
    /** The end of stderr that is kept, in bytes. */
    private static final int KEPT = 2048;

    /** What a loaded machine may take until a container stands, s; it is slow then, not broken. */
    private static final long PATIENCE_SECONDS = 30;

    /** A command that ends within this time failed at once, ms. */
    private static final long FIRST_MOMENT_MILLIS = 150;

    /** 128 and SIGKILL, as a shell tells it. */
    private static final int KILLED = 137;

    /** unshare of util-linux 2.38 wants to end by the signal that ended its child, and cannot where that is SIGKILL. */
    private static final String MAKER_COULD_NOT_DIE_LIKEWISE = "unshare: sigprocmask";

    private final String name;
    private final Process maker;
    /** Lines on stdout still to come: the one that says that all stands, and a responder's, that it listens. */
    private final CountDownLatch lines;

    private final CountDownLatch over = new CountDownLatch(1);
    private final StringBuffer errors = new StringBuffer();
    private final boolean responder;

    /** Told on a thread of its own when the container has ended, whoever ended it. */
    interface Ending {
        void ended(int code, String lastWords);
    }

    ContainerProcess(String name, Process maker, boolean responder) {
        this.name = name;
        this.maker = maker;
        this.responder = responder;
        this.lines = new CountDownLatch(responder ? 2 : 1);
    }

    void begin(Ending ending) {
        Threads.start("container-out-" + name, this::readOutput);
        Thread reader = Threads.start("container-err-" + name, this::readErrors);
        Threads.start("container-end-" + name, () -> {
            int code = awaitEnd();
            awaitReader(reader);
            String words = errors.toString().strip();
            int failed = words.indexOf(MAKER_COULD_NOT_DIE_LIKEWISE);
            if (code == 1 && failed >= 0) {
                ending.ended(KILLED, words.substring(0, failed).strip());
            } else {
                ending.ended(code, words);
            }
            over.countDown();
        });
    }

    /** What it left running may hold stderr open. */
    private static void awaitReader(Thread reader) {
        try {
            reader.join(FIRST_MOMENT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int awaitEnd() {
        try {
            return maker.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            while (lines.getCount() > 0) {
                lines.countDown();
            }
        }
    }

    /** Waits until it stands or has ended; the number of its first process, or 0. */
    int awaitStanding() {
        try {
            boolean stands = lines.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            boolean ended = stands && (!responder || !maker.isAlive()) && over.await(moment(), TimeUnit.MILLISECONDS);
            return ended ? 0 : (int) first();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The end of one that is known to be dead is waited for; a command's may still come. */
    private long moment() {
        return maker.isAlive() ? FIRST_MOMENT_MILLIS : TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS);
    }

    /** The number of the first process in it, as the engine sees it; 0 when there is none. */
    long first() {
        return maker.children().mapToLong(ProcessHandle::pid).min().orElse(0);
    }

    /** With its first process all others die, before that one is gone; the maker only waits for it. */
    void signal() {
        maker.children().forEach(ProcessHandle::destroyForcibly);
        if (maker.children().findAny().isEmpty()) {
            maker.destroyForcibly();
        }
    }

    /** Ends it and waits until nothing of it is left. */
    void kill() {
        while (maker.isAlive()) {
            signal();
            try {
                maker.waitFor(5, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void readOutput() {
        try (InputStream in = maker.getInputStream()) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    lines.countDown();
                }
            }
        } catch (IOException e) {
            // Its end closed it.
        }
    }

    private void readErrors() {
        try (InputStream in = maker.getErrorStream()) {
            byte[] part = new byte[KEPT];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                errors.append(new String(part, 0, n, StandardCharsets.UTF_8));
                errors.delete(0, Math.max(0, errors.length() - KEPT));
            }
        } catch (IOException e) {
            // Its end closed it; what it said until then is kept.
        }
    }
}
