package dev.pathlight.lesson.json;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.json.Out;
import dev.pathlight.topology.json.Out.Obj;
import dev.pathlight.topology.json.Words;
import java.util.List;
import java.util.Locale;

/** Writes lesson JSON, version 1: stable order, two-space indent, defaults left out. Reading it back gives an equal lesson. */
public final class LessonWriter {
    private LessonWriter() {}

    /** The text of the file, to be saved as UTF-8; it ends in a newline. */
    public static String write(Lesson lesson) {
        Obj o = new Obj(true);
        o.number("version", LessonReader.VERSION);
        o.text("name", lesson.name());
        o.text("drawing", lesson.drawing());
        Words.write(o, "title", lesson.title());
        o.list("steps", lesson.steps().stream().map(LessonWriter::step).toList());
        return o.print(0, 0) + "\n";
    }

    private static Obj step(Step step) {
        Obj o = new Obj(true);
        Words.write(o, "title", step.title());
        Words.write(o, "text", step.text());
        o.list("do", step.actions().stream().map(LessonWriter::action).toList());
        step.question().ifPresent(q -> Words.write(o, "ask", q));
        o.list("expect", step.expected().stream().map(LessonWriter::expected).toList());
        return o;
    }

    private static Obj action(Action action) {
        Obj o = new Obj(false);
        switch (action) {
            case Action.Run r -> o.text("do", "run");
            case Action.Stop s -> o.text("do", "stop");
            case Action.Ping p -> {
                o.text("do", "ping");
                o.text("from", p.from());
                o.text("to", p.to().written());
            }
            case Action.Open p -> {
                o.text("do", "open");
                o.text("panel", word(p.panel()));
            }
            case Action.Change c -> {
                o.text("do", word(c.kind()));
                o.text("in", c.in());
                o.list(
                        "commands",
                        c.commands().stream().map(LessonWriter::command).toList());
                Words.write(o, "label", c.label());
            }
        }
        return o;
    }

    private static Out command(List<String> words) {
        return new Out.Arr(words.stream().<Out>map(Out::quoted).toList());
    }

    private static Obj expected(Expected expected) {
        Obj o = new Obj(false);
        switch (expected.observation()) {
            case Observation.Running(boolean runs) -> o.text("see", runs ? "running" : "stopped");
            case Observation.Packet p -> packet(o, p);
            case Observation.Route r -> {
                o.text("see", "route");
                o.text("in", r.in());
                o.text("row", r.row());
                o.flag("absent", !r.present(), false);
                o.text("before", r.before());
            }
            case Observation.Neighbour n -> {
                o.text("see", "neighbour");
                o.text("in", n.in());
                o.text("address", n.address());
                o.flag("absent", !n.present(), false);
            }
            case Observation.MacLearned m -> {
                o.text("see", "mac");
                o.text("bridge", m.bridge());
                o.text("owner", m.owner());
                o.text("port", m.port());
                o.flag("absent", !m.present(), false);
            }
            case Observation.Forwarding f -> {
                o.text("see", "forwarding");
                o.text("in", f.in());
                o.flag("on", f.on(), true);
            }
        }
        Words.write(o, "label", expected.label());
        return o;
    }

    private static void packet(Obj o, Observation.Packet p) {
        o.text("see", "packet");
        o.text("packet", p.kind().word());
        o.text("from", p.from());
        o.text("outcome", word(p.ending().outcome()));
        o.text("at", p.ending().at());
        o.text("why", p.ending().why());
        p.ending().ttl().ifPresent(t -> o.number("ttl", t));
        o.texts("through", p.through());
        p.used().ifPresent(u -> {
            Obj used = new Obj(false);
            used.text("in", u.in());
            used.text("kind", word(u.kind()));
            used.text("row", u.row());
            o.put("used", used);
        });
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
