package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.session.Session;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps through the hops of real pings: the tables are those that the kernel had when it decided. */
class HopTablesTest {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final String NS1_MAC = "02:00:00:00:00:01";
    private static final String NS2_MAC = "02:00:00:00:00:02";

    private final RealPings pings = new RealPings();

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @AfterEach
    void stop() {
        pings.close();
    }

    private Moment turnTo(Journey journey, int step) {
        Moment moment = new Itinerary(journey).moment(step);
        pings.tables.turnTo(Optional.of(moment), false);
        return moment;
    }

    private Stream<String> neighbours() {
        return pings.tables.neighbours().rows().stream()
                .filter(r -> !r.address.contains(":") && !r.mac.isEmpty())
                .map(r -> r.address + " " + r.mac + " " + r.state().get()
                        + (r.used().get() ? " used" : ""));
    }

    private Stream<String> learned() {
        return pings.tables.macs().rows().stream()
                .filter(r -> !r.local)
                .map(r -> r.mac + " " + r.port + (r.used().get() ? " used" : "")
                        + (r.learned().get() ? " learned" : ""));
    }

    private double age(String mac) {
        return pings.tables.macs().rows().stream()
                .filter(r -> r.mac.equals(mac))
                .mapToDouble(r -> Double.parseDouble(r.age().get()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQuestionIsAskedBecauseTheRowIsNotThereYetAndEachTableFillsAsTheFramesTeachIt() throws Exception {
        pings.run(RealPings.QUIET);
        pings.ping(1);
        List<Journey> all = pings.journeys();
        Journey question = all.get(0);
        Journey answer = all.get(1);
        Journey request = all.get(2);

        turnTo(question, 0);
        assertThat(neighbours()).isEmpty();
        assertThat(learned()).isEmpty();
        turnTo(question, 1);
        assertThat(pings.tables.macs().flooded().get()).isTrue();
        assertThat(learned()).containsExactly(NS1_MAC + " p1 learned");
        turnTo(answer, 1);
        assertThat(learned()).containsExactly(NS1_MAC + " p1 used", NS2_MAC + " p2 learned");
        turnTo(answer, 3);
        assertThat(neighbours()).isEmpty();
        turnTo(request, 0);
        assertThat(neighbours()).containsExactly("10.1.1.3 " + NS2_MAC + " REACHABLE used");
        turnTo(request, 1);
        assertThat(learned()).containsExactly(NS1_MAC + " p1 learned", NS2_MAC + " p2 used");
    }

    @Test
    void whatAnAddressChatteredBeforeIsNoReasonToShowItAsANeighbourWhenItIsAskedFor() throws Exception {
        pings.run(RealPings.CHATTY);
        // Router solicitations and reports have taught the bridge every address by now.
        Thread.sleep(2_500);
        pings.ping(1);
        Journey question = pings.journeys().getFirst();

        assertThat(question.what()).startsWith("ARP who has 10.1.1.3");
        turnTo(question, 0);
        assertThat(pings.tables.neighbours().choice().space().get()).contains(NS1);
        assertThat(neighbours()).isEmpty();
        turnTo(question, 1);
        assertThat(learned().map(l -> l.split(" ")[0])).contains(NS2_MAC);
    }

    @Test
    void everyRowThatADecisionNamesStandsInItsTableAndIsLit() throws Exception {
        pings.run(RealPings.QUIET);
        for (int sequence = 1; sequence <= 5; sequence++) {
            pings.ping(sequence);
        }
        int looked = 0;
        for (Journey j : pings.journeys()) {
            for (int step = 0; step < new Itinerary(j).size(); step++) {
                Moment moment = turnTo(j, step);
                for (Decision d : moment.decisions()) {
                    looked += isLit(d, j.what() + " step " + step) ? 1 : 0;
                }
            }
        }
        // ARP twice, echoes ten times: each at least by its bridge, in and out, and its own stacks.
        assertThat(looked).isGreaterThan(40);
    }

    private boolean isLit(Decision d, String where) {
        switch (d.kind()) {
            case FDB ->
                assertThat(pings.tables.macs().rows().stream()
                                .filter(r -> r.used().get())
                                .map(r -> r.mac + " dev " + r.port))
                        .as(where)
                        .contains(d.row());
            case ROUTE, LOCAL -> {
                if (d.row().contains("hears it too")) {
                    return false;
                }
                assertThat(pings.tables.routes().rows().stream()
                                .filter(r -> r.used().get())
                                .map(r -> r.text))
                        .as(where)
                        .contains(d.row());
            }
            case NEIGHBOUR -> {
                if (d.row().contains("so ask")) {
                    return false;
                }
                assertThat(neighbours().filter(n -> n.endsWith(" used")))
                        .as(where)
                        .containsExactly(d.row().replaceFirst(" dev \\w+ lladdr", "") + " used");
            }
            case FLOOD, RULE, NAT, ENCAP, DECAP -> {
                return false;
            }
        }
        return true;
    }

    @Test
    void anAddressThatIsForgottenIsNotThereWhenTheBridgeFloodsForIt() throws Exception {
        Session running = pings.run(RealPings.QUIET);
        pings.ping(1);
        running.exec(SpaceId.parse("this"), List.of("bridge", "fdb", "del", NS2_MAC, "dev", "p2", "master"), 5_000);
        Thread.sleep(300);
        pings.ping(2);
        Journey request = pings.journeys().stream()
                .filter(j -> j.what().contains("request") && j.what().endsWith("seq 2"))
                .findFirst()
                .orElseThrow();

        turnTo(request, 1);
        assertThat(pings.tables.macs().flooded().get()).isTrue();
        assertThat(learned()).containsExactly(NS1_MAC + " p1 learned");
    }

    @Test
    void ageingTimersShowWhatTheyWereAtTheHop() throws Exception {
        pings.run(RealPings.QUIET);
        pings.ping(1);
        Thread.sleep(1_200);
        pings.ping(2);
        Journey request = pings.journeys().stream()
                .filter(j -> j.what().contains("request") && j.what().endsWith("seq 2"))
                .findFirst()
                .orElseThrow();

        turnTo(request, 0);
        assertThat(age(NS1_MAC)).isBetween(1.4, 60.0);
        turnTo(request, 1);
        assertThat(age(NS1_MAC)).isZero();
        assertThat(age(NS2_MAC)).isBetween(1.4, 60.0);
    }
}
