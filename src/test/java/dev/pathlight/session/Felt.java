package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.breaking.Breakage;
import dev.pathlight.session.breaking.Breakages;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The class's ping while things are broken: what is to be felt by it is lost, for the reason that the scene's file says, and
 * all else is answered. A lost ping is mostly waiting: so one mistake of each kind is tried, of those that are to be felt.
 */
final class Felt {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(40);

    private final Lecture lecture;
    private final SpaceId from;
    private final IpAddress to;
    private final Set<Breakage> felt;
    private final Set<Breakage.Kind> tried = new HashSet<>();
    private final List<String> expected;
    private final List<String> said = new ArrayList<>();
    private int sequence;

    /**
     * @param verdicts a first line with the ping's ends, then for each mistake a line in words and the verdict's below it; where
     *     the age of a neighbour's row decides which one it is, both, with || between
     */
    Felt(Path verdicts, Lecture lecture, List<Breakage> all) throws IOException {
        List<String> lines = Files.readAllLines(verdicts);
        String[] ends = lines.getFirst().split(" ");
        SpaceId target = lecture.space(ends[1]);
        this.lecture = lecture;
        this.from = lecture.space(ends[0]);
        this.to = lecture.session.addressOf(target, from).orElseThrow();
        this.expected = lines.subList(1, lines.size());
        this.felt = Set.copyOf(
                Breakages.against(from, target, all, lecture.session.drawing().topology(), lecture.session.snapshot()));
        assertThat(felt).isNotEmpty();
    }

    private PingReply ping() throws MachineLost {
        return lecture.session.ping(from, to, ++sequence);
    }

    /** It is broken now. */
    void broken(Breakage b) throws MachineLost {
        // Who answers for an address that two have is a race.
        if (b.kind() == Breakage.Kind.DUPLICATE_ADDRESS) {
            return;
        }
        if (!felt.contains(b)) {
            assertAnswered(b);
        } else if (tried.add(b.kind())) {
            said.add(b.words().toString());
            said.add(verdict(wanted(b)));
        }
    }

    /** It is mended again. */
    void mended(Breakage b) throws MachineLost {
        if (felt.contains(b) && said.contains(b.words().toString())) {
            assertAnswered(b);
        }
    }

    private void assertAnswered(Breakage b) throws MachineLost {
        PingReply reply = ping();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!(reply instanceof PingReply.Answered) && System.nanoTime() < end) {
            reply = ping();
        }
        assertThat(reply).as("%s", b.words()).isInstanceOf(PingReply.Answered.class);
    }

    /** Until it is the expected one, for the tables follow what was done a little later; else the last one. */
    private String verdict(String wanted) throws MachineLost {
        List<String> either = List.of(wanted.split(" \\|\\| "));
        String verdict = "";
        long end = System.nanoTime() + (wanted.isEmpty() ? 0 : PATIENCE_NANOS);
        do {
            ping();
            verdict = lecture.echoes(sequence).stream()
                    .flatMap(j -> j.lost().stream())
                    .findFirst()
                    .map(Felt::said)
                    .orElse("nothing lost");
        } while (!either.contains(verdict) && System.nanoTime() < end);
        return either.contains(verdict) ? wanted : verdict;
    }

    private String wanted(Breakage b) {
        int line = expected.indexOf(b.words().toString());
        return line < 0 ? "" : expected.get(line + 1);
    }

    static String said(Journey.Lost lost) {
        String sentence = lost.explanation()
                .toString()
                .replaceAll(" asked (once|\\d+ times) ", " asked ")
                .replaceAll("([0-9a-f]{2}:){5}[0-9a-f]{2}", "MAC");
        return lost.why() + " at " + lost.at()
                + lost.cause().map(c -> " because of " + c).orElse("") + ": " + sentence;
    }

    /** All that was tried was said as the file has it. */
    void compare() {
        assertThat(String.join("\n", said)).isEqualTo(String.join("\n", expected));
    }
}
