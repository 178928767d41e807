package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.Sessions;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.Sandboxed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ping that comes to nothing, in a real sandbox: the problem told and the table shown point at what refused. */
class UnansweredPingTest {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final SpaceId NS2 = SpaceId.parse("this/ns2");

    @TempDir
    private Path dir;

    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final Workbench bench =
            new Workbench(Sessions.sandbox(), new FxThread(background, window), new Phrases(Locale.ENGLISH), List.of());

    private <T> T ask(Callable<T> question) throws Exception {
        return window.submit(question).get();
    }

    private void until(Predicate<Workbench> holds) throws Exception {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!ask(() -> holds.test(bench))) {
            assertThat(System.nanoTime()).as("it never came to that").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @AfterEach
    void stop() throws Exception {
        window.submit(bench::close).get();
        until(b -> b.closed().get());
        background.shutdown();
        assertThat(background.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        window.shutdown();
    }

    private void run(String ns2) throws Exception {
        open("\"addresses\": [\"" + ns2 + "\"]}");
    }

    private void open(String ns2) throws Exception {
        Path file = Files.writeString(
                dir.resolve("narrow.json"),
                Files.readString(Path.of("topologies/bridge.json")).replace("\"addresses\": [\"10.1.1.3/24\"]}", ns2));
        window.submit(() -> bench.table().open(file)).get();
        until(b -> b.drawing().file().get().equals(Optional.of(file)));
        window.submit(() -> bench.run()).get();
        until(b -> b.runModel().state().get() == RunState.RUNNING
                && b.tables().standing().get() == TablesModel.Standing.LIVE);
    }

    private Problem ping() throws Exception {
        window.submit(() -> bench.ping(NS1, NS2)).get();
        until(b -> b.problem().get().isPresent());
        // The journeys there are play to their end first.
        until(b -> {
            b.playback().advance(60);
            return !b.playback().playing().get();
        });
        return ask(() -> bench.problem().get().orElseThrow());
    }

    @Test
    void aReceiverWithoutARouteBackIsNamedAndItsRoutesAreShownToMatchNothing() throws Exception {
        run("10.1.1.200/25");
        Problem problem = ping();

        assertThat(problem)
                .isEqualTo(new Problem(
                        "ns1 got no reply from ns2 (10.1.1.200).",
                        "The request arrived, its reply did not: ns2 has no route to 10.1.1.2, so it could not answer.",
                        "Look at the routes of ns2: no row matches 10.1.1.2. Add one that leads there."));
        assertThat(ask(() -> bench.tables().routes().choice().space().get())).contains(NS2);
        assertThat(ask(() -> bench.tables().routes().unmatched().get())).isEqualTo("10.1.1.2");
        assertThat(ask(() -> bench.tables().routes().rows().stream()
                        .filter(r -> r.used().get())
                        .map(r -> r.text)
                        .toList()))
                .isEmpty();
        assertThat(ask(() -> bench.journeys().lines().getLast().ending())).isEqualTo(JourneysModel.Ending.LOST);
    }

    @Test
    void aPlaceWithoutAddressIsCalledWhatIsWrittenOnTheDrawing() throws Exception {
        run("10.1.1.3/24");
        window.submit(() -> bench.ping(NS1, SpaceId.parse("this"))).get();
        until(b -> b.problem().get().isPresent());

        assertThat(ask(() -> bench.problem().get().orElseThrow().what())).isEqualTo("This machine cannot be pinged.");
    }

    @Test
    void aReplyThatWasNeverSentIsAStopOfItsOwnWhereItWasLost() throws Exception {
        run("10.1.1.3/32");
        ping();
        String played = ask(() -> bench.caption().sentence().get());
        window.submit(() -> {
                    bench.playJourney(bench.journeys().lines().getFirst().id());
                    bench.playJourney(bench.journeys().lines().getLast().id());
                    bench.playback().go(0);
                })
                .get();

        assertThat(ask(() -> List.of(
                        played,
                        bench.caption().sentence().get(),
                        bench.caption().facts().get(),
                        bench.caption().stops(),
                        bench.canvas().lit().get(),
                        bench.tables().standing().get(),
                        bench.tables().routes().unmatched().get())))
                .isEqualTo(List.of(
                        "The packet dies at ns2: The request arrived, its reply did not: ns2 has no route to 10.1.1.2,"
                                + " so it could not answer. ns2 veth1 has 10.1.1.3/32, a mask for itself alone.",
                        "The packet dies at ns2: The request arrived, its reply did not: ns2 has no route to 10.1.1.2,"
                                + " so it could not answer. ns2 veth1 has 10.1.1.3/32, a mask for itself alone.",
                        "No interface saw it",
                        List.of("ns2"),
                        Set.of("this/ns2"),
                        TablesModel.Standing.HOP,
                        "10.1.1.2"));
    }

    @Test
    void aPortWhoseFarEndIsDownIsSaidToGetNoCopyOfWhatIsFlooded() throws Exception {
        open("\"addresses\": [\"10.1.1.3/24\"], \"up\": false}");
        Problem problem = ping();
        window.submit(() -> {
                    bench.playJourney(bench.journeys().lines().getFirst().id());
                    bench.playback().go(1);
                })
                .get();

        String cause = "br0 would send it out by br-veth1, whose other end veth1 in ns2 is down.";
        assertThat(problem.toString()).contains(cause);
        assertThat(ask(() -> bench.tables().macs().flooded().get())).isTrue();
        assertThat(ask(() -> bench.tables().macs().shut().get())).isEqualTo("br-veth1");
        window.submit(() -> bench.playback().forward()).get();
        assertThat(ask(() -> bench.caption().sentence().get())).endsWith(": " + cause);
    }

    @Test
    void anAnsweredPingTakesThePointingBack() throws Exception {
        run("10.1.1.200/25");
        ping();
        window.submit(() -> bench.dismissProblem()).get();
        window.submit(() -> bench.ping(NS1, NS1)).get();
        until(b -> !b.pings().waiting().get());

        assertThat(ask(() -> bench.tables().routes().unmatched().get())).isEmpty();
    }
}
