package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.CallRequest;
import dev.pathlight.machine.CallRequest.Protocol;
import dev.pathlight.machine.Direction;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two containers in one namespace talk over lo, and every packet of it is seen. */
class ContainerModeTest {
    private static final SpaceId POD = SpaceId.parse("this/pod");
    private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");

    /** As tcpdump -S prints a TCP packet: ports, flags, sequence number where there is one, length. */
    private static final Pattern TCPDUMP = Pattern.compile(
            "IP 127\\.0\\.0\\.1\\.(\\d+) > 127\\.0\\.0\\.1\\.(\\d+): Flags \\[(.*?)].* length (\\d+).*");

    private static final Pattern OURS =
            Pattern.compile("TCP 127\\.0\\.0\\.1:(\\d+) → 127\\.0\\.0\\.1:(\\d+), ([A-Z ]+), .*?(\\d+) bytes");

    private static Lecture lecture;

    @BeforeAll
    static void run() throws MachineLost {
        lecture = Lecture.shipped("container-mode");
    }

    @AfterAll
    static void stop() {
        lecture.close();
    }

    private static long newest() {
        return lecture.session.journeys().stream().mapToLong(Journey::id).max().orElse(0);
    }

    private static List<Journey> after(long id) {
        return lecture.session.journeys().stream().filter(j -> j.id() > id).toList();
    }

    private static CallReply call(Protocol protocol, int port) throws MachineLost {
        return lecture.session.call(
                POD, Optional.of(new Name("client")), new CallRequest(protocol, LOOPBACK, port, 5000));
    }

    @Test
    void whatOneContainerAsksAnotherGoesOutAndInAtLoByTheLocalTable() throws MachineLost {
        long before = newest();
        assertThat(lecture.session.ping(POD, LOOPBACK, 1)).isInstanceOf(PingReply.Answered.class);
        List<Journey> echoes = after(before);
        assertThat(echoes).hasSize(2);
        for (Journey echo : echoes) {
            assertThat(echo.outcome()).isEqualTo(Journey.Outcome.DELIVERED);
            assertThat(echo.hops()).extracting(Hop::direction).containsExactly(Direction.OUT, Direction.IN);
            assertThat(echo.hops()).allSatisfy(hop -> {
                assertThat(hop.port()).hasToString("this/pod/lo");
                assertThat(hop.decisions())
                        .extracting(Decision::kind, Decision::row)
                        .containsExactly(tuple(
                                Decision.Kind.LOCAL, "local 127.0.0.1 dev lo table local scope host src 127.0.0.1"));
            });
        }
    }

    @Test
    void aWebPageIsToldPacketByPacketAsAnIndependentTcpdumpSawIt() throws Exception {
        Tcpdump.assumePossible(lecture);
        List<String> seen = new CopyOnWriteArrayList<>();
        Process tcpdump = tcpdump(seen);
        long before = newest();
        CallReply reply = call(Protocol.HTTP, 80);
        List<Journey> journeys = after(before);
        assertThat(reply).isInstanceOf(CallReply.Answered.class);
        assertThat(((CallReply.Answered) reply).text())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("This is the container web.");
        assertThat(journeys)
                .hasSizeGreaterThan(6)
                .allSatisfy(j -> assertThat(j.outcome()).isEqualTo(Journey.Outcome.DELIVERED))
                .allSatisfy(j ->
                        assertThat(j.hops()).extracting(Hop::direction).containsExactly(Direction.OUT, Direction.IN));
        List<String> ours = journeys.stream().map(j -> ours(j.what())).toList();
        awaitSize(seen, ours.size());
        tcpdump.destroy();
        assertThat(ours.getFirst()).endsWith(" 80 S 0");
        assertThat(ours).anyMatch(p -> p.contains(" F."));
        assertThat(seen).isEqualTo(ours);
    }

