package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static dev.pathlight.session.Lecture.THIS;

import dev.pathlight.live.MacRow;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Measures how long after a frame reached a bridge's port the address learned from it stands in a published snapshot: from
 * the capture's stamp to the call of the session's consumer. Run its main; it prints milliseconds.
 */
final class MacVisibleBench {
    private static final int ROUNDS = 100;

    private MacVisibleBench() {}

    /** A snapshot's arrival with what was learned on the port by then. */
    private record Arrival(long nanos, List<Mac> learned) {}

    public static void main(String[] args) throws Exception {
        BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
        List<Double> millis = new ArrayList<>();
        try (Session session = Sessions.sandbox().open(Lecture.drawing(), event -> {
            if (event instanceof SessionEvent.TablesChanged(var snapshot)) {
                arrivals.add(new Arrival(
                        Clock.now(),
                        snapshot.space(THIS).orElseThrow().macs().stream()
                                .filter(MacVisibleBench::isLearned)
                                .map(MacRow::mac)
                                .toList()));
            }
        })) {
            Mac mac = session.snapshot()
                    .space(NS1)
                    .orElseThrow()
                    .link("veth0")
                    .orElseThrow()
                    .mac()
                    .orElseThrow();
            session.ping(NS1, IpAddress.parse("10.1.1.3"), 1);
            for (int i = 0; i < ROUNDS; i++) {
                millis.add(round(session, mac, arrivals) / 1e6);
            }
        }
        millis.sort(null);
        System.out.printf(
                "MAC learned to published snapshot, ms: median %.2f, p99 %.2f, most %.2f of %d%n",
                millis.get(ROUNDS / 2), millis.get(ROUNDS * 99 / 100), millis.getLast(), ROUNDS);
    }

    private static boolean isLearned(MacRow row) {
        return row.port().equals("br-veth0") && !row.local();
    }

    private static long round(Session session, Mac mac, BlockingQueue<Arrival> arrivals) throws Exception {
        session.exec(THIS, List.of("bridge", "fdb", "del", mac.toString(), "dev", "br-veth0", "master"), 5000);
        while (arrivals.take().learned().contains(mac)) {
            // Snapshots from before the deletion.
        }
        long sent = Clock.now();
        session.ping(NS1, IpAddress.parse("10.1.1.3"), 2);
        Arrival shown = arrivals.take();
        while (!shown.learned().contains(mac)) {
            shown = arrivals.take();
        }
        long reached = session.journeys().stream()
                .filter(j -> j.startNanos() >= sent)
                .sorted(Comparator.comparingLong(Journey::startNanos))
                .flatMap(j -> j.hops().stream()
                        .filter(h -> h.port().name().value().equals("br-veth0")
                                && h.direction() == Direction.IN
                                && h.source().equals(mac))
                        .map(h -> j.startNanos() + h.timeNanos()))
                .findFirst()
                .orElseThrow();
        return shown.nanos() - reached;
    }
}
