package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.Direction;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/** The request's four hops, told whole, with a gap, and in two parts. */
class SeamsTest {
    private static final long START = 1_700_000_000_000_000_000L;

    private final Playback playback = new Playback();
    private final Seams seams = new Seams();
    private final CaptionModel caption = new CaptionModel(
            new Phrases(Locale.ENGLISH),
            playback,
            new TablesModel(),
            seams,
            new SimpleObjectProperty<>(Drawing.empty()));
    private final Journey whole = BridgeLecture.ping(1, START, 1).getFirst();

    private List<String> said() {
        List<String> said = new ArrayList<>();
        for (int step = 0; step < playback.steps().get().size(); step++) {
            playback.go(step);
            said.add(caption.seam().get());
        }
        return said;
    }

    private static Journey with(Journey j, long id, List<Hop> hops, long start, List<Journey.Missing> missing) {
        return new Journey(id, j.what(), j.protocol(), start, j.outcome(), true, hops, j.lost(), missing);
    }

    /** The hops from {@code first} on as a journey of its own. */
    private Journey part(long id, int first) {
        long start = whole.hops().get(first).timeNanos();
        List<Hop> hops = IntStream.range(first, whole.hops().size())
                .mapToObj(i -> whole.hops().get(i))
                .map(h -> new Hop(
                        h.port(),
                        h.direction(),
                        h.timeNanos() - start,
                        h.source(),
                        h.destination(),
                        h.ttl(),
                        h.decisions(),
                        h.parent() - first < 0 ? -1 : h.parent() - first,
                        h.bytes()))
                .toList();
        return with(whole, id, hops, START + start, List.of());
    }

    @Test
    void aWholeJourneyHasNone() {
        playback.play(whole);
        assertThat(said()).containsExactly("", "", "", "");
    }

    @Test
    void whereACaptureLostThePacketTheNextHopSaysSo() {
        Journey.Missing lost = new Journey.Missing(
                2, PortId.parse("this/br-veth9"), Direction.OUT, Sentence.verbatim("the capture dropped it"));
        playback.play(with(whole, 1, whole.hops(), START, List.of(lost)));
        assertThat(said()).containsExactly("", "", "Not seen at br-veth9: the capture there lost it", "");
    }

    @Test
    void twoJourneysThatTurnOutToBeOneAreSaidToBeWhereTheyJoin() {
        seams.joined(part(2, 2), 1);
        playback.play(whole);
        assertThat(said()).containsExactly("", "", "One packet with the one before: seen late", "");
    }

    @Test
    void whatIsPlayedGoesOnAsThePartOfTheWholeThatItIs() {
        Journey part = part(2, 2);
        playback.play(part);
        playback.go(1);
        playback.joined(part, whole);
        assertThat(playback.moment().get()).contains(new Moment(whole, 3, List.of(3)));
    }

    @Test
    void theListAndThePlaybackFollowWhatTheRunTells() {
        Panels panels = new Panels(
                new CanvasModel(new SimpleObjectProperty<>(Drawing.empty()), new Nobody()),
                new Phrases(Locale.ENGLISH),
                new SimpleObjectProperty<>(Drawing.empty()));
        panels.begin(Drawing.empty().topology());
        Inbox inbox = new Inbox(new FxThread(Runnable::run, Runnable::run), b -> panels.take(b, RunState.RUNNING));
        inbox.accept(new SessionEvent.TablesChanged(new Snapshot(START, new TreeMap<>())));
        inbox.accept(new SessionEvent.JourneyChanged(part(2, 2)));
        panels.playback().play(part(2, 2));
        inbox.accept(new SessionEvent.JourneyChanged(whole));
        inbox.accept(new SessionEvent.JourneyMerged(2, 1));
        assertThat(panels.journeys().lines()).extracting(JourneysModel.Line::id).containsExactly(1L);
        assertThat(panels.playback().moment().get().orElseThrow().journey()).isEqualTo(whole);
    }

    private static final class Nobody implements CanvasModel.Intents {
        @Override
        public void edit(String name, Edit edit) {}

        @Override
        public void ping(SpaceId from, SpaceId to) {}

        @Override
        public void inspect(String path) {}
    }
}
