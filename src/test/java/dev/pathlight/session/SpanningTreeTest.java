package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.PortRow;
import dev.pathlight.wire.Sandboxed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Three bridges in a ring on the real kernel: what the spanning tree blocks, and what it does when a cable is cut. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpanningTreeTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final SpaceId SW1 = SpaceId.parse("this/sw1");
    private static final SpaceId SW3 = SpaceId.parse("this/sw3");
    private static final IpAddress NS2 = IpAddress.parse("10.1.1.3");

    private Lecture lecture;
    private int sequence;

    @BeforeAll
    void run() throws Exception {
        Sandboxed.assumePossible();
        lecture = Lecture.shipped("stp-loop");
    }

    @AfterAll
    void stop() {
        if (lecture != null) {
            lecture.close();
        }
    }

    @Test
    @Order(1)
    void aPingThatComesBeforeTheTreeIsReadyIsLostAtThePortThatListens() throws Exception {
        // Starting took less than the two seconds that a port listens, or the next state is named.
        lecture.session.ping(Lecture.NS1, NS2, ++sequence);

        List<Journey.Lost> lost = lecture.session.journeys().stream()
                .flatMap(j -> j.lost().stream())
                .toList();
        assertThat(lost).isNotEmpty();
        assertThat(lost.getFirst().why()).isEqualTo("stp-blocked");
        assertThat(lost.getFirst().at()).isEqualTo("this/sw2/to-ns1");
        assertThat(lost.getFirst().explanation().toString())
                .matches("to-ns1 is (listening|learning) \\(spanning tree\\), so br2 forwards nothing that comes in by"
                        + " it\\.");
    }

    @Test
    @Order(2)
    void exactlyOnePortOfTheRingIsBlockedAndAllTakeTheSameBridgeForTheRoot() throws Exception {
        Map<String, Integer> settled = settled();

        assertThat(settled).containsEntry("sw3/to-sw2", PortRow.BLOCKING).hasSize(8);
        assertThat(settled.values().stream().filter(s -> s == PortRow.FORWARDING))
                .hasSize(7);
        LinkRow.BridgeRow root = bridge("sw1", "br1");
        assertThat(root.isRoot()).isTrue();
        assertThat(root.tree().forwardDelay()).isEqualTo(200);
        assertThat(List.of(bridge("sw2", "br2"), bridge("sw3", "br3"))).allSatisfy(b -> {
            assertThat(b.isRoot()).isFalse();
            assertThat(b.tree().root()).isEqualTo(root.id());
            assertThat(b.tree().rootPort()).isEqualTo(1);
            assertThat(b.tree().rootCost()).isEqualTo(port(SW3, "to-sw1").cost());
        });
        assertThat(port(SW3, "to-sw2").designatedBridge())
                .isEqualTo(bridge("sw2", "br2").id());
    }

    @Test
    @Order(3)
    void thePingGoesTheWayOfTheTreeAndTcpdumpSeesTheSame() throws Exception {
        settled();
        try (Witness witness = Witness.of(lecture)) {
            assertThat(lecture.session.ping(Lecture.NS1, NS2, ++sequence)).isInstanceOf(PingReply.Answered.class);
            List<Journey> echoes = lecture.echoes(sequence);

            assertThat(lecture.session.journeys())
                    .extracting(Journey::outcome)
                    .doesNotContain(Journey.Outcome.AMBIGUOUS);
            assertThat(way(echoes.getFirst())).containsExactly("ns1", "sw2", "sw1", "sw3", "ns2");
            List<String> told = new ArrayList<>();
            echoes.forEach(j -> told.addAll(Witness.words(j)));
            assertThat(told).isEqualTo(witness.saw(told.size()));
        }
    }

    @Test
    @Order(4)
    void whenACableOfTheTreeIsCutTheBlockedPortTakesOver() throws Exception {
        settled();
        lecture.exec(SW1, "ip", "link", "set", "to-sw3", "down");

        await(s -> states(s).get("sw3/to-sw2") == PortRow.LISTENING);
        SpaceState listening = lecture.state(SW3);
        int waiting = listening.link("to-sw2").orElseThrow().index();
        assertThat(listening.opening()).containsKey(waiting);
        await(s -> states(s).get("sw3/to-sw2") == PortRow.FORWARDING);

        assertThat(ping().stream().map(SpanningTreeTest::way).toList().getFirst())
                .containsExactly("ns1", "sw2", "sw3", "ns2");
    }

    /** Until it is answered: rows about the way that was are used until they are old. */
    private List<Journey> ping() throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!(lecture.session.ping(Lecture.NS1, NS2, ++sequence) instanceof PingReply.Answered)) {
            assertThat(System.nanoTime()).as("no answer within a minute").isLessThan(end);
        }
        return lecture.echoes(sequence);
    }

    /** The states of all ports once none is on its way to another. */
    private Map<String, Integer> settled() throws Exception {
        return states(await(s -> states(s).values().stream()
                .allMatch(v -> v == PortRow.FORWARDING || v == PortRow.BLOCKING || v == PortRow.DISABLED)));
    }

    private Snapshot await(Predicate<Snapshot> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            Snapshot now = lecture.session.snapshot();
            if (wanted.test(now)) {
                return now;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("not seen within a minute: " + states(lecture.session.snapshot()));
    }

    private static Map<String, Integer> states(Snapshot s) {
        Map<String, Integer> states = new TreeMap<>();
        s.spaces()
                .forEach((id, state) -> state.links().stream()
                        .filter(l -> l.master() != 0)
                        .forEach(l -> states.put(id.shortName() + "/" + l.name(), l.portState())));
        return states;
    }

    private LinkRow.BridgeRow bridge(String space, String name) {
        return lecture.state(lecture.space(space))
                .link(name)
                .orElseThrow()
                .bridge()
                .orElseThrow();
    }

    private PortRow port(SpaceId space, String name) {
        return lecture.state(space).link(name).orElseThrow().facts().port();
    }

    private static List<String> way(Journey j) {
        return j.hops().stream()
                .map(Hop::port)
                .map(p -> p.space().shortName())
                .distinct()
                .toList();
    }
}
