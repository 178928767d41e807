package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A bridge with three ports, whose table knows what it knows. */
final class FloodTest {
    private static final String M1 = "02:00:00:00:00:01";
    private static final String M2 = "02:00:00:00:00:02";
    private static final String M3 = "02:00:00:00:00:03";
    static final int FORWARDING = 3;

    static World world(int stateOfThird) {
        World w = new World();
        w.space("n").bridge("br0", 100, "02:00:00:00:00:99");
        for (int i = 1; i <= 3; i++) {
            int state = i == 3 ? stateOfThird : FORWARDING;
            w.space("n").port("p" + i, 10 + i, 20 + i, "02:00:00:00:01:0" + i, 100, state);
            w.space("n/ns" + i)
                    .veth("eth0", 20 + i, 10 + i, "02:00:00:00:00:0" + i)
                    .address("10.0.0." + i + "/24", 20 + i);
        }
        return w;
    }

    private static byte[] oneToTwo() {
        return Frames.echoRequest(M1, M2, "10.0.0.1", "10.0.0.2", 64, 1);
    }

    private static Story in(byte[] f) {
        return new Story().cable(0, "n/ns1/eth0", "n/p1", f);
    }

    static Story flood() {
        byte[] f = oneToTwo();
        return in(f).cable(3, "n/p2", "n/ns2/eth0", f).cable(5, "n/p3", "n/ns3/eth0", f);
    }

    @Test
    void anUnknownAddressGoesToEveryOtherPortAsSeveralCopies() {
        assertThat(flood().toldIn(world(FORWARDING))).isEqualTo("""
            flooded: ICMP echo request 10.0.0.1 → 10.0.0.2, id 7, seq 1
              -1 n/ns1/eth0 out by route (n/ns1 main) 10.0.0.0/24 dev eth0 scope link src 10.0.0.1
              0 n/p1 in by flood (n br0) 02:00:00:00:00:02 not in the table of br0: every other port
              1 n/p2 out by flood (n br0) 02:00:00:00:00:02 not in the table of br0: every other port
              2 n/ns2/eth0 in by local (n/ns2 local) local 10.0.0.2 dev eth0 table local scope host src 10.0.0.2
              1 n/p3 out by flood (n br0) 02:00:00:00:00:02 not in the table of br0: every other port
              4 n/ns3/eth0 in by\s
            """);
    }

    @Test
    void copiesThatCrossInTimeStayOneJourneyWithTheirOwnParents() {
        byte[] f = oneToTwo();
        Story s =
                in(f).out(3, "n/p2", f).out(4, "n/p3", f).in(6, "n/ns3/eth0", f).in(7, "n/ns2/eth0", f);
        assertThat(s.settledIn(world(FORWARDING)).getFirst().hops())
                .extracting(h -> h.parent() + " " + h.port())
                .containsExactly("-1 n/ns1/eth0", "0 n/p1", "1 n/p2", "1 n/p3", "3 n/ns3/eth0", "2 n/ns2/eth0");
    }

    @Test
    void aFloodThatLeftByOnePortOfTwoWasNoFlood() {
        byte[] f = oneToTwo();
        Story s = in(f).cable(3, "n/p2", "n/ns2/eth0", f);
        assertThat(s.toldIn(world(FORWARDING))).isEqualTo("""
            delivered: ICMP echo request 10.0.0.1 → 10.0.0.2, id 7, seq 1
              -1 n/ns1/eth0 out by route (n/ns1 main) 10.0.0.0/24 dev eth0 scope link src 10.0.0.1
              0 n/p1 in by fdb (n br0) unknown: no row for 02:00:00:00:00:02 was seen in the table of br0, \
            yet the frame left by 1 of 2 other ports
              1 n/p2 out by fdb (n br0) unknown: no row for 02:00:00:00:00:02 was seen in the table of br0, \
            yet the frame left by 1 of 2 other ports
              2 n/ns2/eth0 in by local (n/ns2 local) local 10.0.0.2 dev eth0 table local scope host src 10.0.0.2
            """);
    }

    @Test
    void aPortThatSpanningTreeHoldsBackGetsNoCopy() {
        byte[] f = oneToTwo();
        Story s = in(f).cable(3, "n/p2", "n/ns2/eth0", f);
        assertThat(decisions(s, world(1)))
                .containsExactly(
                        "02:00:00:00:00:02 not in the table of br0: every other port",
                        "02:00:00:00:00:02 not in the table of br0: every other port");
    }

