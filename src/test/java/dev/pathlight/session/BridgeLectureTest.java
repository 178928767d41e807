package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static dev.pathlight.session.Lecture.NS2;
import static dev.pathlight.session.Lecture.THIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.live.MacRow;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The bridge lecture on the real kernel, held against tools that know nothing of Pathlight. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BridgeLectureTest {
    private static final IpAddress NS2_ADDRESS = IpAddress.parse("10.1.1.3");
    private static final List<String> REQUEST = List.of("ns1 veth0 out", "br-veth0 in", "br-veth1 out", "ns2 veth1 in");
    private static final List<String> REPLY = List.of("ns2 veth1 out", "br-veth1 in", "br-veth0 out", "ns1 veth0 in");

    private Lecture lecture;

    @BeforeAll
    void run() throws MachineLost {
        Sandboxed.assumePossible();
        lecture = new Lecture();
    }

    @AfterAll
    void stop() {
        if (lecture != null) {
            lecture.close();
        }
    }

    @Test
    void anEchoRequestGoesByTheBridgesPortsAndTheReplyComesBackTheSameWay() throws MachineLost {
        assertThat(lecture.session.ping(NS1, NS2_ADDRESS, 1)).isInstanceOf(PingReply.Answered.class);

        assertThat(hops("echo request", 1)).containsExactly(REQUEST);
        assertThat(hops("echo reply", 1)).containsExactly(REPLY);
    }

    @Test
    void aPingsJourneysHaveEndedWhenItReturns() throws MachineLost {
        lecture.session.ping(NS1, NS2_ADDRESS, 2);

        assertThat(lecture.session.journeys())
                .filteredOn(j -> j.what().endsWith("seq 2"))
                .hasSize(2)
                .allMatch(Journey::settled)
                .allMatch(j -> j.outcome() == Journey.Outcome.DELIVERED);
    }

    @Test
    void theMacTableHasEachAddressOnThePortWhereBridgeFdbSaysItIs() throws Exception {
        lecture.session.ping(NS1, NS2_ADDRESS, 4);
        List<String> kernel = lecture.exec(THIS, "bridge", "fdb", "show", "br", "br0")
                .lines()
                .filter(l -> l.contains(" master br0"))
                .map(l -> l.split(" ")[0] + " " + l.split(" ")[2] + (l.contains("permanent") ? " local" : " learned"))
                .sorted()
                .toList();

        List<String> shown = lecture.state(THIS).macs().stream()
                .map(r -> r.mac() + " " + r.port() + (r.local() ? " local" : " learned"))
                .sorted()
                .toList();
        assertThat(shown).isEqualTo(kernel);
        assertThat(shown).filteredOn(r -> r.endsWith("learned")).hasSize(2);
    }

    @Test
    void theMacTableReadsAsBrctlPrintsItWithWhoseEachAddressIs() throws Exception {
        assumeTrue(lecture.has("brctl"), "brctl is not installed: nothing independent to compare with");
        lecture.session.ping(NS1, NS2_ADDRESS, 5);
        List<String> brctl = lecture.exec(THIS, "brctl", "showmacs", "br0")
                .lines()
                .skip(1)
                .map(l -> String.join(" ", List.of(l.strip().split("\\s+")).subList(0, 3)))
                .toList();

        List<MacRow> rows = lecture.state(THIS).macs();
        assertThat(rows.stream()
                        .map(r -> r.portNumber() + " " + r.mac() + (r.local() ? " yes" : " no"))
                        .toList())
                .isEqualTo(brctl);
        assertThat(rows.stream()
                        .map(r -> r.port() + " " + r.owner().orElseThrow())
                        .toList())
                .containsExactlyInAnyOrder(
                        "br-veth0 this/br-veth0",
                        "br-veth0 this/ns1/veth0",
                        "br-veth1 this/br-veth1",
                        "br-veth1 this/ns2/veth1");
    }

    @Test
    void aNamespaceIsReachedByTheAddressOfItsThatTheOtherHasANetworkFor() {
        assertThat(lecture.session.addressOf(NS2, NS1)).contains(NS2_ADDRESS);
        assertThat(lecture.session.addressOf(THIS, NS1)).isEmpty();
    }

    @Test
    void eventsTellThePlanThenTheTablesThenTheJourneys() throws MachineLost {
        lecture.session.ping(NS1, NS2_ADDRESS, 6);

        int finished = first(e -> e instanceof SessionEvent.Running(RunEvent.Finished f) && f.success());
        int tables = first(SessionEvent.TablesChanged.class::isInstance);
        int journey = first(SessionEvent.JourneyChanged.class::isInstance);
        assertThat(first(e -> e instanceof SessionEvent.Running(RunEvent.Started s)))
                .isZero();
        assertThat(finished).isPositive().isLessThan(tables);
        assertThat(tables).isLessThan(journey);
    }

    private int first(java.util.function.Predicate<SessionEvent> wanted) {
        List<SessionEvent> events = List.copyOf(lecture.events);
        for (int i = 0; i < events.size(); i++) {
            if (wanted.test(events.get(i))) {
                return i;
            }
        }
        throw new AssertionError("no such event among " + events.size());
    }

    /** Where each journey of this kind and sequence number went. */
    private List<List<String>> hops(String kind, int sequence) {
        return lecture.session.journeys().stream()
                .filter(j -> j.what().contains(kind) && j.what().endsWith("seq " + sequence))
                .map(j -> j.hops().stream().map(BridgeLectureTest::words).toList())
                .toList();
    }

    private static String words(Hop h) {
        return place(h.port().space()) + h.port().name() + " "
                + h.direction().name().toLowerCase(Locale.ROOT);
    }

    private static String place(SpaceId space) {
        return space.isRoot() ? "" : space.namespace() + " ";
    }
}
