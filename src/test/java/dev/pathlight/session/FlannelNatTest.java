package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.CallRequest;
import dev.pathlight.machine.CallRequest.Protocol;
import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flanneld's --ip-masq and the plugin portmap do to packets, on the real kernel. */
class FlannelNatTest {
    private static final SpaceId POD = SpaceId.parse("k8s-1/cni-vmntp");
    private static final SpaceId WEB = SpaceId.parse("k8s-2/cni-b9kmz");
    private static final SpaceId NODE = SpaceId.parse("k8s-1");
    private static final SpaceId OTHER_NODE = SpaceId.parse("k8s-2");
    private static final SpaceId GATEWAY = SpaceId.parse("gateway");
    private static final IpAddress OUTSIDE = IpAddress.parse("172.12.1.2");
    private static final IpAddress WEB_ADDRESS = IpAddress.parse("10.244.1.6");
    private static final IpAddress OTHER_NODES = IpAddress.parse("172.12.1.12");
    private static final String MASQUERADE =
            "ip saddr 10.244.0.0/16 ip daddr != 10.244.0.0/16 ip daddr != 224.0.0.0/4 counter masquerade";
    private static final String HOST_PORT = "fib daddr type local tcp dport 8080 counter dnat ip to 10.244.1.6:80";

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flannel-host-gw", "flannel-vxlan"})
    void aPodIsItsNodeOutsideAndItselfToPodsAndItsHostPortLeadsToIt(String scene) throws Exception {
        try (Lecture lecture = Lecture.shipped(scene)) {
            bridgesLeaveFramesToThemselves(lecture);
            outside(lecture);
            toThePodOnTheOtherNode(lecture);
            // From outside, from a pod on another node, from the node itself, and from the pod itself (hairpin).
            hostPort(lecture, GATEWAY, List.of("k8s-2/ens33 in: " + HOST_PORT));
            hostPort(lecture, POD, List.of("k8s-1/ens33 out: " + MASQUERADE, "k8s-2/ens33 in: " + HOST_PORT));
            hostPort(lecture, OTHER_NODE, List.of("k8s-2/cni0 out: ip daddr != 127.0.0.0/8 " + HOST_PORT));
            hostPort(lecture, WEB, List.of("k8s-2/cni0 in: " + HOST_PORT, "k8s-2/cni0 out: ip saddr 10.244.1.0/24"));
        }
    }

    /** Where they call the IP hooks by themselves, a frame is translated and turned round without being routed. */
    private static void bridgesLeaveFramesToThemselves(Lecture lecture) throws Exception {
        for (SpaceId node : List.of(NODE, OTHER_NODE)) {
            String off = "f=/proc/sys/net/bridge/bridge-nf-call-iptables; if [ -e $f ]; then echo 0 > $f; fi";
            lecture.exec(node, "sh", "-c", off);
        }
    }

    private static void outside(Lecture lecture) throws Exception {
        assertThat(lecture.session.ping(POD, OUTSIDE, 1)).isInstanceOf(PingReply.Answered.class);
        List<Journey> echoes = lecture.echoes(1);
        assertThat(echoes)
                .extracting(Journey::outcome)
                .containsExactly(Journey.Outcome.DELIVERED, Journey.Outcome.DELIVERED);
        assertThat(nat(echoes.getFirst())).containsExactly("k8s-1/ens33 out: " + MASQUERADE);
        assertThat(nat(echoes.getLast())).singleElement().asString().startsWith("k8s-1/ens33 in: icmp src=10.244.0.3");
        assertThat(echoes).allMatch(j -> j.missing().isEmpty());
    }

    private static void toThePodOnTheOtherNode(Lecture lecture) throws Exception {
        assertThat(lecture.session.ping(POD, WEB_ADDRESS, 2)).isInstanceOf(PingReply.Answered.class);
        assertThat(lecture.echoes(2)).hasSize(2).allSatisfy(j -> {
            assertThat(j.outcome()).isEqualTo(Journey.Outcome.DELIVERED);
            assertThat(nat(j)).isEmpty();
        });
    }

    private static void hostPort(Lecture lecture, SpaceId from, List<String> rules) throws Exception {
        long before = last(lecture);
        CallReply reply = lecture.session.call(from, new CallRequest(Protocol.HTTP, OTHER_NODES, 8080, 10_000));
        assertThat(reply).as("from %s", from).isInstanceOf(CallReply.Answered.class);
        List<Journey> since = lecture.session.journeys().stream()
                .filter(j -> j.id() > before && j.protocol().equals("tcp"))
                .toList();
        Journey syn = since.stream()
                .filter(j -> j.what().contains("SYN") && !j.what().contains("ACK"))
                .findFirst()
                .orElseThrow();

        assertThat(syn.outcome()).isEqualTo(Journey.Outcome.DELIVERED);
        assertThat(syn.hops().getFirst().port().space()).isEqualTo(from);
        assertThat(syn.hops().getLast().port().space()).isEqualTo(WEB);
        assertThat(nat(syn)).as("from %s", from).hasSameSizeAs(rules);
        for (int i = 0; i < rules.size(); i++) {
            assertThat(nat(syn).get(i)).startsWith(rules.get(i));
        }
        assertThat(since)
                .allMatch(
                        j -> j.outcome() != Journey.Outcome.LOST && j.missing().isEmpty());
    }

    private static long last(Lecture lecture) {
        return lecture.session.journeys().stream().mapToLong(Journey::id).max().orElse(0);
    }

    private static List<String> nat(Journey j) {
        return j.hops().stream()
                .flatMap(h -> h.decisions().stream()
                        .filter(d -> d.kind() == Decision.Kind.NAT)
                        .map(d -> h.port() + " " + h.direction().name().toLowerCase(java.util.Locale.ROOT) + ": "
                                + d.row()))
                .toList();
    }
}
