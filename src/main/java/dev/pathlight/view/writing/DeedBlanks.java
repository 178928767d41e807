package dev.pathlight.view.writing;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.CommandText;
import dev.pathlight.lesson.Saying;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.view.writing.Blank.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can be filled in about something to do. */
final class DeedBlanks {
    private final Offers offers;

    DeedBlanks(Offers offers) {
        this.offers = offers;
    }

    /** A new one, by its word in a lesson's file. */
    Action make(String word) {
        return switch (word) {
            case "run" -> new Action.Run();
            case "stop" -> new Action.Stop();
            case "ping" -> new Action.Ping(offers.space(0), new Action.Goal.Space(offers.space(1)));
            case "open" -> new Action.Open(Action.Panel.TABLES);
            default ->
                new Action.Change(
                        Typing.word(Action.Kind.class, word),
                        offers.space(0),
                        List.of(List.of("ip", "route")),
                        Texts.NONE);
        };
    }

    List<Blank> of(Action action) {
        return switch (action) {
            case Action.Run _, Action.Stop _ -> List.of();
            case Action.Ping(SpaceId from, Action.Goal to) ->
                List.of(
                        new Blank.Choice("from", offers.spaceOptions(from.toString()), from.toString()),
                        new Blank.Line(
                                "to",
                                to.written(),
                                Sentence.verbatim("10.1.1.3"),
                                offers.spaces().stream().map(SpaceId::toString).toList(),
                                false));
            case Action.Open(Action.Panel panel) ->
                List.of(new Blank.Choice(
                        "panel",
                        Arrays.stream(Action.Panel.values())
                                .map(p -> new Option(Typing.word(p), Saying.of(new Action.Open(p))))
                                .toList(),
                        Typing.word(panel)));
            case Action.Change c -> change(c);
        };
    }

    private List<Blank> change(Action.Change c) {
        Sentence own = Saying.of(new Action.Change(c.kind(), c.in(), c.commands(), Texts.NONE));
        return Stream.concat(
                        Stream.of(
                                new Blank.Choice(
                                        "kind",
                                        Arrays.stream(Action.Kind.values())
                                                .map(k -> new Option(Typing.word(k), Saying.kind(k)))
                                                .toList(),
                                        Typing.word(c.kind())),
                                new Blank.Choice("in", offers.spaceOptions(c.in().toString()), c.in().toString()),
                                new Blank.Area("commands", CommandText.write(c.commands()), true)),
                        WordBlanks.lines(
                                "label",
                                c.label(),
                                Sentence.verbatim(own.in(Locale.ENGLISH)),
                                Sentence.verbatim(own.in(Locale.CHINESE))))
                .toList();
    }

    /** Throws {@link dev.pathlight.topology.Malformed}. */
    static Action with(Action action, String key, String text) {
        return switch (action) {
            case Action.Run run -> run;
            case Action.Stop stop -> stop;
            case Action.Open _ -> new Action.Open(Typing.word(Action.Panel.class, text));
            case Action.Ping(SpaceId from, Action.Goal to) ->
                key.equals("from")
                        ? new Action.Ping(SpaceId.parse(text), to)
                        : new Action.Ping(from, Typing.value(text, Action.Goal::problem, Action.Goal::parse));
            case Action.Change c -> with(c, key, text);
        };
    }

    private static Action with(Action.Change c, String key, String text) {
        return switch (Typing.stem(key)) {
            case "kind" -> new Action.Change(Typing.word(Action.Kind.class, text), c.in(), c.commands(), c.label());
            case "in" -> new Action.Change(c.kind(), SpaceId.parse(text), c.commands(), c.label());
            case "commands" -> new Action.Change(c.kind(), c.in(), CommandText.read(text), c.label());
            case "label" -> new Action.Change(c.kind(), c.in(), c.commands(), Typing.words(c.label(), key, text));
            default -> throw new IllegalArgumentException(key);
        };
    }
}
