package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Sighting;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PacketIdentityTest {
    private static final String A = "02:00:00:00:00:01";
    private static final String B = "02:00:00:00:00:02";
    private static final String C = "02:00:00:00:00:03";

    private static PacketIdentity of(byte[] frame) {
        return PacketIdentity.of(new Frame(frame));
    }

    private static byte[] tcp(int flags, int sequence) {
        return Frames.ipv4(A, B, "10.1.1.2", "10.1.1.3", 64, 6, Frames.tcp(1, 2, flags, sequence, 0));
    }

    @Test
    void aRouterChangesNothingThatCounts() {
        byte[] sent = Frames.echoRequest(A, B, "10.1.1.2", "10.1.2.2", 64, 1);
        byte[] routed = Frames.echoRequest(C, A, "10.1.1.2", "10.1.2.2", 63, 1);
        routed[14 + 1] = 0x02; // congestion was marked
        routed[14 + 10] = 0x55; // header checksum filled
        routed[14 + 20 + 2] = 0x55; // ICMP checksum filled
        byte[] padded = Arrays.copyOf(routed, routed.length + 6);
        assertThat(of(padded)).isEqualTo(of(sent));
    }

    @Test
    void packetsThatDifferInAnythingThatCountsAreDifferent() {
        List<byte[]> frames = List.of(
                Frames.echoRequest(A, B, "10.1.1.2", "10.1.2.2", 64, 1),
                Frames.echoRequest(A, B, "10.1.1.2", "10.1.2.2", 64, 2),
                Frames.echoReply(A, B, "10.1.1.2", "10.1.2.2", 64, 1),
                Frames.echoRequest(A, B, "10.1.1.3", "10.1.2.2", 64, 1),
                Frames.echoRequest(A, B, "10.1.1.2", "10.1.2.3", 64, 1),
                tcp(0x02, 1),
                tcp(0x12, 1),
                tcp(0x02, 2),
                Frames.ipv4(A, B, "10.1.1.2", "10.1.1.3", 64, 17, Frames.udp(1, 2, "a")),
                Frames.ipv4(A, B, "10.1.1.2", "10.1.1.3", 64, 17, Frames.udp(1, 2, "b")),
                Frames.arpRequest(A, "10.1.1.2", "10.1.1.3"),
                Frames.arpRequest(A, "10.1.1.2", "10.1.1.4"),
                Frames.arpReply(A, "10.1.1.2", B, "10.1.1.3"));
        assertThat(frames.stream().map(PacketIdentityTest::of).distinct()).hasSize(frames.size());
    }

    /** Any bytes at all, and real frames cut short or with bytes changed, through everything that reads them. */
    @Test
    void noBytesMakeTheTrackerFail() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<byte[]> good = List.of(
                Frames.echoRequest(A, B, "10.1.1.2", "10.1.1.3", 64, 1),
                Frames.arpRequest(A, "10.1.1.2", "10.1.1.3"),
                tcp(2, 1),
                Frames.ipv6(A, B, "fd00::2", "fd00::3", 64, 58, Frames.discovery(135, "fd00::3", A)),
                Frames.ipv6(A, B, "fd00::2", "fd00::3", 64, 0, new byte[64]));
        List<PortId> ports = List.of(
                PortId.parse("this/ns1/veth0"),
                PortId.parse("this/br-veth0"),
                PortId.parse("this/br0"),
                PortId.parse("this/br-veth1"),
                PortId.parse("this/ns2/veth1"),
                PortId.parse("this/gone"));
        JourneyTracker tracker = new JourneyTracker(BridgeLectureTest.world());
        tracker.tables(BridgeLectureTest.world().snapshot());
        long seen = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] frame = mutated(random, good);
            Direction d = random.nextBoolean() ? Direction.IN : Direction.OUT;
            Sighting s = new Sighting(ports.get(random.nextInt(ports.size())), d, Story.BEGIN + i * 1000L, 60, frame);
            try {
                seen += tracker.accept(List.of(s)).stream()
                        .filter(Journey::settled)
                        .count();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", input " + i + ": " + Arrays.toString(frame), e);
            }
        }
        seen += tracker.settleAll().size();
        assertThat(seen).as("seed " + seed).isGreaterThan(10_000);
    }

    private static byte[] mutated(Random random, List<byte[]> good) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] frame = good.get(random.nextInt(good.size())).clone();
        for (int n = random.nextInt(6); n > 0; n--) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt();
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length + 1)) : frame;
    }
}
