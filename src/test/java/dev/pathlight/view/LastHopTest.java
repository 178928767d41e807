package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.TablesModel.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which tables are shown at a journey's last hop: its own, unless it was played to its end or the newest are asked for. */
class LastHopTest {
    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());

    @BeforeEach
    void aPacketIsStepped() {
        bench.table().open(Path.of("topologies/bridge.json"));
        bench.run();
        bench.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2"));
        bench.playJourney(bench.journeys().lines().getLast().id());
        bench.playback().go(0);
    }

    private Standing standing() {
        return bench.tables().standing().get();
    }

    private void stepToTheLast() {
        while (!bench.playback().atEnd()) {
            bench.playback().forward();
        }
    }

    @Test
    void steppingToTheLastHopShowsTheTablesOfThatHop() {
        stepToTheLast();
        assertThat(standing()).isEqualTo(Standing.HOP);
    }

    @Test
    void playedToItsEndTheTablesAreLiveUntilItsLastHopIsTurnedTo() {
        bench.playback().toggle();
        bench.advance(60, 1);
        bench.advance(60, 2);
        assertThat(standing()).isEqualTo(Standing.LIVE);
        bench.playback().go(bench.playback().steps().get().size() - 1);
        assertThat(standing()).isEqualTo(Standing.HOP);
    }

    @Test
    void theNewestTablesAreShownWhenTheyAreAskedForAndNoRowIsLit() {
        stepToTheLast();
        bench.tables().showNewest();
        assertThat(standing()).isEqualTo(Standing.LIVE);
        assertThat(bench.tables().routes().rows()).noneMatch(r -> r.used().get());
        bench.playback().back();
        assertThat(standing()).isEqualTo(Standing.HOP);
    }
}
