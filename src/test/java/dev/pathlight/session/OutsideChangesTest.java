package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static dev.pathlight.session.Lecture.NS2;
import static dev.pathlight.session.Lecture.THIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RowText;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody in the room types ip commands while the drawing runs: the tables follow. */
class OutsideChangesTest {
    private static final int TABLE_MAIN = 254;
    private static final int NUD_PERMANENT = 0x80;

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
    void routesComeAndGoAndStandInTheKernelsOrder() throws Exception {
        lecture.exec(NS1, "ip", "route", "add", "10.9.0.0/16", "via", "10.1.1.3");
        lecture.exec(NS1, "ip", "route", "add", "default", "via", "10.1.1.3");
        lecture.exec(NS1, "ip", "route", "add", "10.9.0.0/16", "via", "10.1.1.7", "metric", "5");
        lecture.await(NS1, s -> mainRoutes(s).equals(kernelsMainRoutes()));
        assertThat(mainRoutes(lecture.state(NS1))).hasSize(4).contains("default via 10.1.1.3 dev veth0");

        lecture.exec(NS1, "ip", "route", "replace", "10.9.0.0/16", "via", "10.1.1.8");
        lecture.exec(NS1, "ip", "route", "del", "default");
        lecture.await(NS1, s -> mainRoutes(s).equals(kernelsMainRoutes()));
        assertThat(mainRoutes(lecture.state(NS1))).hasSize(3).contains("10.9.0.0/16 via 10.1.1.8 dev veth0");
    }

    @Test
    void aLinkSetDownTakesItsRoutesAlongThoughTheKernelTellsOfNone() throws Exception {
        lecture.exec(NS1, "ip", "route", "add", "10.9.0.0/16", "via", "10.1.1.3");
        lecture.session.ping(NS1, IpAddress.parse("10.1.1.3"), 1);
        lecture.await(NS1, s -> mainRoutes(s).size() == 2);
        lecture.await(THIS, s -> s.macs().size() == 4);
        lecture.exec(NS1, "ip", "link", "set", "veth0", "down");
        SpaceState down = lecture.await(
                NS1, s -> !s.link("veth0").orElseThrow().isUp() && mainRoutes(s).isEmpty());
        assertThat(kernelsMainRoutes()).isEmpty();
        assertThat(down.addresses()).anyMatch(a -> a.address().toString().equals("10.1.1.2/24"));
        // Its cable's other end lost its carrier with it, and the bridge forgets what it had learned there.
        lecture.await(
                THIS, s -> s.macs().stream().allMatch(r -> r.local() || r.port().equals("br-veth1")));

        lecture.exec(NS1, "ip", "link", "set", "veth0", "up");
        lecture.await(NS1, s -> mainRoutes(s).equals(List.of("10.1.1.0/24 dev veth0 scope link src 10.1.1.2")));
    }

    @Test
    void aNeighbourWrittenByHandAppears() throws Exception {
        lecture.exec(NS1, "ip", "neigh", "add", "10.1.1.77", "lladdr", "02:00:00:00:00:77", "dev", "veth0");

        lecture.await(
                NS1,
                s -> s.neighbours().stream()
                        .anyMatch(n -> n.address().equals(IpAddress.parse("10.1.1.77")) && n.state() == NUD_PERMANENT));
    }

    @Test
    void anAddressAddedAppearsAndANamespaceIsReachedByIt() throws Exception {
        lecture.exec(THIS, "ip", "address", "add", "10.1.1.1/24", "dev", "br0");
        lecture.await(
                THIS,
                s -> s.addresses().stream().anyMatch(a -> a.address().toString().equals("10.1.1.1/24")));

        assertThat(lecture.session.addressOf(THIS, NS1)).contains(IpAddress.parse("10.1.1.1"));
    }

    @Test
    void anInterfaceAddedRenamedAndRemovedIsFollowed() throws Exception {
        lecture.exec(NS2, "ip", "link", "add", "x0", "type", "veth", "peer", "name", "x1");
        lecture.await(NS2, s -> names(s).equals(List.of("lo", "veth1", "x0", "x1")));
        lecture.exec(NS2, "ip", "link", "set", "x1", "name", "y1");
        lecture.await(NS2, s -> names(s).equals(List.of("lo", "veth1", "x0", "y1")));
        lecture.exec(NS2, "ip", "link", "del", "x0");
        lecture.await(NS2, s -> names(s).equals(List.of("lo", "veth1")));
    }

    @Test
    void aPortThatLeavesItsBridgeTakesItsMacRowsAlong() throws Exception {
        lecture.session.ping(NS1, IpAddress.parse("10.1.1.3"), 1);
        lecture.await(THIS, s -> s.macs().size() == 4);
        lecture.exec(THIS, "ip", "link", "set", "br-veth1", "nomaster");

        lecture.await(
                THIS,
                s -> s.link("br-veth1").orElseThrow().master() == 0
                        && s.macs().stream().allMatch(r -> r.port().equals("br-veth0")));
    }

