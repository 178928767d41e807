package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A router that drops packets, on the real kernel: the reason told is the kernel's. */
class RouterLossTest {
    private static final SpaceId R = SpaceId.parse("this/r");
    private static final IpAddress FAR = IpAddress.parse("10.1.2.2");
    private static final String DRAWING = """
        {"version": 1, "name": "router", "nodes": [{"name": "this", "namespaces": [
          {"name": "ns1", "interfaces": [{"name": "v1", "addresses": ["10.1.1.2/24", "fd01::2/64"]}],
           "routes": [{"to": "default", "via": "10.1.1.1"}, {"to": "default", "via": "fd01::1"}],
           "sysctls": {"ipv6.conf.default.accept_dad": 0}},
          {"name": "r", "interfaces": [{"name": "a", "addresses": ["10.1.1.1/24", "fd01::1/64"]},
                                       {"name": "b", "addresses": ["10.1.2.1/24", "fd02::1/64"]}],
           "sysctls": {"ipv4.ip_forward": 1, "ipv6.conf.all.forwarding": 1, "ipv6.conf.default.accept_dad": 0}},
          {"name": "ns2", "interfaces": [{"name": "v2", "addresses": ["10.1.2.2/24", "fd02::2/64"]}],
           "routes": [{"to": "default", "via": "10.1.2.1"}, {"to": "default", "via": "fd02::1"}],
           "sysctls": {"ipv6.conf.default.accept_dad": 0}}]}],
         "cables": [{"ends": ["this/ns1/v1", "this/r/a"]}, {"ends": ["this/r/b", "this/ns2/v2"]}]}
        """;

    private Lecture lecture;

    @BeforeEach
    void run() throws MachineLost {
        Sandboxed.assumePossible();
        lecture = Lecture.of(DRAWING);
    }

    @AfterEach
    void stop() {
        if (lecture != null) {
            lecture.close();
        }
    }

    @Test
    void forwardingTurnedOffBetweenTwoPingsIsTheReasonOfTheSecondsLoss() throws Exception {
        Journey before = requestTo(FAR, 1);
        lecture.exec(R, "sysctl", "-w", "net.ipv4.ip_forward=0");
        lecture.await(R, s -> s.forwardsV4(index("a")).filter(f -> !f).isPresent());
        Journey after = requestTo(FAR, 2);

        assertThat(before.outcome()).isEqualTo(Journey.Outcome.DELIVERED);
        assertThat(told(after))
                .isEqualTo("lost at this/r/a: forwarding-off: 10.1.2.2 is not an address of r, and r does not forward: "
                        + "ip_forward is off there.");
        assertThat(last(after).decisions()).extracting(Decision::kind).doesNotContain(Decision.Kind.ROUTE);
    }

    @Test
    void forwardingTurnedOffForIpv6IsAFactNotAGuess() throws Exception {
        lecture.exec(R, "sysctl", "-w", "net.ipv6.conf.all.forwarding=0");
        lecture.await(R, s -> s.forwardsV6().filter(f -> !f).isPresent());

        assertThat(told(requestTo(IpAddress.parse("fd02::2"), 1)))
                .isEqualTo("lost at this/r/a: forwarding-off: fd02::2 is not an address of r, and r does not forward: "
                        + "net.ipv6.conf.all.forwarding is off there.");
    }

    @Test
    void aRouterWithoutARouteDropsThePacket() throws Exception {
        assertThat(told(requestTo(IpAddress.parse("10.9.9.9"), 1)))
                .isEqualTo("lost at this/r/a: no-route: r has no route to 10.9.9.9.");
    }

    @Test
    void anUnreachableRouteDropsThePacketAndIsNoDecisionToSendItOn() throws Exception {
        requestTo(FAR, 1);
        lecture.exec(R, "ip", "route", "add", "unreachable", "10.1.2.2");
        lecture.await(R, s -> hasRoute(s, 7));
        Journey journey = requestTo(FAR, 2);

        assertThat(told(journey))
                .isEqualTo("lost at this/r/a: no-route: A route of r says that 10.1.2.2 is unreachable: "
                        + "unreachable 10.1.2.2.");
        assertThat(last(journey).decisions()).isEmpty();
    }

    @Test
    void aProhibitAndABlackholeRouteAreToldApart() throws Exception {
        lecture.exec(R, "ip", "route", "add", "prohibit", "10.8.0.0/16");
        lecture.exec(R, "ip", "route", "add", "blackhole", "10.7.0.0/16");
        lecture.await(R, s -> hasRoute(s, 6) && hasRoute(s, 8));

        assertThat(told(requestTo(IpAddress.parse("10.8.1.1"), 1)))
                .isEqualTo("lost at this/r/a: no-route: A route of r prohibits sending to 10.8.1.1: prohibit"
                        + " 10.8.0.0/16.");
        assertThat(told(requestTo(IpAddress.parse("10.7.1.1"), 2)))
                .isEqualTo("lost at this/r/a: no-route: A route of r swallows what goes to 10.7.1.1: blackhole"
                        + " 10.7.0.0/16.");
    }

    @Test
    void aRuleThatForbidsIsFollowedAtOnce() throws Exception {
        requestTo(FAR, 1);
        long generation = lecture.state(R).generation();
        lecture.exec(R, "ip", "rule", "add", "to", "10.1.2.2", "unreachable");
        lecture.await(R, s -> s.generation() > generation);

        Journey journey = requestTo(FAR, 2);
        assertThat(told(journey))
                .isEqualTo("lost at this/r/a: no-route: A rule of r keeps what goes to 10.1.2.2 from its route "
                        + "10.1.2.0/24 dev b scope link src 10.1.2.1.");
        assertThat(last(journey).decisions()).isEmpty();
    }

