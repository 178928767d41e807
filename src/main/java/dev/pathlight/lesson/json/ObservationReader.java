package dev.pathlight.lesson.json;

import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.Observation.Ending;
import dev.pathlight.lesson.Observation.Used;
import dev.pathlight.lesson.PacketKind;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Fields;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a step says must be seen. */
final class ObservationReader {
    static final List<String> WORDS =
            List.of("running", "stopped", "packet", "route", "neighbour", "mac", "forwarding");
    static final List<String> OUTCOMES = words(Outcome.values());
    static final List<String> KINDS = words(Decision.Kind.values());

    private static final IpAddress NO_ADDRESS = IpAddress.parse("0.0.0.0");

    private ObservationReader() {}

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT)).toList();
    }

    static Observation read(Fields f) {
        Optional<String> word =
                f.required("see", "\"see\": \"packet\"", Optional.empty(), k -> Optional.of(f.word(k, WORDS)));
        return switch (word.orElse("")) {
            case "running" -> new Observation.Running(true);
            case "stopped" -> new Observation.Running(false);
            case "packet" -> packet(f);
            case "route" ->
                new Observation.Route(
                        Paths.space(f, "in"), row(f), present(f), f.value("before", Observation::rowProblem, r -> r));
            case "neighbour" ->
                new Observation.Neighbour(
                        Paths.space(f, "in"),
                        f.required(
                                "address",
                                "\"address\": \"10.1.1.1\"",
                                NO_ADDRESS,
                                k -> f.value(k, IpAddress::problem, IpAddress::parse)),
                        present(f));
            case "mac" ->
                new Observation.MacLearned(
                        Paths.port(f, "bridge"),
                        Paths.port(f, "owner"),
                        f.value("port", IfName::problem, IfName::new),
                        present(f));
            case "forwarding" -> new Observation.Forwarding(Paths.space(f, "in"), f.flag("on", true));
            default -> {
                // Only the word is wrong then: what the other fields mean cannot be said.
                f.names().forEach(f::json);
                yield new Observation.Running(true);
            }
        };
    }

    private static boolean present(Fields f) {
        return !f.flag("absent", false);
    }

    private static String row(Fields f) {
        return f.required(
                "row", "\"row\": \"10.1.1.0/24 dev veth0\"", "-", k -> f.value(k, Observation::rowProblem, r -> r));
    }

    private static Observation.Packet packet(Fields f) {
        return new Observation.Packet(
                f.required(
                        "packet",
                        "\"packet\": \"echo-request\"",
                        PacketKind.ECHO_REQUEST,
                        k -> f.word(k, PacketKind.words()).map(PacketKind::ofWord)),
                Paths.maybeSpace(f, "from"),
                ending(f),
                f.values("through", PortId::problem, PortId::parse),
                f.object("used", Sentence.of("a row that was used"), ObservationReader::used));
    }

    private static Ending ending(Fields f) {
        Outcome outcome = f.required(
                "outcome",
                "\"outcome\": \"delivered\"",
                Outcome.DELIVERED,
                k -> f.word(k, OUTCOMES).map(w -> Outcome.valueOf(w.toUpperCase(Locale.ROOT))));
        Optional<String> why = f.word("why", Ending.REASONS);
        OptionalInt ttl = f.integer("ttl", 0, 255);
        if (why.isPresent() && outcome != Outcome.LOST) {
            f.fault(
                    "why",
                    Sentence.of("only a packet that is lost is lost for a reason"),
                    Sentence.of("Take it out, or write \"{0}\".", "lost"));
        }
        if (ttl.isPresent() && outcome == Outcome.LOST) {
            f.fault(
                    "ttl",
                    Sentence.of("a packet that is lost does not arrive with a TTL"),
                    Sentence.of("Take it out, or write \"{0}\".", "delivered"));
        }
        return new Ending(outcome, Paths.maybeSpace(f, "at"), why, ttl);
    }

    private static Used used(Fields f) {
        return new Used(
                Paths.space(f, "in"),
                f.required(
                        "kind",
                        "\"kind\": \"route\"",
                        Decision.Kind.ROUTE,
                        k -> f.word(k, KINDS).map(w -> Decision.Kind.valueOf(w.toUpperCase(Locale.ROOT)))),
                row(f));
    }
}
