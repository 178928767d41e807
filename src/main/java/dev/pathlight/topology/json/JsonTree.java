package dev.pathlight.topology.json;

import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.json.Positions.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parses JSON text into {@link Json}, refusing what RFC 8259 refuses, and fields written twice. */
final class JsonTree {
    /** Far deeper than the format goes; keeps hostile nesting off the stack. */
    static final int DEEPEST = 32;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxTokenCount(1_000_000)
            .maxStringLength(100_000)
            .maxNameLength(1_000)
            .maxNumberLength(100)
            .build();

    /** What the library says about its own settings and insides, which mean nothing to who draws. */
    private static final Pattern LIBRARY_SETTINGS =
            Pattern.compile("(, from|: enable|: hexadecimal .* enabling) `[^`]*`( to allow)?"
                    + "| \\((for .* starting at|not recognized as one|consider enabling) .*\\)$");

    private final JsonParser parser;
    private final Faults faults;
    private final Place within;

    /** @param within where the text begins in its file: {@code 0, 0} for the file itself */
    JsonTree(JsonParser parser, Faults faults, Place within) {
        this.parser = parser;
        this.faults = faults;
        this.within = within;
    }

    /** The tree, or empty after a fault that leaves none. */
    static Optional<Json> parse(String text, Faults faults) {
        return parse(text, faults, new Place(0, 0));
    }

    /** {@code within}: how many lines and columns of its file precede the text, in each of its lines. */
    static Optional<Json> parse(String text, Faults faults, Place within) {
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(LIMITS).build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return new JsonTree(parser, faults, within).whole();
        }
    }

    private Optional<Json> whole() {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                faults.add(
                        Sentence.of("the file is empty"),
                        Sentence.of("A {0} begins with { \"version\": 1, \"name\": … }.", faults.kind()));
                return Optional.empty();
            }
            Json root = value(first, "");
            if (parser.nextToken() != null) {
                faults.add(
                        here(),
                        "",
                        Sentence.of("something follows the end of the {0}", faults.kind()),
                        Sentence.of("Delete what stands after the last }."));
            }
            return Optional.of(root);
        } catch (JacksonException e) {
            refused(e);
            return Optional.empty();
        }
    }

    Json value(JsonToken token, String path) {
        Place place = here();
        return switch (token) {
            case START_OBJECT -> object(place, path);
            case START_ARRAY -> array(place, path);
            case VALUE_STRING -> new Json.Text(place, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(place, parser.getString());
            case VALUE_TRUE -> new Json.Bool(place, true);
            case VALUE_FALSE -> new Json.Bool(place, false);
            case VALUE_NULL -> new Json.Null(place);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value starts with " + token);
        };
    }

    private Json object(Place place, String path) {
        Map<String, Json> members = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            Place at = here();
            String field = FieldPath.member(path, key);
            Json member = value(parser.nextToken(), field);
            Place first = keys.putIfAbsent(key, at);
            if (first == null) {
                members.put(key, member);
            } else {

                faults.add(
                        at,
                        field,
                        Sentence.of("\"{0}\" is written twice", key),
                        Sentence.of("It is first written at line {0}: keep one.", first.line()));
            }
        }
        return new Json.Obj(place, members, keys);
    }

    private Json array(Place place, String path) {
        List<Json> items = new ArrayList<>();
        for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
            items.add(value(t, FieldPath.item(path, items.size())));
        }
        return new Json.Arr(place, items);
    }

    private Place here() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return place(at);
    }

    private Place place(TokenStreamLocation at) {
        return new Place(Math.max(1, at.getLineNr()) + within.line(), Math.max(1, at.getColumnNr()) + within.column());
    }

    /** The library speaks English only; in another language the place and the hint must do. */
    private static Texts inEnglish(String why) {
        return Texts.of(Map.of("en", ": " + why, "zh", ""));
    }

    private void refused(JacksonException e) {
        TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        Place place = place(at);
        String why = LIBRARY_SETTINGS
                .matcher(e.getOriginalMessage().lines().findFirst().orElse(""))
                .replaceAll("")
                .strip();
        switch (e) {
            case UnexpectedEndOfInputException end ->
                faults.add(
                        place,
                        "",
                        Sentence.of("the file ends in the middle of the {0}", faults.kind()),
                        Sentence.of("Is it cut off? A }, ] or \" is missing."));
            case StreamConstraintsException limit ->
                faults.add(
                        place,
                        "",
                        Sentence.of("a limit of these files is exceeded{0}", inEnglish(why)),
                        Sentence.of("Is it really a {0}?", faults.kind()));
            default ->
                faults.add(
                        place,
                        "",
                        Sentence.of("this is not JSON{0}", inEnglish(why)),
                        Sentence.of("Look for a missing comma, quote or bracket just before."));
        }
    }
}