    @Test
    void aStrictReversePathFilterDropsWhatItWouldAnswerElsewhere() throws Exception {
        requestTo(FAR, 1);
        filterReversePathsAt(R, "a");
        lecture.exec(R, "ip", "route", "add", "10.1.1.2/32", "via", "10.1.2.2");
        lecture.await(
                R,
                s -> s.routes().stream()
                        .anyMatch(r -> r.destination().toString().equals("10.1.1.2/32")));

        assertThat(told(requestTo(FAR, 2)))
                .isEqualTo("lost at this/r/a: rp-filter: r would not answer 10.1.1.2 by a, so its reverse path filter "
                        + "drops what comes in there from that address.");
    }

    @Test
    void theReceiversOwnReversePathFilterDropsThePacketThoughTheAddressIsIts() throws Exception {
        requestTo(FAR, 1);
        SpaceId ns2 = SpaceId.parse("this/ns2");
        filterReversePathsAt(ns2, "v2");
        lecture.exec(ns2, "ip", "route", "del", "default");
        lecture.await(
                ns2,
                s -> s.routes().stream()
                        .noneMatch(r -> r.destination().toString().equals("0.0.0.0/0")));

        Journey journey = requestTo(FAR, 2);
        assertThat(told(journey))
                .isEqualTo("lost at this/ns2/v2: rp-filter: ns2 would not answer 10.1.1.2 by v2, so its reverse path "
                        + "filter drops what comes in there from that address.");
    }

    private void filterReversePathsAt(SpaceId space, String name) throws Exception {
        lecture.exec(space, "sysctl", "-w", "net.ipv4.conf." + name + ".rp_filter=1");
        lecture.await(space, s -> s.rpFilter(s.link(name).orElseThrow().index()).orElse(0) == 1);
    }

    @Test
    void twoRoutersThatSendToEachOtherUseUpItsTtl() throws Exception {
        lecture.exec(R, "ip", "route", "add", "10.6.0.0/16", "via", "10.1.2.2");
        SpaceId ns2 = SpaceId.parse("this/ns2");
        lecture.exec(ns2, "sysctl", "-w", "net.ipv4.ip_forward=1");
        lecture.await(
                R,
                s -> s.routes().stream()
                        .anyMatch(r -> r.destination().toString().equals("10.6.0.0/16")));
        lecture.await(ns2, s -> s.forwardsV4(s.link("v2").orElseThrow().index()).orElse(false));

        Journey journey = requestTo(IpAddress.parse("10.6.1.1"), 1);
        assertThat(journey.lost().orElseThrow().why()).isEqualTo("ttl-expired");
        assertThat(journey.hops()).hasSize(128);
    }

    @Test
    void aNextHopThatDoesNotAnswerIsNamed() throws Exception {
        assertThat(told(requestTo(IpAddress.parse("10.1.2.9"), 1)).replaceFirst(" asked (once|\\d+ times) ", " asked "))
                .isEqualTo(
                        "lost at this/r/a: no-neighbour: Nobody answered when r b asked who has 10.1.2.9, so the packet"
                                + " had no address to go to. No interface here has the address 10.1.2.9.");
    }

    @Test
    void aPacketTooLongForTheWayOnIsDroppedWhenItMustNotBeCut() throws Exception {
        lecture.exec(R, "ip", "link", "set", "dev", "b", "mtu", "1000");
        lecture.await(R, s -> s.link("b").orElseThrow().mtu() == 1000);
        // Not by the session's own ping, which is short.
        lecture.session.exec(NS1, List.of("ping", "-c", "1", "-W", "1", "-M", "do", "-s", "1200", "10.1.2.2"), 5_000);

        Journey journey = settled(j -> j.what().contains("echo request"));
        assertThat(told(journey))
                .isEqualTo("lost at this/r/a: mtu: It has 1228 bytes and must not be cut, and r b takes 1000 at most.");

        lecture.session.ping(NS1, FAR, 7, 1200);
        Journey unsent = settled(j -> j.what().endsWith("seq 7"));
        assertThat(unsent.hops()).isEmpty();
        assertThat(told(unsent))
                .isEqualTo("lost at this/ns1/v1: mtu: It must not be cut, and ns1 has learned that the way to 10.1.2.2"
                        + " takes 1000 bytes at most: r b on that way takes 1000 bytes.");
        assertThat(unsent.lost().orElseThrow().cause()).contains(PortId.parse("this/r/b"));
    }

    private int index(String name) {
        return lecture.state(R).link(name).orElseThrow().index();
    }

    private static boolean hasRoute(SpaceState state, int type) {
        return state.routes().stream().anyMatch(r -> r.type() == type);
    }

    private static Hop last(Journey journey) {
        return journey.hops().getLast();
    }

    private static String told(Journey journey) {
        return journey.lost()
                .map(l -> "lost at " + l.at() + ": " + l.why() + ": " + l.explanation())
                .orElse(journey.outcome().toString());
    }

    private Journey requestTo(IpAddress to, int sequence) throws Exception {
        lecture.session.ping(NS1, to, sequence);
        return settled(j -> j.what().contains("echo request") && j.what().endsWith("seq " + sequence));
    }

    private Journey settled(Predicate<Journey> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (System.nanoTime() < deadline) {
            for (Journey j : lecture.session.journeys()) {
                if (j.settled() && wanted.test(j)) {
                    return j;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no such journey among " + lecture.session.journeys());
    }
}
