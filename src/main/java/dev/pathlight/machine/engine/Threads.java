package dev.pathlight.machine.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Platform threads that may leave the engine's own network namespace. They are made by threads that are at home, and end
 * without ever being used again: a thread is born in its maker's namespace, and a pooled one would keep a dropped one alive.
 */
final class Threads {
    private static final long STACK = 256 * 1024;

    private Threads() {}

    static Thread start(String name, Runnable body) {
        Thread t = new Thread(null, body, name, STACK);
        t.setDaemon(true);
        t.start();
        return t;
    }

    /** Runs {@code body} on {@code count} threads and waits for all of them. */
    static void together(String name, int count, Runnable body) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            threads.add(start(name + "-" + i, body));
        }
        threads.forEach(Threads::join);
    }

    static void join(Thread thread) {
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
}
