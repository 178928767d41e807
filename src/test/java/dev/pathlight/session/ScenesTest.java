package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each scene of the lecture on the real kernel: an independent tcpdump sees the same hops, and the rows are the lecture's. */
class ScenesTest {
    /**
     * @param ttls of the request as each interface saw it first, without repetition
     * @param routes that decided the request's way, then the reply's, as the lecture's comments point at them
     */
    record Scene(String file, String from, String to, List<Integer> ttls, List<String> request, List<String> reply) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Scene> scenes() {
        return Stream.concat(
                Stream.of(
                        onOneLink("veth-pair", link("10.1.1", "veth0", 2), link("10.1.1", "veth1", 3)),
                        onOneLink("veth-pair-ipv6", link6(1, "veth0"), link6(1, "veth1")),
                        onOneLink("bridge", link("10.1.1", "veth0", 2), link("10.1.1", "veth1", 3)),
                        onOneLink("bridge-ipv6", link6(1, "veth0"), link6(1, "veth1")),
                        new Scene(
                                "bridge-pods",
                                "cni-svtwf",
                                "cc",
                                List.of(64),
                                List.of(link("10.244.1", "eth0", 7)),
                                List.of(link("10.244.1", "eth0", 10)))),
                routed());
    }

    private static Scene onOneLink(String file, String request, String reply) {
        return new Scene(file, "ns1", "ns2", List.of(64), List.of(request), List.of(reply));
    }

    private static Stream<Scene> routed() {
        return Stream.of(
                new Scene(
                        "kernel-forwarding",
                        "ns1",
                        "ns2",
                        List.of(64, 63),
                        List.of("10.1.2.0/24 via 10.1.1.1 dev v1", link("10.1.2", "v2_r", 1)),
                        List.of("10.1.1.0/24 via 10.1.2.1 dev v2", link("10.1.1", "v1_r", 1))),
                new Scene(
                        "kernel-forwarding-ipv6",
                        "ns1",
                        "ns2",
                        List.of(64, 63),
                        List.of("fd00:10:1:2::/64 via fd00:10:1:1::1 dev v1 metric 1024", link6(2, "v2_r")),
                        List.of("fd00:10:1:1::/64 via fd00:10:1:2::1 dev v2 metric 1024", link6(1, "v1_r"))),
                new Scene(
                        "docker-two-hosts",
                        "c1",
                        "c2",
                        List.of(64, 63, 62),
                        List.of(
                                "default via 172.17.0.1 dev eth0",
                                "172.18.0.0/16 via 172.12.1.12 dev ens33",
                                "172.18.0.0/16 dev br-f858947429bb scope link src 172.18.0.1"),
                        List.of(
                                "default via 172.18.0.1 dev eth0",
                                "172.17.0.0/16 via 172.12.1.11 dev ens33",
                                "172.17.0.0/16 dev docker0 scope link src 172.17.0.1")),
                new Scene(
                        "flannel-host-gw",
                        "cni-vmntp",
                        "cni-b9kmz",
                        List.of(64, 63, 62),
                        List.of(
                                "10.244.0.0/16 via 10.244.0.1 dev eth0",
                                "10.244.1.0/24 via 172.12.1.12 dev ens33",
                                link("10.244.1", "cni0", 1)),
                        List.of(
                                "10.244.0.0/16 via 10.244.1.1 dev eth0",
                                "10.244.0.0/24 via 172.12.1.11 dev ens33",
                                link("10.244.0", "cni0", 1))),
                new Scene(
                        "flannel-vxlan",
                        "cni-vmntp",
                        "cni-b9kmz",
                        List.of(64, 63, 62),
                        List.of(
                                "10.244.0.0/16 via 10.244.0.1 dev eth0",
                                "10.244.1.0/24 via 10.244.1.0 dev flannel.1",
                                link("172.12.1", "ens33", 11),
                                link("10.244.1", "cni0", 1)),
                        List.of(
                                "10.244.0.0/16 via 10.244.1.1 dev eth0",
                                "10.244.0.0/24 via 10.244.0.0 dev flannel.1",
                                link("172.12.1", "ens33", 12),
                                link("10.244.0", "cni0", 1))));
    }

