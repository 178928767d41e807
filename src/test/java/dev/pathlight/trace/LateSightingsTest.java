package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Sighting;
import dev.pathlight.topology.PortId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Captures that deliver late on a busy machine, up to 2 s and in any order, change nothing in the end. */
final class LateSightingsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long LATEST = 2 * SECOND;

    private static List<Journey> inTime(Story s, World w) {
        return new Ledger(w)
                .deliver(s.sightings().stream().map(Ledger.Delivery::inTime).toList(), 4 * SECOND)
                .journeys();
    }

    private static void anySubsetLateTellsTheSame(Story story, World world, int rounds) {
        List<Sighting> all = story.sightings();
        List<Journey> expected = inTime(story, world);
        assertThat(expected)
                .allMatch(Journey::settled)
                .allMatch(j -> j.missing().isEmpty());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        boolean exhaustive = all.size() <= 10;
        int subsets = exhaustive ? 1 << all.size() : rounds;
        for (int i = 0; i < subsets; i++) {
            long late = exhaustive ? i : random.nextLong();
            List<Ledger.Delivery> deliveries = IntStream.range(0, all.size())
                    .mapToObj(k -> new Ledger.Delivery(
                            all.get(k), all.get(k).nanos() + ((late >> k & 1) == 0 ? 0 : random.nextLong(LATEST))))
                    .toList();
            assertThat(new Ledger(world).deliver(deliveries, 4 * SECOND).journeys())
                    .as("seed %d, round %d, late %s", seed, i, Long.toBinaryString(late))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aPingOverABridgeIsToldTheSameWhicheverSightingsAreLate() {
        anySubsetLateTellsTheSame(BridgeLectureTest.warm(), BridgeLectureTest.world(), 0);
    }

    @Test
    void theFirstPingWithItsQuestionsIsToldTheSameWhicheverSightingsAreLate() {
        anySubsetLateTellsTheSame(BridgeLectureTest.cold(), BridgeLectureTest.world(), 1500);
    }

    @Test
    void aRoutedPacketIsToldTheSameWhicheverSightingsAreLate() {
        World w = RoutedLectureTest.world();
        w.space("this").forwards();
        anySubsetLateTellsTheSame(RoutedLectureTest.through(), w, 0);
    }

    @Test
    void aFloodToThreePortsIsToldTheSameWhicheverSightingsAreLate() {
        anySubsetLateTellsTheSame(FloodTest.flood(), FloodTest.world(FloodTest.FORWARDING), 0);
    }

    @Test
    void wholeInterfacesLateByLessThanTheSecondAreNeverToldAsLostNorMerged() {
        Story cold = BridgeLectureTest.cold();
        List<Sighting> all = cold.sightings();
        List<PortId> ports = all.stream().map(Sighting::port).distinct().toList();
        for (int late = 0; late < 1 << ports.size(); late++) {
            Set<PortId> slow = new HashSet<>();
            for (int k = 0; k < ports.size(); k++) {
                if ((late >> k & 1) == 1) {
                    slow.add(ports.get(k));
                }
            }
            List<Ledger.Delivery> deliveries = all.stream()
                    .map(s -> new Ledger.Delivery(s, s.nanos() + (slow.contains(s.port()) ? 900_000_000L : 0)))
                    .toList();
            Ledger ledger = new Ledger(BridgeLectureTest.world()).deliver(deliveries, 4 * SECOND);
            assertThat(ledger.merged()).isEmpty();
            assertThat(ledger.everything())
                    .as("slow: %s", slow)
                    .noneMatch(j -> j.settled() && j.outcome() == Journey.Outcome.LOST)
                    .allMatch(j -> j.missing().isEmpty());
            assertThat(ledger.journeys()).isEqualTo(inTime(cold, BridgeLectureTest.world()));
        }
    }

    @Test
    void aJourneyToldAsLostIsToldAgainUnderItsIdWhenItsEndComesAfterAll() {
        List<Sighting> all = BridgeLectureTest.warm().sightings().subList(0, 4);
        List<Ledger.Delivery> deliveries = all.stream()
                .map(s -> new Ledger.Delivery(s, s.nanos() + (s == all.get(3) ? 1_500_000_000L : 0)))
                .toList();
        assertThat(new Ledger(BridgeLectureTest.world())
                        .deliver(deliveries, 4 * SECOND).everything().stream()
                                .filter(Journey::settled)
                                .map(j -> j.id() + " " + j.outcome() + " "
                                        + j.hops().size()))
                .containsExactly("1 LOST 3", "1 DELIVERED 4");
    }

    @Test
    void partsThatWereToldApartMergeAndTheListenerIsTold() {
        List<Sighting> all = BridgeLectureTest.warm().sightings().subList(0, 4);
        List<Ledger.Delivery> deliveries = new ArrayList<>();
        deliveries.add(Ledger.Delivery.inTime(all.get(0)));
        deliveries.add(new Ledger.Delivery(all.get(1), all.get(1).nanos() + LATEST));
        deliveries.add(new Ledger.Delivery(all.get(2), all.get(2).nanos() + LATEST));
        deliveries.add(Ledger.Delivery.inTime(all.get(3)));
        Ledger ledger = new Ledger(BridgeLectureTest.world()).deliver(deliveries, 4 * SECOND);
        assertThat(ledger.merged()).containsExactly(new Merged(2, 1));
        assertThat(ledger.journeys().stream()
                        .map(j -> j.outcome() + " " + j.hops().size()))
                .containsExactly("DELIVERED 4");
    }

    @Test
    void aSightingLaterThanWhatIsRememberedMakesNoJourneyAndIsCounted() {
        List<Sighting> all = BridgeLectureTest.warm().sightings();
        Ledger ledger = new Ledger(BridgeLectureTest.world());
        ledger.deliver(all.subList(4, 8).stream().map(Ledger.Delivery::inTime).toList(), 5 * SECOND);
        ledger.told(ledger.tracker().accept(all.subList(0, 1)));
        ledger.settleAll();
        assertThat(ledger.journeys()).hasSize(1);
        assertThat(ledger.tracker().letGo()).isEqualTo(1);
    }

    private static String without(Story story, World world, int missing) {
        List<Ledger.Delivery> rest = new ArrayList<>(
                story.sightings().stream().map(Ledger.Delivery::inTime).toList());
        rest.remove(missing);
        return new Ledger(world)
                .deliver(rest, 4 * SECOND).journeys().stream()
                        .map(j -> j.outcome() + " "
                                + j.hops().stream()
                                        .map(h -> h.parent() + ":" + h.port().name())
                                        .collect(Collectors.joining(" "))
                                + j.missing().stream()
                                        .map(m -> " / " + m.before() + " " + m.at() + " " + m.direction())
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void aSightingThatNeverComesIsAGapInOneJourneyOverABridge() {
        Story ping = new Story();
        BridgeLectureTest.warm().sightings().subList(0, 4).forEach(ping::add);
        World w = BridgeLectureTest.world();
        assertThat(IntStream.range(0, 4).mapToObj(i -> without(ping, w, i)))
                .containsExactly(
                        "DELIVERED -1:br-veth0 0:br-veth1 1:veth1 / 0 this/ns1/veth0 OUT",
                        "DELIVERED -1:veth0 0:br-veth1 1:veth1 / 1 this/br-veth0 IN",
                        "DELIVERED -1:veth0 0:br-veth0 1:veth1 / 2 this/br-veth1 OUT",
                        "LOST -1:veth0 0:br-veth0 1:br-veth1");
    }

    @Test
    void aSightingThatNeverComesIsAGapInOneJourneyThroughARouter() {
        World w = RoutedLectureTest.world();
        w.space("this").forwards();
        assertThat(IntStream.range(0, 4).mapToObj(i -> without(RoutedLectureTest.through(), w, i)))
                .containsExactly(
                        "DELIVERED -1:v1_r 0:v2_r 1:v2 / 0 this/ns1/v1 OUT",
                        "DELIVERED -1:v1 0:v2_r 1:v2 / 1 this/v1_r IN",
                        "DELIVERED -1:v1 0:v1_r 1:v2 / 2 this/v2_r OUT",
                        "LOST -1:v1 0:v1_r 1:v2_r");
    }
}
