package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static dev.pathlight.session.Lecture.NS2;
import static dev.pathlight.session.Lecture.THIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pings that come to nothing, on the real kernel: the request or the reply that was never sent is told, and why. */
class UnansweredTest {
    private static final IpAddress FAR = IpAddress.parse("10.1.1.200");
    private static final IpAddress NEAR = IpAddress.parse("10.1.1.3");

    /** ns2 thinks its network is half as wide as ns1 does. */
    private static final String NARROW = """
        {"version": 1, "name": "narrow", "nodes": [{"name": "this",
         "interfaces": [{"name": "p1"}, {"name": "p2"}], "bridges": [{"name": "br0", "ports": ["p1", "p2"]}],
         "sysctls": {"ipv6.conf.default.disable_ipv6": 1}, "namespaces": [
          {"name": "ns1", "interfaces": [{"name": "veth0", "addresses": ["10.1.1.2/24"]}],
           "sysctls": {"ipv6.conf.default.disable_ipv6": 1}},
          {"name": "ns2", "interfaces": [{"name": "veth1", "addresses": ["10.1.1.200/25"]}],
           "sysctls": {"ipv6.conf.default.disable_ipv6": 1}}]}],
         "cables": [{"ends": ["this/ns1/veth0", "this/p1"]}, {"ends": ["this/ns2/veth1", "this/p2"]}]}
        """;

    private Optional<Lecture> running = Optional.empty();

    @BeforeEach
    void assumePossible() {
        Sandboxed.assumePossible();
    }

    @AfterEach
    void stop() {
        running.ifPresent(Lecture::close);
    }

    private Lecture run(Lecture lecture) {
        running = Optional.of(lecture);
        return lecture;
    }

    @Test
    void aReplyThatItsSenderHasNoRouteForIsAJourneyLostThere() throws Exception {
        Lecture lecture = run(Lecture.of(NARROW));

        assertThat(lecture.session.ping(NS1, FAR, 1)).isInstanceOf(PingReply.Silence.class);
        assertThat(told(lecture, 1))
                .containsExactly(
                        "echo request 10.1.1.2 → 10.1.1.200: DELIVERED",
                        "echo reply 10.1.1.200 → 10.1.1.2: lost at this/ns2: no-route: The request arrived, its reply "
                                + "did not: ns2 has no route to 10.1.1.2, so it could not answer.");
    }

    @Test
    void aReplyThatARouteForbidsNamesTheRow() throws Exception {
        Lecture lecture = run(Lecture.of(NARROW));
        lecture.exec(NS2, "ip", "route", "add", "unreachable", "10.1.1.0/25");
        lecture.await(NS2, s -> s.routes().stream().anyMatch(r -> r.type() == 7));
        lecture.session.ping(NS1, FAR, 1);

        assertThat(told(lecture, 1).getLast())
                .isEqualTo(
                        "echo reply 10.1.1.200 → 10.1.1.2: lost at this/ns2: no-route: The request arrived, its reply"
                            + " did not: A route of ns2 says that 10.1.1.2 is unreachable: unreachable 10.1.1.0/25, so"
                            + " it could not answer.");
        assertThat(lost(lecture, 1).row().orElseThrow().row()).isEqualTo("unreachable 10.1.1.0/25");
    }

    @Test
    void aReplyWhoseNextHopDoesNotAnswerIsLostForWantOfANeighbour() throws Exception {
        Lecture lecture = run(Lecture.of(NARROW));
        lecture.exec(NS2, "ip", "route", "add", "default", "via", "10.1.1.254");
        lecture.await(NS2, UnansweredTest::hasDefault);
        lecture.session.ping(NS1, FAR, 1);

        assertThat(lost(lecture, 1).at()).isEqualTo("this/ns2/veth1");
        assertThat(lost(lecture, 1).why()).isEqualTo("no-neighbour");
    }

    @Test
    void aReceiverThatIgnoresEchoesIsSaidToHaveARouteAndNothingIsGuessed() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.exec(NS2, "sysctl", "-w", "net.ipv4.icmp_echo_ignore_all=1");
        lecture.session.ping(NS1, NEAR, 1);

