package dev.pathlight.topology.json;

import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A cursor over the fields of one JSON object. What is wrong goes to {@link Faults}, and reading goes on with a
 * stand-in, so that one reading finds every fault; {@link #end} refuses the fields nobody asked for.
 */
public final class Fields {
    private final Json.Obj object;
    private final String path;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Json.Obj object, String path, Faults faults) {
        this.object = object;
        this.path = path;
        this.faults = faults;
    }

    /** The fields of {@code json}, or of an empty object after a fault when it is none. */
    public static Optional<Fields> of(Json json, String path, Faults faults, Sentence what) {
        if (json instanceof Json.Obj o) {
            return Optional.of(new Fields(o, path, faults));
        }
        faults.add(
                json.place(),
                path,
                Sentence.of("{0} must be an object, not {1}", what, json.what()),
                Sentence.of("Write { … } with its fields."));
        return Optional.empty();
    }

    /** The field as it is written, and from now on a known one. */
    public Optional<Json> json(String key) {
        known.add(key);
        return Optional.ofNullable(object.members().get(key));
    }

    public Faults faults() {
        return faults;
    }

    public String path(String key) {
        return FieldPath.member(path, key);
    }

    public void fault(String key, Sentence message, Sentence hint) {
        Json at = object.members().getOrDefault(key, object);
        faults.add(at.place(), path(key), message, hint);
    }

    public Optional<String> text(String key) {
        return json(key).flatMap(j -> textOf(j, path(key)));
    }

    private Optional<String> textOf(Json json, String field) {
        if (json instanceof Json.Text t) {
            return Optional.of(t.value());
        }
        faults.add(
                json.place(),
                field,
                Sentence.of("text is wanted here, not {0}", json.what()),
                Sentence.of("Write it in double quotes."));
        return Optional.empty();
    }

    /** A text with rules, made by {@code make} when {@code problem} finds none. */
    public <T> Optional<T> value(String key, Function<String, Optional<Sentence>> problem, Function<String, T> make) {
        return json(key).flatMap(j -> valueOf(j, path(key), problem, make));
    }

    private <T> Optional<T> valueOf(
            Json json, String field, Function<String, Optional<Sentence>> problem, Function<String, T> make) {
        return textOf(json, field).flatMap(text -> {
            Optional<Sentence> wrong = problem.apply(text);
            wrong.ifPresent(w -> faults.add(json.place(), field, w, Sentence.of("Write another value for it.")));
            return wrong.isPresent() ? Optional.empty() : Optional.of(make.apply(text));
        });
    }

    /** A field that must be there; {@code example} shows how it is written. */
    public <T> T required(String key, String example, T standIn, Function<String, Optional<T>> read) {
        if (!object.members().containsKey(key)) {
            known.add(key);
            fault(key, Sentence.of("\"{0}\" is missing", key), Sentence.of("Add it, as in {0}.", example));
            return standIn;
        }
        return read.apply(key).orElse(standIn);
    }

    /** One of several words. */
    public Optional<String> word(String key, List<String> words) {
        return value(key, w -> wordProblem(w, words), w -> w);
    }

    private static Optional<Sentence> wordProblem(String word, List<String> words) {
        if (words.contains(word)) {
            return Optional.empty();
        }
        Sentence hint = Spelling.didYouMean(word, words, Sentence.of("Use one of {0}", Sentence.list(words)));
        return Optional.of(Sentence.of("\"{0}\" is not known here. {1}", word, hint));
    }

    public boolean flag(String key, boolean otherwise) {
        Optional<Json> json = json(key);
        if (json.isEmpty() || json.get() instanceof Json.Bool) {
            return json.map(j -> ((Json.Bool) j).value()).orElse(otherwise);
        }
        fault(
                key,
                Sentence.of("true or false is wanted here, not {0}", json.get().what()),
                Sentence.of("Write true or false without quotes."));
        return otherwise;
    }

    public OptionalInt integer(String key, int least, int most) {
        OptionalLong n = number(key, least, most);
        return n.isPresent() ? OptionalInt.of((int) n.getAsLong()) : OptionalInt.empty();
    }

    public OptionalLong number(String key, long least, long most) {
        Optional<Json> json = json(key);
        if (json.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!(json.get() instanceof Json.Num n)) {
            fault(
                    key,
                    Sentence.of(
                            "a whole number is wanted here, not {0}", json.get().what()),
                    Sentence.of("Write digits without quotes."));
            return OptionalLong.empty();
        }
        Optional<BigDecimal> value = Numbers.whole(n.digits());
        if (value.isEmpty()
                || value.get().compareTo(BigDecimal.valueOf(least)) < 0
                || value.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            fault(
                    key,
                    Sentence.of("{0} is not a whole number from {1} to {2}", n.digits(), least, most),
                    Sentence.of("Write one within that range."));
            return OptionalLong.empty();
        }
        return OptionalLong.of(value.get().longValueExact());
    }

    /** A number that need not be whole. */
    double decimal(String key, double least, double most) {
        Optional<Json> json = json(key);
        if (json.isPresent()
                && json.get() instanceof Json.Num n
                && Double.parseDouble(n.digits()) >= least
                && Double.parseDouble(n.digits()) <= most) {
            return Double.parseDouble(n.digits()) + 0.0;
        }
        json.ifPresent(j -> fault(
                key,
                Sentence.of("a number from {0} to {1} is wanted here", least, most),
                Sentence.of("Write such a number.")));
        return 0;
    }

    /** The elements of an array, each read by {@code read} with its path; no field is no element. */
    public <T> List<T> list(String key, BiFunction<Json, String, Optional<T>> read) {
        Optional<Json> json = json(key);
        if (json.isEmpty()) {
            return List.of();
        }
        if (!(json.get() instanceof Json.Arr array)) {
            fault(
                    key,
                    Sentence.of("an array is wanted here, not {0}", json.get().what()),
                    Sentence.of("Write it in [ ], even a single one."));
            return List.of();
        }
        List<T> out = new ArrayList<>();
        for (int i = 0; i < array.items().size(); i++) {
            read.apply(array.items().get(i), FieldPath.item(path(key), i)).ifPresent(out::add);
        }
        return out;
    }

    /** An array of objects, each closed after {@code read}. */
    public <T> List<T> objects(String key, Sentence what, Function<Fields, T> read) {
        return list(key, (json, field) -> of(json, field, faults, what).map(f -> f.closed(read)));
    }

    /** An array of texts with rules. */
    public <T> List<T> values(String key, Function<String, Optional<Sentence>> problem, Function<String, T> make) {
        return list(key, (json, field) -> valueOf(json, field, problem, make));
    }

    /** An object, closed after {@code read}. */
    public <T> Optional<T> object(String key, Sentence what, Function<Fields, T> read) {
        return json(key).flatMap(j -> of(j, path(key), faults, what)).map(f -> f.closed(read));
    }

    /** The names of the fields that are written, in order. */
    public Set<String> names() {
        return object.members().keySet();
    }

    /** An object without fields, as if one had been written. */
    static Fields none(String path, Faults faults) {
        return new Fields(new Json.Obj(new Positions.Place(0, 0), Map.of(), Map.of()), path, faults);
    }

    boolean has(String key) {
        return object.members().containsKey(key);
    }

    /** Something to know about a field, which is no fault. */
    void note(Faults notes, String key, Sentence message, Sentence hint) {
        notes.add(object.members().getOrDefault(key, object).place(), path(key), message, hint);
    }

    /** Notes every field that was not asked for, for formats of which we read a part. */
    void noteTheRest(Faults notes, Sentence hint) {
        object.keys().forEach((key, place) -> {
            if (!known.contains(key)) {
                notes.add(place, path(key), Sentence.of("\"{0}\" is not understood and was left out", key), hint);
            }
        });
    }

    private <T> T closed(Function<Fields, T> read) {
        T value = read.apply(this);
        end();
        return value;
    }

    /** Refuses every field that was not asked for. */
    public void end() {
        Set<String> free = new LinkedHashSet<>(known);
        free.removeAll(object.members().keySet());
        for (var written : object.keys().entrySet()) {
            String key = written.getKey();
            if (!known.contains(key)) {
                Sentence all = Sentence.of("Known here: {0}.", Sentence.list(List.copyOf(known)));
                faults.add(
                        written.getValue(),
                        path(key),
                        Sentence.of("\"{0}\" is not a field known here", key),
                        Spelling.didYouMean(key, free, all));
            }
        }
    }
}
