package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.SessionEvent;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JourneysModelTest {
    private final JourneysModel journeys = new JourneysModel();

    private static Journey echo(long id, boolean settled) {
        Journey j = BridgeLecture.ping(id, id * 1_000, 1).getFirst();
        return new Journey(id, j.what(), j.protocol(), j.startNanos(), j.outcome(), settled, j.hops(), j.lost());
    }

    private List<Long> shown() {
        return journeys.lines().stream().map(JourneysModel.Line::id).toList();
    }

    @Test
    void whatIsToldAgainUnderItsIdReplacesWhatWasTold() {
        journeys.add(echo(1, false));
        journeys.add(echo(2, true));
        journeys.add(echo(1, true));
        assertThat(shown()).containsExactly(1L, 2L);
        assertThat(journeys.lines()).allMatch(l -> l.ending() == JourneysModel.Ending.DELIVERED);
    }

    @Test
    void aPacketWhoseCaptureComesLateStandsBeforeThoseItIsOlderThan() {
        Journey reply = BridgeLecture.ping(1, 5_000, 1).getFirst();
        Journey request = BridgeLecture.ping(2, 1_000, 1).getFirst();
        journeys.add(reply);
        journeys.add(request);
        assertThat(shown()).containsExactly(2L, 1L);
        journeys.add(BridgeLecture.ping(1, 500, 1).getFirst());
        assertThat(shown()).containsExactly(1L, 2L);
        journeys.fold().set(false);
        assertThat(shown()).containsExactly(1L, 2L);
    }

    @Test
    void olderPacketsThatAreLetGoAreCountedAndDoNotComeBack() {
        LongStream.rangeClosed(1, 2_003).forEach(id -> journeys.add(echo(id, true)));
        journeys.add(echo(2, true));
        assertThat(journeys.letGo().get()).isEqualTo(3);
        assertThat(shown()).hasSize(2_000).startsWith(4L).endsWith(2_003L);
        journeys.clear();
        assertThat(journeys.letGo().get()).isZero();
    }

    @Test
    void backgroundPacketsThatAreLetGoAreNotCountedAsFolded() {
        journeys.add(BridgeLecture.chatter(1, 1_000));
        journeys.add(BridgeLecture.chatter(2, 2_000));
        LongStream.rangeClosed(3, 2_001).forEach(id -> journeys.add(echo(id, true)));
        assertThat(journeys.folded().get()).isEqualTo(1);
        assertThat(journeys.letGo().get()).isEqualTo(1);
    }

    @Test
    void theChosenPacketIsNotChosenAnyMoreOnceItIsLetGo() {
        journeys.add(echo(1, true));
        journeys.choose(1);
        LongStream.rangeClosed(2, 2_001).forEach(id -> journeys.add(echo(id, true)));
        assertThat(journeys.chosen().get()).isEmpty();
    }

    /** However many wait for the window: none stays under way that has ended, and all that are not shown are counted. */
    @Test
    void aFloodThatTheWindowTakesInLateLeavesNoPacketUnderWayForEver() {
        List<Runnable> window = new ArrayList<>();
        Inbox inbox = new Inbox(
                new FxThread(Runnable::run, window::add), b -> b.journeys().forEach(journeys::add));
        LongStream.rangeClosed(1, 1_500).forEach(id -> inbox.accept(new SessionEvent.JourneyChanged(echo(id, false))));
        window.removeFirst().run();
        LongStream.rangeClosed(1_501, 6_000)
                .forEach(id -> inbox.accept(new SessionEvent.JourneyChanged(echo(id, true))));
        LongStream.rangeClosed(1, 1_500).forEach(id -> inbox.accept(new SessionEvent.JourneyChanged(echo(id, true))));
        window.removeFirst().run();
        assertThat(journeys.lines()).hasSize(2_000).allMatch(l -> l.ending() == JourneysModel.Ending.DELIVERED);
        assertThat(journeys.letGo().get()).isEqualTo(4_000);
    }

    @Test
    void tablesThatWereReplacedBeforeTheWindowSawThemAreHandedOverToo() {
        List<Runnable> window = new ArrayList<>();
        List<Inbox.Batch> batches = new ArrayList<>();
        Inbox inbox = new Inbox(new FxThread(Runnable::run, window::add), batches::add);
        LongStream.rangeClosed(1, 3)
                .forEach(t -> inbox.accept(new SessionEvent.TablesChanged(BridgeLecture.tables(t, 0))));
        window.removeFirst().run();
        assertThat(batches.getFirst().earlier())
                .containsExactly(BridgeLecture.tables(1, 0), BridgeLecture.tables(2, 0));
        assertThat(batches.getFirst().tables()).contains(BridgeLecture.tables(3, 0));
    }
}
