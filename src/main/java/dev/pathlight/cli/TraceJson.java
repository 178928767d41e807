package dev.pathlight.cli;

import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Journeys as the JSON that scripts read. */
final class TraceJson {
    private TraceJson() {}

    static Map<String, Object> of(String topology, String target, List<Journey> journeys, Totals totals) {
        return Json.object(
                "topology", topology,
                "target", target,
                "journeys", journeys.stream().map(TraceJson::journey).toList(),
                "ambiguous", totals.ambiguous(),
                "dropped_sightings", totals.dropped());
    }

    private static Map<String, Object> journey(Journey j) {
        return Json.object(
                "id", j.id(),
                "what", j.what(),
                "protocol", j.protocol(),
                "outcome", lower(j.outcome()),
                "hops", j.hops().stream().map(TraceJson::hop).toList(),
                "lost", j.lost().map(TraceJson::lost),
                "missing",
                        Optional.of(j.missing())
                                .filter(m -> !m.isEmpty())
                                .map(m -> m.stream().map(TraceJson::missing).toList()));
    }

    private static Map<String, Object> hop(Hop h) {
        Optional<Map<String, Object>> first = h.decisions().stream().findFirst().map(TraceJson::decision);
        Optional<List<Map<String, Object>>> all = h.decisions().size() > 1
                ? Optional.of(h.decisions().stream().map(TraceJson::decision).toList())
                : Optional.empty();
        Map<String, Object> hop = place(h.port());
        hop.putAll(Json.object(
                "direction", lower(h.direction()),
                "time_ns", h.timeNanos(),
                "src_mac", h.source().toString(),
                "dst_mac", h.destination().toString(),
                "ttl", h.ttl().isPresent() ? Optional.of(h.ttl().getAsInt()) : Optional.empty(),
                "decision", first,
                "decisions", all,
                "parent", h.parent()));
        return hop;
    }

    private static Map<String, Object> decision(Decision d) {
        return Json.object(
                "kind", lower(d.kind()), "row", d.row(), "space", d.space().toString(), "table", d.table());
    }

    private static Map<String, Object> missing(Journey.Missing m) {
        Map<String, Object> object = place(m.at());
        object.putAll(Json.object(
                "before",
                m.before(),
                "direction",
                lower(m.direction()),
                "explanation",
                m.explanation().toString()));
        return object;
    }

    private static Map<String, Object> lost(Journey.Lost lost) {
        return Json.object(
                "node", lost.space().node().value(),
                "namespace", lost.space().namespace(),
                "interface", lost.port().map(p -> p.name().value()).orElse(""),
                "why", lost.why(),
                "explanation", lost.explanation().toString(),
                "decision", lost.row().map(TraceJson::decision),
                "cause", lost.cause().map(TraceJson::place));
    }

    private static Map<String, Object> place(PortId port) {
        return Json.object(
                "node", port.space().node().value(),
                "namespace", port.space().namespace(),
                "interface", port.name().value());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
