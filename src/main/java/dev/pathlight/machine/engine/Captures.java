package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.Tap;
import dev.pathlight.machine.engine.Event.Shut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.pcap4j.core.Pcaps;

/** All open captures: two for each tap, one per direction, for a frame on an Ethernet capture does not tell its direction. */
final class Captures {
    private final Sys sys;
    private final FrameMerger merger;
    private final Consumer<Event> events;
    private final CopyOnWriteArrayList<OneWayCapture> open = new CopyOnWriteArrayList<>();
    private final AtomicLong dropsOfClosed = new AtomicLong();
    private boolean merging;

    Captures(Sys sys, Consumer<Event> events) {
        this.sys = sys;
        this.events = events;
        this.merger = new FrameMerger(events);
    }

    /** Loads libpcap; at home, for the library's own threads stay where they are born. Says why when it cannot be loaded. */
    static String problem() {
        try {
            Pcaps.libVersion();
            return "";
        } catch (LinkageError e) {
            return "libpcap cannot be loaded: " + e.getMessage();
        }
    }

    /** Opens both directions of every tap in parallel and returns when all are open or have failed. */
    List<Shut> open(List<Tap> taps, Spaces spaces) {
        String problem = problem();
        List<Shut> shut = new CopyOnWriteArrayList<>();
        if (!problem.isEmpty()) {
            taps.forEach(t -> shut.add(new Shut(t.id(), problem)));
            return shut;
        }
        if (!merging) {
            merging = true;
            Threads.start("engine-frames", merger::run);
        }
        Ring ring = Ring.shared(2 * (taps.size() + open.size() / 2));
        merger.expectDelay(ring.timeoutMillis());
        List<OneWayCapture> opening = new ArrayList<>();
        Opening attempt = new Opening(new CountDownLatch(2 * taps.size()));
        for (Tap tap : taps) {
            int home = spaces.find(tap.space()).map(Space::descriptor).orElse(-1);
            for (boolean out : new boolean[] {false, true}) {
                opening.add(new OneWayCapture(sys, tap, home, out, ring, merger, attempt));
            }
        }
        open.addAll(opening);
        opening.forEach(OneWayCapture::start);
        awaitAll(attempt.left());
        for (OneWayCapture c : opening) {
            c.problem().ifPresent(why -> {
                // One direction alone would tell half of what happens there.
                shutTap(c.tap().id());
                shut.add(new Shut(c.tap().id(), why));
            });
        }
        return shut;
    }

    /** Captures being opened together, and how many have not been tried yet. */
    private final class Opening implements OneWayCapture.Owner {
        private final CountDownLatch left;

        Opening(CountDownLatch left) {
            this.left = left;
        }

        CountDownLatch left() {
            return left;
        }

        @Override
        public void tried() {
            left.countDown();
        }

        @Override
        public void lapsed(OneWayCapture capture, String why) {
            // Whoever is closed on purpose is taken out before.
            if (open.contains(capture)) {
                shutTap(capture.tap().id());
                events.accept(new Event.Lapsed(capture.tap().id(), why));
            }
        }
    }

    /** Ends what is left of a tap; waits for nobody, for one of its captures may be calling. */
    private void shutTap(int id) {
        for (OneWayCapture c : open) {
            if (c.tap().id() == id && open.remove(c)) {
                c.stop();
                dropsOfClosed.addAndGet(c.drops());
            }
        }
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the captures in the spaces, for they would keep those alive. */
    void close(Collection<Integer> spaces) {
        List<OneWayCapture> closing =
                open.stream().filter(c -> spaces.contains(c.tap().space())).toList();
        open.removeAll(closing);
        closing.forEach(OneWayCapture::stop);
        for (OneWayCapture c : closing) {
            c.awaitClosed();
            dropsOfClosed.addAndGet(c.drops());
        }
    }

    /** Frames lost by the kernel's rings and by the merger, so far. */
    long drops() {
        return dropsOfClosed.get()
                + merger.dropped()
                + open.stream().mapToLong(OneWayCapture::drops).sum();
    }
}
