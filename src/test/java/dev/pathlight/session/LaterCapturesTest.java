package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static dev.pathlight.session.Lecture.NS2;
import static dev.pathlight.session.Lecture.THIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.SortedSet;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Interfaces that come, are renamed or go down and up while a drawing runs are looked at as those from its start are. */
class LaterCapturesTest {
    private static final IpAddress NS2_ADDRESS = IpAddress.parse("10.1.1.3");
    private static final List<String> BRIDGED =
            List.of("this/ns1/veth0 OUT", "this/br-veth0 IN", "this/br-veth1 OUT", "this/ns2/veth1 IN");

    private Lecture lecture;

    @BeforeEach
    void run() throws MachineLost {
        Sandboxed.assumePossible();
        lecture = new Lecture();
    }

    @AfterEach
    void stop() {
        if (lecture != null) {
            lecture.close();
        }
    }

    @Test
    void aCableMadeAfterTheStartIsCaptured() throws Exception {
        lecture.exec(NS1, "ip", "link", "add", "x0", "type", "veth", "peer", "name", "x1", "netns", "ns2");
        lecture.exec(NS1, "ip", "addr", "add", "10.7.0.1/24", "dev", "x0");
        lecture.exec(NS2, "ip", "addr", "add", "10.7.0.2/24", "dev", "x1");
        lecture.exec(NS1, "ip", "link", "set", "x0", "up");
        lecture.exec(NS2, "ip", "link", "set", "x1", "up");
        lecture.await(NS2, s -> s.link("x1").filter(l -> l.operState() == 6).isPresent());
        lecture.await(NS1, s -> s.link("x0").filter(l -> l.operState() == 6).isPresent());

        assertThat(echoRequest("10.7.0.2")).isEqualTo(List.of("this/ns1/x0 OUT", "this/ns2/x1 IN"));
    }

    @Test
    void aRenamedInterfaceIsToldUnderItsNewName() throws Exception {
        lecture.exec(NS1, "ip", "link", "set", "veth0", "down");
        lecture.exec(NS1, "ip", "link", "set", "veth0", "name", "eth9");
        lecture.exec(NS1, "ip", "link", "set", "eth9", "up");
        lecture.exec(THIS, "ip", "link", "set", "br-veth1", "name", "port9");
        lecture.await(THIS, s -> s.link("port9").isPresent());
        lecture.await(NS1, s -> s.link("eth9").filter(l -> l.operState() == 6).isPresent());

        assertThat(echoRequest("10.1.1.3"))
                .isEqualTo(List.of("this/ns1/eth9 OUT", "this/br-veth0 IN", "this/port9 OUT", "this/ns2/veth1 IN"));
        assertThat(lecture.session.journeys())
                .filteredOn(j -> j.protocol().equals("icmp"))
                .allMatch(j -> j.outcome() == Journey.Outcome.DELIVERED);
    }

    @Test
    void anInterfaceThatWentDownAndCameUpIsCapturedAgain() throws Exception {
        for (int i = 0; i < 3; i++) {
            lecture.exec(NS1, "sh", "-c", "ip link set veth0 down; ip link set veth0 up");
        }
        lecture.await(NS1, s -> s.link("veth0").filter(l -> l.operState() == 6).isPresent());
        lecture.exec(THIS, "ip", "link", "set", "br-veth1", "down");
        lecture.await(THIS, s -> s.link("br-veth1").filter(l -> !l.isUp()).isPresent());
        lecture.exec(THIS, "ip", "link", "set", "br-veth1", "up");
        lecture.await(
                THIS,
                s -> s.link("br-veth1")
                        .filter(l -> l.operState() == 6 && l.portState() == 3)
                        .isPresent());
        await(() -> uncaptured().isEmpty());

        assertThat(echoRequest("10.1.1.3")).isEqualTo(BRIDGED);
    }

    private SortedSet<?> uncaptured() {
        return lecture.events.stream()
                .filter(SessionEvent.Counted.class::isInstance)
                .map(e -> ((SessionEvent.Counted) e).uncaptured())
                .reduce((a, b) -> b)
                .orElseGet(() -> new SessionEvent.Counted(0, 0).uncaptured());
    }

    private static void await(BooleanSupplier wanted) throws InterruptedException {
        for (int i = 0; i < 1000 && !wanted.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    /** Pings from ns1; where the request was seen. */
    private List<String> echoRequest(String to) throws MachineLost {
        PingReply reply = lecture.session.ping(NS1, IpAddress.parse(to), 1);
        assertThat(reply).isInstanceOf(PingReply.Answered.class);
        return lecture.session.journeys().stream()
                .filter(j -> j.what().startsWith("ICMP echo request"))
                .flatMap(j -> j.hops().stream())
                .map(h -> h.port() + " " + h.direction())
                .toList();
    }
}