        assertThat(told(lecture, 1).getLast())
                .isEqualTo(
                        "echo reply 10.1.1.3 → 10.1.1.2: lost at this/ns2/veth1: unknown: ns2 got the request, and no"
                            + " reply was seen to leave it. ns2 has a route for it (10.1.1.0/24 dev veth1 scope link"
                            + " src 10.1.1.3), the link is up, and no neighbour failed to answer. It may be told to"
                            + " ignore echoes, or a filter dropped the one or the other.");
    }

    @Test
    void aRequestWithoutARouteIsLostInItsOwnStackAtNoInterface() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.session.ping(NS1, IpAddress.parse("10.9.9.9"), 1);

        assertThat(told(lecture, 1))
                .containsExactly(
                        "echo request ns1 → 10.9.9.9: lost at this/ns1: no-route: ns1 has no route to 10.9.9.9, "
                                + "so it sent nothing.");
        assertThat(lost(lecture, 1).port()).isEmpty();
    }

    @Test
    void aRequestThatARouteForbidsNamesTheRow() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.exec(NS1, "ip", "route", "add", "prohibit", "10.8.0.0/16");
        lecture.await(NS1, s -> s.routes().stream().anyMatch(r -> r.type() == 8));
        lecture.session.ping(NS1, IpAddress.parse("10.8.1.1"), 1);

        assertThat(told(lecture, 1))
                .containsExactly("echo request ns1 → 10.8.1.1: lost at this/ns1: no-route: A route of ns1 prohibits "
                        + "sending to 10.8.1.1: prohibit 10.8.0.0/16, so it sent nothing.");
        assertThat(lost(lecture, 1).row().orElseThrow().row()).isEqualTo("prohibit 10.8.0.0/16");
    }

    @Test
    void aRequestThatAFilterForbidsIsFiltered() throws Exception {
        Lecture lecture = run(new Lecture());
        assumeTrue(lecture.has("nft"), "nft is not installed: nothing to filter with");
        lecture.exec(
                NS1, "nft", "add table ip t; add chain ip t c { type filter hook output priority 0; policy drop; }");
        lecture.await(NS1, s -> !s.filters().chains().isEmpty());
        lecture.session.ping(NS1, NEAR, 1);

        assertThat(told(lecture, 1))
                .containsExactly(
                        "echo request 10.1.1.2 → 10.1.1.3: lost at this/ns1/veth0: filtered: The firewall of ns1 "
                                + "dropped it: no rule of ip t c lets it pass, and its policy is drop.");
    }

    @Test
    void aLinkThatIsDownIsWhyThereIsNoRouteLeft() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.exec(NS1, "ip", "link", "set", "dev", "veth0", "down");
        lecture.await(NS1, s -> !s.link("veth0").orElseThrow().isUp());
        lecture.session.ping(NS1, NEAR, 1);

        assertThat(lost(lecture, 1).why()).isEqualTo("link-down");
        assertThat(lost(lecture, 1).cause()).contains(PortId.parse("this/ns1/veth0"));
    }

    @Test
    void nobodyAnswersForAnAddressThatNobodyHas() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.session.ping(NS1, IpAddress.parse("10.1.1.99"), 1);

        assertThat(lost(lecture, 1).at()).isEqualTo("this/ns1/veth0");
        assertThat(lost(lecture, 1).why()).isEqualTo("no-neighbour");
    }

    @Test
    void aPortSetDownOnTheWayIsTheReason() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.session.ping(NS1, NEAR, 1);
        lecture.exec(NS1, "ip", "neigh", "replace", "10.1.1.3", "lladdr", mac(lecture), "dev", "veth0");
        lecture.exec(THIS, "ip", "link", "set", "dev", "br0", "down");
        lecture.await(THIS, s -> !s.link("br0").orElseThrow().isUp());
        lecture.session.ping(NS1, NEAR, 2);

        assertThat(told(lecture, 2))
                .containsExactly("echo request 10.1.1.2 → 10.1.1.3: lost at this/br-veth0: link-down: The bridge this "
                        + "br0 is down.");
    }

    @Test
    void aFarEndThatIsDownIsTheReasonThatNobodyAnswers() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.exec(NS2, "ip", "link", "set", "dev", "veth1", "down");
        lecture.await(NS2, s -> !s.link("veth1").orElseThrow().isUp());
        lecture.session.ping(NS1, NEAR, 1);

        String cause = "br0 would send it out by br-veth1, whose other end veth1 in ns2 is down.";
        assertThat(told(lecture, 1))
                .containsExactly("echo request 10.1.1.2 → 10.1.1.3: lost at this/ns1/veth0: link-down: " + cause);
        assertThat(questions(lecture)).isNotEmpty().allMatch(("this/br0: link-down: " + cause)::equals);
    }

    @Test
    void aBridgePortThatIsDownIsTheReasonThatNobodyAnswers() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.exec(THIS, "ip", "link", "set", "dev", "br-veth1", "down");
        lecture.await(THIS, s -> !s.link("br-veth1").orElseThrow().isUp());
        lecture.session.ping(NS1, NEAR, 1);

        assertThat(questions(lecture))
                .isNotEmpty()
                .allMatch("this/br0: link-down: br0 would send it out by br-veth1, which is down."::equals);
    }

    @Test
    void aFrameForAFarEndThatIsDownIsLostForWantOfALink() throws Exception {
        Lecture lecture = run(new Lecture());
        lecture.exec(NS1, "ip", "neigh", "replace", "10.1.1.3", "lladdr", mac(lecture), "dev", "veth0");
        lecture.exec(NS2, "ip", "link", "set", "dev", "veth1", "down");
        lecture.await(NS2, s -> !s.link("veth1").orElseThrow().isUp());
        lecture.session.ping(NS1, NEAR, 1);

        assertThat(lost(lecture, 1).why()).isEqualTo("link-down");
        assertThat(lost(lecture, 1).explanation())
                .hasToString("br0 would send it out by br-veth1, whose other end veth1 in ns2 is down.");
    }

    private static List<String> questions(Lecture lecture) {
        return lecture.session.journeys().stream()
                .filter(j -> j.what().contains("who has 10.1.1.3"))
                .flatMap(j -> j.lost().stream())
                .map(l -> l.at() + ": " + l.why() + ": " + l.explanation())
                .toList();
    }

    @Test
    void aPortThatTheSpanningTreeKeepsClosedIsTheReason() throws Exception {
        Lecture lecture = run(Lecture.of(NARROW.replace("\"name\": \"br0\"", "\"name\": \"br0\", \"stp\": true")));
        lecture.exec(NS1, "ip", "neigh", "replace", "10.1.1.200", "lladdr", mac(lecture), "dev", "veth0");
        lecture.session.ping(NS1, FAR, 1);

        assertThat(told(lecture, 1))
                .containsExactly("echo request 10.1.1.2 → 10.1.1.200: lost at this/p1: stp-blocked: p1 is listening "
                        + "(spanning tree), so br0 forwards nothing that comes in by it.");
    }

    private static String mac(Lecture lecture) {
        return lecture.state(NS2)
                .link("veth1")
                .orElseThrow()
                .mac()
                .orElseThrow()
                .toString();
    }

    private static boolean hasDefault(SpaceState state) {
        return state.routes().stream().anyMatch(r -> r.destination().prefix() == 0);
    }

    private static List<Journey> echoes(Lecture lecture, int sequence) {
        return lecture.session.journeys().stream()
                .filter(j -> j.what().contains("echo") && j.what().endsWith("seq " + sequence))
                .toList();
    }

    private static Journey.Lost lost(Lecture lecture, int sequence) {
        return echoes(lecture, sequence).getLast().lost().orElseThrow();
    }

    private static List<String> told(Lecture lecture, int sequence) {
        return echoes(lecture, sequence).stream()
                .map(j -> j.what().replaceAll("^ICMP |, id .*", "")
                        + ": "
                        + j.lost()
                                .map(l -> "lost at " + l.at() + ": " + l.why() + ": " + l.explanation())
                                .orElse(j.outcome().toString()))
                .toList();
    }
}
