package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Sighting;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packets that look alike, and sightings that come late. */
final class TwinsTest {
    private static final String NS1 = "1a:7e:30:46:72:11";
    private static final String NS2 = "06:b5:78:d9:7b:75";

    private static byte[] packet(int sequence) {
        return Frames.echoRequest(NS1, NS2, "10.1.1.2", "10.1.1.3", 64, sequence);
    }

    private static Story whole(Story s, long at, byte[] f) {
        return s.cable(at, "this/ns1/veth0", "this/br-veth0", f).cable(at + 4, "this/br-veth1", "this/ns2/veth1", f);
    }

    @Test
    void anEqualPacketAfterTheFirstArrivedIsAnotherJourney() {
        Story s = whole(whole(new Story(), 0, packet(1)), 100, packet(1));
        assertThat(s.settledIn(BridgeLectureTest.world()))
                .extracting(j -> j.id() + " " + j.outcome() + " " + j.hops().size())
                .containsExactly("1 DELIVERED 4", "2 DELIVERED 4");
    }

    @Test
    void equalPacketsUnderWayAtTheSamePlaceAreAmbiguousAndCounted() {
        byte[] f = packet(1);
        Story s = new Story()
                .out(0, "this/ns1/veth0", f)
                .out(1, "this/ns1/veth0", f)
                .in(2, "this/br-veth0", f)
                .in(3, "this/br-veth0", f);
        JourneyTracker tracker = new JourneyTracker(BridgeLectureTest.world());
        tracker.tables(BridgeLectureTest.world().snapshot());
        tracker.accept(s.sightings());
        assertThat(tracker.settleAll())
                .extracting(j -> j.id() + " " + j.outcome() + " " + j.hops().size())
                .containsExactly("1 AMBIGUOUS 2", "2 AMBIGUOUS 2");
        assertThat(tracker.ambiguous()).isEqualTo(1);
    }

    @Test
    void aPacketSentAgainAfterSilenceIsAnotherJourneyThoughNobodySaidTimePassed() {
        byte[] f = Frames.arpRequest(NS1, "10.1.1.2", "10.1.1.9");
        Story s = new Story().out(0, "this/ns1/veth0", f).out(1_000_000, "this/ns1/veth0", f);
        assertThat(s.settledIn(BridgeLectureTest.world()))
                .extracting(j -> j.id() + " " + j.outcome() + " " + j.hops().size())
                .containsExactly("1 LOST 1", "2 LOST 1");
    }

    @Test
    void batchesThatOverlapInTimeTellTheSameAsOneInOrder() {
        Story s = new Story();
        for (int i = 0; i < 50; i++) {
            whole(s, i * 300L, packet(i));
        }
        String expected = s.toldIn(BridgeLectureTest.world());
        long seed = System.nanoTime();
        List<Sighting> mixed = new ArrayList<>(s.sightings());
        Collections.shuffle(mixed, new Random(seed));
        Ledger ledger = new Ledger(BridgeLectureTest.world());
        for (int i = 0; i < mixed.size(); i += 7) {
            ledger.told(ledger.tracker().accept(mixed.subList(i, Math.min(mixed.size(), i + 7))));
        }
        assertThat(Story.told(ledger.settleAll().journeys())).as("seed " + seed).isEqualTo(expected);
    }

    @Test
    void aJourneyIsToldAsItGrowsAndSettlesWhenQuiet() {
        List<Sighting> all = whole(new Story(), 0, packet(1)).sightings();
        JourneyTracker tracker = new JourneyTracker(BridgeLectureTest.world());
        tracker.tables(BridgeLectureTest.world().snapshot());
        List<String> told = new ArrayList<>();
        told.addAll(brief(tracker.accept(all)));
        told.addAll(brief(tracker.settle(Story.BEGIN + 9_000_000)));
        told.addAll(brief(tracker.settle(Story.BEGIN + 11_000_000)));
        told.addAll(brief(tracker.settle(Story.BEGIN + 250_000_000)));
        told.addAll(brief(tracker.settle(Story.BEGIN + 270_000_000)));
        assertThat(told).containsExactly("1 DELIVERED open 4", "1 DELIVERED settled 4");
    }