    private static String link(String net, String device, int host) {
        return "%s.0/24 dev %s scope link src %s.%d".formatted(net, device, net, host);
    }

    private static String link6(int net, String device) {
        return "fd00:10:1:%d::/64 dev %s metric 256".formatted(net, device);
    }

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    /** linux/if_addr.h. */
    private static final int IFA_F_TENTATIVE = 0x40;

    @ParameterizedTest
    @MethodSource("scenes")
    void aScenesPingTakesTheHopsThatTcpdumpSeesByTheRowsOfTheLecture(Scene scene) throws Exception {
        try (Lecture lecture = Lecture.shipped(scene.file)) {
            rowsAndTtls(lecture, scene);
            try (Witness witness = Witness.of(lecture)) {
                assertThat(ping(lecture, scene, 2)).isInstanceOf(PingReply.Answered.class);
                List<String> told = new ArrayList<>();
                lecture.echoes(2).forEach(j -> told.addAll(Witness.words(j)));
                assertThat(told).isEqualTo(witness.saw(told.size()));
            }
            // Nobody has changed anything by hand.
            assertThat(lecture.session.drifts(List.of())).isEmpty();
        }
    }

    /** Until its own addresses are settled, which takes a busy kernel a moment, a router asks for no IPv6 neighbour. */
    private static void settle(Lecture lecture) throws InterruptedException {
        for (SpaceId space : lecture.spaces()) {
            lecture.await(space, s -> s.addresses().stream().noneMatch(a -> (a.flags() & IFA_F_TENTATIVE) != 0));
        }
    }

    private static void rowsAndTtls(Lecture lecture, Scene scene) throws Exception {
        if (scene.file.endsWith("-ipv6")) {
            settle(lecture);
        }
        assertThat(ping(lecture, scene, 1)).isInstanceOf(PingReply.Answered.class);
        List<Journey> echoes = lecture.echoes(1);

        assertThat(echoes)
                .extracting(Journey::outcome)
                .containsOnly(Journey.Outcome.DELIVERED)
                .hasSize(2);
        assertThat(routes(echoes.getFirst())).isEqualTo(scene.request);
        assertThat(routes(echoes.getLast())).isEqualTo(scene.reply);
        assertThat(echoes)
                .allSatisfy(j -> assertThat(j.hops().stream()
                                .map(h -> h.ttl().orElseThrow())
                                .distinct())
                        .isEqualTo(scene.ttls));
        assertThat(echoes).allMatch(j -> j.missing().isEmpty());
    }

    private static PingReply ping(Lecture lecture, Scene scene, int sequence) throws Exception {
        SpaceId from = lecture.space(scene.from);
        IpAddress to = lecture.session.addressOf(lecture.space(scene.to), from).orElseThrow();
        return lecture.session.ping(from, to, sequence);
    }

    private static List<String> routes(Journey j) {
        return j.hops().stream()
                .flatMap(h -> h.decisions().stream())
                .filter(d -> d.kind() == Decision.Kind.ROUTE)
                .map(Decision::row)
                .distinct()
                .toList();
    }

    @Test
    void theStaticRouteStandsBeforeTheConnectedOneInTheKernelAndInThePlan() throws Exception {
        try (Lecture lecture = Lecture.shipped("docker-two-hosts")) {
            String kernel = lecture.exec(lecture.space("k8s-2"), "ip", "route", "show", "172.17.0.0/16");

            assertThat(kernel.lines().map(l -> l.split(" (proto|scope) ")[0].strip()))
                    .containsExactly("172.17.0.0/16 via 172.12.1.11 dev ens33", "172.17.0.0/16 dev docker0");
            assertThat(lecture.state(lecture.space("k8s-2")).routes().stream()
                            .filter(r -> r.destination().toString().equals("172.17.0.0/16"))
                            .map(r -> r.gateway().isPresent()))
                    .containsExactly(true, false);
        }
    }
}
