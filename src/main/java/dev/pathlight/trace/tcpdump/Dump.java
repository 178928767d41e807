package dev.pathlight.trace.tcpdump;

import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code tcpdump} listening at one interface has printed of some journeys.
 *
 * @param lines in time
 */
public record Dump(PortId port, List<Line> lines) {
    public Dump {
        lines = List.copyOf(lines);
    }

    /**
     * A sighting of a journey there.
     *
     * @param hop its index in the journey
     * @param text one line, or several where a packet is carried in another
     */
    public record Line(long journey, int hop, String text) {}

    private record Seen(long journey, int at, long nanos, Hop hop) {}

    /** {@code tcpdump -ne -i veth0}, as it is typed in the interface's namespace. */
    public String command() {
        return "tcpdump -ne -i " + port.name();
    }

    /** One for each interface that the journeys touched, in the order in which they touched them. */
    public static List<Dump> of(List<Journey> journeys, ZoneId zone) {
        List<Seen> seen = new ArrayList<>();
        for (Journey j : journeys) {
            for (int i = 0; i < j.hops().size(); i++) {
                Hop hop = j.hops().get(i);
                seen.add(new Seen(j.id(), i, j.startNanos() + hop.timeNanos(), hop));
            }
        }
        seen.sort(Comparator.comparingLong(Seen::nanos));
        Map<PortId, List<Seen>> byPort = new LinkedHashMap<>();
        seen.forEach(s ->
                byPort.computeIfAbsent(s.hop().port(), p -> new ArrayList<>()).add(s));
        return byPort.entrySet().stream()
                .map(e -> new Dump(e.getKey(), lines(e.getValue(), zone)))
                .toList();
    }

    private static List<Line> lines(List<Seen> here, ZoneId zone) {
        Tcpdump tcpdump = new Tcpdump(zone);
        return here.stream()
                .map(s -> new Line(
                        s.journey(),
                        s.at(),
                        tcpdump.line(s.nanos(), s.hop().bytes().length, s.hop().bytes())))
                .toList();
    }
}