    private static List<String> brief(List<Journey> journeys) {
        return journeys.stream()
                .map(j -> j.id() + " " + j.outcome() + (j.settled() ? " settled " : " open ")
                        + j.hops().size())
                .toList();
    }

    @Test
    void memoryStaysBoundedAndWhatIsLetGoIsCounted() {
        Limits limits = new Limits(20_000_000, 250_000_000, 1_000_000_000, 3_000_000_000L, 100, 1 << 20, 16);
        JourneyTracker tracker = new JourneyTracker(BridgeLectureTest.world(), limits);
        tracker.tables(BridgeLectureTest.world().snapshot());
        Story s = new Story();
        for (int i = 0; i < 1000; i++) {
            s.out(i, "this/ns1/veth0", packet(i));
        }
        List<Journey> told = new ArrayList<>(tracker.accept(s.sightings()));
        told.addAll(tracker.settleAll());
        assertThat(told.stream().filter(Journey::settled).map(Journey::id).distinct())
                .hasSize(1000);
        assertThat(tracker.letGo()).isEqualTo(900);
        assertThat(told.getFirst().lost().orElseThrow().explanation())
                .hasToString("Too many packets at once: this one was let go before its end was seen.");
    }

    @Test
    void anAnnouncedPingThatNeverLeftIsLostBeforeItsFirstHop() {
        World w = BridgeLectureTest.world();
        JourneyTracker tracker = new JourneyTracker(w);
        tracker.tables(w.snapshot());
        Echo nowhere = new Echo(SpaceId.parse("this/ns1"), IpAddress.parse("10.9.9.9"), 7, 1);
        tracker.expect(nowhere);
        Journey j = tracker.conclude(nowhere, 101, Story.BEGIN).orElseThrow();
        assertThat(Story.told(List.of(j))).isEqualTo("""
            lost: ICMP echo request ns1 → 10.9.9.9, id 7, seq 1
              at this/ns1, no-route: ns1 has no route to 10.9.9.9, so it sent nothing.
            """);
    }

    @Test
    void anAnnouncedPingWithoutANeighbourNamesWhoWasAskedFor() {
        World w = BridgeLectureTest.world();
        JourneyTracker tracker = new JourneyTracker(w);
        tracker.tables(w.snapshot());
        Echo echo = new Echo(SpaceId.parse("this/ns1"), IpAddress.parse("10.1.1.9"), 7, 1);
        tracker.expect(echo);
        byte[] who = Frames.arpRequest(NS1, "10.1.1.2", "10.1.1.9");
        tracker.accept(whole(whole(new Story(), 0, who), 1_000_000, who).sightings());
        tracker.settleAll();
        assertThat(Story.told(List.of(tracker.conclude(echo, 0, Story.BEGIN).orElseThrow())))
                .isEqualTo("""
                    lost: ICMP echo request 10.1.1.2 → 10.1.1.9, id 7, seq 1
                      at this/ns1/veth0, no-neighbour: Nobody answered when ns1 veth0 asked 2 times who has 10.1.1.9, \
                    so the packet had no address to go to. No interface here has the address 10.1.1.9.
                    """);
    }

    @Test
    void anAnnouncedPingThatWasSeenIsNotToldTwice() {
        World w = BridgeLectureTest.world();
        JourneyTracker tracker = new JourneyTracker(w);
        tracker.tables(w.snapshot());
        Echo echo = new Echo(SpaceId.parse("this/ns1"), IpAddress.parse("10.1.1.3"), 7, 1);
        tracker.expect(echo);
        tracker.accept(whole(new Story(), 0, packet(1)).sightings());
        tracker.settleAll();
        assertThat(tracker.conclude(echo, 0, Story.BEGIN)).isEmpty();
    }
}
