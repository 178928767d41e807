package dev.pathlight.view.writing;

import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.Observation.Ending;
import dev.pathlight.lesson.Observation.Used;
import dev.pathlight.lesson.PacketKind;
import dev.pathlight.lesson.Saying;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey.Outcome;
import dev.pathlight.view.writing.Blank.Choice;
import dev.pathlight.view.writing.Blank.Line;
import dev.pathlight.view.writing.Blank.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be filled in about a packet to be seen. */
final class PacketBlanks {
    private static final Sentence ANY = Sentence.of("any");
    private static final int MOST_TTL = 255;

    private final Offers offers;

    PacketBlanks(Offers offers) {
        this.offers = offers;
    }

    Stream<Blank> of(Observation.Packet p) {
        Ending e = p.ending();
        String from = written(p.from());
        String at = written(e.at());
        String through = p.through().stream().map(PortId::toString).collect(Collectors.joining(" "));
        return Stream.of(
                        Stream.of(
                                new Choice("packet", kinds(), p.kind().word()),
                                new Choice("from", offers.maybeSpaceOptions(from), from),
                                new Choice("outcome", outcomes(), Typing.word(e.outcome())),
                                new Choice("at", offers.maybeSpaceOptions(at), at)),
                        e.outcome() == Outcome.LOST
                                ? Stream.of(new Choice("why", reasons(), e.why().orElse("")))
                                : Stream.of(new Line("ttl", ttl(e), ANY)),
                        Stream.of(new Line("through", through, ANY, offers.paths(offers.ports()), true)),
                        used(p.used()))
                .flatMap(s -> s);
    }

    private Stream<Blank> used(Optional<Used> used) {
        Choice kind =
                new Choice("used", rows(), used.map(u -> Typing.word(u.kind())).orElse(""));
        return Stream.concat(
                Stream.of(kind),
                used.stream()
                        .flatMap(u -> Stream.of(
                                new Choice("used-in", offers.spaceOptions(u.in().toString()), u.in().toString()),
                                new Line("used-row", u.row(), Sentence.verbatim(""), offers(u), false))));
    }

    private List<String> offers(Used u) {
        return u.kind() == Decision.Kind.ROUTE ? offers.routes(u.in()) : List.of();
    }

    private static String written(Optional<SpaceId> space) {
        return space.map(SpaceId::toString).orElse("");
    }

    private static String ttl(Ending e) {
        return e.ttl().isPresent() ? String.valueOf(e.ttl().getAsInt()) : "";
    }

    private static List<Option> kinds() {
        return Arrays.stream(PacketKind.values())
                .map(k -> new Option(k.word(), k.said()))
                .toList();
    }

    private static List<Option> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(o -> new Option(Typing.word(o), Saying.outcome(o)))
                .toList();
    }

    private static List<Option> reasons() {
        return Stream.concat(
                        Stream.of(new Option("", ANY)), Ending.REASONS.stream().map(r -> new Option(r, Saying.why(r))))
                .toList();
    }

    private static List<Option> rows() {
        return Stream.concat(
                        Stream.of(new Option("", ANY)),
                        Arrays.stream(Decision.Kind.values()).map(k -> new Option(Typing.word(k), Saying.row(k))))
                .toList();
    }

    static Observation with(Observation.Packet p, String key, String text) {
        return switch (key) {
            case "packet" ->
                new Observation.Packet(PacketKind.ofWord(text), p.from(), p.ending(), p.through(), p.used());
            case "from" -> new Observation.Packet(p.kind(), space(text), p.ending(), p.through(), p.used());
            case "through" -> new Observation.Packet(p.kind(), p.from(), p.ending(), Typing.ports(text), p.used());
            case "used", "used-in", "used-row" ->
                new Observation.Packet(p.kind(), p.from(), p.ending(), p.through(), used(p, key, text));
            default -> new Observation.Packet(p.kind(), p.from(), ending(p.ending(), key, text), p.through(), p.used());
        };
    }

    private static Optional<SpaceId> space(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(SpaceId.parse(text));
    }

    /** A reason goes with a loss, a TTL with an arrival. */
    private static Ending ending(Ending e, String key, String text) {
        return switch (key) {
            case "outcome" -> {
                Outcome next = Typing.word(Outcome.class, text);
                boolean lost = next == Outcome.LOST;
                yield new Ending(next, e.at(), lost ? e.why() : Optional.empty(), lost ? OptionalInt.empty() : e.ttl());
            }
            case "at" -> new Ending(e.outcome(), space(text), e.why(), e.ttl());
            case "why" -> new Ending(e.outcome(), e.at(), Optional.of(text).filter(w -> !w.isEmpty()), e.ttl());
            case "ttl" -> new Ending(e.outcome(), e.at(), e.why(), ttl(text.strip()));
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static OptionalInt ttl(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > MOST_TTL) {
            throw new Malformed(Sentence.of("a TTL is a number from 0 to 255, not \"{0}\"", text));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static Optional<Used> used(Observation.Packet p, String key, String text) {
        if (key.equals("used") && text.isEmpty()) {
            return Optional.empty();
        }
        Used was = p.used()
                .orElseGet(() -> new Used(
                        p.from().or(() -> p.ending().at()).orElseGet(() -> SpaceId.parse("this")),
                        Decision.Kind.ROUTE,
                        "dev"));
        return Optional.of(
                switch (key) {
                    case "used" -> new Used(was.in(), Typing.word(Decision.Kind.class, text), was.row());
                    case "used-in" -> new Used(SpaceId.parse(text), was.kind(), was.row());
                    default -> new Used(was.in(), was.kind(), SightBlanks.row(text));
                });
    }
}
