package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Section 3 of the lecture: the node routes between ns1 and ns2; and where that fails. */
final class RoutedLectureTest {
    private static final String NS1 = "26:e9:e2:4b:ff:e9";
    private static final String R1 = "42:58:a1:ed:f4:d3";
    private static final String R2 = "42:58:a1:ed:f4:d4";
    private static final String NS2 = "26:e9:e2:4b:ff:ea";

    static World world() {
        World w = new World();
        w.space("this")
                .veth("v1_r", 2, 3, R1)
                .veth("v2_r", 4, 5, R2)
                .address("10.1.1.1/24", 2)
                .address("10.1.2.1/24", 4)
                .neighbour("10.1.2.2", NS2, 4, 2);
        w.space("this/ns1")
                .veth("v1", 3, 2, NS1)
                .address("10.1.1.2/24", 3)
                .route("10.1.2.0/24", "10.1.1.1", 3)
                .neighbour("10.1.1.1", R1, 3, 4);
        w.space("this/ns2").veth("v2", 5, 4, NS2).address("10.1.2.2/24", 5).route("0.0.0.0/0", "10.1.2.1", 5);
        return w;
    }

    private static Story intoRouter(int ttl) {
        byte[] f = Frames.echoRequest(NS1, R1, "10.1.1.2", "10.1.2.2", ttl, 1);
        return new Story().cable(0, "this/ns1/v1", "this/v1_r", f);
    }

    static Story through() {
        byte[] f = Frames.echoRequest(R2, NS2, "10.1.1.2", "10.1.2.2", 63, 1);
        return intoRouter(64).cable(5, "this/v2_r", "this/ns2/v2", f);
    }

    @Test
    void aRoutedPacketIsOnePacketThoughItsAddressesChangeAndItsTtlShrinks() {
        World w = world();
        w.space("this").forwards();
        List<Journey> journeys = through().settledIn(w);
        assertThat(Story.told(journeys)).isEqualTo("""
            delivered: ICMP echo request 10.1.1.2 → 10.1.2.2, id 7, seq 1
              -1 this/ns1/v1 out by route (this/ns1 main) 10.1.2.0/24 via 10.1.1.1 dev v1 \
            and neighbour (this/ns1) 10.1.1.1 dev v1 lladdr 42:58:a1:ed:f4:d3 STALE
              0 this/v1_r in by route (this main) 10.1.2.0/24 dev v2_r scope link src 10.1.2.1
              1 this/v2_r out by route (this main) 10.1.2.0/24 dev v2_r scope link src 10.1.2.1 \
            and neighbour (this) 10.1.2.2 dev v2_r lladdr 26:e9:e2:4b:ff:ea REACHABLE
              2 this/ns2/v2 in by local (this/ns2 local) local 10.1.2.2 dev v2 table local scope host src 10.1.2.2
            """);
        assertThat(journeys.getFirst().hops())
                .extracting(h -> h.timeNanos() + " " + h.source() + " " + h.destination() + " "
                        + h.ttl().orElse(-1))
                .containsExactly(
                        "0 " + NS1 + " " + R1 + " 64",
                        "1000 " + NS1 + " " + R1 + " 64",
                        "5000 " + R2 + " " + NS2 + " 63",
                        "6000 " + R2 + " " + NS2 + " 63");
    }

    @Test
    void aRouteThatThePacketDidNotTakeIsNotNamed() {
        World w = world();
        w.space("this").forwards().route("10.1.2.2/32", "10.1.1.2", 2);
        assertThat(through().settledIn(w).getFirst().hops())
                .extracting(Hop::decisions)
                .extracting(all -> all.stream()
                        .map(d -> d.kind() + " " + d.table() + " " + d.row())
                        .toList())
                .element(1, LIST)
                .containsExactly("ROUTE main unknown: the kernel's lookup says 10.1.2.2 via 10.1.1.2 dev v1_r,"
                        + " yet it left by v2_r");
    }

    @Test
    void withForwardingOffThePacketEndsAtTheRouter() {
        assertThat(lost(intoRouter(64), world()))
                .isEqualTo("Lost[at=this/v1_r, why=forwarding-off, explanation=10.1.2.2 is not an address of this"
                        + " machine, and this machine does not forward: ip_forward is off there.]");
    }

