package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.CallRequest;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What students break, broken behind the session's back by what they would type: the verdict names the place and the
 * cause from what the kernel shows; and a shipped drawing with the same fault is judged alike.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);
    /** A lost ping is mostly waiting. */
    private static final int AT_ONCE = 4;

    private static final int EADDRINUSE = 98;

    private final ExecutorService runners = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("test-fault").factory());
    private final Map<String, Future<String>> typed = new ConcurrentHashMap<>();
    private final Map<String, Future<String>> drawn = new ConcurrentHashMap<>();

    @BeforeAll
    void breakAll() {
        Sandboxed.assumePossible();
        Fault.all().forEach(f -> {
            typed.put(f.toString(), runners.submit(() -> verdictWhenTyped(f)));
            if (!f.file().isEmpty()) {
                drawn.put(f.toString(), runners.submit(() -> verdictAsDrawn(f)));
            }
        });
    }

    @AfterAll
    void stop() {
        runners.shutdownNow();
    }

    static Stream<Fault> faults() {
        return Fault.all();
    }

    static Stream<Fault> shippedFaults() {
        return Fault.all().filter(f -> !f.file().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultTypedIntoATerminalIsNamedWithItsPlace(Fault fault) throws Exception {
        assertThat(of(typed, fault)).isEqualTo(expected(fault));
    }

    @ParameterizedTest
    @MethodSource("shippedFaults")
    void aShippedDrawingWithTheFaultIsJudgedAlike(Fault fault) throws Exception {
        assertThat(of(drawn, fault)).isEqualTo(expected(fault));
    }

    private static String of(Map<String, Future<String>> all, Fault fault)
            throws InterruptedException, ExecutionException {
        return all.get(fault.toString()).get();
    }

    private static String expected(Fault f) {
        return f.verdict() + ": " + f.sentence();
    }

    private static String verdictWhenTyped(Fault f) throws Exception {
        try (Lecture lecture = Lecture.shipped(f.scene())) {
            for (String line : f.commands()) {
                String[] parts = line.split(": ", 2);
                // Of what a shell is to read, it reads all.
                int words = parts[1].startsWith("sh -c ") ? 3 : 0;
                lecture.exec(lecture.space(parts[0]), parts[1].split(" ", words));
            }
            return verdict(lecture, f);
        }
    }

    private static String verdictAsDrawn(Fault f) throws Exception {
        try (Lecture lecture = Lecture.shipped(f.file())) {
            return verdict(lecture, f);
        }
    }

    /** Pings until the verdict is the expected one, for the tables follow what was typed a little later; else the last verdict. */
    private static String verdict(Lecture lecture, Fault f) throws Exception {
        if (f.isCall()) {
            return verdictOfCall(lecture, f);
        }
        SpaceId from = f.from(lecture);
        IpAddress to = lecture.session.addressOf(f.to(lecture), from).orElseThrow();
        String said = "";
        long end = System.nanoTime() + PATIENCE_NANOS;
        for (int n = 1; System.nanoTime() < end && !said.equals(expected(f)); n++) {
            lecture.session.ping(from, to, n, f.size());
            said = said(lecture, n);
        }
        return said;
    }

    /** A page is asked for; what is wrong with a container was told when it ended. */
    private static String verdictOfCall(Lecture lecture, Fault f) throws Exception {
        String[] words = f.ping().split(" |:");
        SpaceId pod = lecture.space("pod");
        CallRequest page =
                new CallRequest(CallRequest.Protocol.HTTP, IpAddress.parse(words[2]), Integer.parseInt(words[3]), 2000);
        String said = "";
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && !said.equals(expected(f))) {
            long before = lecture.session.journeys().stream()
                    .mapToLong(Journey::id)
                    .max()
                    .orElse(0);
            lecture.session.call(pod, Optional.of(new Name(words[1])), page);
            said = lecture.session.journeys().stream()
                    .filter(j -> j.id() > before)
                    .flatMap(j -> j.lost().stream())
                    .findFirst()
                    .map(FaultsTest::said)
                    .or(() -> trouble(lecture))
                    .orElse("nothing lost");
        }
        return said;
    }

    private static Optional<String> trouble(Lecture lecture) {
        return lecture.events.stream()
                .filter(SessionEvent.ContainerEnded.class::isInstance)
                .map(SessionEvent.ContainerEnded.class::cast)
                .filter(e -> e.end().exitCode() == EADDRINUSE)
                .findFirst()
                .map(e -> "port-taken at " + e.end().space() + "/" + e.end().container() + ": " + e.why());
    }

    private static String said(Lecture lecture, int sequence) {
        List<Journey.Lost> echoes = lecture.echoes(sequence).stream()
                .flatMap(j -> j.lost().stream())
                .toList();
        Optional<Journey.Lost> twice = lecture.session.journeys().stream()
                .flatMap(j -> j.lost().stream())
                .filter(l -> l.why().equals("duplicate-address"))
                .findFirst();
        return echoes.stream().findFirst().or(() -> twice).map(FaultsTest::said).orElse("nothing lost");
    }

    private static String said(Journey.Lost lost) {
        String cause = lost.why().equals("duplicate-address")
                ? " because of either"
                : lost.cause().map(c -> " because of " + c).orElse("");
        String sentence = lost.explanation()
                .toString()
                .replaceAll(" asked (once|\\d+ times) ", " asked ")
                .replaceAll("([0-9a-f]{2}:){5}[0-9a-f]{2}", "MAC");
        return lost.why() + " at " + lost.at() + cause + ": "
                + (lost.why().equals("duplicate-address") ? eitherWay(sentence) : sentence);
    }

    /** Whichever answer came first. */
    private static String eitherWay(String sentence) {
        String one = "ns2 veth1 (MAC)";
        String other = "this br0 (MAC)";
        return sentence.contains("by " + one)
                ? sentence.replace(one, "@").replace(other, one).replace("@", other)
                : sentence;
    }
}
