package dev.pathlight.lesson.json;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Action.Goal;
import dev.pathlight.lesson.Action.Kind;
import dev.pathlight.lesson.Action.Panel;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.json.Fields;
import dev.pathlight.topology.json.Json;
import dev.pathlight.topology.json.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what a step says is to be done. */
final class ActionReader {
    static final List<String> WORDS = List.of("run", "stop", "ping", "change", "break", "mend", "open");
    static final List<String> PANELS = Arrays.stream(Panel.values())
            .map(p -> p.name().toLowerCase(Locale.ROOT))
            .toList();

    private static final String EXAMPLE = "[\"ip\", \"route\", \"del\", \"default\"]";

    private ActionReader() {}

    static Action read(Fields f) {
        Optional<String> word =
                f.required("do", "\"do\": \"run\"", Optional.empty(), k -> Optional.of(f.word(k, WORDS)));
        return switch (word.orElse("")) {
            case "run" -> new Action.Run();
            case "stop" -> new Action.Stop();
            case "ping" -> new Action.Ping(Paths.space(f, "from"), goal(f));
            case "open" ->
                new Action.Open(f.required(
                        "panel",
                        "\"panel\": \"tables\"",
                        Panel.TABLES,
                        k -> f.word(k, PANELS).map(p -> Panel.valueOf(p.toUpperCase(Locale.ROOT)))));
            case "change", "break", "mend" ->
                change(f, Kind.valueOf(word.orElseThrow().toUpperCase(Locale.ROOT)));
            default -> {
                // Only the word is wrong then: what the other fields mean cannot be said.
                f.names().forEach(f::json);
                yield new Action.Run();
            }
        };
    }

    private static Goal goal(Fields f) {
        return f.required(
                "to",
                "\"to\": \"this/ns2\"",
                new Goal.Space(Paths.NO_SPACE),
                k -> f.value(k, Goal::problem, Goal::parse));
    }

    private static Action change(Fields f, Kind kind) {
        List<List<String>> commands = f.required(
                "commands",
                "\"commands\": [[\"ip\", \"link\", \"set\", \"veth0\", \"up\"]]",
                List.of(),
                k -> Optional.of(f.list(k, (json, field) -> command(f, json, field))));
        if (commands.isEmpty()) {
            f.fault(
                    "commands",
                    Sentence.of("there is no command to run"),
                    Sentence.of("Write at least one, as {0}.", EXAMPLE));
        }
        Texts label = Words.read(f, "label");
        return new Action.Change(kind, Paths.space(f, "in"), commands, label);
    }

    private static Optional<List<String>> command(Fields f, Json json, String field) {
        Sentence hint = Sentence.of("Write each word for itself, as {0}.", EXAMPLE);
        if (!(json instanceof Json.Arr words) || words.items().isEmpty()) {
            f.faults()
                    .add(
                            json.place(),
                            field,
                            Sentence.of("a command is an array of its words, not {0}", json.what()),
                            hint);
            return Optional.of(List.of());
        }
        List<String> out = new ArrayList<>();
        for (int i = 0; i < words.items().size(); i++) {
            Json item = words.items().get(i);
            if (item instanceof Json.Text t && !t.value().isEmpty() && t.value().indexOf('\0') < 0) {
                out.add(t.value());
            } else {
                f.faults()
                        .add(item.place(), FieldPath.item(field, i), Sentence.of("this is no word of a command"), hint);
            }
        }
        return Optional.of(out);
    }
}
