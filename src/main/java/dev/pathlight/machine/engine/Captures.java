package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.Tap;
import dev.pathlight.machine.engine.Event.Shut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.pcap4j.core.Pcaps;

/** All open captures: two for each tap, one per direction, for a frame on an Ethernet capture does not tell its direction. */
final class Captures {
    private final Sys sys;
    private final FrameMerger merger;
    private final List<OneWayCapture> open = new CopyOnWriteArrayList<>();
    private long dropsOfClosed;
    private boolean merging;

    Captures(Sys sys, Consumer<Event> events) {
        this.sys = sys;
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
        CountDownLatch opened = new CountDownLatch(2 * taps.size());
        for (Tap tap : taps) {
            int home = spaces.find(tap.space()).map(Space::descriptor).orElse(-1);
            for (boolean out : new boolean[] {false, true}) {
                opening.add(new OneWayCapture(sys, tap, home, out, ring, merger, opened));
            }
        }
        opening.forEach(OneWayCapture::start);
        awaitAll(opened);
        for (OneWayCapture c : opening) {
            c.problem().ifPresentOrElse(why -> shut.add(new Shut(c.tap().id(), why)), () -> open.add(c));
        }
        return shut;
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
            dropsOfClosed += c.drops();
        }
    }

    /** Frames lost by the kernel's rings and by the merger, so far. */
    long drops() {
        return dropsOfClosed
                + merger.dropped()
                + open.stream().mapToLong(OneWayCapture::drops).sum();
    }
}
