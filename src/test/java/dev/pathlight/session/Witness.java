package dev.pathlight.session;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tcpdump on every interface of every drawn namespace: it knows nothing of Pathlight and says what echoes it saw. */
final class Witness implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;
    private static final String ECHOES =
            "icmp[icmptype] == 8 or icmp[icmptype] == 0 or (icmp6 and (ip6[40] == 128 or ip6[40] == 129))"
                    // The same inside a VXLAN packet: past 8 bytes of UDP, 8 of VXLAN, 14 of Ethernet, then IPv4.
                    + " or (udp dst port 8472 and udp[39] == 1 and (udp[50] == 8 or udp[50] == 0))";
    private static final Pattern SHAPE = Pattern.compile("([0-9.]+) (\\S+) +(\\S+) +IP6? \\(.*(?:ttl|hlim) (\\d+),.*");

    private final Lecture lecture;
    private final List<Watch> watches = new ArrayList<>();

    /** One packet at one interface. */
    private record Line(BigDecimal time, String hop) {}

    private record Watch(SpaceId space, Process process, List<Line> lines) {}

    private Witness(Lecture lecture) {
        this.lecture = lecture;
    }

    /** Returns once the kernel has a socket of each; a test that cannot have such a witness is skipped. */
    static Witness of(Lecture lecture) throws Exception {
        Tcpdump.assumePossible(lecture);
        Witness witness = new Witness(lecture);
        for (SpaceId space : lecture.spaces()) {
            witness.watch(space);
        }
        return witness;
    }

    private void watch(SpaceId space) throws Exception {
        Process process = Tcpdump.in(lecture, space, "-l", "-i", "any", "-tt", "--nano", "-n", "-v", ECHOES);
        List<Line> lines = new CopyOnWriteArrayList<>();
        Thread.ofPlatform().daemon().name("test-tcpdump-" + space).start(() -> read(space, process, lines));
        watches.add(new Watch(space, process, lines));
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!hasSocketOnAllInterfaces(space)) {
            if (System.currentTimeMillis() > deadline) {
                throw new AssertionError("tcpdump did not start in " + space);
            }
            Thread.sleep(20);
        }
    }

    private static void read(SpaceId space, Process process, List<Line> lines) {
        try (BufferedReader text = process.inputReader()) {
            text.lines()
                    .map(SHAPE::matcher)
                    .filter(Matcher::matches)
                    .forEach(m -> lines.add(new Line(
                            new BigDecimal(m.group(1)),
                            hop(space, m.group(2), m.group(3).equals("Out") ? "out" : "in", m.group(4)))));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean hasSocketOnAllInterfaces(SpaceId space) throws MachineLost {
        // Columns: sk, RefCnt, Type, Proto, Iface (0 for all), …; protocol 0003 is ETH_P_ALL, set when the filter is.
        return lecture.exec(space, "cat", "/proc/net/packet")
                .lines()
                .map(l -> l.strip().split("\\s+"))
                .anyMatch(c -> c.length > 4 && c[3].equals("0003") && c[4].equals("0"));
    }

    /** What was seen, in order, once there is at least so much; what one namespace saw keeps its order. */
    List<String> saw(int atLeast) throws InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (lines().size() < atLeast && System.currentTimeMillis() < deadline) {
            Thread.sleep(20);
        }
        return lines().stream()
                .sorted(Comparator.comparing(Line::time))
                .map(Line::hop)
                .toList();
    }

    private List<Line> lines() {
        return watches.stream().flatMap(w -> w.lines().stream()).toList();
    }

    /** A journey's hops in the same words. */
    static List<String> words(Journey journey) {
        return journey.hops().stream().map(Witness::words).toList();
    }

    private static String words(Hop h) {
        return hop(
                h.port().space(),
                h.port().name().value(),
                h.direction().name().toLowerCase(Locale.ROOT),
                Integer.toString(h.ttl().orElseThrow()));
    }

    private static String hop(SpaceId space, String name, String direction, String ttl) {
        return space.shortName() + " " + name + " " + direction + " ttl " + ttl;
    }

    @Override
    public void close() {
        // Not Process.destroy, which closes the pipe under its reader.
        watches.forEach(w -> w.process().toHandle().destroy());
    }
}