    @Test
    void aForgottenMacIsLearnedAgainAndItsAgeingTimerStartsAnew() throws Exception {
        lecture.session.ping(NS1, IpAddress.parse("10.1.1.3"), 1);
        MacRow before = learnedOn("br-veth0", lecture.await(THIS, s -> s.macs().size() == 4));
        lecture.exec(THIS, "bridge", "fdb", "del", before.mac().toString(), "dev", "br-veth0", "master");
        lecture.await(THIS, s -> s.macs().size() == 3);
        lecture.session.ping(NS1, IpAddress.parse("10.1.1.3"), 2);

        MacRow after = learnedOn("br-veth0", lecture.await(THIS, s -> s.macs().size() == 4));
        assertThat(after.sinceNanos()).isGreaterThan(before.sinceNanos());
        assertThat(after.mac()).isEqualTo(before.mac());
    }

    @Test
    void aFrameRestartsTheAgeingTimerThoughTheKernelTellsNothing() throws Exception {
        lecture.session.ping(NS1, IpAddress.parse("10.1.1.3"), 1);
        MacRow before = learnedOn("br-veth0", lecture.await(THIS, s -> s.macs().size() == 4));
        lecture.session.ping(NS1, IpAddress.parse("10.1.1.3"), 2);

        SpaceState after = lecture.await(THIS, s -> learnedOn("br-veth0", s).usedNanos() > before.usedNanos());
        assertThat(learnedOn("br-veth0", after).sinceNanos()).isEqualTo(before.sinceNanos());
    }

    @Test
    void forwardingTurnedOffAndAReversePathFilterTurnedOnAreFollowed() throws Exception {
        int index = lecture.state(THIS).link("br-veth0").orElseThrow().index();
        lecture.exec(THIS, "sysctl", "-w", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1");
        lecture.exec(THIS, "sysctl", "-w", "net.ipv4.conf.all.rp_filter=0", "net.ipv4.conf.br-veth0.rp_filter=0");
        SpaceState on = lecture.await(
                THIS,
                s -> s.forwardsV4(index).orElse(false)
                        && s.forwardsV6().orElse(false)
                        && s.rpFilter(index).equals(OptionalInt.of(0)));

        lecture.exec(THIS, "sysctl", "-w", "net.ipv4.ip_forward=0", "net.ipv6.conf.all.forwarding=0");
        lecture.exec(THIS, "sysctl", "-w", "net.ipv4.conf.br-veth0.rp_filter=1");
        SpaceState off = lecture.await(
                THIS,
                s -> !s.forwardsV4(index).orElse(true)
                        && !s.forwardsV6().orElse(true)
                        && s.rpFilter(index).equals(OptionalInt.of(1)));

        assertThat(off.generation()).isGreaterThan(on.generation());
        assertThat(off.routes()).isEqualTo(on.routes());
    }

    @Test
    void settingsFromBeforeTheRunAreKnownForEveryLink() throws Exception {
        SpaceState now = lecture.state(NS1);

        assertThat(now.links()).allSatisfy(l -> {
            assertThat(now.forwardsV4(l.index())).contains(false);
            assertThat(now.rpFilter(l.index())).isPresent();
        });
        assertThat(now.forwardsV6()).contains(false);
    }

    @Test
    void aRuleOfEitherFamilyMakesANewGeneration() throws Exception {
        for (String family : List.of("-4", "-6")) {
            long before = lecture.state(NS1).generation();
            lecture.exec(NS1, "ip", family, "rule", "add", "priority", "77", "table", "100");
            lecture.await(NS1, s -> s.generation() > before);
            long added = lecture.state(NS1).generation();
            lecture.exec(NS1, "ip", family, "rule", "del", "priority", "77");
            lecture.await(NS1, s -> s.generation() > added);
        }
    }

    private static MacRow learnedOn(String port, SpaceState state) {
        return state.macs().stream()
                .filter(r -> r.port().equals(port) && !r.local())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(SpaceState s) {
        return s.links().stream().map(LinkRow::name).sorted().toList();
    }

    private static List<String> mainRoutes(SpaceState s) {
        return s.routes().stream()
                .filter(r ->
                        r.table() == TABLE_MAIN && !r.destination().address().v6())
                .map(r -> RowText.route(r, s::nameOf))
                .toList();
    }

    private List<String> kernelsMainRoutes() {
        try {
            return lecture.exec(NS1, "ip", "-4", "route", "show", "table", "main")
                    .lines()
                    .map(l -> Pattern.compile(" proto \\w+")
                            .matcher(l)
                            .replaceAll("")
                            .strip())
                    .toList();
        } catch (MachineLost e) {
            throw new AssertionError(e);
        }
    }
}
