package dev.pathlight.view.writing;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.PacketKind;
import dev.pathlight.lesson.Saying;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey.Outcome;
import dev.pathlight.view.writing.Blank.Choice;
import dev.pathlight.view.writing.Blank.Line;
import dev.pathlight.view.writing.Blank.Switch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What can be filled in about something to be seen. */
final class SightBlanks {
    private static final Sentence MAYBE = Sentence.of("any");

    private final Offers offers;

    SightBlanks(Offers offers) {
        this.offers = offers;
    }

    /** A new one, by its word in a lesson's file; about the step's ping, where it has one. */
    Expected make(String word, Step step) {
        Optional<Action.Ping> ping = step.actions().stream()
                .filter(Action.Ping.class::isInstance)
                .map(Action.Ping.class::cast)
                .reduce((a, b) -> b);
        SpaceId in = ping.map(Action.Ping::from).orElseGet(() -> offers.space(0));
        return new Expected(
                switch (word) {
                    case "running" -> new Observation.Running(true);
                    case "stopped" -> new Observation.Running(false);
                    case "route" -> new Observation.Route(in, "default", true, Optional.empty());
                    case "neighbour" -> new Observation.Neighbour(in, IpAddress.parse(address()), true);
                    case "mac" ->
                        new Observation.MacLearned(
                                first(offers.bridges()), first(offers.ports()), Optional.empty(), true);
                    case "forwarding" -> new Observation.Forwarding(router(), true);
                    default ->
                        new Observation.Packet(
                                PacketKind.ECHO_REQUEST,
                                ping.map(Action.Ping::from),
                                new Observation.Ending(
                                        Outcome.DELIVERED, Optional.empty(), Optional.empty(), OptionalInt.empty()),
                                List.of(),
                                Optional.empty());
                });
    }

    private String address() {
        return offers.addresses().stream().reduce((a, b) -> b).orElse("10.1.1.1");
    }

    private static PortId first(List<PortId> ports) {
        return ports.stream().findFirst().orElseGet(() -> PortId.parse("this/br0"));
    }

    private SpaceId router() {
        return offers.spaces().stream().filter(SpaceId::isRoot).findFirst().orElseGet(() -> offers.space(0));
    }

    List<Blank> of(Expected expected) {
        Sentence own = Saying.of(expected.observation());
        Stream<Blank> label = WordBlanks.lines(
                "label",
                expected.label(),
                Sentence.verbatim(own.in(Locale.ENGLISH)),
                Sentence.verbatim(own.in(Locale.CHINESE)));
        return Stream.concat(of(expected.observation()), label).toList();
    }

    private Stream<Blank> of(Observation observation) {
        return switch (observation) {
            case Observation.Running _ -> Stream.empty();
            case Observation.Packet p -> new PacketBlanks(offers).of(p);
            case Observation.Route r ->
                Stream.of(
                        in(r.in()),
                        new Line("row", r.row(), Sentence.verbatim(""), offers.routes(r.in()), false),
                        new Line("before", r.before().orElse(""), Sentence.of("none"), offers.routes(r.in()), false),
                        new Switch("absent", !r.present()));
            case Observation.Neighbour n ->
                Stream.of(
                        in(n.in()),
                        new Line("address", n.address().toString(), Sentence.verbatim(""), offers.addresses(), false),
                        new Switch("absent", !n.present()));
            case Observation.MacLearned m ->
                Stream.of(
                        new Line(
                                "bridge",
                                m.bridge().toString(),
                                Sentence.verbatim(""),
                                offers.paths(offers.bridges()),
                                false),
                        new Line(
                                "owner",
                                m.owner().toString(),
                                Sentence.verbatim(""),
                                offers.paths(offers.ports()),
                                false),
                        new Line("port", m.port().map(IfName::value).orElse(""), MAYBE, beside(m.bridge()), false),
                        new Switch("absent", !m.present()));
            case Observation.Forwarding f -> Stream.of(in(f.in()), new Switch("on", f.on()));
        };
    }

    private Choice in(SpaceId space) {
        return new Choice("in", offers.spaceOptions(space.toString()), space.toString());
    }

    private List<String> beside(PortId bridge) {
        return offers.ports().stream()
                .filter(p -> p.space().equals(bridge.space()))
                .map(p -> p.name().value())
                .toList();
    }

    /** Throws {@link dev.pathlight.topology.Malformed}. */
    static Expected with(Expected e, String key, String text) {
        return Typing.stem(key).equals("label")
                ? new Expected(e.observation(), Typing.words(e.label(), key, text))
                : new Expected(with(e.observation(), key, text), e.label());
    }

    private static Observation with(Observation observation, String key, String text) {
        return switch (observation) {
            case Observation.Running running -> running;
            case Observation.Packet p -> PacketBlanks.with(p, key, text);
            case Observation.Route r -> with(r, key, text);
            case Observation.Neighbour n -> with(n, key, text);
            case Observation.MacLearned m -> with(m, key, text);
            case Observation.Forwarding f ->
                key.equals("in")
                        ? new Observation.Forwarding(SpaceId.parse(text), f.on())
                        : new Observation.Forwarding(f.in(), Boolean.parseBoolean(text));
        };
    }

    private static Observation with(Observation.Route r, String key, String text) {
        return switch (key) {
            case "in" -> new Observation.Route(SpaceId.parse(text), r.row(), r.present(), r.before());
            case "row" -> new Observation.Route(r.in(), row(text), r.present(), r.before());
            case "before" ->
                new Observation.Route(
                        r.in(), r.row(), r.present(), Typing.maybe(text, Observation::rowProblem, t -> t));
            case "absent" -> new Observation.Route(r.in(), r.row(), !Boolean.parseBoolean(text), r.before());
            default -> throw new IllegalArgumentException(key);
        };
    }

    static String row(String text) {
        return Typing.value(text, Observation::rowProblem, t -> t);
    }

    private static Observation with(Observation.Neighbour n, String key, String text) {
        return switch (key) {
            case "in" -> new Observation.Neighbour(SpaceId.parse(text), n.address(), n.present());
            case "address" ->
                new Observation.Neighbour(
                        n.in(), Typing.value(text, IpAddress::problem, IpAddress::parse), n.present());
            case "absent" -> new Observation.Neighbour(n.in(), n.address(), !Boolean.parseBoolean(text));
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static Observation with(Observation.MacLearned m, String key, String text) {
        return switch (key) {
            case "bridge" -> new Observation.MacLearned(port(text), m.owner(), m.port(), m.present());
            case "owner" -> new Observation.MacLearned(m.bridge(), port(text), m.port(), m.present());
            case "port" ->
                new Observation.MacLearned(
                        m.bridge(), m.owner(), Typing.maybe(text, IfName::problem, IfName::new), m.present());
            case "absent" -> new Observation.MacLearned(m.bridge(), m.owner(), m.port(), !Boolean.parseBoolean(text));
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static PortId port(String text) {
        return Typing.value(text, PortId::problem, PortId::parse);
    }
}
