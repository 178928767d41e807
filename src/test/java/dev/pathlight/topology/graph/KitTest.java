package dev.pathlight.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sketch;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the palette puts on a drawing, what a line between two things means, and how a network is numbered. */
class KitTest {
    private static final Layout.Box BOX = new Layout.Box(0, 0, 10, 10);
    private static final SpaceId A = SpaceId.parse("n/a");

    @Test
    void aRouterForwardsAndAGatewayHidesAFreeSubnetBehindItself() {
        Drawing d = Sketch.of("'nodes': [{'name': 'n', 'namespaces': [{'name': 'r1',"
                + " 'interfaces': [{'name': 'x', 'addresses': ['10.1.1.9/24']}]}]}]");
        d = Kit.router(d.topology(), new Name("n"), BOX).edit().applyTo(d);
        d = Kit.gateway(d.topology(), new Name("n"), BOX).edit().applyTo(d);

        assertThat(d.topology()).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'namespaces': [
              {'name': 'r1', 'interfaces': [{'name': 'x', 'addresses': ['10.1.1.9/24']}]},
              {'name': 'r2', 'sysctls': {'ipv4.ip_forward': 1}},
              {'name': 'gw1', 'bridges': [{'name': 'br0', 'addresses': ['10.1.2.1/24']}],
               'sysctls': {'ipv4.ip_forward': 1},
               'nat': {'masquerade': [{'source': '10.1.2.0/24', 'except_out': 'br0'}]}}]}]\
            """).topology());
    }

    @Test
    void aHubIsABridgeThatForgets() {
        Drawing d = Sketch.of("'nodes': [{'name': 'n'}]");
        SpaceId root = SpaceId.root(new Name("n"));
        d = Kit.networkSwitch(d.topology(), root, BOX).edit().applyTo(d);
        d = Kit.hub(d.topology(), root, BOX).edit().applyTo(d);
        d = Kit.lan(d.topology(), BOX).edit().applyTo(d);

        assertThat(d).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'bridges': [{'name': 'sw0'}, {'name': 'hub0', 'ageing_seconds': 0}]}],
            'lans': [{'name': 'lan0'}],
            'layout': {'n/sw0': [0, 0, 10, 10], 'n/hub0': [0, 0, 10, 10], 'lan:lan0': [0, 0, 10, 10]}\
            """));
    }

    private static final String JOINED = """
        'nodes': [{'name': 'n', 'namespaces': [
            {'name': 'a', 'interfaces': [{'name': 'eth0', 'addresses': ['192.168.1.1/24']}%s]},
            {'name': 'b', 'interfaces': [{'name': 'eth0', 'addresses': ['192.168.1.2/24']},
               {'name': 'vx', 'kind': 'vxlan', 'vni': 7, 'device': 'eth0', 'remote': '192.168.1.1'}]}]}],
        'cables': [{'ends': ['n/a/eth0', 'n/b/eth0']}]\
        """;

    @Test
    void anInterfaceOfAnotherKindStandsOnTheFirstCableAndMeansTheMachineAtItsOtherEnd() {
        assertMade(
                "vxlan",
                "{'name': 'vxlan0', 'kind': 'vxlan', 'vni': 7, 'device': 'eth0', 'local': '192.168.1.1',"
                        + " 'remote': '192.168.1.2'}");
        assertMade("vlan", "{'name': 'eth0.10', 'kind': 'vlan', 'parent': 'eth0', 'tag': 10}");
        assertMade("gre", "{'name': 'gre1', 'kind': 'gre', 'local': '192.168.1.1', 'remote': '192.168.1.2'}");
        assertMade("macvlan", "{'name': 'macvlan0', 'kind': 'macvlan', 'parent': 'eth0', 'mode': 'bridge'}");
    }

    private static void assertMade(String kind, String made) {
        Drawing d = Sketch.of(JOINED.formatted(""));
        assertThat(Kit.link(d.topology(), A, Optional.empty(), kind).edit().applyTo(d))
                .isEqualTo(Sketch.of(JOINED.formatted(", " + made)));
    }

    @Test
    void everyKindTheFormatKnowsCanBePlacedEvenInAnEmptyNamespace() {
        Drawing d = Sketch.of("'nodes': [{'name': 'n', 'namespaces': [{'name': 'a'}]}]");
        for (String kind : LinkKind.WORDS) {
            if (!kind.equals("cable")) {
                d = Kit.link(d.topology(), A, Optional.empty(), kind).edit().applyTo(d);
            }
        }
        assertThat(d.topology().find(A).orElseThrow().interfaces().stream()
                        .map(i -> i.kind().word()))
                .containsExactlyElementsOf(LinkKind.WORDS.subList(1, LinkKind.WORDS.size()));
        assertThat(Kit.link(d.topology(), A, Optional.of(new IfName("dummy0")), "vlan")
                        .path())
                .isEqualTo("n/a/dummy0.10");
    }

    private static final String LANS = """
        'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}], 'bridges': [{'name': 'br0', 'ports': ['p0']}],
          'namespaces': [{'name': 'r', 'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.1/24']}],
              'sysctls': {'ipv4.ip_forward': 1}}, {'name': 'a'%s}]},
          {'name': 'm'%s}],
        'cables': [{'ends': ['n/r/eth0', 'n/p0']}%s], 'lans': [{'name': 'lan0'%s}]\
        """;

    @Test
    void whoIsPluggedIntoANetworkGetsItsNextAddressAndTheWayOut() {
        Drawing d = Sketch.of(LANS.formatted("", "", "", ""));
        Drawing plugged = Plugging.between(d.topology(), "n/a", "n/br0")
                .orElseThrow()
                .edit()
                .applyTo(d);

        assertThat(plugged).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}, {'name': 'br-veth0'}],
              'bridges': [{'name': 'br0', 'ports': ['p0', 'br-veth0']}],
              'namespaces': [{'name': 'r', 'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.1/24']}],
                  'sysctls': {'ipv4.ip_forward': 1}},
                {'name': 'a', 'interfaces': [{'name': 'veth0', 'addresses': ['10.0.0.2/24']}],
                 'routes': [{'to': 'default', 'via': '10.0.0.1'}]}]}, {'name': 'm'}],
            'cables': [{'ends': ['n/r/eth0', 'n/p0']}, {'ends': ['n/a/veth0', 'n/br-veth0']}],
            'lans': [{'name': 'lan0'}]\
            """));
    }

    @Test
    void aLineToALanMakesANicOfIt() {
        Drawing d = Sketch.of(LANS.formatted("", "", "", ""));
        Drawing plugged = Plugging.between(d.topology(), "lan:lan0", "m")
                .orElseThrow()
                .edit()
                .applyTo(d);

        assertThat(plugged)
                .isEqualTo(Sketch.of(LANS.formatted(
                        "",
                        ", 'interfaces': [{'name': 'eth0', 'addresses': ['10.1.1.2/24']}]",
                        "",
                        ", 'nics': ['m/eth0']")));
        assertThat(Plugging.between(plugged.topology(), "m/eth0", "lan:lan0")).isEmpty();
    }

    private static final String NUMBERED = """
        'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}, {'name': 'p1'}, {'name': 'p2'}],
          'bridges': [{'name': 'br0', 'ports': ['p0', 'p1', 'p2']}],
          'namespaces': [
            {'name': 'a', 'interfaces': [{'name': 'e', 'addresses': [%s'fd00::5/64']}],
             'routes': [{'to': 'default', 'via': '%s'}]},
            {'name': 'b', 'interfaces': [{'name': 'e'%s}]},
            {'name': 'r', 'interfaces': [{'name': 'e', 'addresses': ['%s']}], 'sysctls': {'ipv4.ip_forward': 1},
             'nat': {'masquerade': [{'source': '%s'}]}}]}],
        'cables': [{'ends': ['n/a/e', 'n/p0']}, {'ends': ['n/b/e', 'n/p1']}, {'ends': ['n/r/e', 'n/p2']}]\
        """;

    @Test
    void aNetworkIsNumberedRouterFirstAndItsGatewaysFollow() {
        Topology t = Sketch.of(NUMBERED.formatted("'10.0.0.7/24', ", "10.0.0.9", "", "10.0.0.9/24", "10.0.0.0/24"))
                .topology();
        Numbering numbering = Numbering.at(t, "n/br0").orElseThrow();

        assertThat(numbering.proposal()).isEqualTo(Cidr.parse("10.0.0.0/24"));
        assertThat(numbering.in(Cidr.parse("172.16.0.0/29")).applyTo(new Drawing(t, Layout.NONE)))
                .isEqualTo(Sketch.of(NUMBERED.formatted(
                        "'172.16.0.2/29', ",
                        "172.16.0.1",
                        ", 'addresses': ['172.16.0.3/29']",
                        "172.16.0.1/29",
                        "172.16.0.0/29")));
        assertThat(numbering.problem("172.16.0.0/30")).isPresent();
        assertThat(numbering.problem("172.16.0.0/29")).isEmpty();
        assertThat(Numbering.at(t, "n/a")).isEmpty();
    }
}
