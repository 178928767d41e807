package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.Checker;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps through the hops of real pings: the tables are those that the kernel had when it decided. */
class HopTablesTest {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final IpAddress NS2_ADDRESS = IpAddress.parse("10.1.1.3");
    private static final String NS1_MAC = "02:00:00:00:00:01";
    private static final String NS2_MAC = "02:00:00:00:00:02";

    /** IPv6 is on, so every address is heard long before anybody asks for it. */
    private static final String CHATTY = """
        {"version": 1, "name": "three", "nodes": [{"name": "this",
         "interfaces": [{"name": "p1"}, {"name": "p2"}, {"name": "p3"}],
         "bridges": [{"name": "br0", "ports": ["p1", "p2", "p3"]}], "namespaces": [
          {"name": "ns1", "interfaces": [{"name": "a", "mac": "02:00:00:00:00:01", "addresses": ["10.1.1.2/24"]}]},
          {"name": "ns2", "interfaces": [{"name": "b", "mac": "02:00:00:00:00:02", "addresses": ["10.1.1.3/24"]}]},
          {"name": "ns3", "interfaces": [{"name": "c", "mac": "02:00:00:00:00:03", "addresses": ["10.1.1.4/24"]}]}]}],
         "cables": [{"ends": ["this/ns1/a", "this/p1"]}, {"ends": ["this/ns2/b", "this/p2"]},
                    {"ends": ["this/ns3/c", "this/p3"]}]}
        """;

    private static final String QUIET = CHATTY.replaceAll(
            "(\"name\": \"(ns.|this)\",)", "$1 \"sysctls\": " + "{\"ipv6.conf.default.disable_ipv6\": 1},");

    private final List<SessionEvent> events = new ArrayList<>();
    private final TablesModel tables = new TablesModel();
    private Optional<Session> session = Optional.empty();

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @AfterEach
    void stop() {
        session.ifPresent(Session::close);
    }

    private Session run(String json) throws MachineLost {
        ReadResult read = TopologyReader.read("three", json.getBytes(StandardCharsets.UTF_8));
        Session opened = Sessions.sandbox()
                .open(
                        Checker.check(((ReadResult.Good) read).drawing().topology())
                                .checked()
                                .orElseThrow(),
                        e -> {
                            synchronized (events) {
                                events.add(e);
                            }
                        });
        session = Optional.of(opened);
        return opened;
    }

    private void ping(Session running, int sequence) throws Exception {
        assertThat(running.ping(NS1, NS2_ADDRESS, sequence)).isInstanceOf(PingReply.Answered.class);
        // What the kernel tells later must not show at the hops.
        Thread.sleep(300);
        synchronized (events) {
            events.forEach(this::take);
            events.clear();
        }
    }

    private void take(SessionEvent event) {
        if (event instanceof SessionEvent.TablesChanged(var snapshot)) {
            tables.add(snapshot);
        } else if (event instanceof SessionEvent.JourneyChanged(var journey)) {
            tables.add(journey);
        }
    }

    private List<Journey> journeys() {
        return session.orElseThrow().journeys().stream()
                .filter(j -> j.protocol().equals("arp") || j.protocol().equals("icmp"))
                .sorted(Comparator.comparingLong(Journey::startNanos))
                .toList();
    }

    private Moment turnTo(Journey journey, int step) {
        Moment moment = new Itinerary(journey).moment(step);
        tables.turnTo(Optional.of(moment), false);
        return moment;
    }

    private Stream<String> neighbours() {
        return tables.neighbours().rows().stream()
                .filter(r -> !r.address.contains(":") && !r.mac.isEmpty())
                .map(r -> r.address + " " + r.mac + " " + r.state().get()
                        + (r.used().get() ? " used" : ""));
    }

    private Stream<String> learned() {
        return tables.macs().rows().stream()
                .filter(r -> !r.local)
                .map(r -> r.mac + " " + r.port + (r.used().get() ? " used" : "")
                        + (r.learned().get() ? " learned" : ""));
    }

    private double age(String mac) {
        return tables.macs().rows().stream()
                .filter(r -> r.mac.equals(mac))
                .mapToDouble(r -> Double.parseDouble(r.age().get()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aQuestionIsAskedBecauseTheRowIsNotThereYetAndEachTableFillsAsTheFramesTeachIt() throws Exception {
        ping(run(QUIET), 1);
        List<Journey> all = journeys();
        Journey question = all.get(0);
        Journey answer = all.get(1);
        Journey request = all.get(2);

        turnTo(question, 0);
        assertThat(neighbours()).isEmpty();
        assertThat(learned()).isEmpty();
        turnTo(question, 1);
        assertThat(tables.macs().flooded().get()).isTrue();
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
        Session running = run(CHATTY);
        // Router solicitations and reports have taught the bridge every address by now.
        Thread.sleep(2_500);
        ping(running, 1);
        Journey question = journeys().getFirst();

        assertThat(question.what()).startsWith("ARP who has 10.1.1.3");
        turnTo(question, 0);
        assertThat(tables.neighbours().choice().space().get()).contains(NS1);
        assertThat(neighbours()).isEmpty();
        turnTo(question, 1);
        assertThat(learned().map(l -> l.split(" ")[0])).contains(NS2_MAC);
    }

    @Test
    void everyRowThatADecisionNamesStandsInItsTableAndIsLit() throws Exception {
        Session running = run(QUIET);
        for (int sequence = 1; sequence <= 5; sequence++) {
            ping(running, sequence);
        }
        int looked = 0;
        for (Journey j : journeys()) {
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
                assertThat(tables.macs().rows().stream()
                                .filter(r -> r.used().get())
                                .map(r -> r.mac + " dev " + r.port))
                        .as(where)
                        .contains(d.row());
            case ROUTE, LOCAL -> {
                if (d.row().contains("hears it too")) {
                    return false;
                }
                assertThat(tables.routes().rows().stream()
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
        Session running = run(QUIET);
        ping(running, 1);
        running.exec(SpaceId.parse("this"), List.of("bridge", "fdb", "del", NS2_MAC, "dev", "p2", "master"), 5_000);
        Thread.sleep(300);
        ping(running, 2);
        Journey request = journeys().stream()
                .filter(j -> j.what().contains("request") && j.what().endsWith("seq 2"))
                .findFirst()
                .orElseThrow();

        turnTo(request, 1);
        assertThat(tables.macs().flooded().get()).isTrue();
        assertThat(learned()).containsExactly(NS1_MAC + " p1 learned");
    }

    @Test
    void ageingTimersShowWhatTheyWereAtTheHop() throws Exception {
        Session running = run(QUIET);
        ping(running, 1);
        Thread.sleep(1_200);
        ping(running, 2);
        Journey request = journeys().stream()
                .filter(j -> j.what().contains("request") && j.what().endsWith("seq 2"))
                .findFirst()
                .orElseThrow();

        turnTo(request, 0);
        assertThat(age(NS1_MAC)).isBetween(1.4, 5.0);
        turnTo(request, 1);
        assertThat(age(NS1_MAC)).isZero();
        assertThat(age(NS2_MAC)).isBetween(1.4, 5.0);
    }
}
