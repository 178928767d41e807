package dev.pathlight.topology.json;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Positions.Place;
import java.util.List;
import java.util.Map;

/** A piece of JSON that knows where in its file it is written. */
public sealed interface Json {
    Place place();

    /** An object; {@code keys} tells where each field's name is written. */
    record Obj(Place place, Map<String, Json> members, Map<String, Place> keys) implements Json {}

    record Arr(Place place, List<Json> items) implements Json {}

    record Text(Place place, String value) implements Json {}

    /** A number as it is written: its value may exceed every Java type. */
    record Num(Place place, String digits) implements Json {}

    record Bool(Place place, boolean value) implements Json {}

    record Null(Place place) implements Json {}

    /** What it is, in words for a message. */
    default Sentence what() {
        return switch (this) {
            case Obj o -> Sentence.of("an object");
            case Arr a -> Sentence.of("an array");
            case Text t -> Sentence.of("text");
            case Num n -> Sentence.of("a number");
            case Bool b -> Sentence.verbatim(b.value());
            case Null n -> Sentence.verbatim("null");
        };
    }
}
