package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/**
 * How many sightings a second one tracker takes in: pings over a bridge, four sightings each, in batches of a thousand as
 * captures deliver them. A program, not a test: the figure depends on the machine.
 */
final class TracerBench {
    private static final String NS1 = "1a:7e:30:46:72:11";
    private static final String NS2 = "06:b5:78:d9:7b:75";
    private static final byte[] PACKET = Frames.echoRequest(NS1, NS2, "10.1.1.2", "10.1.1.3", 64, 0);
    private static final int PACKETS = 500_000;
    private static final int BATCH = 1000;
    private static final List<PortId> WAY = List.of(
            PortId.parse("this/ns1/veth0"),
            PortId.parse("this/br-veth0"),
            PortId.parse("this/br-veth1"),
            PortId.parse("this/ns2/veth1"));

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private TracerBench() {}

    public static void main(String[] args) {
        for (int round = 1; round <= 5; round++) {
            JourneyTracker tracker = new JourneyTracker(BridgeLectureTest.world());
            tracker.tables(BridgeLectureTest.world().snapshot());
            long delivered = 0;
            long nanos = 0;
            long cpu = 0;
            List<Sighting> batch = new ArrayList<>();
            for (int i = 0; i < PACKETS; i++) {
                sight(batch, i);
                if (batch.size() >= BATCH) {
                    long begin = System.nanoTime();
                    long cpuBegin = CLOCK.getCurrentThreadCpuTime();
                    List<Journey> told = new ArrayList<>(tracker.accept(batch));
                    told.addAll(tracker.settle(batch.getLast().nanos()));
                    cpu += CLOCK.getCurrentThreadCpuTime() - cpuBegin;
                    nanos += System.nanoTime() - begin;
                    delivered += delivered(told);
                    batch = new ArrayList<>();
                }
            }
            delivered += delivered(tracker.settleAll());
            System.out.printf(
                    "round %d: %,.0f sightings/s, %,.0f by CPU time, %d of %d packets delivered, %d let go, %d MB%n",
                    round,
                    PACKETS * 4 * 1e9 / nanos,
                    PACKETS * 4 * 1e9 / cpu,
                    delivered,
                    PACKETS,
                    tracker.letGo(),
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
    }

    private static long delivered(List<Journey> told) {
        return told.stream()
                .filter(j -> j.settled()
                        && j.outcome() == Journey.Outcome.DELIVERED
                        && j.hops().size() == 4)
                .count();
    }

    /** One packet every 8 µs: 500,000 sightings a second on the wire. */
    private static void sight(List<Sighting> batch, int i) {
        byte[] frame = PACKET.clone();
        frame[18] = (byte) (i >> 24);
        frame[19] = (byte) (i >> 16);
        frame[40] = (byte) (i >> 8);
        frame[41] = (byte) i;
        for (int k = 0; k < 4; k++) {
            Direction d = k % 2 == 0 ? Direction.OUT : Direction.IN;
            batch.add(new Sighting(WAY.get(k), d, Story.BEGIN + i * 8000L + k * 1000L, frame.length, frame));
        }
    }
}
