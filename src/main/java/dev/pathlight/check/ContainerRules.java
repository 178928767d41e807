package dev.pathlight.check;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about containers: those of one namespace share its ports. */
final class ContainerRules {
    static final List<Rule> ALL = List.of(ContainerRules::ports, ContainerRules::words, ContainerRules::names);

    /** {@code MAX_ARG_STRLEN} of {@code linux/binfmts.h}: 32 pages. */
    private static final int LONGEST_WORD = 131_071;

    private ContainerRules() {}

    private static void ports(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            Map<String, Container> taken = new HashMap<>();
            each(
                    s,
                    (c, at) -> Drawn.eachOf(c.listens(), FieldPath.member(at, "listens"), (l, field) -> {
                        Optional<Container> first = Optional.ofNullable(taken.putIfAbsent(transport(l) + l.port(), c));
                        first.ifPresent(f -> out.warning(
                                "port-taken",
                                path(s, c),
                                field,
                                says(f, c, l),
                                Sentence.of("Containers that share a namespace share its ports: whoever comes second is"
                                        + " refused. Give one of them another port, or a namespace of its own.")));
                    }));
        }
    }

    private static Sentence says(Container first, Container second, Listen l) {
        return first.name().equals(second.name())
                ? Sentence.of("{0} listens on {1} port {2} twice", second.name(), transport(l), l.port())
                : Sentence.of(
                        "{0} listens on {1} port {2}, on which {3} of the same namespace listens already",
                        second.name(), transport(l), l.port(), first.name());
    }

    private static String transport(Listen l) {
        return l.protocol().equals("udp") ? "UDP" : "TCP";
    }

    private static void words(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            each(
                    s,
                    (c, at) -> Drawn.eachOf(c.command(), FieldPath.member(at, "command"), (word, field) -> {
                        if (word.indexOf(0) >= 0 || word.length() > LONGEST_WORD) {
                            out.error(
                                    "bad-command",
                                    path(s, c),
                                    field,
                                    Sentence.of(
                                            "an argument of the command of {0} is too long or has a zero character",
                                            c.name()),
                                    Sentence.of("Linux takes arguments of up to 131071 bytes without zeros."));
                        } else if (word.isEmpty() && field.endsWith("[0]")) {
                            out.error(
                                    "bad-command",
                                    path(s, c),
                                    field,
                                    Sentence.of("the command of {0} has no program", c.name()),
                                    Sentence.of("Write the program as the first word, or leave the command out."));
                        }
                    }));
        }
    }

    private static void names(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            each(s, (c, at) -> {
                if (s.find(c.name().value()).isPresent()) {
                    out.error(
                            "duplicate-name",
                            path(s, c),
                            FieldPath.member(at, "name"),
                            Sentence.of(
                                    "the container {0} has the name of an interface of {1}",
                                    c.name(), s.id().shortName()),
                            Sentence.of("Rename one of them: both would have the path {0}/{1}.", s.id(), c.name()));
                }
            });
        }
    }

    private interface Each {
        void take(Container container, String field);
    }

    private static void each(Drawn.Space s, Each each) {
        Drawn.eachOf(s.namespace().containers(), FieldPath.member(s.field(), "containers"), each::take);
    }

    private static String path(Drawn.Space s, Container c) {
        return s.id() + "/" + c.name();
    }
}
