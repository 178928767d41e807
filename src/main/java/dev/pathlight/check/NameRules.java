package dev.pathlight.check;

import dev.pathlight.topology.Element;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rules about names: everything is pointed at by its path, so a path must mean one thing. */
final class NameRules {
    static final List<Rule> ALL = List.of(NameRules::duplicates, NameRules::reserved);

    /** Names that Linux keeps for itself: lo is in every namespace, the others are directories of sysctls. */
    private static final Set<String> RESERVED = Set.of("lo", "all", "default");

    private static final Sentence NOTE = Sentence.of("note");

    private NameRules() {}

    private static void duplicates(Drawn drawn, Findings out) {
        Topology t = drawn.topology();
        unique(out, Sentence.of("node"), t.nodes(), "nodes", n -> n.name().value());
        unique(out, Sentence.of("LAN"), t.lans(), "lans", l -> Element.LAN + l.name());
        unique(out, NOTE, t.notes(), "notes", n -> Element.NOTE + n.id());
        Drawn.eachOf(t.nodes(), "nodes", (node, at) -> inNode(node, at, out));
        drawn.spaces().forEach(s -> inSpace(s, out));
    }

    private static void inNode(Node node, String field, Findings out) {
        String list = FieldPath.member(field, "namespaces");
        unique(out, Sentence.of("namespace"), node.namespaces(), list, s -> node.name() + "/" + s.name());
        Set<String> devices = new java.util.HashSet<>();
        node.root().interfaces().forEach(i -> devices.add(i.name().value()));
        node.root().bridges().forEach(b -> devices.add(b.name().value()));
        Drawn.eachOf(node.namespaces(), list, (s, at) -> {
            if (devices.contains(s.name())) {
                out.error(
                        "duplicate-name",
                        new SpaceId(node.name(), s.name()),
                        FieldPath.member(at, "name"),
                        Sentence.of(
                                "the namespace {0} has the name of an interface in the root of {1}",
                                s.name(), node.name()),
                        Sentence.of("Rename one of them: both would have the path {0}/{1}.", node.name(), s.name()));
            }
        });
    }

    private static void inSpace(Drawn.Space s, Findings out) {
        Map<String, Drawn.Port> seen = new HashMap<>();
        for (Drawn.Port p : s.ports()) {
            Optional<Drawn.Port> first =
                    Optional.ofNullable(seen.putIfAbsent(p.id().name().value(), p));
            first.ifPresent(f -> out.error(
                    "duplicate-name",
                    p.id(),
                    FieldPath.member(p.field(), "name"),
                    Sentence.of("{0} has two devices named {1}", s.id().shortName(), p.id().name()),
                    Sentence.of("Rename one of them; a bridge is an interface too.")));
        }
        unique(
                out,
                Sentence.of("container"),
                s.namespace().containers(),
                FieldPath.member(s.field(), "containers"),
                c -> s.id() + "/" + c.name());
    }

    private static <T> void unique(Findings out, Sentence what, List<T> list, String field, Function<T, String> path) {
        Map<String, String> seen = new HashMap<>();
        Drawn.eachOf(list, field, (x, at) -> {
            String name = path.apply(x).replaceFirst("^.*[/:]", "");
            if (seen.putIfAbsent(name, at) != null) {
                out.error(
                        "duplicate-name",
                        path.apply(x),
                        FieldPath.member(at, what.equals(NOTE) ? "id" : "name"),
                        Sentence.of("there is already a {0} named {1}", what, name),
                        Sentence.of("Give one of the two another name."));
            }
        });
    }

    private static void reserved(Drawn drawn, Findings out) {
        drawn.ports()
                .filter(p -> RESERVED.contains(p.id().name().value()))
                .forEach(p -> out.error(
                        "reserved-name",
                        p.id(),
                        FieldPath.member(p.field(), "name"),
                        Sentence.of("Linux keeps the device name {0} for itself", p.id().name()),
                        Sentence.of("Rename it, for instance to eth0.")));
    }
}
