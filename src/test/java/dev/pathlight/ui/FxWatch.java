package dev.pathlight.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.stage.Stage;

/**
 * Watches the window's thread outside of pulses: how much processor time each event of the window and each task shown on it took,
 * and what the longest was doing. Time for which the thread waited for a processor does not count, nor does what a test itself
 * does there.
 */
final class FxWatch {
    /** What an event may take, ns: then a frame at 60 Hz still has time to be drawn. */
    static final long LONG = TimeUnit.MILLISECONDS.toNanos(8);

    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    /**
     * One event or task.
     *
     * @param nanos of processor time
     * @param stack where the thread was when it had taken long
     */
    record Spell(String what, long nanos, List<StackTraceElement> stack) {
        @Override
        public String toString() {
            StringBuilder said = new StringBuilder(what + " took " + nanos / 1000 + " µs");
            stack.stream().limit(40).forEach(e -> said.append("\n    at ").append(e));
            return said.toString();
        }
    }

    /** The long ones; of the others only how many there were, for a suite has a great many. */
    private final List<Spell> longOnes = new CopyOnWriteArrayList<>();

    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean over;
    private volatile Optional<Thread> busy = Optional.empty();
    /** When the event now under way began, ns; of no meaning between events. */
    private volatile long begun;

    private volatile List<StackTraceElement> seen = List.of();
    private boolean within;

    /** Watches all that happens in this window, and nobody else does from here on; on the window's thread. */
    void over(Stage stage) {
        EventDispatcher before = stage.getEventDispatcher();
        if (before instanceof Timed timed) {
            timed.watch.over = true;
            stage.setEventDispatcher(new Timed(this, timed.own));
        } else {
            stage.setEventDispatcher(new Timed(this, before));
        }
        Thread.ofPlatform().daemon().name("fx-watch").start(() -> {
            while (!over) {
                look();
            }
        });
    }

    private record Timed(FxWatch watch, EventDispatcher own) implements EventDispatcher {
        @Override
        public Event dispatchEvent(Event event, EventDispatchChain tail) {
            Event[] left = new Event[1];
            watch.time(event.getEventType().toString(), () -> left[0] = own.dispatchEvent(event, tail));
            return left[0];
        }
    }

    /** Shows a task on the window's thread and watches it. */
    void soon(Runnable task) {
        Platform.runLater(() -> time("task " + task, task));
    }

    private void time(String what, Runnable action) {
        if (within) {
            action.run();
            return;
        }
        within = true;
        seen = List.of();
        begun = System.nanoTime();
        busy = Optional.of(Thread.currentThread());
        long before = TIMES.getCurrentThreadCpuTime();
        try {
            action.run();
        } finally {
            long took = TIMES.getCurrentThreadCpuTime() - before;
            busy = Optional.empty();
            within = false;
            count.incrementAndGet();
            if (took > LONG) {
                longOnes.add(new Spell(what, took, seen));
            }
        }
    }

    private void look() {
        try {
            TimeUnit.MILLISECONDS.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        busy.filter(t -> System.nanoTime() - begun > LONG / 2).ifPresent(t -> seen = List.of(t.getStackTrace()));
    }

    /** Forgets what was. */
    void forget() {
        longOnes.clear();
        count.set(0);
    }

    /** How many there were since the beginning, or since what was is forgotten. */
    int count() {
        return count.get();
    }

    /** The long ones, the longest first. */
    List<Spell> longest() {
        List<Spell> all = new ArrayList<>(longOnes);
        all.sort(Comparator.comparingLong(Spell::nanos).reversed());
        return all;
    }
}