    private static void awaitSize(List<String> list, int size) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (list.size() < size && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    private static String ours(String what) {
        Matcher m = OURS.matcher(what);
        assertThat(m.matches()).as(what).isTrue();
        Map<String, String> flags = Map.of("SYN", "S", "FIN", "F", "RST", "R", "PSH", "P", "ACK", ".");
        StringBuilder letters = new StringBuilder();
        for (String flag : m.group(3).split(" ")) {
            letters.append(flags.get(flag));
        }
        return m.group(1) + " " + m.group(2) + " " + letters + " " + m.group(4);
    }

    /** Returns once it listens; every packet it prints goes to {@code seen}. */
    private static Process tcpdump(List<String> seen) throws Exception {
        Process process = Tcpdump.in(lecture, POD, "-l", "-n", "-i", "lo", "tcp");
        CompletableFuture<Boolean> listening = new CompletableFuture<>();
        reader("err", process.errorReader(), line -> {
            if (line.contains("listening on")) {
                listening.complete(true);
            }
        });
        reader("out", process.inputReader(), line -> {
            Matcher m = TCPDUMP.matcher(line.replaceFirst("^\\S+ ", ""));
            if (m.matches()) {
                seen.add(m.group(1) + " " + m.group(2) + " " + m.group(3) + " " + m.group(4));
            }
        });
        listening.get(30, TimeUnit.SECONDS);
        return process;
    }

    private static void reader(String name, BufferedReader in, Consumer<String> lines) {
        Thread.ofPlatform().daemon().name("test-tcpdump-" + name).start(() -> {
            try (in) {
                in.lines().forEach(lines);
            } catch (IOException | UncheckedIOException e) {
                // It was ended while being read.
            }
        });
    }

    @Test
    void aPortNobodyListensToLosesTheSynBecauseOfTheResetThatCameBack() throws MachineLost {
        long before = newest();
        assertThat(call(Protocol.TCP, 81)).isEqualTo(new CallReply.Refused("Connection refused"));
        List<Journey> journeys = after(before);
        assertThat(journeys).hasSize(2);
        Journey syn = journeys.getFirst();
        assertThat(syn.what()).contains("127.0.0.1:81, SYN");
        assertThat(syn.outcome()).isEqualTo(Journey.Outcome.LOST);
        assertThat(syn.lost()).hasValueSatisfying(lost -> {
            assertThat(lost.why()).isEqualTo("no-listener");
            assertThat(lost.at()).isEqualTo("this/pod/lo");
            assertThat(lost.explanation())
                    .hasToString("Nobody in pod listens on TCP port 81, so its kernel answered with a reset.");
        });
        assertThat(journeys.getLast().what()).contains("RST ACK");
        assertThat(journeys.getLast().outcome()).isEqualTo(Journey.Outcome.DELIVERED);
    }

    @Test
    void aDatagramNobodyListensForIsLostBecauseOfTheIcmpErrorThatCameBack() throws MachineLost {
        long before = newest();
        assertThat(call(Protocol.UDP, 53)).isEqualTo(new CallReply.Refused("Port unreachable"));
        List<Journey> journeys = after(before);
        assertThat(journeys).hasSize(2);
        assertThat(journeys.getFirst().lost())
                .hasValueSatisfying(lost -> assertThat(lost.why()).isEqualTo("no-listener"));
        assertThat(journeys.getLast().what()).startsWith("ICMP port unreachable");
    }

    /** IPv6 is off in the scene: it is on for lo here, for the kernel answers as it does elsewhere. */
    @Test
    void nobodyListeningIsToldOfIpv6ByTheResetOrTheIcmpErrorThatCameBack() throws Exception {
        lecture.exec(POD, "sysctl", "-w", "net.ipv6.conf.lo.disable_ipv6=0");
        lecture.await(
                POD,
                s -> s.addresses().stream()
                        .anyMatch(a -> a.address().address().isLoopback()
                                && a.address().address().v6()));
        for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
            boolean tcp = protocol == Protocol.TCP;
            long before = newest();
            CallRequest request = new CallRequest(protocol, IpAddress.parse("::1"), 81, 5000);
            assertThat(lecture.session.call(POD, Optional.of(new Name("client")), request))
                    .isEqualTo(new CallReply.Refused(tcp ? "Connection refused" : "Port unreachable"));
            List<Journey> journeys = after(before);
            assertThat(journeys).hasSize(2);
            assertThat(journeys.getFirst().lost()).hasValueSatisfying(lost -> {
                assertThat(lost.why()).isEqualTo("no-listener");
                assertThat(lost.at()).isEqualTo("this/pod/lo");
                assertThat(lost.explanation())
                        .hasToString(
                                "Nobody in pod listens on " + (tcp ? "TCP" : "UDP") + " port 81, so its kernel answered"
                                        + (tcp ? " with a reset." : " \"port unreachable\"."));
            });
            assertThat(journeys.getLast().outcome()).isEqualTo(Journey.Outcome.DELIVERED);
            assertThat(journeys.getLast().what()).contains(tcp ? "RST ACK" : "ICMPv6");
        }
    }
}
