package dev.pathlight.lesson.json;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Lesson;
import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.PacketKind;
import dev.pathlight.lesson.Step;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/** Generated lessons: any value a lesson can hold, the same for the same seed. */
final class Lessons {
    private final Random random;

    private Lessons(long seed) {
        random = new Random(seed);
    }

    static Lesson of(long seed) {
        Lessons l = new Lessons(seed);
        return new Lesson(
                new Name(l.one("bridge", "a", "veth-pair.2")),
                l.one("../bridge.json", "x.json", "a b/ü.json"),
                l.texts(),
                l.some(l::step));
    }

    private Step step() {
        Optional<Texts> question = maybe(this::texts).filter(t -> !t.isEmpty());
        return new Step(texts(), texts(), some(this::action), question, some(() -> new Expected(seen(), texts())));
    }

    private Action action() {
        return switch (random.nextInt(5)) {
            case 0 -> new Action.Run();
            case 1 -> new Action.Stop();
            case 2 -> new Action.Ping(space(), Action.Goal.parse(one("this/ns2", "k8s-1", "10.1.1.3", "fd00::3")));
            case 3 -> new Action.Open(one(Action.Panel.values()));
            default ->
                new Action.Change(
                        one(Action.Kind.values()),
                        space(),
                        List.of(List.of(one("ip", "true"), "a \"b\"\n"), List.of("x")),
                        texts());
        };
    }

    private Observation seen() {
        return switch (random.nextInt(6)) {
            case 0 -> new Observation.Running(random.nextBoolean());
            case 1 -> packet();
            case 2 -> new Observation.Route(space(), row(), random.nextBoolean(), maybe(this::row));
            case 3 ->
                new Observation.Neighbour(space(), IpAddress.parse(one("10.1.1.3", "fd00::3")), random.nextBoolean());
            case 4 ->
                new Observation.MacLearned(
                        port(), port(), maybe(() -> new IfName(one("p1", "br-veth0"))), random.nextBoolean());
            default -> new Observation.Forwarding(space(), random.nextBoolean());
        };
    }

    private Observation packet() {
        Outcome outcome = one(Outcome.values());
        boolean lost = outcome == Outcome.LOST;
        return new Observation.Packet(
                one(PacketKind.values()),
                maybe(this::space),
                new Observation.Ending(
                        outcome,
                        maybe(this::space),
                        lost ? maybe(() -> one("no-route", "unknown")) : Optional.empty(),
                        lost || random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(256))),
                some(this::port),
                maybe(() -> new Observation.Used(space(), one(Decision.Kind.values()), row())));
    }

    private SpaceId space() {
        return SpaceId.parse(one("this", "this/ns1", "k8s-1/cni-b9kmz"));
    }

    private PortId port() {
        return PortId.parse(one("this/br0", "this/ns1/veth0"));
    }

    private String row() {
        return one("default via 10.1.1.1 dev v1", "172.17.0.0/16 dev docker0");
    }

    private Texts texts() {
        return switch (random.nextInt(3)) {
            case 0 -> Texts.NONE;
            case 1 -> Texts.english(one("Words", "\"Quoted\" \\ words\n"));
            default -> Texts.of(Map.of("en", "Words", "zh", "文字"));
        };
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> List<T> some(Supplier<T> value) {
        List<T> all = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            all.add(value.get());
        }
        return all;
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
