package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Section 2 of the lecture: ns1 and ns2 on one bridge. */
final class BridgeLectureTest {
    private static final String NS1 = "1a:7e:30:46:72:11";
    private static final String NS2 = "06:b5:78:d9:7b:75";
    private static final String A = "this/ns1/veth0";
    private static final String A_PORT = "this/br-veth0";
    private static final String B_PORT = "this/br-veth1";
    private static final String B = "this/ns2/veth1";
    private static final String BR0 = "this/br0";

    static World world() {
        World w = new World();
        w.space("this")
                .bridge("br0", 10, "8e:49:5e:f4:98:dd")
                .port("br-veth0", 2, 3, "8e:49:5e:f4:98:dd", 10, 3)
                .port("br-veth1", 4, 5, "ca:b6:7e:06:c2:bf", 10, 3)
                .mac("br0", "br-veth0", "8e:49:5e:f4:98:dd", true, World.READ)
                .mac("br0", "br-veth1", "ca:b6:7e:06:c2:bf", true, World.READ);
        w.space("this/ns1").veth("veth0", 3, 2, NS1).address("10.1.1.2/24", 3);
        w.space("this/ns2").veth("veth1", 5, 4, NS2).address("10.1.1.3/24", 5);
        return w;
    }

    private static Story request(Story s, long at, int sequence) {
        byte[] f = Frames.echoRequest(NS1, NS2, "10.1.1.2", "10.1.1.3", 64, sequence);
        return s.cable(at, A, A_PORT, f).cable(at + 5, B_PORT, B, f);
    }

    private static Story reply(Story s, long at, int sequence) {
        byte[] f = Frames.echoReply(NS2, NS1, "10.1.1.3", "10.1.1.2", 64, sequence);
        return s.cable(at, B, B_PORT, f).cable(at + 5, A_PORT, A, f);
    }

    /** One ping between namespaces that know each other. */
    static Story warm() {
        return reply(request(new Story(), 0, 1), 40, 1);
    }

    static Story cold() {
        byte[] who = Frames.arpRequest(NS1, "10.1.1.2", "10.1.1.3");
        byte[] here = Frames.arpReply(NS2, "10.1.1.3", NS1, "10.1.1.2");
        Story s = new Story()
                .cable(0, A, A_PORT, who)
                .in(1, BR0, who)
                .cable(4, B_PORT, B, who)
                .cable(10, B, B_PORT, here)
                .cable(14, A_PORT, A, here);
        return reply(request(s, 20, 1), 40, 1);
    }

    @Test
    void theFirstPingAsksFloodsLearnsAndIsAnswered() {
        assertThat(cold().toldIn(world())).isEqualTo("""
            flooded: ARP who has 10.1.1.3? tell 10.1.1.2
              -1 this/ns1/veth0 out by neighbour (this/ns1) 10.1.1.3 dev veth0: no entry, so ask
              0 this/br-veth0 in by flood (this br0) ff:ff:ff:ff:ff:ff is broadcast: every other port of br0
              1 this/br0 in by local (this br0) ff:ff:ff:ff:ff:ff is broadcast: the own stack of br0 hears it too
              1 this/br-veth1 out by flood (this br0) ff:ff:ff:ff:ff:ff is broadcast: every other port of br0
              3 this/ns2/veth1 in by local (this/ns2 local) local 10.1.1.3 dev veth1 table local scope host src 10.1.1.3
            delivered: ARP 10.1.1.3 is at 06:b5:78:d9:7b:75
              -1 this/ns2/veth1 out by local (this/ns2 local) local 10.1.1.3 dev veth1 table local scope host src 10.1.1.3
              0 this/br-veth1 in by fdb (this br0) 1a:7e:30:46:72:11 dev br-veth0
              1 this/br-veth0 out by fdb (this br0) 1a:7e:30:46:72:11 dev br-veth0
              2 this/ns1/veth0 in by local (this/ns1 local) local 10.1.1.2 dev veth0 table local scope host src 10.1.1.2
            delivered: ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1
              -1 this/ns1/veth0 out by route (this/ns1 main) 10.1.1.0/24 dev veth0 scope link src 10.1.1.2 \
            and neighbour (this/ns1) 10.1.1.3 dev veth0 lladdr 06:b5:78:d9:7b:75 REACHABLE
              0 this/br-veth0 in by fdb (this br0) 06:b5:78:d9:7b:75 dev br-veth1
              1 this/br-veth1 out by fdb (this br0) 06:b5:78:d9:7b:75 dev br-veth1
              2 this/ns2/veth1 in by local (this/ns2 local) local 10.1.1.3 dev veth1 table local scope host src 10.1.1.3
            delivered: ICMP echo reply 10.1.1.3 → 10.1.1.2, id 7, seq 1
              -1 this/ns2/veth1 out by route (this/ns2 main) 10.1.1.0/24 dev veth1 scope link src 10.1.1.3 \
            and neighbour (this/ns2) 10.1.1.2 dev veth1 lladdr 1a:7e:30:46:72:11 STALE
              0 this/br-veth1 in by fdb (this br0) 1a:7e:30:46:72:11 dev br-veth0
              1 this/br-veth0 out by fdb (this br0) 1a:7e:30:46:72:11 dev br-veth0
              2 this/ns1/veth0 in by local (this/ns1 local) local 10.1.1.2 dev veth0 table local scope host src 10.1.1.2
            """);
    }

    @Test
    void aUnicastToAnAddressNotLearnedYetIsAFloodOfOneCopy() {
        World w = world();
        w.space("this/ns1").neighbour("10.1.1.3", NS2, 3, 0x80);
        assertThat(request(new Story(), 0, 1).toldIn(w)).isEqualTo("""
            delivered: ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1
              -1 this/ns1/veth0 out by route (this/ns1 main) 10.1.1.0/24 dev veth0 scope link src 10.1.1.2 \
            and neighbour (this/ns1) 10.1.1.3 dev veth0 lladdr 06:b5:78:d9:7b:75 PERMANENT
              0 this/br-veth0 in by flood (this br0) 06:b5:78:d9:7b:75 not in the table of br0: every other port
              1 this/br-veth1 out by flood (this br0) 06:b5:78:d9:7b:75 not in the table of br0: every other port
              2 this/ns2/veth1 in by local (this/ns2 local) local 10.1.1.3 dev veth1 table local scope host src 10.1.1.3
            """);
    }
}
