package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.plan.Plan;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the captures of a bridge with two hosts see, on the real kernel. */
final class CaptureTest {
    private static final Plan PLAN = Lab.star(2);
    private static final List<SpaceId> SPACES = List.of(Lab.LAN, Lab.host(0), Lab.host(1));
    private static final List<String> REQUEST_PATH =
            List.of("this/n0/eth0 OUT", "this/p0 IN", "this/p1 OUT", "this/n1/eth0 IN");
    private static final List<String> REPLY_PATH =
            List.of("this/n1/eth0 OUT", "this/p1 IN", "this/p0 OUT", "this/n0/eth0 IN");
    private static final Pattern TCPDUMP = Pattern.compile(
            "(\\d+)\\.(\\d{9}) IP 10\\.1\\.0\\.1 > 10\\.1\\.0\\.2: ICMP echo request, id 7, seq (\\d+), .*");
    private static final int ETHERNET = 14;
    private static final int ICMP = ETHERNET + 20;

    private final List<CapturedFrame> frames = Collections.synchronizedList(new ArrayList<>());
    private final List<Boolean> batchesInOrder = Collections.synchronizedList(new ArrayList<>());
    private EngineMachine machine;

    @BeforeEach
    void up() throws MachineLost {
        machine = Machines.sandbox();
        assertThat(PlanRunner.run(PLAN, machine, e -> {}, () -> machine.capture(SPACES, this::take)))
                .isEmpty();
    }

    @AfterEach
    void down() {
        machine.close();
    }

    private void take(List<CapturedFrame> batch) {
        batchesInOrder.add(batch.stream()
                .sorted(Comparator.comparingLong(CapturedFrame::nanos))
                .toList()
                .equals(batch));
        frames.addAll(batch);
    }

    private void ping(int sequence) throws MachineLost {
        PingReply reply =
                machine.ping(Lab.host(0), new PingRequest(IpAddress.parse("10.1.0.2"), 7, sequence, 56, 4000));
        assertThat(reply).isInstanceOf(PingReply.Answered.class);
    }

    /** Waits until the frames of the last ping have been told; on a busy machine one capture may be later than the others. */
    private void awaitReply(int sequence) throws InterruptedException {
        for (int i = 0; i < 250; i++) {
            if (hops(8, sequence) >= REQUEST_PATH.size() && hops(0, sequence) >= REPLY_PATH.size()) {
                return;
            }
            Thread.sleep(20);
        }
    }

    private int hops(int type, int sequence) {
        return echoes(type).getOrDefault(sequence, List.of()).size();
    }

    /** Where each echo message of an ICMP type was seen, in order of time. */
    private SortedMap<Integer, List<String>> echoes(int type) {
        SortedMap<Integer, List<String>> seen = new TreeMap<>();
        synchronized (frames) {
            frames.stream()
                    .filter(f -> isEcho(f, type))
                    .sorted(Comparator.comparingLong(CapturedFrame::nanos))
                    .forEach(f -> seen.computeIfAbsent(sequence(f), s -> new ArrayList<>())
                            .add(f.port() + " " + f.direction()));
        }
        return seen;
    }

    private static boolean isEcho(CapturedFrame f, int type) {
        byte[] b = f.bytes();
        return b.length > ICMP + 8 && b[12] == 8 && b[13] == 0 && b[ETHERNET + 9] == 1 && b[ICMP] == type;
    }

    private static int sequence(CapturedFrame f) {
        return (f.bytes()[ICMP + 6] & 0xff) << 8 | f.bytes()[ICMP + 7] & 0xff;
    }

    @Test
    void aCaptureEndsWithItsInterfaceAndOneOfWhatComesInItsPlaceIsOpened() throws Exception {
        CapturePoint port = new CapturePoint(Lab.LAN, 3);
        CapturePoint farEnd = new CapturePoint(Lab.host(0), 5);
        assertThat(machine.captured()).contains(port, farEnd);
        machine.exec(Lab.LAN, List.of("ip", "link", "del", "p0"), 5000);
        for (int i = 0;
                i < 250
                        && (machine.captured().contains(port)
                                || machine.captured().contains(farEnd));
                i++) {
            Thread.sleep(20);
        }
        assertThat(machine.captured()).doesNotContain(port, farEnd).contains(new CapturePoint(Lab.LAN, 4));

        List<String> again = List.of("ip", "link", "add", "name", "p0", "up", "index", "3", "type", "bridge");
        assertThat(machine.exec(Lab.LAN, again, 5000)).isEqualTo(new ExecResult(0, "", ""));
        machine.captureMore(SPACES);
        assertThat(machine.captured()).contains(port).doesNotContain(farEnd);
    }

