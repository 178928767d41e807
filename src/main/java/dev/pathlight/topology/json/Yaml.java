package dev.pathlight.topology.json;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Positions.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Parses YAML, which may hold several documents, into {@link Json}. Anchors are not followed: an alias is its name. */
final class Yaml {
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(JsonTree.DEEPEST)
            .maxTokenCount(1_000_000)
            .build();

    private Yaml() {}

    /** Every document there is, an empty one as {@link Json.Null} or empty text; after a fault, those before it. */
    static List<Json> documents(String text, Faults faults) {
        List<Json> out = new ArrayList<>();
        YAMLFactory factory =
                YAMLFactory.builder().streamReadConstraints(LIMITS).build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(parser, faults, new Place(0, 0));
            for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
                out.add(tree.value(t, ""));
            }
        } catch (JacksonException e) {
            refused(e, faults);
        }
        return out;
    }

    private static void refused(JacksonException e, Faults faults) {
        TokenStreamLocation at = e.getLocation();
        Place place =
                at == null ? new Place(1, 1) : new Place(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
        // The library's words are several lines: what it was doing, what it met, and each time where, with an excerpt.
        String why = e.getOriginalMessage()
                .lines()
                .filter(l -> !l.isBlank() && !l.startsWith(" "))
                .collect(Collectors.joining(", "));
        faults.add(
                place,
                "",
                Sentence.of("this is not YAML: {0}", why),
                Sentence.of("Look at the indentation and the quotes just before."));
    }

    /** How many lines and columns precede the lines of a block ({@code key: |}) that is written at {@code place}. */
    static Place within(String file, Place place) {
        List<String> lines = file.lines().toList();
        boolean block = place.line() <= lines.size()
                && lines.get(place.line() - 1).substring(place.column() - 1).startsWith("|");
        if (!block) {
            return new Place(place.line() - 1, 0);
        }
        int indent = lines.stream()
                .skip(place.line())
                .filter(l -> !l.isBlank())
                .mapToInt(l -> l.length() - l.stripLeading().length())
                .findFirst()
                .orElse(0);
        return new Place(place.line(), indent);
    }
}
