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

/**
 * All open captures: two for each tap, one per direction, for a frame on an Ethernet capture does not tell its direction; one
 * at lo, where libpcap hides what goes out.
 */
final class Captures {
    private final Sys sys;
    private final FrameMerger merger;
    private final Consumer<Event> events;
    private final CopyOnWriteArrayList<TapCapture> open = new CopyOnWriteArrayList<>();
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
        List<TapCapture> opening = new ArrayList<>();
        long loopbacks =
                taps.stream().filter(t -> LoopbackCapture.isFor(t.device())).count();
        Opening attempt = new Opening(new CountDownLatch((int) (2L * taps.size() - loopbacks)));
        for (Tap tap : taps) {
            int home = spaces.find(tap.space()).map(Space::descriptor).orElse(-1);
            if (LoopbackCapture.isFor(tap.device())) {
                opening.add(new LoopbackCapture(sys, tap, home, merger, attempt));
                continue;
            }
            for (boolean out : new boolean[] {false, true}) {
                opening.add(new OneWayCapture(sys, tap, home, out, ring, merger, attempt));
            }
        }
        open.addAll(opening);
        opening.forEach(TapCapture::start);
        awaitAll(attempt.left());
        for (TapCapture c : opening) {
            c.problem().ifPresent(why -> {
                // One direction alone would tell half of what happens there.
                shutTap(c.tap().id());
                shut.add(new Shut(c.tap().id(), why));
            });
        }
        return shut;
    }

    /** Captures being opened together, and how many have not been tried yet. */
    private final class Opening implements TapCapture.Owner {
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
        public void lapsed(TapCapture capture, String why) {
            // Whoever is closed on purpose is taken out before.
            if (open.contains(capture)) {
                shutTap(capture.tap().id());
                events.accept(new Event.Lapsed(capture.tap().id(), why));
            }
        }
    }

    /** Ends what is left of a tap; waits for nobody, for one of its captures may be calling. */
    private void shutTap(int id) {
        for (TapCapture c : open) {
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
        List<TapCapture> closing =
                open.stream().filter(c -> spaces.contains(c.tap().space())).toList();
        open.removeAll(closing);
        closing.forEach(TapCapture::stop);
        for (TapCapture c : closing) {
            c.awaitClosed();
            dropsOfClosed.addAndGet(c.drops());
        }
    }

    /** Frames lost by the kernel's rings and by the merger, so far. */
    long drops() {
        return dropsOfClosed.get()
                + merger.dropped()
                + open.stream().mapToLong(TapCapture::drops).sum();
    }
}
