package dev.pathlight.session;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.ExecResult;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.trace.Journey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The bridge lecture or another drawing, running on this kernel, with what a test needs to look at it from outside. */
final class Lecture implements AutoCloseable {
    static final SpaceId THIS = SpaceId.parse("this");
    static final SpaceId NS1 = SpaceId.parse("this/ns1");
    static final SpaceId NS2 = SpaceId.parse("this/ns2");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    final Session session;

    Lecture() throws MachineLost {
        this(drawing());
    }

    private Lecture(CheckedTopology drawing) throws MachineLost {
        session = Sessions.sandbox().open(drawing, events::add);
    }

    /** Another drawing than the lecture's, as JSON. */
    static Lecture of(String json) throws MachineLost {
        return new Lecture(checked(TopologyReader.read("a test's drawing", json.getBytes(StandardCharsets.UTF_8))));
    }

    static Lecture of(CheckedTopology drawing) throws MachineLost {
        return new Lecture(drawing);
    }

    /** A shipped scene, by its file's name without .json. */
    static Lecture shipped(String scene) throws MachineLost {
        return new Lecture(checked(TopologyReader.read(Path.of("topologies/" + scene + ".json"))));
    }

    static CheckedTopology drawing() {
        return checked(TopologyReader.read(Path.of("topologies/bridge.json")));
    }

    private static CheckedTopology checked(ReadResult read) {
        return switch (read) {
            case ReadResult.Good good ->
                Checker.check(good.drawing().topology()).checked().orElseThrow();
            case ReadResult.Bad bad -> throw new AssertionError(bad.faults());
        };
    }

    /** Runs a program in a namespace and returns what it printed; its failure is the test's. */
    String exec(SpaceId space, String... command) throws MachineLost {
        ExecResult result = session.exec(space, List.of(command), 20_000);
        if (result.exitCode() != 0) {
            throw new AssertionError(String.join(" ", command) + " ended with " + result);
        }
        return result.stdout();
    }

    boolean has(String program) throws MachineLost {
        return session.exec(spaces().getFirst(), List.of("sh", "-c", "command -v " + program), 20_000)
                        .exitCode()
                == 0;
    }

    /** The drawn namespaces. */
    List<SpaceId> spaces() {
        return session.drawing().topology().spaces().toList();
    }

    /** By its path, or by its name where that is unique. */
    SpaceId space(String name) {
        return spaces().stream()
                .filter(s -> s.toString().equals(name) || s.shortName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The echo requests and replies, the first sent first: they are told in the order of their ends. */
    List<Journey> echoes(int sequence) {
        return session.journeys().stream()
                .filter(j -> j.what().contains("echo") && j.what().endsWith("seq " + sequence))
                .sorted(Comparator.comparingLong(Journey::startNanos))
                .toList();
    }

    SpaceState state(SpaceId space) {
        return session.snapshot().space(space).orElseThrow();
    }

    /** Waits until a published snapshot shows something; fails with the last one when none does. */
    SpaceState await(SpaceId space, Predicate<SpaceState> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Snapshot now = session.snapshot();
            SpaceState state = now.space(space).orElseThrow();
            if (wanted.test(state)) {
                return state;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("not seen within " + PATIENCE + ": " + state(space));
    }

    @Override
    public void close() {
        session.close();
    }
}
