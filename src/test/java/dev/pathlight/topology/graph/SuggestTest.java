package dev.pathlight.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Edit.AddCable.End;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sketch;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestTest {
    private static final Topology BRIDGE = Sketch.bridge().topology();
    private static final SpaceId THIS = SpaceId.parse("this");

    @Test
    void namesGoOnWhereTheDrawingStops() {
        assertThat(List.of(
                        Suggest.node(BRIDGE).value(),
                        Suggest.namespace(BRIDGE, new Name("this")).toString(),
                        Suggest.bridge(BRIDGE, THIS).toString(),
                        Suggest.link(BRIDGE, THIS).toString(),
                        Suggest.lan(BRIDGE).value(),
                        Suggest.note(BRIDGE).value()))
                .containsExactly("node1", "this/ns3", "this/br1", "this/veth2", "lan0", "note1");
    }

    @Test
    void aNamespacesFirstContainerServesAPageAndOthersJoinItUnderNamesOfTheirOwn() {
        SpaceId ns1 = SpaceId.parse("this/ns1");
        SpaceId ns2 = SpaceId.parse("this/ns2");
        Drawing drawing = Sketch.bridge();
        for (SpaceId space : List.of(ns1, ns1, ns1, ns2)) {
            drawing = new Edit.SetContainer(space, Suggest.container(drawing.topology(), space)).applyTo(drawing);
        }
        assertThat(drawing.topology().nodes())
                .flatExtracting(n -> n.namespaces())
                .flatExtracting(n -> n.containers())
                .extracting(c -> c.name() + " " + c.listens())
                .containsExactly(
                        "web [Listen[protocol=http, port=80]]",
                        "client []",
                        "client2 []",
                        "web2 [Listen[protocol=http, port=80]]");
    }

    @Test
    void aCableToABridgeGivesAPortNamedAfterTheFarEnd() {
        assertThat(Suggest.cable(BRIDGE, "this/ns1", "this/br0"))
                .contains(new Edit.AddCable(
                        End.at(PortId.parse("this/ns1/veth2")),
                        End.on(PortId.parse("this/br-veth2"), new IfName("br0"))));
    }

    @Test
    void aCableDrawnFromTheBridgeIsTheSameTheOtherWayRound() {
        assertThat(Suggest.cable(BRIDGE, "this/br0", "this/ns1"))
                .contains(new Edit.AddCable(
                        End.on(PortId.parse("this/br-veth2"), new IfName("br0")),
                        End.at(PortId.parse("this/ns1/veth2"))));
    }

    @Test
    void aCableBetweenTwoNamespacesGivesTwoNames() {
        assertThat(Suggest.cable(BRIDGE, "this/ns1", "this/ns2"))
                .contains(new Edit.AddCable(
                        End.at(PortId.parse("this/ns1/veth2")), End.at(PortId.parse("this/ns2/veth3"))));
    }

    @Test
    void aCableWithinOneNamespaceHasTwoEndsToo() {
        Edit.AddCable cable = Suggest.cable(BRIDGE, "this/ns1", "this/ns1").orElseThrow();

        assertThat(cable.applyTo(Sketch.bridge()).topology().cables()).hasSize(3);
    }

    @Test
    void twoBridgesAreJoinedByAPortOfEach() {
        Drawing two = Sketch.of("'nodes': [{'name': 'n', 'bridges': [{'name': 'br0'}, {'name': 'br1'}]}]");
        Edit.AddCable cable = Suggest.cable(two.topology(), "n/br0", "n/br1").orElseThrow();

        assertThat(Segments.of(cable.applyTo(two).topology()).areJoined(PortId.parse("n/br0"), PortId.parse("n/br1")))
                .isTrue();
    }

    @Test
    void aCableStartsAtAFreeInterfaceAndNeverAtATakenOne() {
        Topology free = Sketch.of("""
            'nodes': [{'name': 'n', 'bridges': [{'name': 'br0'}],
                       'namespaces': [{'name': 'a', 'interfaces': [{'name': 'eth0'}]}]}]\
            """).topology();

        assertThat(Suggest.cable(free, "n/a/eth0", "n/br0"))
                .contains(new Edit.AddCable(
                        End.at(PortId.parse("n/a/eth0")), End.on(PortId.parse("n/br-eth0"), new IfName("br0"))));
        assertThat(Suggest.cable(BRIDGE, "this/ns1/veth0", "this/br0")).isEmpty();
        assertThat(Suggest.cable(BRIDGE, "this/gone", "this/br0")).isEmpty();
    }

    @Test
    void theNextAddressFollowsTheHighestInTheSegment() {
        Edit.AddCable cable = Suggest.cable(BRIDGE, "this", "this/br0").orElseThrow();
        Topology t = cable.applyTo(Sketch.bridge()).topology();

        assertThat(Suggest.address(t, cable.a().port())).contains(Cidr.parse("10.1.1.4/24"));
        assertThat(Suggest.address(t, PortId.parse("this/br0"))).contains(Cidr.parse("10.1.1.4/24"));
    }

    @Test
    void aFullEndOfASubnetSendsBackToItsGaps() {
        assertThat(addressBeside("10.0.0.6/29")).contains(Cidr.parse("10.0.0.1/29"));
        assertThat(addressBeside("10.0.0.0/31")).contains(Cidr.parse("10.0.0.1/31"));
        assertThat(addressBeside("10.0.0.1/32")).isEmpty();
        assertThat(addressBeside("fd00::ff/64")).contains(Cidr.parse("fd00::100/64"));
        assertThat(addressBeside("255.255.255.254/31")).contains(Cidr.parse("255.255.255.255/31"));
    }

    @Test
    void aSegmentWithoutAddressesGetsASubnetOfItsOwn() {
        Topology t = Sketch.of("""
            'nodes': [{'name': 'n', 'bridges': [{'name': 'br0'}], 'namespaces': [
              {'name': 'a', 'interfaces': [{'name': 'eth0', 'addresses': ['10.1.1.1/24']}, {'name': 'eth1'}]}]}]\
            """).topology();

        assertThat(Suggest.address(t, PortId.parse("n/a/eth1"))).contains(Cidr.parse("10.1.2.2/24"));
        assertThat(Suggest.address(t, PortId.parse("n/br0"))).contains(Cidr.parse("10.1.2.1/24"));
    }

    private static Optional<Cidr> addressBeside(String used) {
        Topology t = Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'x', 'addresses': ['%s']}, {'name': 'y'}]}],
            'cables': [{'ends': ['n/x', 'n/y']}]\
            """.formatted(used)).topology();
        return Suggest.address(t, PortId.parse("n/y"));
    }
}
