package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Event.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings the frames of all captures into one order of time. A frame waits a little for earlier ones, which other captures
 * may deliver later, and goes out with its neighbours in one event.
 */
final class FrameMerger {
    /** What the scheduler may add to a ring's own delay, ns. */
    private static final long SLACK = 4_000_000;

    private static final long PAUSE_MILLIS = 4;

    /** Bytes waiting at most; beyond it frames are dropped and counted. */
    private static final long CAPACITY = 64L << 20;

    /** What a frame costs besides its bytes. */
    private static final int OVERHEAD = 64;

    private static final int EVENT_FRAMES = 4096;
    private static final int EVENT_BYTES = 8 << 20;
    private static final Comparator<Frame> BY_TIME = Comparator.comparingLong(Frame::nanos);

    private final Consumer<Event> events;
    private final List<Frame> waiting = new ArrayList<>();
    private List<Frame> arrived = new ArrayList<>();
    private volatile long hold = SLACK;
    private long bytes;
    private long dropped;

    FrameMerger(Consumer<Event> events) {
        this.events = events;
    }

    /** From now on a capture may deliver a frame this much after its stamp. */
    void expectDelay(int millis) {
        hold = Math.max(hold, millis * 1_000_000L + SLACK);
    }

    /** Takes a frame from any thread; never blocks on the receiver. */
    synchronized void add(Frame frame) {
        if (bytes > CAPACITY) {
            dropped++;
            return;
        }
        bytes += frame.bytes().length + OVERHEAD;
        if (arrived.isEmpty()) {
            notifyAll();
        }
        arrived.add(frame);
    }

    synchronized long dropped() {
        return dropped;
    }

    /** Sends for ever on the calling thread. */
    void run() {
        try {
            while (true) {
                List<Frame> more = take();
                waiting.addAll(more);
                waiting.sort(BY_TIME);
                send(ripe(NoticeSocket.now() - hold));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Frame> take() throws InterruptedException {
        while (arrived.isEmpty() && waiting.isEmpty()) {
            wait();
        }
        List<Frame> taken = arrived;
        arrived = new ArrayList<>();
        return taken;
    }

    /** Takes those out of the waiting that are not later than {@code until}. */
    private List<Frame> ripe(long until) {
        int n = 0;
        while (n < waiting.size() && waiting.get(n).nanos() <= until) {
            n++;
        }
        List<Frame> head = waiting.subList(0, n);
        List<Frame> ripe = List.copyOf(head);
        head.clear();
        return ripe;
    }

    private void send(List<Frame> frames) {
        long sent = 0;
        int from = 0;
        long size = 0;
        for (int i = 0; i < frames.size(); i++) {
            size += frames.get(i).bytes().length;
            sent += frames.get(i).bytes().length + OVERHEAD;
            if (i + 1 == frames.size() || i + 1 - from == EVENT_FRAMES || size > EVENT_BYTES) {
                events.accept(new Event.Frames(frames.subList(from, i + 1)));
                from = i + 1;
                size = 0;
            }
        }
        synchronized (this) {
            bytes -= sent;
        }
    }
}
