package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rarer kinds of interfaces on the kernel that is here; what it lacks is left out with its reason. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkKindsTest {
    private static final SpaceId A = SpaceId.parse("a");
    private static final SpaceId B = SpaceId.parse("b");

    private KernelFeatures kernel = KernelFeatures.UNKNOWN;

    @BeforeAll
    void ask() throws MachineLost {
        Sandboxed.assumePossible();
        kernel = Sessions.sandbox().features();
    }

    /** Two nodes on a wire, each with more interfaces. */
    private static String drawing(String ofA, String ofB, String more) {
        return """
            {'version': 1, 'name': 'kinds',
             'nodes': [
               {'name': 'a', 'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.1/24', 'fd00::1/64']}%s]},
               {'name': 'b', 'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.2/24', 'fd00::2/64']}%s]}],
             'cables': [{'ends': ['a/eth0', 'b/eth0']}]%s}
            """.formatted(ofA, ofB, more).replace('\'', '"');
    }

    @Test
    void whatTheKernelLacksIsWhatItsOwnToolIsRefused() throws Exception {
        String below = "ip link add v0 type veth peer name v1 && ";
        String ends = " local 192.0.2.1 remote 192.0.2.2";
        Map<Feature, String> tries = Map.of(
                Feature.DUMMY, "ip link add x0 type dummy",
                Feature.MACVLAN, below + "ip link add link v0 name x0 type macvlan",
                Feature.IPVLAN, below + "ip link add link v0 name x0 type ipvlan",
                Feature.VRF, "ip link add x0 type vrf table 10",
                Feature.BOND, "ip link add x0 type bond",
                Feature.IPIP, "ip link add x0 type ipip" + ends,
                Feature.GRE, "ip link add x0 type gre" + ends,
                Feature.SIT, "ip link add x0 type sit" + ends,
                Feature.IP6TNL, "ip link add x0 type ip6tnl local 2001:db8::1 remote 2001:db8::2");
        Map<Feature, Boolean> lacking = new TreeMap<>();
        Map<Feature, Boolean> refused = new TreeMap<>();
        try (Lecture lecture = Lecture.of(drawing("", "", ""))) {
            for (Map.Entry<Feature, String> t : tries.entrySet()) {
                lacking.put(t.getKey(), kernel.lacks(t.getKey()).isPresent());
                String command = t.getValue() + "; made=$?; ip link del x0; ip link del v0; exit $made";
                refused.put(
                        t.getKey(),
                        lecture.session
                                        .exec(A, List.of("sh", "-c", command), 20_000)
                                        .exitCode()
                                != 0);
            }
        }
        assertThat(lacking).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        DUMMY      | "name": "x0", "kind": "dummy"
        VLAN_LINKS | "name": "x0", "kind": "vlan", "parent": "eth0", "tag": 10
        IPVLAN     | "name": "x0", "kind": "ipvlan", "parent": "eth0"
        MACVLAN    | "name": "x0", "kind": "macvlan", "parent": "eth0", "mode": "vepa"
        VRF        | "name": "x0", "kind": "vrf", "table": 10, "members": ["eth0"]
        IPIP       | "name": "x0", "kind": "ipip", "local": "10.0.0.%d", "remote": "10.0.0.%d"
        GRE        | "name": "x0", "kind": "gre", "local": "10.0.0.%d", "remote": "10.0.0.%d"
        SIT        | "name": "x0", "kind": "sit", "local": "10.0.0.%d", "remote": "10.0.0.%d"
        IP6TNL     | "name": "x0", "kind": "ip6tnl", "local": "fd00::%d", "remote": "fd00::%d"
        BOND       | "name": "x0", "kind": "bond", "members": ["eth0"]
        """)
    void aKindIsMadeAsDrawnAndWhereItLeadsSomewhereTheOtherEndAnswers(Feature feature, String fields) throws Exception {
        Optional<Sentence> lacking = kernel.lacks(feature);
        assumeTrue(
                lacking.isEmpty(), () -> lacking.map(s -> s.in(Locale.ENGLISH)).orElse(""));
        String link = ", {%s, 'addresses': ['192.168.7.%d/24']}";
        String ofA = link.formatted(fields.formatted(1, 2), 1);
        String ofB = link.formatted(fields.formatted(2, 1), 2);
        try (Lecture lecture = Lecture.of(drawing(ofA, ofB, ""))) {
            String details = lecture.exec(A, "ip", "-d", "link", "show", "dev", "x0");
            assertThat(details)
                    .contains(
                            feature == Feature.VLAN_LINKS
                                    ? "vlan"
                                    : feature.name().toLowerCase(Locale.ROOT));
            boolean leads = feature != Feature.DUMMY && feature != Feature.VRF && feature != Feature.SIT;
            if (leads) {
                assertThat(lecture.session.ping(A, IpAddress.parse("192.168.7.2"), 1))
                        .isInstanceOf(PingReply.Answered.class);
            }
        }
    }

    /** As Docker's macvlan networks are laid: the parent is the node's own, the macvlan is in a namespace. */
    @Test
    void aMacvlanInANamespaceOfANodeIsReachedThroughTheNodesOwnInterface() throws Exception {
        Optional<Sentence> lacking = kernel.lacks(Feature.MACVLAN);
        assumeTrue(
                lacking.isEmpty(), () -> lacking.map(s -> s.in(Locale.ENGLISH)).orElse(""));
        String pods = "], 'namespaces': [{'name': 'p1', 'interfaces': [{'name': 'mv0', 'kind': 'macvlan', 'parent':"
                + " 'eth0', 'addresses': ['10.0.0.11/24']}]},{'name': 'p2', 'interfaces': [{'name': 'mv0', 'kind':"
                + " 'macvlan', 'parent': 'eth0', 'addresses': ['10.0.0.12/24']}]}";
        try (Lecture lecture = Lecture.of(drawing(pods, "", ""))) {
            SpaceId p1 = SpaceId.parse("a/p1");

            assertThat(lecture.session.ping(p1, IpAddress.parse("10.0.0.2"), 1)).isInstanceOf(PingReply.Answered.class);
            assertThat(lecture.session.ping(p1, IpAddress.parse("10.0.0.12"), 2))
                    .isInstanceOf(PingReply.Answered.class);

            List<Journey> over = lecture.echoes(1);
            assertThat(hops(over.getFirst())).containsExactly("a/p1/mv0 OUT", "a/eth0 OUT", "b/eth0 IN");
            assertThat(hops(over.getLast())).containsExactly("b/eth0 OUT", "a/eth0 IN", "a/p1/mv0 IN");
            assertThat(over).extracting(Journey::outcome).containsOnly(Journey.Outcome.DELIVERED);
            List<Journey> beside = lecture.echoes(2);
            assertThat(hops(beside.getFirst())).containsExactly("a/p1/mv0 OUT", "a/eth0 IN", "a/p2/mv0 IN");
            assertThat(lecture.exec(B, "ip", "neigh")).contains("10.0.0.11");
        }
    }

    private static List<String> hops(Journey j) {
        return j.hops().stream().map(h -> h.port() + " " + h.direction()).toList();
    }
}