    @Test
    void stampsAreInTheOrderOfThePathForEveryPing() throws Exception {
        SortedMap<Integer, List<String>> requests = new TreeMap<>();
        SortedMap<Integer, List<String>> replies = new TreeMap<>();
        for (int i = 1; i <= 400; i++) {
            ping(i);
            requests.put(i, REQUEST_PATH);
            replies.put(i, REPLY_PATH);
        }
        awaitReply(400);

        assertThat(echoes(8)).isEqualTo(requests);
        assertThat(echoes(0)).isEqualTo(replies);
        assertThat(batchesInOrder).doesNotContain(false);
        assertThat(machine.captureDrops()).isZero();
    }

    @Test
    void theFirstFrameOfAllIsSeen() throws Exception {
        ping(1);
        awaitReply(1);

        CapturedFrame first = frames.stream()
                .filter(f -> f.bytes()[12] == 8 && f.bytes()[13] == 6)
                .findFirst()
                .orElseThrow();
        assertThat(first.port() + " " + first.direction()).isEqualTo("this/n0/eth0 OUT");
        assertThat(frames.stream()
                        .filter(f -> f.bytes()[12] == 8 && f.bytes()[13] == 6 && f.bytes()[21] == 1)
                        .map(f -> f.port() + " " + f.direction()))
                .as("the ARP request, flooded")
                .contains("this/n0/eth0 OUT", "this/p0 IN", "this/br0 IN", "this/p1 OUT", "this/n1/eth0 IN");
    }

    @Test
    void aFrameThatIsOnlyForwardedIsNotPulledUpToTheBridge() throws Exception {
        ping(1);
        awaitReply(1);
        assertThat(echoes(8)).isEqualTo(new TreeMap<>(Map.of(1, REQUEST_PATH)));
    }

    @Test
    void aSecondCallAddsWhatCameUpSinceAndNothingTwice() throws Exception {
        machine.capture(SPACES, this::take);
        ping(1);
        awaitReply(1);
        assertThat(echoes(8).get(1)).isEqualTo(REQUEST_PATH);
    }

    @Test
    void theSamePacketsAreSeenByTcpdumpAtTheSamePlaces() throws Exception {
        assumeTrue(
                Stream.of("/usr/bin/tcpdump", "/usr/sbin/tcpdump").map(Path::of).anyMatch(Files::exists),
                "tcpdump is not installed: nothing independent to compare with");
        int count = 50;
        List<Process> witnesses = new ArrayList<>();
        for (String place : REQUEST_PATH) {
            witnesses.add(tcpdump(place, count));
        }
        for (int i = 1; i <= count; i++) {
            ping(i);
        }
        awaitReply(count);

        for (int p = 0; p < REQUEST_PATH.size(); p++) {
            String place = REQUEST_PATH.get(p);
            List<CapturedFrame> own = frames.stream()
                    .filter(f -> isEcho(f, 8) && (f.port() + " " + f.direction()).equals(place))
                    .toList();
            List<long[]> theirs = witnesses
                    .get(p)
                    .inputReader()
                    .lines()
                    .map(CaptureTest::parsed)
                    .toList();
            assertThat(own.stream().map(f -> (long) sequence(f)))
                    .as(place)
                    .isEqualTo(theirs.stream().map(t -> t[0]).toList())
                    .hasSize(count);
            for (int i = 0; i < count; i++) {
                assertThat(Math.abs(own.get(i).nanos() - theirs.get(i)[1]))
                        .as("ns between both stamps of one packet")
                        .isLessThan(5_000_000);
            }
        }
    }

    /** An independent program at the same place, listening when this returns. */
    private Process tcpdump(String place, int count) throws IOException {
        PortId port = PortId.parse(place.split(" ")[0]);
        Process process = Entering.namespace(machine.namespacePath(port.space()))
                .start(
                        List.of(
                                "tcpdump",
                                "-i",
                                port.name().value(),
                                "-Q",
                                place.endsWith("IN") ? "in" : "out",
                                "-nn",
                                "-tt",
                                "--time-stamp-precision=nano",
                                "-c",
                                "" + count,
                                "icmp[0] == 8"),
                        setting -> setting);
        BufferedReader errors = process.errorReader();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith("listening on")) {
                return process;
            }
        }
        throw new IOException("tcpdump at " + place + " ended before it listened");
    }

    private static long[] parsed(String line) {
        Matcher m = TCPDUMP.matcher(line);
        assertThat(m.matches()).as(line).isTrue();
        return new long[] {
            Long.parseLong(m.group(3)), Long.parseLong(m.group(1)) * 1_000_000_000 + Long.parseLong(m.group(2))
        };
    }
}
