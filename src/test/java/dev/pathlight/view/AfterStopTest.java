package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left on the screen once nothing runs any more, or something else is on the table. */
class AfterStopTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final SpaceId NS2 = SpaceId.parse("this/ns2");

    @TempDir
    private Path dir;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Phrases phrases = new Phrases(Locale.ENGLISH);
    private final Workbench bench =
            new Workbench(FakeSession.opener(), new FxThread(waiting::add, Runnable::run), phrases, List.of());

    private void letTheBackgroundWork() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void runAndPing() {
        bench.table().open(BRIDGE);
        letTheBackgroundWork();
        bench.run();
        letTheBackgroundWork();
        bench.canvas().selection().set(Set.of("this/ns1/veth0"));
        bench.ping(NS1, NS2);
        letTheBackgroundWork();
        bench.advance(0.5, System.currentTimeMillis() * 1_000_000);
        assertThat(bench.canvas().lit().get()).isNotEmpty();
        assertThat(bench.tables().standing().get()).isNotEqualTo(TablesModel.Standing.NOTHING);
    }

    private void stop() {
        bench.stop();
        letTheBackgroundWork();
    }

    private List<String> macs() {
        return bench.tables().macs().rows().stream().map(r -> r.mac).toList();
    }

    private List<InspectorModel.Fact> facts() {
        return bench.inspector().subject().get().orElseThrow().live();
    }

    @Test
    void theTablesAreThoseSeenLastAndSaySo() {
        runAndPing();
        bench.playback().clear();
        List<String> seen = macs();
        stop();
        assertThat(bench.tables().standing().get()).isEqualTo(TablesModel.Standing.STOPPED);
        assertThat(macs()).isNotEmpty().isEqualTo(seen);
    }

    @Test
    void nothingMovesOrGlowsAndTheInspectorForgetsWhatTheKernelKnew() {
        runAndPing();
        assertThat(facts()).isNotEmpty();
        stop();
        assertThat(facts()).isEmpty();
        assertThat(bench.canvas().dots().get()).isEmpty();
        assertThat(bench.canvas().lit().get()).isEmpty();
        assertThat(bench.canvas().health().get()).isEmpty();
        assertThat(bench.caption().sentence().get()).isEmpty();
    }

    @Test
    void thePacketsOfTheRunCanStillBeReplayed() {
        runAndPing();
        stop();
        bench.playJourney(bench.journeys().lines().getFirst().id());
        assertThat(bench.tables().standing().get()).isEqualTo(TablesModel.Standing.HOP);
    }

    @Test
    void whatWentWrongWhileItRanIsPast() {
        runAndPing();
        bench.ping(NS1, SpaceId.parse("this/ns9"));
        assertThat(bench.problem().get()).isPresent();
        stop();
        assertThat(bench.problem().get()).isEmpty();
    }

    @Test
    void anotherDrawingIsPutOnTheTableOnceTheLastIsTakenDown() {
        runAndPing();
        Drawing old = bench.drawing().drawing().get();
        List<RunState> changedWhile = new ArrayList<>();
        bench.drawing()
                .drawing()
                .subscribe(
                        (was, is) -> changedWhile.add(bench.runModel().state().get()));
        bench.table().newDrawing();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.STOPPING);
        assertThat(bench.drawing().drawing().get()).isEqualTo(old);
        letTheBackgroundWork();
        assertThat(changedWhile).containsExactly(RunState.STOPPED);
        assertThat(bench.drawing().drawing().get()).isEqualTo(Drawing.empty());
    }

    @Test
    void anotherDrawingLeavesNothingOfTheOldRun() {
        runAndPing();
        bench.canvas().tool().set(Tool.CABLE);
        bench.table().open(BRIDGE);
        letTheBackgroundWork();
        assertThat(bench.tables().standing().get()).isEqualTo(TablesModel.Standing.NOTHING);
        assertThat(macs()).isEmpty();
        assertThat(bench.journeys().lines()).isEmpty();
        assertThat(bench.canvas().lit().get()).isEmpty();
        assertThat(bench.canvas().dots().get()).isEmpty();
        assertThat(bench.caption().packet().get()).isEmpty();
        assertThat(bench.pings().outcome().get()).isEmpty();
        assertThat(bench.canvas().tool().get()).isEqualTo(Tool.SELECT);
        assertThat(bench.inspector().subject().get().orElseThrow().path()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadDoesNotStopWhatRuns() throws IOException {
        runAndPing();
        bench.table().open(Files.writeString(dir.resolve("bad.json"), "{"));
        letTheBackgroundWork();
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aProblemOnTheScreenFollowsTheLanguage() throws IOException {
        bench.table().open(Files.writeString(dir.resolve("bad.json"), "{"));
        letTheBackgroundWork();
        String english = bench.problem().get().orElseThrow().what();
        phrases.locale().set(Locale.CHINESE);
        assertThat(bench.problem().get().orElseThrow().what())
                .isNotEqualTo(english)
                .contains("bad.json");
    }

    @Test
    void theGalleryIsComeBackTo() {
        runAndPing();
        bench.table().home();
        letTheBackgroundWork();
        assertThat(bench.welcome().get()).isTrue();
        assertThat(bench.drawing().drawing().get()).isEqualTo(Drawing.empty());
        assertThat(bench.runModel().state().get()).isEqualTo(RunState.STOPPED);
    }
}
