package dev.pathlight.cli;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a journey hop by hop, each with the rows that decided it. */
final class JourneyText {
    private JourneyText() {}

    static List<String> of(Journey journey) {
        List<String> lines = new ArrayList<>();
        lines.add("%s: %s".formatted(journey.what(), journey.outcome().name().toLowerCase(Locale.ROOT)));
        int width = journey.hops().stream()
                .mapToInt(h -> place(h.port()).length())
                .max()
                .orElse(0);
        for (Hop hop : journey.hops()) {
            lines.add(hop(hop, width));
            for (Decision d : hop.decisions()) {
                lines.add("%13s└ %s".formatted("", decision(d)));
            }
        }
        journey.missing().forEach(m -> lines.add("  " + m.explanation()));
        journey.lost().ifPresent(l -> lines.add("  lost %s: %s".formatted(place(l), l.explanation())));
        return lines;
    }

    private static String hop(Hop hop, int width) {
        return "%9.1f µs  %s  %-3s  %s → %s%s"
                .formatted(
                        hop.timeNanos() / 1e3,
                        pad(place(hop.port()), width),
                        hop.direction() == Direction.IN ? "in" : "out",
                        hop.source(),
                        hop.destination(),
                        hop.ttl().isPresent() ? "  ttl " + hop.ttl().getAsInt() : "");
    }

    private static String decision(Decision d) {
        String where = d.space() + (d.table().isEmpty() ? "" : ", " + d.table());
        return "%s: %s  (%s)".formatted(d.kind().name().toLowerCase(Locale.ROOT), d.row(), where);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String place(Journey.Lost lost) {
        return lost.port()
                .map(p -> "at " + place(p))
                .orElseGet(() -> "in " + (lost.space().isRoot() ? "node " : "")
                        + lost.space().shortName() + ", before any interface");
    }

    private static String place(PortId port) {
        return port.space().isRoot() ? port.name().value() : port.space().shortName() + " " + port.name();
    }
}
