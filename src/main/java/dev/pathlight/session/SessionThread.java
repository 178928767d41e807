package dev.pathlight.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread on which a session's journeys are traced and its events told, so that both are in order. A mistake in a
 * piece of work goes to the uncaught-exception handler; the thread goes on.
 */
final class SessionThread implements AutoCloseable {
    private static final Runnable LAST = () -> {};

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Ticking ticking;
    private final Thread thread;

    /** What is done again and again between pieces of work. */
    interface Ticking {
        /** How many ms may pass between two ticks, as things stand. */
        long periodMillis();

        void tick();
    }

    SessionThread(Ticking ticking) {
        this.ticking = ticking;
        this.thread = Thread.ofPlatform().name("session").daemon().start(this::work);
    }

    /** Has a piece of work done, after all that was posted before. Work posted after the close is not done. */
    void post(Runnable work) {
        inbox.add(work);
    }

    /** Has a piece of work done and waits for what it returns. */
    <T> CompletableFuture<T> ask(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
        return answer;
    }

    boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Does what was posted so far, then ends; waits for that. */
    @Override
    public void close() {
        inbox.add(LAST);
        if (isCurrent()) {
            return;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ReferenceEquality") // LAST is this very object
    private void work() {
        long ticked = System.nanoTime();
        while (true) {
            long period = TimeUnit.MILLISECONDS.toNanos(ticking.periodMillis());
            Runnable next = poll(ticked + period - System.nanoTime());
            if (next == LAST) {
                return;
            }
            if (next != null) {
                guarded(next);
            }
            if (System.nanoTime() - ticked >= period) {
                guarded(ticking::tick);
                ticked = System.nanoTime();
            }
        }
    }

    private @Nullable Runnable poll(long nanos) {
        try {
            return nanos <= 0 ? inbox.poll() : inbox.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            return null;
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            Thread own = Thread.currentThread();
            own.getUncaughtExceptionHandler().uncaughtException(own, e);
        }
    }
}
