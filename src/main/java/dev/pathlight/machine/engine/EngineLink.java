package dev.pathlight.machine.engine;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The near end of the line to an engine: sends commands from any thread and matches answers to them. */
public final class EngineLink implements AutoCloseable {
    private static final long FIRST_WORD_SECONDS = 30;
    private static final long LAST_WORD_SECONDS = 3;
    private static final int KEPT_OF_STDERR = 4096;

    private final Process process;
    private final String marker;
    private final DataOutputStream out;
    private final Consumer<Event> spontaneous;
    private final StringBuffer stderr = new StringBuffer();
    private final Map<Integer, CompletableFuture<Event>> awaited = new ConcurrentHashMap<>();
    private final CompletableFuture<Event.Hello> hello = new CompletableFuture<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Thread errors;
    private volatile @Nullable EngineLost lost;
    private volatile boolean closing;

    private EngineLink(Process process, String marker, Consumer<Event> spontaneous) {
        this.process = process;
        this.marker = marker;
        this.spontaneous = spontaneous;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        errors = Threads.start("engine-stderr", this::readErrors);
        Threads.start("engine-events", this::readEvents);
    }

    /** Waits for the first word of the engine behind {@code process}. */
    static EngineLink to(Process process, String marker, Consumer<Event> spontaneous) throws EngineLost {
        EngineLink link = new EngineLink(process, marker, spontaneous);
        try {
            Event.Hello first = link.hello.get(FIRST_WORD_SECONDS, TimeUnit.SECONDS);
            if (first.version() != EngineMain.VERSION) {
                link.close();
                throw new EngineLost("the engine speaks version " + first.version(), "", -1);
            }
            return link;
        } catch (ExecutionException e) {
            link.close();
            throw link.lostNow();
        } catch (TimeoutException e) {
            link.close();
            throw new EngineLost("the engine said nothing for " + FIRST_WORD_SECONDS + " s", link.lastWords(), -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            link.close();
            throw new EngineLost("interrupted while the engine started", "", -1);
        }
    }

    /** The descriptor number by which the engine holds space 0; space n is at that plus n. */
    public int descriptorBase() {
        return hello.join().descriptorBase();
    }

    /** A text that stands in the command lines of this engine's processes and of no others. */
    public String marker() {
        return marker;
    }

    /** The engine's process id as seen from here. */
    public long pid() {
        return process.descendants()
                .filter(p -> p.info().command().orElse("").endsWith("/java"))
                .mapToLong(ProcessHandle::pid)
                .max()
                .orElse(process.pid());
    }

    /** The id of the process that was started as the sandbox's door. */
    public long doorPid() {
        return process.pid();
    }

    /** Sends a command; the answer comes later, or the exception {@link EngineLost}. */
    public CompletableFuture<Event> send(Command command) {
        int id = ids.incrementAndGet();
        CompletableFuture<Event> answer = new CompletableFuture<>();
        awaited.put(id, answer);
        byte[] frame = CommandCodec.encode(id, command);
        synchronized (out) {
            try {
                FrameStream.write(out, frame);
            } catch (IOException e) {
                // The reading side notices the same end and says how it came.
            }
        }
        EngineLost gone = lost;
        if (gone != null) {
            awaited.remove(id);
            answer.completeExceptionally(gone);
        }
        return answer;
    }

    /** Sends a command and waits for its answer. */
    public Event ask(Command command) throws EngineLost {
        return await(send(command));
    }

    /**
     * Tells a command and waits for its answer, also where the engine does not even read any more. False when none came in
     * time; an engine that is gone needs no time.
     */
    public boolean tellWithin(Command command, long millis) {
        CompletableFuture<Boolean> over = new CompletableFuture<>();
        Threads.start("engine-farewell", () -> {
            var _ = send(command).whenComplete((event, gone) -> over.complete(true));
        });
        try {
            return over.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static Event await(CompletableFuture<Event> answer) throws EngineLost {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineLost l ? l : new EngineLost(String.valueOf(e.getCause()), "", -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineLost("interrupted while waiting for the engine", "", -1);
        }
    }

    private void readEvents() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 18))) {
            while (true) {
                EventCodec.Numbered next = EventCodec.decode(FrameStream.read(in));
                take(next.id(), next.event());
            }
        } catch (IOException e) {
            breakOff(e);
        }
    }

    private void take(int id, Event event) {
        if (event instanceof Event.Hello first) {
            hello.complete(first);
        } else if (id == 0) {
            spontaneous.accept(event);
        } else {
            CompletableFuture<Event> answer = awaited.remove(id);
            if (answer != null) {
                answer.complete(event);
            }
        }
    }

    private void breakOff(IOException why) {
        int code = awaitExit() ? process.exitValue() : -1;
        Threads.join(errors);
        String what = why instanceof BadFrame
                ? "the engine sent what is no frame: " + why.getMessage()
                : "the engine ended" + (code < 0 ? "" : " with exit code " + code);
        EngineLost gone = new EngineLost(closing ? "the machine is closed" : what, lastWords(), code);
        lost = gone;
        hello.completeExceptionally(gone);
        awaited.values().forEach(a -> a.completeExceptionally(gone));
        awaited.clear();
    }

    private EngineLost lostNow() {
        EngineLost gone = lost;
        return gone != null ? gone : new EngineLost("the engine ended", lastWords(), -1);
    }

    private String lastWords() {
        return stderr.toString().strip();
    }

    private void readErrors() {
        try (InputStream in = process.getErrorStream()) {
            byte[] part = new byte[KEPT_OF_STDERR];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                stderr.append(new String(part, 0, n, StandardCharsets.UTF_8));
                stderr.delete(0, Math.max(0, stderr.length() - KEPT_OF_STDERR));
            }
        } catch (IOException e) {
            // The child is gone: what it said until then is kept.
        }
    }

    private boolean awaitExit() {
        try {
            return process.waitFor(LAST_WORD_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the engine and everything in its sandbox; returns when its processes are gone. */
    @Override
    public void close() {
        closing = true;
        synchronized (out) {
            try {
                out.close();
            } catch (IOException e) {
                // It is gone already.
            }
        }
        if (!awaitExit()) {
            kill();
        }
    }

    /** Ends everything in the sandbox at once, even what is stopped; returns when its processes are gone. */
    public void kill() {
        closing = true;
        List<ProcessHandle> inside = process.descendants().toList();
        process.destroyForcibly();
        // With its first process the whole process namespace dies; that one dies with its parent, but not at once.
        inside.forEach(ProcessHandle::destroyForcibly);
        awaitExit();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LAST_WORD_SECONDS);
        while (inside.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