    @Test
    void aTtlOfOneEndsAtTheRouter() {
        World w = world();
        w.space("this").forwards();
        assertThat(lost(intoRouter(1), w))
                .isEqualTo("Lost[at=this/v1_r, why=ttl-expired, explanation=It came to this machine with TTL 1; "
                        + "a router makes that 0 and drops the packet.]");
    }

    @Test
    void aRouterWithoutARouteSaysSo() {
        World w = world();
        w.space("this").forwards();
        byte[] f = Frames.echoRequest(NS1, R1, "10.1.1.2", "10.9.9.9", 64, 1);
        assertThat(lost(new Story().cable(0, "this/ns1/v1", "this/v1_r", f), w))
                .isEqualTo("Lost[at=this/v1_r, why=no-route, explanation=this machine has no route to 10.9.9.9.]");
    }

    @Test
    void aNextHopThatDoesNotAnswerIsNamed() {
        World w = world();
        w.space("this").forwards();
        byte[] f = Frames.echoRequest(NS1, R1, "10.1.1.2", "10.1.2.9", 64, 1);
        byte[] who = Frames.arpRequest(R2, "10.1.2.1", "10.1.2.9");
        Story s = new Story().cable(0, "this/ns1/v1", "this/v1_r", f).cable(5, "this/v2_r", "this/ns2/v2", who);
        assertThat(s.settledIn(w))
                .extracting(RoutedLectureTest::told)
                .containsExactly(
                        "Lost[at=this/v1_r, why=no-neighbour, explanation=Nobody answered when this v2_r asked once"
                                + " who has 10.1.2.9, so the packet had no address to go to. No interface here has the"
                                + " address 10.1.2.9.]",
                        "Lost[at=this/ns2/v2, why=no-neighbour, explanation=Nobody answered: 10.1.2.9 belongs to none "
                                + "that the question reached (ns2 v2). No interface here has the address 10.1.2.9.]");
    }

    /** What Linux 6.18 answers to {@code ip route get 10.1.2.2 from 10.1.2.9 iif v1_r} with rp_filter on. */
    @Test
    void aSenderThatWouldBeAnsweredElsewhereIsCaughtByTheReversePathFilter() {
        World w = world();
        w.space("this").forwards().refusesSources(22);
        byte[] f = Frames.echoRequest(NS1, R1, "10.1.2.9", "10.1.2.2", 64, 1);
        assertThat(lost(new Story().cable(0, "this/ns1/v1", "this/v1_r", f), w))
                .isEqualTo(
                        "Lost[at=this/v1_r, why=rp-filter, explanation=this machine would not answer 10.1.2.9 by v1_r, "
                                + "so its reverse path filter drops what comes in there from that address.]");
    }

    @Test
    void aFarEndThatIsDownIsNamed() {
        World w = world();
        w.space("this").down(2);
        byte[] f = Frames.echoRequest(NS1, R1, "10.1.1.2", "10.1.2.2", 64, 1);
        assertThat(lost(new Story().out(0, "this/ns1/v1", f), w))
                .isEqualTo("Lost[at=this/ns1/v1, why=link-down, explanation=The other end of the cable, this v1_r, is"
                        + " down.]");
    }

    @Test
    void aPacketForAnotherAddressThanTheInterfacesIsIgnoredThere() {
        byte[] f = Frames.echoRequest(NS1, NS2, "10.1.1.2", "10.1.1.1", 64, 1);
        assertThat(lost(new Story().cable(0, "this/ns1/v1", "this/v1_r", f), world()))
                .isEqualTo("Lost[at=this/v1_r, why=unknown, explanation=It came to this v1_r, whose address is not "
                        + NS2 + ", so this machine ignored it.]");
    }

    private static String lost(Story story, World world) {
        return told(story.settledIn(world).getFirst());
    }

    private static String told(Journey journey) {
        return journey.lost()
                .map(l -> "Lost[at=" + l.at() + ", why=" + l.why() + ", explanation=" + l.explanation() + "]")
                .orElse("");
    }
}
