package dev.pathlight.lesson.json;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.Fields;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads the paths by which a lesson points at things of its drawing. */
final class Paths {
    static final SpaceId NO_SPACE = SpaceId.parse("none");
    private static final PortId NO_PORT = PortId.parse("none/none");

    private Paths() {}

    static SpaceId space(Fields f, String key) {
        return f.required(key, "\"" + key + "\": \"this/ns1\"", NO_SPACE, k -> maybeSpace(f, k));
    }

    static Optional<SpaceId> maybeSpace(Fields f, String key) {
        return f.value(key, Paths::spaceProblem, SpaceId::parse);
    }

    static PortId port(Fields f, String key) {
        return f.required(
                key, "\"" + key + "\": \"this/br0\"", NO_PORT, k -> f.value(k, PortId::problem, PortId::parse));
    }

    private static Optional<Sentence> spaceProblem(String text) {
        return problem(text, SpaceId::parse)
                .map(p -> Sentence.of(
                        "\"{0}\" is not the path of a node or namespace: write node or node/namespace", text));
    }

    /** What is wrong with {@code text} as {@code parse} takes it, or empty. */
    static Optional<String> problem(String text, Function<String, ?> parse) {
        try {
            Objects.requireNonNull(parse.apply(text));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
