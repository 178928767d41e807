package dev.pathlight.check;

import dev.pathlight.topology.Element;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about cables and LANs: what joins interfaces. */
final class CableRules {
    static final List<Rule> ALL = List.of(CableRules::ends, CableRules::taken, CableRules::bareEnds);

    private CableRules() {}

    /** One place where a cable or LAN is plugged in. */
    private record Plug(PortId port, String element, String field, boolean ofLan) {}

    private static List<Plug> plugs(Drawn drawn) {
        List<Plug> out = new java.util.ArrayList<>();
        Drawn.eachOf(drawn.topology().cables(), "cables", (c, at) -> {
            String path = Element.CABLE + c.a();
            String ends = FieldPath.member(at, "ends");
            out.add(new Plug(c.a(), path, FieldPath.item(ends, 0), false));
            out.add(new Plug(c.b(), path, FieldPath.item(ends, 1), false));
        });
        Drawn.eachOf(
                drawn.topology().lans(),
                "lans",
                (l, at) -> Drawn.eachOf(
                        l.nics(),
                        FieldPath.member(at, "nics"),
                        (nic, field) -> out.add(new Plug(nic, Element.LAN + l.name(), field, true))));
        return out;
    }

    private static void ends(Drawn drawn, Findings out) {
        for (Plug plug : plugs(drawn)) {
            Optional<Drawn.Port> port = drawn.port(plug.port());
            if (port.isEmpty()) {
                missing(drawn, plug, out);
            } else if (port.get().bridge().isPresent()) {
                out.error(
                        rule(plug),
                        plug.element(),
                        plug.field(),
                        Sentence.of(
                                plug.ofLan()
                                        ? "{0} is a bridge; a LAN joins interfaces"
                                        : "{0} is a bridge; a cable ends at interfaces",
                                plug.port()),
                        Sentence.of(
                                "Declare an interface beside the bridge, make it one of its ports, and name it here."));
            } else if (!port.get().isCableEnd()) {
                String kind = port.get().link().map(i -> i.kind().word()).orElse("");
                out.error(
                        "cable-at-wrong-kind",
                        plug.element(),
                        plug.field(),
                        Sentence.of(
                                "{0} is a {1} interface; only one of kind cable can be plugged in", plug.port(), kind),
                        Sentence.of("Leave its \"kind\" out, or name another interface here."));
            }
        }
    }

    private static String rule(Plug plug) {
        return plug.ofLan() ? "unknown-nic" : "cable-to-nowhere";
    }

    private static void missing(Drawn drawn, Plug plug, Findings out) {
        List<String> known = drawn.ports().map(p -> p.id().toString()).toList();

        out.error(
                rule(plug),
                plug.element(),
                plug.field(),
                Sentence.of(
                        plug.ofLan()
                                ? "the LAN joins {0}, which is not drawn"
                                : "the cable leads to {0}, which is not drawn",
                        plug.port()),
                Spelling.didYouMeanOr(
                        Sentence.of(
                                "Add an interface {0} to {1}.",
                                plug.port().name(), plug.port().space()),
                        plug.port().toString(),
                        known));
    }

    private static void taken(Drawn drawn, Findings out) {
        Map<PortId, Plug> first = new HashMap<>();
        for (Plug plug : plugs(drawn)) {
            Optional<Plug> earlier = Optional.ofNullable(first.putIfAbsent(plug.port(), plug));
            earlier.ifPresent(e -> occupied(e, plug, out));
        }
    }

    private static void occupied(Plug earlier, Plug plug, Findings out) {
        boolean samePlace = FieldPath.parent(earlier.field()).equals(FieldPath.parent(plug.field()));
        if (samePlace && !plug.ofLan()) {
            out.error(
                    "cable-to-itself",
                    plug.element(),
                    plug.field(),
                    Sentence.of("both ends of the cable are {0}", plug.port()),
                    Sentence.of("A cable joins two interfaces: name another one here."));
        } else {
            out.error(
                    "interface-in-two-cables",
                    plug.port(),
                    plug.field(),
                    Sentence.of("{0} is already plugged in at {1}", plug.port(), earlier.field()),
                    Sentence.of("An interface holds one cable: add another interface, or a bridge between them."));
        }
    }

    private static void bareEnds(Drawn drawn, Findings out) {
        drawn.ports()
                .filter(p -> !drawn.isMade(p))
                .forEach(p -> out.warning(
                        "interface-without-cable",
                        p.id(),
                        p.field(),
                        Sentence.of("{0} has no cable, so it is not made when the drawing runs", p.id()),
                        Sentence.of("Draw a cable from it, or remove it.")));
    }
}
