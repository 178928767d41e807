package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final List<Journey> FIRST_PING = BridgeLecture.firstPing(1, 1_000_000, 1);

    private final Playback playback = new Playback();

    @Test
    void aPacketGoesFromHopToHopAtAHumanPace() {
        playback.play(FIRST_PING.get(2));
        List<String> seen = new ArrayList<>();
        for (int tenths = 0; tenths <= 40; tenths++) {
            String here = playback.moment().get().orElseThrow().hop().port().toString();
            if (seen.isEmpty() || !seen.getLast().endsWith(here)) {
                seen.add(tenths + " " + here);
            }
            playback.advance(0.1);
        }
        assertThat(seen)
                .containsExactly("0 this/ns1/veth0", "9 this/br-veth0", "18 this/br-veth1", "27 this/ns2/veth1");
        assertThat(playback.playing().get()).isFalse();
    }

    @Test
    void thePacketRestsAtAHopBeforeItMovesOn() {
        playback.play(FIRST_PING.get(2));
        playback.advance(0.3);
        assertThat(playback.dots().get()).containsExactly(new Dot(FIRST_PING.get(2), 0, 0, 0));
        playback.advance(0.33);
        Dot moving = playback.dots().get().getFirst();
        assertThat(moving.from()).isZero();
        assertThat(moving.to()).isEqualTo(1);
        assertThat(moving.fraction()).isBetween(0.4, 0.6);
    }

    @Test
    void withLessMotionAPacketJumpsFromHopToHopAtTheSamePace() {
        playback.still().set(true);
        playback.play(FIRST_PING.get(2));
        List<String> seen = new ArrayList<>();
        for (int tenths = 0; tenths <= 40; tenths++) {
            Dot dot = playback.dots().get().getFirst();
            assertThat(dot.fraction()).isZero();
            if (seen.isEmpty() || !seen.getLast().endsWith(" " + dot.from())) {
                seen.add(tenths + " " + dot.from());
            }
            playback.advance(0.1);
        }
        assertThat(seen).containsExactly("0 0", "9 1", "18 2", "27 3");
    }

    @Test
    void aNewPingsJourneysPlayInTheirOrder() {
        FIRST_PING.forEach(playback::enqueue);
        List<Long> order = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long id = playback.moment().get().orElseThrow().journey().id();
            if (order.isEmpty() || order.getLast() != id) {
                order.add(id);
            }
            playback.advance(0.1);
        }
        assertThat(order).containsExactly(1L, 2L, 3L, 4L);
        assertThat(playback.playing().get()).isFalse();
    }

    @Test
    void steppingPausesAtWholeHopsBackAndForth() {
        playback.play(FIRST_PING.get(2));
        playback.advance(1.5);
        List<Double> places = new ArrayList<>();
        List<Runnable> moves =
                List.of(playback::back, playback::back, playback::back, playback::forward, playback::forward);
        for (Runnable move : moves) {
            move.run();
            places.add(playback.position().get());
        }
        assertThat(places).containsExactly(1.0, 0.0, 0.0, 1.0, 2.0);
        assertThat(playback.playing().get()).isFalse();
    }

    @Test
    void steppingForwardFromTheLastHopGoesToTheNextJourney() {
        FIRST_PING.forEach(playback::enqueue);
        for (int i = 0; i < 4; i++) {
            playback.forward();
        }
        assertThat(playback.moment().get().orElseThrow().journey().id()).isEqualTo(2);
        assertThat(playback.position().get()).isZero();
    }

    @Test
    void stepsGoThroughAllPacketsOfAPingBothWays() {
        FIRST_PING.forEach(playback::enqueue);
        List<String> there = new ArrayList<>();
        List<String> back = new ArrayList<>();
        for (there.add(here()); !playback.atEnd() || !playback.queued().isEmpty(); there.add(here())) {
            playback.forward();
        }
        for (back.add(here()); back.size() < there.size(); back.add(here())) {
            playback.back();
        }
        assertThat(back.reversed()).isEqualTo(there);
        assertThat(there).hasSizeGreaterThan(FIRST_PING.size()).doesNotHaveDuplicates();
        playback.back();
        assertThat(here()).isEqualTo(there.getFirst());
    }

    private String here() {
        return playback.moment().get().orElseThrow().journey().id() + " at "
                + playback.position().get();
    }

    @Test
    void speedChangesHowFarAPacketGetsInTheSameTime() {
        playback.speed().set(4);
        playback.play(FIRST_PING.get(2));
        playback.advance(0.45);
        assertThat(playback.position().get()).isEqualTo(2.0);
        playback.changeSpeed(1);
        assertThat(playback.speed().get()).isEqualTo(4);
        playback.changeSpeed(-10);
        assertThat(playback.speed().get()).isEqualTo(0.25);
    }

    @Test
    void aRepeatedJourneyBeginsAgainAfterItsLastHop() {
        playback.loop().set(true);
        playback.play(FIRST_PING.get(2));
        playback.advance(2.7);
        playback.advance(1.0);
        assertThat(playback.position().get()).isZero();
        assertThat(playback.playing().get()).isTrue();
    }

    @Test
    void aFloodGoesEveryWayAtOnce() {
        Journey flood = flood();
        playback.play(flood);
        playback.advance(0.9 + 0.9 * 0.7);
        double fraction = playback.dots().get().getFirst().fraction();
        assertThat(playback.dots().get())
                .containsExactly(new Dot(flood, 1, 2, fraction), new Dot(flood, 1, 3, fraction));
        playback.advance(0.5);
        assertThat(playback.moment().get().orElseThrow().hops()).containsExactly(2, 3);
    }

    @Test
    void whatMoreIsKnownOfAJourneyDoesNotMoveThePacket() {
        Journey whole = FIRST_PING.get(2);
        Journey part = new Journey(
                whole.id(),
                whole.what(),
                whole.protocol(),
                whole.startNanos(),
                whole.outcome(),
                false,
                whole.hops().subList(0, 2),
                Optional.empty());
        playback.play(part);
        playback.advance(0.9);
        playback.update(whole);
        assertThat(playback.position().get()).isEqualTo(1);
        assertThat(playback.steps().get()).hasSize(4);
    }

    private static Journey flood() {
        List<Hop> hops = List.of(hop("this/a", -1), hop("this/b", 0), hop("this/c", 1), hop("this/d", 1));
        return new Journey(9, "flood", "arp", 0, Journey.Outcome.FLOODED, true, hops, Optional.empty());
    }

    private static Hop hop(String port, int parent) {
        return new Hop(
                PortId.parse(port),
                Direction.OUT,
                0,
                BridgeLecture.NS1,
                Mac.BROADCAST,
                OptionalInt.empty(),
                List.of(),
                parent,
                new byte[0]);
    }

    /** What is known of {@code j} when only its first {@code hops} hops were seen in time. */
    private static Journey firstHops(Journey j, int hops) {
        return new Journey(
                j.id(),
                j.what(),
                j.protocol(),
                j.startNanos(),
                j.outcome(),
                j.settled(),
                j.hops().subList(0, hops),
                j.lost());
    }

    @Test
    void aJourneyCorrectedWhileItWaitsIsPlayedAsItIsKnownThen() {
        playback.enqueue(FIRST_PING.get(2));
        playback.enqueue(firstHops(FIRST_PING.get(3), 2));
        playback.update(FIRST_PING.get(3));
        assertThat(playback.queued()).containsExactly(FIRST_PING.get(3));
    }

    @Test
    void aJourneyCorrectedAfterItWasPlayedIsNotPlayedAgainAndHoldsUpNothing() {
        playback.enqueue(firstHops(FIRST_PING.get(2), 2));
        playback.advance(10);
        playback.update(FIRST_PING.get(2));
        assertThat(playback.playing().get()).isFalse();
        assertThat(playback.steps().get()).hasSize(4);
        assertThat(playback.atEnd()).isTrue();
        playback.enqueue(FIRST_PING.get(3));
        assertThat(playback.moment().get().orElseThrow().journey()).isEqualTo(FIRST_PING.get(3));
        assertThat(playback.playing().get()).isTrue();
    }

    @Test
    void aJourneyThatGrowsWhileItIsSteppedThroughStaysAtItsHop() {
        playback.play(firstHops(FIRST_PING.get(2), 2));
        playback.go(1);
        playback.update(FIRST_PING.get(2));
        assertThat(playback.position().get()).isEqualTo(1);
    }
}
