package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Docker's NAT on the real kernel: a packet keeps its journey where its addresses change, by the rule that changed them. */
class NatTest {
    private static final SpaceId HOST = SpaceId.parse("docker-host");
    private static final SpaceId C1 = SpaceId.parse("docker-host/c1");
    private static final IpAddress OUTSIDE = IpAddress.parse("172.12.1.20");
    private static final String PUBLISHED = "fib daddr type local tcp dport 8080 counter dnat ip to 172.17.0.2:80";

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @Test
    void aMasqueradedPingIsOneJourneyEachWayOverTheHopsThatTcpdumpSees() throws Exception {
        try (Lecture lecture = Lecture.shipped("docker-nat")) {
            assertThat(lecture.session.ping(C1, OUTSIDE, 1)).isInstanceOf(PingReply.Answered.class);
            List<Journey> first = lecture.echoes(1);
            assertThat(first)
                    .extracting(Journey::outcome)
                    .containsExactly(Journey.Outcome.DELIVERED, Journey.Outcome.DELIVERED);
            assertThat(nat(first.getFirst()))
                    .containsExactly(
                            "docker-host/ens33 out: ip saddr 172.17.0.0/16 oifname != \"docker0\" counter masquerade");
            assertThat(nat(first.getLast()))
                    .singleElement()
                    .asString()
                    .startsWith("docker-host/ens33 in: icmp src=172.17.0.2");
            assertThat(first).allMatch(j -> j.missing().isEmpty());
            lecture.await(
                    HOST,
                    s -> s.filters().rules().stream().anyMatch(r -> r.text().contains("oifname") && r.packets() == 1));

            try (Witness witness = Witness.of(lecture)) {
                assertThat(lecture.session.ping(C1, OUTSIDE, 2)).isInstanceOf(PingReply.Answered.class);
                List<String> told = new ArrayList<>();
                lecture.echoes(2).forEach(j -> told.addAll(Witness.words(j)));
                assertThat(told).hasSize(10).isEqualTo(witness.saw(told.size()));
            }
            anErrorAboutATranslatedPacketGoesBackToItsSender(lecture);
        }
    }

    /** Nobody listens on that port outside: the error quotes the packet as it left the host. */
    private static void anErrorAboutATranslatedPacketGoesBackToItsSender(Lecture lecture) throws Exception {
        lecture.exec(C1, "bash", "-c", "echo x > /dev/udp/172.12.1.20/9");
        lecture.await(HOST, s -> lecture.session.journeys().stream().anyMatch(j -> isError(j) && j.settled()));
        List<Journey> errors =
                lecture.session.journeys().stream().filter(NatTest::isError).toList();

        assertThat(errors).singleElement().satisfies(j -> {
            assertThat(j.outcome()).isEqualTo(Journey.Outcome.DELIVERED);
            assertThat(j.hops().stream().map(NatTest::at))
                    .containsExactly(
                            "outside/ens33 out",
                            "docker-host/ens33 in",
                            "docker-host/docker0 out",
                            "docker-host/veth-c1 out",
                            "docker-host/c1/eth0 in");
            assertThat(nat(j)).singleElement().asString().startsWith("docker-host/ens33 in: udp src=172.17.0.2");
        });
    }

    private static boolean isError(Journey j) {
        return j.what().contains("port unreachable");
    }

    /** Who asks for the published port: somebody outside, the host itself, the container itself. */
    @ParameterizedTest
    @CsvSource({
        "outside, docker-host/ens33 in",
        "docker-host, docker-host/docker0 out",
        "docker-host/c1, docker-host/docker0 in"
    })
    void aPublishedPortLeadsToTheContainerByItsRule(String from, String where) throws Exception {
        try (Lecture lecture = Lecture.shipped("docker-nat")) {
            assumeTrue(lecture.has("bash"), "bash is not installed: nobody to connect");
            bridgesCallIpHooks(lecture, false);
            String answer = lecture.exec(
                    SpaceId.parse(from),
                    "bash",
                    "-c",
                    "exec 3<>/dev/tcp/172.12.1.11/8080; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3");
            assertThat(answer).startsWith("HTTP/1");
            lecture.await(HOST, s -> lecture.session.journeys().stream().anyMatch(j -> isSyn(j) && j.settled()));
            Journey syn = lecture.session.journeys().stream()
                    .filter(NatTest::isSyn)
                    .findFirst()
                    .orElseThrow();

            assertThat(syn.outcome()).isEqualTo(Journey.Outcome.DELIVERED);
            assertThat(syn.hops().getLast().port().space()).isEqualTo(C1);
            assertThat(nat(syn).getFirst()).startsWith(where + ": ").endsWith(PUBLISHED);
            assertThat(lecture.session.journeys().stream()
                            .filter(j -> j.protocol().equals("tcp")))
                    .allMatch(j ->
                            j.outcome() != Journey.Outcome.LOST && j.missing().isEmpty());
            assertThat(lecture.state(HOST).filters().connections()).isNotEmpty();
            if (from.equals("docker-host/c1") && bridgesCallIpHooks(lecture, true)) {
                aFrameThatItsBridgeTurnsRoundKeepsItsJourney(lecture);
            }
        }
    }

    /** As Docker sets it: a frame is translated by the bridge and turned round without being routed. */
    private static void aFrameThatItsBridgeTurnsRoundKeepsItsJourney(Lecture lecture) throws Exception {
        List<Long> before = lecture.session.journeys().stream().map(Journey::id).toList();
        lecture.exec(C1, "bash", "-c", "exec 3<>/dev/tcp/172.12.1.11/8080");
        lecture.await(
                HOST,
                s -> lecture.session.journeys().stream()
                        .anyMatch(j -> isSyn(j) && j.settled() && !before.contains(j.id())));
        Journey syn = lecture.session.journeys().stream()
                .filter(j -> isSyn(j) && !before.contains(j.id()))
                .findFirst()
                .orElseThrow();

        assertThat(syn.hops().stream().map(NatTest::at))
                .containsExactly(
                        "docker-host/c1/eth0 out",
                        "docker-host/veth-c1 in",
                        "docker-host/veth-c1 out",
                        "docker-host/c1/eth0 in");
        assertThat(syn.outcome()).isEqualTo(Journey.Outcome.DELIVERED);
        assertThat(nat(syn).getFirst()).startsWith("docker-host/veth-c1 in: ").endsWith(PUBLISHED);
        assertThat(nat(syn).getLast()).startsWith("docker-host/veth-c1 out: ").endsWith("masquerade");
    }

    /** False where this kernel's bridges cannot. */
    private static boolean bridgesCallIpHooks(Lecture lecture, boolean on) throws Exception {
        String said = lecture.exec(
                HOST,
                "sh",
                "-c",
                "f=/proc/sys/net/bridge/bridge-nf-call-iptables; if [ -w $f ]; then echo " + (on ? 1 : 0)
                        + " > $f && cat $f; fi");
        if (said.isBlank()) {
            System.err.println("NatTest: no bridge-nf-call-iptables on this kernel: no frame is turned round");
        }
        return !said.isBlank();
    }

    private static boolean isSyn(Journey j) {
        return j.protocol().equals("tcp")
                && j.what().contains("SYN")
                && !j.what().contains("ACK");
    }

    private static List<String> nat(Journey j) {
        return j.hops().stream()
                .flatMap(h -> h.decisions().stream()
                        .filter(d -> d.kind() == Decision.Kind.NAT)
                        .map(d -> at(h) + ": " + d.row()))
                .toList();
    }

    private static String at(Hop h) {
        return h.port() + " " + h.direction().name().toLowerCase(java.util.Locale.ROOT);
    }
}