    @Test
    void aRowTheFrameDidNotFollowIsNotNamed() {
        World w = world(FORWARDING);
        w.space("n").mac("br0", "p3", M2, false, World.READ);
        byte[] f = oneToTwo();
        assertThat(decisions(in(f).cable(3, "n/p2", "n/ns2/eth0", f), w))
                .containsExactly(
                        "unknown: the table said p3, yet the frame left by p2",
                        "unknown: the table said p3, yet the frame left by p2");
    }

    @Test
    void anAddressThatMovedIsFoundWhereItWasAtThatMoment() {
        World w = world(FORWARDING);
        w.space("n").mac("br0", "p3", M2, false, World.READ);
        byte[] before = Frames.echoRequest(M1, M2, "10.0.0.1", "10.0.0.2", 64, 1);
        byte[] move = Frames.arpRequest(M2, "10.0.0.2", "10.0.0.3");
        byte[] after = Frames.echoRequest(M1, M2, "10.0.0.1", "10.0.0.2", 64, 2);
        Story s = new Story()
                .in(0, "n/p1", before)
                .out(2, "n/p3", before)
                .in(10, "n/p2", move)
                .in(20, "n/p1", after)
                .out(22, "n/p2", after);
        assertThat(decisions(s, w))
                .containsExactly(
                        "02:00:00:00:00:02 dev p3",
                        "02:00:00:00:00:02 dev p3",
                        "ff:ff:ff:ff:ff:ff is broadcast: every other port of br0",
                        "02:00:00:00:00:02 dev p2",
                        "02:00:00:00:00:02 dev p2");
    }

    @Test
    void whatComesInAtABlockedPortGoesNowhere() {
        byte[] f = Frames.echoRequest(M3, M2, "10.0.0.3", "10.0.0.2", 64, 1);
        Story s = new Story().cable(0, "n/ns3/eth0", "n/p3", f);
        assertThat(s.settledIn(world(4)).getFirst().lost().orElseThrow())
                .extracting(l -> l.at() + ": " + l.why() + ": " + l.explanation())
                .isEqualTo("n/p3: stp-blocked: p3 is blocking (spanning tree), so br0 forwards nothing that comes in by"
                        + " it.");
    }

    @Test
    void aFrameToTheBridgeItselfClimbsToItsStack() {
        World w = world(FORWARDING);
        w.space("n").address("10.0.0.254/24", 100).mac("br0", "br0", "02:00:00:00:00:99", true, World.READ);
        byte[] f = Frames.echoRequest(M1, "02:00:00:00:00:99", "10.0.0.1", "10.0.0.254", 64, 1);
        byte[] back = Frames.echoReply("02:00:00:00:00:99", M1, "10.0.0.254", "10.0.0.1", 64, 1);
        Story s = in(f).in(1, "n/br0", f).out(9, "n/br0", back).cable(10, "n/p1", "n/ns1/eth0", back);
        assertThat(s.toldIn(w)).isEqualTo("""
            delivered: ICMP echo request 10.0.0.1 → 10.0.0.254, id 7, seq 1
              -1 n/ns1/eth0 out by route (n/ns1 main) 10.0.0.0/24 dev eth0 scope link src 10.0.0.1
              0 n/p1 in by fdb (n br0) 02:00:00:00:00:99 dev br0 permanent
              1 n/br0 in by local (n local) local 10.0.0.254 dev br0 table local scope host src 10.0.0.254
            delivered: ICMP echo reply 10.0.0.254 → 10.0.0.1, id 7, seq 1
              -1 n/br0 out by route (n main) 10.0.0.0/24 dev br0 scope link src 10.0.0.254
              0 n/p1 out by fdb (n br0) 02:00:00:00:00:01 dev p1
              1 n/ns1/eth0 in by local (n/ns1 local) local 10.0.0.1 dev eth0 table local scope host src 10.0.0.1
            """);
    }

    private static List<String> decisions(Story s, World w) {
        return s.settledIn(w).stream()
                .flatMap(j -> j.hops().stream())
                .flatMap(h -> h.decisions().stream())
                .filter(d -> d.kind() == Decision.Kind.FDB || d.kind() == Decision.Kind.FLOOD)
                .map(Decision::row)
                .toList();
    }
}
