package dev.pathlight.machine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Hands items to a receiver on a thread of its own, so that a slow receiver never holds up whoever has the items. */
final class Mailbox<T> {
    private final Consumer<T> receiver;
    private final long capacity;
    private final Queue<Item<T>> items = new ArrayDeque<>();
    private long weight;
    private boolean closed;

    private record Item<T>(T value, long weight) {}

    private Mailbox(long capacity, Consumer<T> receiver) {
        this.capacity = capacity;
        this.receiver = receiver;
    }

    /** @param capacity how much may wait, in the unit of {@link #offer}'s weights */
    static <T> Mailbox<T> open(String threadName, long capacity, Consumer<T> receiver) {
        Mailbox<T> box = new Mailbox<>(capacity, receiver);
        Thread t = new Thread(box::deliver, threadName);
        t.setDaemon(true);
        t.start();
        return box;
    }

    /** Takes an item unless it is full or closed; never blocks. One item alone always fits. */
    synchronized boolean offer(T value, long itemWeight) {
        boolean full = weight > 0 && weight + itemWeight > capacity;
        if (full || closed) {
            return false;
        }
        items.add(new Item<>(value, itemWeight));
        weight += itemWeight;
        notifyAll();
        return true;
    }

    /** Ends the thread after the item in hand; what waits is forgotten. */
    synchronized void close() {
        closed = true;
        items.clear();
        notifyAll();
    }

    private void deliver() {
        try {
            for (Item<T> item = take(); item != null; item = take()) {
                receiver.accept(item.value());
                free(item.weight());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @org.jspecify.annotations.Nullable Item<T> take() throws InterruptedException {
        while (items.isEmpty() && !closed) {
            wait();
        }
        return closed ? null : items.poll();
    }

    private synchronized void free(long itemWeight) {
        weight -= itemWeight;
    }
}
