package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How a run begins, and how it ends. */
class RunEdgesTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final SpaceId NS2 = SpaceId.parse("this/ns2");

    /** Everything on this thread, at once. */
    private static Workbench bench(SessionOpener opener) {
        return new Workbench(
                opener, new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());
    }

    @Test
    void theFirstPingOfEveryRunIsNumberOne() {
        List<Integer> numbers = new ArrayList<>();
        Workbench bench = bench(FakeSession.opener(numbers::add));
        bench.table().open(BRIDGE);
        for (int run = 0; run < 2; run++) {
            bench.run();
            bench.ping(NS1, NS2);
            bench.ping(NS1, NS2);
            bench.stop();
        }
        assertThat(numbers).containsExactly(1, 2, 1, 2);
    }

    @Test
    void anEmptySheetIsNotRunAndNobodyIsPingedOnIt() {
        Workbench bench = bench(FakeSession.opener());
        bench.table().newDrawing();
        bench.run();
        List<String> told =
                new ArrayList<>(List.of(bench.problem().get().orElseThrow().what()));
        bench.ping();
        told.add(bench.problem().get().orElseThrow().what());
        assertThat(told).containsExactly("There is nothing to run yet.", "There is nobody to ping.");
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void whoWaitsForTheEndIsToldThoughMemoryWasTidiedMeanwhile() {
        Workbench bench = bench(FakeSession.opener());
        bench.table().open(BRIDGE);
        bench.run();
        List<Boolean> told = new ArrayList<>();
        bench.closed().subscribe(closed -> {
            told.add(closed);
        });
        System.gc();
        bench.close();
        assertThat(told).containsExactly(false, true);
    }
}
