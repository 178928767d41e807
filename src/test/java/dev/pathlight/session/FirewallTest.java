package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a firewall drops on the real kernel, its rules drawn or typed behind our back: the very rule is named. */
class FirewallTest {
    private static final IpAddress NS2 = IpAddress.parse("10.1.2.2");

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @Test
    void aDrawnRuleThatDropsIsNamed() throws Exception {
        try (Lecture lecture = Lecture.shipped("kernel-forwarding-firewall-drop")) {
            Journey.Lost lost = ping(lecture, 1);

            assertThat(lost.at()).isEqualTo("this/v1_r");
            assertThat(lost.why()).isEqualTo("filtered");
            assertThat(lost.row())
                    .contains(new Decision(
                            Decision.Kind.RULE,
                            Lecture.THIS,
                            "inet pathlight forward",
                            "ip saddr 10.1.1.0/24 ip daddr 10.1.2.0/24 counter drop comment \"no way through\""));
        }
    }

    /** Each is one that a student types; the table's name ends in the case's number. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        this     | forward | accept | ip saddr 10.1.1.2 counter drop           | this/v1_r
        this     | forward | drop   |                                          | this/v1_r
        this     | forward | accept | icmp type echo-request reject            | this/v1_r
        this     | prerouting | accept | iifname "v1_r" drop                   | this/v1_r
        this/ns2 | input   | accept | icmp type echo-request drop comment "no" | this/ns2/v2
        this/ns1 | output  | accept | ip daddr 10.1.2.0/24 drop                | this/ns1/v1
        this/ns2 | output  | accept | icmp type echo-reply counter drop        | this/ns2/v2
        this/ns1 | input   | accept | icmp type echo-reply drop                | this/ns1/v1
        """)
    void aTypedRuleThatDropsIsNamedWhereItStands(String space, String hook, String policy, String rule, String at)
            throws Exception {
        try (Lecture lecture = Lecture.shipped("kernel-forwarding")) {
            assumeTrue(lecture.has("nft"), "nft is not installed: nobody can type a rule");
            String statement = rule == null ? "" : rule;
            SpaceId there = SpaceId.parse(space);
            assertThat(lecture.session.ping(Lecture.NS1, NS2, 1)).isInstanceOf(PingReply.Answered.class);
            lecture.exec(
                    there,
                    "nft",
                    "table ip typed { chain c { type filter hook " + hook + " priority 0; policy " + policy + "; "
                            + statement + "; }; }");
            lecture.await(there, s -> !s.filters().chains().isEmpty());

            Journey.Lost lost = ping(lecture, 2);

            assertThat(lost.why()).as(lost.explanation().toString()).isEqualTo("filtered");
            assertThat(lost.at()).isEqualTo(at);
            String named = statement.isEmpty() ? "type filter hook " + hook + " policy drop" : statement;
            assertThat(lost.row()).contains(new Decision(Decision.Kind.RULE, there, "ip typed c", named));
        }
    }

    @Test
    void packetsAreFollowedOnlyWhereThereAreChains() throws Exception {
        try (Lecture lecture = Lecture.shipped("kernel-forwarding")) {
            assumeTrue(lecture.has("nft"), "nft is not installed: nobody can type a rule");
            lecture.exec(Lecture.THIS, "nft", "table ip typed { chain c { type filter hook input priority 0; }; }");
            lecture.await(Lecture.THIS, s -> rules(lecture).contains("pathlight-trace"));
            aRuleThatLetsAPacketPassIsNamedBesideItsRoute(lecture);
            lecture.exec(Lecture.THIS, "nft", "delete table ip typed");
            lecture.await(Lecture.THIS, s -> rules(lecture).isEmpty());
        }
    }

    private static void aRuleThatLetsAPacketPassIsNamedBesideItsRoute(Lecture lecture) throws Exception {
        lecture.exec(
                Lecture.THIS,
                "nft",
                "add chain ip typed f { type filter hook forward priority 0; policy drop; };"
                        + " add rule ip typed f ip protocol icmp counter accept");
        lecture.await(Lecture.THIS, s -> s.filters().chains().size() == 2);
        assertThat(lecture.session.ping(Lecture.NS1, NS2, 1)).isInstanceOf(PingReply.Answered.class);
        lecture.await(Lecture.THIS, s -> s.filters().rules().stream().anyMatch(r -> r.packets() == 2));
        assertThat(lecture.echoes(1))
                .allSatisfy(j -> assertThat(j.hops().stream()
                                .flatMap(h -> h.decisions().stream())
                                .filter(d -> d.kind() == Decision.Kind.RULE))
                        .containsExactly(new Decision(
                                Decision.Kind.RULE, Lecture.THIS, "ip typed f", "ip protocol icmp counter accept")));
    }

    private static String rules(Lecture lecture) {
        try {
            return lecture.exec(Lecture.THIS, "nft", "list ruleset");
        } catch (dev.pathlight.machine.MachineLost e) {
            throw new AssertionError(e);
        }
    }

    /** What became of a ping from ns1 to ns2 that somebody drops. */
    private static Journey.Lost ping(Lecture lecture, int sequence) throws Exception {
        assertThat(lecture.session.ping(Lecture.NS1, NS2, sequence)).isNotInstanceOf(PingReply.Answered.class);
        return lecture.session.journeys().stream()
                .filter(j -> j.what().contains("echo") && j.what().endsWith("seq " + sequence))
                .flatMap(j -> j.lost().stream())
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
