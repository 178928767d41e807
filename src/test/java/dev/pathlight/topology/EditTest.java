package dev.pathlight.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Edit.AddCable.End;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditTest {
    private static final Layout.Box BOX = new Layout.Box(0, 0, 10, 10);
    private static final Name N = new Name("n");
    private static final PortId ETH0 = PortId.parse("n/a/eth0");

    private static final Drawing EMPTY = Sketch.of("'nodes': [{'name': 'n'}]");
    private static final Drawing TWO =
            Sketch.of("'nodes': [{'name': 'n', 'namespaces': [{'name': 'a'}, {'name': 'b'}]}]");

    /** Namespace a, cabled to a port of br0 in the root. */
    private static final Drawing BRIDGED = Sketch.of("""
        'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}], 'bridges': [{'name': 'br0', 'ports': ['p0']}],
          'namespaces': [{'name': 'a', 'interfaces': [{'name': 'eth0', 'addresses': ['10.0.0.1/24']}],
             'routes': [{'to': 'default', 'dev': 'eth0'}, {'to': '10.9.0.0/16', 'via': '10.0.0.2'}],
             'sysctls': {'ipv4.conf.eth0.rp_filter': 2, 'ipv4.ip_forward': 1},
             'nat': {'masquerade': [{'source': '10.0.0.0/24', 'except_out': 'eth0', 'except_to': ['10.0.0.0/8']}]}}]}],
        'cables': [{'ends': ['n/a/eth0', 'n/p0']}],
        'layout': {'n': [0, 0, 9, 9], 'n/a': [1, 1, 2, 2], 'n/br0': [4, 4, 2, 2]}\
        """);

    @Test
    void aNodeANamespaceAndABridgeAreAddedWithTheirPlaces() {
        Drawing d = new Edit.All(List.of(
                        new Edit.AddNode(N, BOX),
                        new Edit.AddNamespace(SpaceId.parse("n/a"), BOX),
                        new Edit.AddBridge(PortId.parse("n/br0"), BOX)))
                .applyTo(Sketch.of("'nodes': []"));

        assertThat(d).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'bridges': [{'name': 'br0'}], 'namespaces': [{'name': 'a'}]}],
            'layout': {'n': [0, 0, 10, 10], 'n/a': [0, 0, 10, 10], 'n/br0': [0, 0, 10, 10]}\
            """));
    }

    @Test
    void aCableMakesTheInterfacesItEndsAt() {
        Drawing d = new Edit.AddCable(End.at(ETH0), End.at(PortId.parse("n/b/eth0"))).applyTo(TWO);

        assertThat(d).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'namespaces': [{'name': 'a', 'interfaces': [{'name': 'eth0'}]},
                                                   {'name': 'b', 'interfaces': [{'name': 'eth0'}]}]}],
            'cables': [{'ends': ['n/a/eth0', 'n/b/eth0']}]\
            """));
    }

    @Test
    void aCableDroppedOnABridgeMakesItsLastPort() {
        Drawing before = Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}], 'bridges': [{'name': 'br0', 'ports': ['p0']}],
              'namespaces': [{'name': 'a'}]}]\
            """);
        Drawing d = new Edit.AddCable(End.at(ETH0), End.on(PortId.parse("n/p1"), new IfName("br0"))).applyTo(before);

        assertThat(d).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}, {'name': 'p1'}],
              'bridges': [{'name': 'br0', 'ports': ['p0', 'p1']}],
              'namespaces': [{'name': 'a', 'interfaces': [{'name': 'eth0'}]}]}],
            'cables': [{'ends': ['n/a/eth0', 'n/p1']}]\
            """));
    }

    @Test
    void removingACableTakesTheBarePortAlongAndKeepsTheInterfaceThatHoldsAnAddress() {
        Drawing d = new Edit.Remove("cable:n/p0").applyTo(BRIDGED);

        assertThat(d.topology().cables()).isEmpty();
        assertThat(d.topology().nodes().getFirst().root().interfaces()).isEmpty();
        assertThat(d.topology().nodes().getFirst().root().bridges())
                .containsExactly(Bridge.plain(new IfName("br0"), List.of()));
        assertThat(d.topology().find(ETH0)).isPresent();
    }

    @Test
    void removingANamespaceTakesItsCablesAndTheirBareFarEndsAlong() {
        assertThat(new Edit.Remove("n/a").applyTo(BRIDGED)).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'bridges': [{'name': 'br0'}]}],
            'layout': {'n': [0, 0, 9, 9], 'n/br0': [4, 4, 2, 2]}\
            """));
    }

    @Test
    void removingANodeTakesEverythingInItAlong() {
        assertThat(new Edit.Remove("n").applyTo(BRIDGED)).isEqualTo(Sketch.of("'nodes': []"));
    }

    @Test
    void removingABridgeFreesItsPorts() {
        Drawing d = new Edit.Remove("n/br0").applyTo(BRIDGED);

        assertThat(d.topology().nodes().getFirst().root())
                .isEqualTo(Namespace.empty("").withInterfaces(List.of(Interface.cableEnd(new IfName("p0")))));
        assertThat(d.topology().cables()).isEqualTo(BRIDGED.topology().cables());
        assertThat(d.layout().boxes()).containsOnlyKeys("n", "n/a");
    }

    @Test
    void removingAnInterfaceTakesItsRoutesAndSettingsAlong() {
        assertThat(new Edit.Remove("n/a/eth0").applyTo(BRIDGED)).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'bridges': [{'name': 'br0'}],
              'namespaces': [{'name': 'a', 'routes': [{'to': '10.9.0.0/16', 'via': '10.0.0.2'}],
                 'sysctls': {'ipv4.ip_forward': 1}, 'nat': {
                   'masquerade': [{'source': '10.0.0.0/24', 'except_to': ['10.0.0.0/8']}]}}]}],
            'layout': {'n': [0, 0, 9, 9], 'n/a': [1, 1, 2, 2], 'n/br0': [4, 4, 2, 2]}\
            """));
    }

    @Test
    void removingAnInterfaceTakesItOutOfItsLan() {
        Drawing before = Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'e0'}, {'name': 'e1'}]}],
            'lans': [{'name': 'l', 'nics': ['n/e0', 'n/e1']}]\
            """);

        assertThat(new Edit.Remove("n/e0").applyTo(before))
                .isEqualTo(Sketch.of("'nodes': [{'name': 'n', 'interfaces': [{'name': 'e1'}]}], 'lans': [{'name': 'l',"
                        + " 'nics': ['n/e1']}]"));
    }

    @Test
    void removingALanOrANoteTakesItsPlaceAlong() {
        Drawing before = Sketch.of("'lans': [{'name': 'x'}], 'notes': [{'id': 'x'}], "
                + "'layout': {'lan:x': [0, 0, 1, 1], 'note:x': [0, 0, 1, 1]}");

        assertThat(new Edit.Remove("note:x").applyTo(new Edit.Remove("lan:x").applyTo(before)))
                .isEqualTo(Sketch.of("'nodes': []"));
    }

    @Test
    void aRenamedInterfaceIsRenamedWhereverItIsNamed() {
        Drawing d = new Edit.Rename("n/a/eth0", "veth7").applyTo(BRIDGED);

        assertThat(d).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}], 'bridges': [{'name': 'br0', 'ports': ['p0']}],
              'namespaces': [{'name': 'a', 'interfaces': [{'name': 'veth7', 'addresses': ['10.0.0.1/24']}],
                 'routes': [{'to': 'default', 'dev': 'veth7'}, {'to': '10.9.0.0/16', 'via': '10.0.0.2'}],
                 'sysctls': {'ipv4.conf.veth7.rp_filter': 2, 'ipv4.ip_forward': 1},
                 'nat': {'masquerade': [
                   {'source': '10.0.0.0/24', 'except_out': 'veth7', 'except_to': ['10.0.0.0/8']}]}}]}],
            'cables': [{'ends': ['n/a/veth7', 'n/p0']}],
            'layout': {'n': [0, 0, 9, 9], 'n/a': [1, 1, 2, 2], 'n/br0': [4, 4, 2, 2]}\
            """));
    }

    @Test
    void aRenamedNodeNamespaceBridgeAndPortKeepTheirCablesAndPlaces() {
        Drawing d = new Edit.All(List.of(
                        new Edit.Rename("n/p0", "port0"),
                        new Edit.Rename("n/br0", "cni0"),
                        new Edit.Rename("n/a", "pod"),
                        new Edit.Rename("n", "k8s")))
                .applyTo(BRIDGED);

        assertThat(d.topology().cables())
                .containsExactly(Cable.between(PortId.parse("k8s/pod/eth0"), PortId.parse("k8s/port0")));
        assertThat(d.topology().nodes().getFirst().root().bridges())
                .containsExactly(Bridge.plain(new IfName("cni0"), List.of(new IfName("port0"))));
        assertThat(d.layout().boxes()).containsOnlyKeys("k8s", "k8s/pod", "k8s/cni0");
    }

    @Test
    void aNameThatIsTakenOrImpossibleIsRefusedInWords() {
        assertThat(Stream.of("eth0 0", "a-name-beyond-15", "p0")
                        .map(name -> new Edit.Rename("n/br0", name).problem(BRIDGED)))
                .allMatch(Optional::isPresent);
        assertThat(new Edit.Rename("n/br0", "p0").applyTo(BRIDGED)).isEqualTo(BRIDGED);
        assertThat(new Edit.Rename("n/br0", "br0").problem(BRIDGED)).isEmpty();
    }

    @Test
    void aPortMovesFromOneBridgeToAnother() {
        Drawing d = new Edit.All(List.of(
                        new Edit.AddBridge(PortId.parse("n/br1"), BOX),
                        new Edit.Enslave(PortId.parse("n/p0"), new IfName("br1"))))
                .applyTo(BRIDGED);

        assertThat(d.topology().nodes().getFirst().root().bridges())
                .containsExactly(
                        Bridge.plain(new IfName("br0"), List.of()),
                        Bridge.plain(new IfName("br1"), List.of(new IfName("p0"))));
        assertThat(new Edit.Free(PortId.parse("n/p0"))
                        .applyTo(d)
                        .topology()
                        .nodes()
                        .getFirst()
                        .root()
                        .bridges())
                .allSatisfy(b -> assertThat(b.ports()).isEmpty());
    }

    @Test
    void theFieldsOfAnInterfaceAreSet() {
        Drawing d = new Edit.All(List.of(
                        new Edit.SetAddresses(ETH0, List.of(Cidr.parse("fd00::1/64"))),
                        new Edit.SetMac(ETH0, Optional.of(Mac.parse("02:00:00:00:00:01"))),
                        new Edit.SetMtu(ETH0, OptionalInt.of(1400)),
                        new Edit.SetUp(ETH0, false)))
                .applyTo(BRIDGED);

        assertThat(d.topology().find(ETH0))
                .contains(new Interface(
                        ETH0.name(),
                        new LinkKind.CableEnd(),
                        Optional.of(Mac.parse("02:00:00:00:00:01")),
                        OptionalInt.of(1400),
                        List.of(Cidr.parse("fd00::1/64")),
                        false));
    }

    @Test
    void theFieldsOfABridgeAreSet() {
        PortId br0 = PortId.parse("n/br0");
        BridgeOptions stp = BridgeOptions.DEFAULT.withStp(true).withForwardDelaySeconds(OptionalInt.of(4));
        Drawing d = new Edit.All(List.of(
                        new Edit.SetBridgeOptions(br0, stp),
                        new Edit.SetAddresses(br0, List.of(Cidr.parse("10.0.0.9/24")))))
                .applyTo(BRIDGED);

        assertThat(d.topology().nodes().getFirst().root().bridges())
                .containsExactly(Bridge.plain(br0.name(), List.of(new IfName("p0")))
                        .withOptions(stp)
                        .withAddresses(List.of(Cidr.parse("10.0.0.9/24"))));
    }

    @Test
    void routesAndSysctlsComeAndGo() {
        SpaceId a = SpaceId.parse("n/a");
        Route route = Route.via(Cidr.parse("10.8.0.0/16"), IpAddress.parse("10.0.0.3"));
        Drawing d = new Edit.All(List.of(
                        new Edit.AddRoute(a, route),
                        new Edit.RemoveRoute(a, 0),
                        new Edit.RemoveRoute(a, 7),
                        new Edit.SetSysctl(a, "ipv4.ip_forward", Optional.of("0")),
                        new Edit.SetSysctl(a, "ipv4.conf.eth0.rp_filter", Optional.empty())))
                .applyTo(BRIDGED);
        Namespace after = d.topology().find(a).orElseThrow();

        assertThat(after.routes())
                .containsExactly(Route.via(Cidr.parse("10.9.0.0/16"), IpAddress.parse("10.0.0.2")), route);
        assertThat(after.sysctls()).isEqualTo(Map.of("ipv4.ip_forward", "0"));
        assertThat(new Edit.SetRoutes(a, List.of(route))
                        .applyTo(d)
                        .topology()
                        .find(a)
                        .orElseThrow()
                        .routes())
                .containsExactly(route);
    }

    @Test
    void titlesNotesAndLansAreSet() {
        Drawing d = new Edit.All(List.of(
                        new Edit.SetTitle("", Texts.english("The drawing")),
                        new Edit.SetTitle("n", Texts.english("The node")),
                        new Edit.SetDescription(Texts.english("About it")),
                        new Edit.AddNote(new Note(new Name("x"), Texts.english("Look")), BOX),
                        new Edit.SetNote(new Name("x"), Texts.english("See")),
                        new Edit.SetNoteFrame(new Name("x"), false),
                        new Edit.AddLan(new Lan(new Name("l"), Texts.NONE, List.of()), BOX),
                        new Edit.SetLan(new Lan(new Name("l"), Texts.NONE, List.of(PortId.parse("n/e0"))))))
                .applyTo(EMPTY);

        assertThat(d).isEqualTo(Sketch.of("""
            'title': 'The drawing', 'description': 'About it', 'nodes': [{'name': 'n', 'title': 'The node'}],
            'notes': [{'id': 'x', 'text': 'See', 'framed': false}], 'lans': [{'name': 'l', 'nics': ['n/e0']}],
            'layout': {'note:x': [0, 0, 10, 10], 'lan:l': [0, 0, 10, 10]}\
            """));
    }

    static Stream<Edit> senseless() {
        PortId gone = PortId.parse("n/gone/eth0");
        End eth1 = End.at(PortId.parse("n/a/eth1"));
        return Stream.of(
                new Edit.AddNode(N, BOX),
                new Edit.AddNamespace(SpaceId.parse("n/a"), BOX),
                new Edit.AddNamespace(SpaceId.parse("n/br0"), BOX),
                new Edit.AddNamespace(SpaceId.parse("gone/a"), BOX),
                new Edit.AddBridge(PortId.parse("n/p0"), BOX),
                new Edit.AddBridge(gone, BOX),
                new Edit.AddInterface(SpaceId.parse("n/a"), Interface.cableEnd(new IfName("eth0"))),
                new Edit.AddCable(eth1, eth1),
                new Edit.AddCable(eth1, End.at(ETH0)),
                new Edit.AddCable(eth1, End.at(gone)),
                new Edit.AddCable(eth1, End.at(PortId.parse("n/br0"))),
                new Edit.AddCable(eth1, End.on(PortId.parse("n/p1"), new IfName("br7"))),
                new Edit.Enslave(PortId.parse("n/p0"), new IfName("br7")),
                new Edit.Enslave(PortId.parse("n/p7"), new IfName("br0")),
                new Edit.Free(gone),
                new Edit.Remove("n/gone"),
                new Edit.Remove(""),
                new Edit.Remove("cable:"),
                new Edit.Remove("wrong:n"),
                new Edit.Rename("n/gone", "x"),
                new Edit.Rename("cable:n/p0", "x"),
                new Edit.SetAddresses(gone, List.of()),
                new Edit.SetTitle("n/gone", Texts.english("x")));
    }

    @ParameterizedTest
    @MethodSource("senseless")
    void anEditThatMakesNoSenseChangesNothing(Edit edit) {
        assertThat(edit.applyTo(BRIDGED)).isEqualTo(BRIDGED);
    }

    @Test
    void drawingTheLectureByHandGivesTheShippedFile() {
        Drawing shipped = Sketch.bridge();
        Drawing bare = new Drawing(shipped.topology().withNodes(List.of()).withCables(List.of()), Layout.NONE);
        Layout at = shipped.layout();
        Drawing drawn = new Edit.All(List.of(
                        new Edit.AddNode(new Name("this"), at.box("this").orElseThrow()),
                        new Edit.SetTitle(
                                "this", shipped.topology().nodes().getFirst().title()),
                        new Edit.AddNamespace(
                                SpaceId.parse("this/ns1"), at.box("this/ns1").orElseThrow()),
                        new Edit.AddNamespace(
                                SpaceId.parse("this/ns2"), at.box("this/ns2").orElseThrow()),
                        new Edit.AddBridge(
                                PortId.parse("this/br0"), at.box("this/br0").orElseThrow()),
                        lectureCable("this/ns1/veth0", "this/br-veth0"),
                        lectureCable("this/ns2/veth1", "this/br-veth1"),
                        new Edit.SetAddresses(PortId.parse("this/ns1/veth0"), List.of(Cidr.parse("10.1.1.2/24"))),
                        new Edit.SetAddresses(PortId.parse("this/ns2/veth1"), List.of(Cidr.parse("10.1.1.3/24"))),
                        withoutIpv6("this"),
                        withoutIpv6("this/ns1"),
                        withoutIpv6("this/ns2")))
                .applyTo(bare);

        assertThat(drawn).isEqualTo(shipped);
    }

    private static Edit withoutIpv6(String space) {
        return new Edit.SetSysctl(SpaceId.parse(space), "ipv6.conf.default.disable_ipv6", Optional.of("1"));
    }

    private static Edit lectureCable(String end, String port) {
        return new Edit.AddCable(End.at(PortId.parse(end)), End.on(PortId.parse(port), new IfName("br0")));
    }

    private static final Drawing MARKED = Sketch.of("""
        'nodes': [{'name': 'n', 'namespaces': [{'name': 'a'}, {'name': 'b'}]}],
        'layout': {'n/a': [1, 1, 2, 2], 'group:g1': [0, 0, 9, 9]},
        'canvas': {'groups': [{'id': 'g1', 'title': 'Both', 'colour': 'blue'}], 'locked': ['n/a', 'group:g1'],
          'collapsed': ['n'], 'heights': {'n/a': 3, 'n/b': -1}}\
        """);

    @Test
    void whatIsHeldAndLaidAboveFollowsANewName() {
        assertThat(new Edit.Rename("n", "m").applyTo(MARKED)).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'm', 'namespaces': [{'name': 'a'}, {'name': 'b'}]}],
            'layout': {'m/a': [1, 1, 2, 2], 'group:g1': [0, 0, 9, 9]},
            'canvas': {'groups': [{'id': 'g1', 'title': 'Both', 'colour': 'blue'}], 'locked': ['m/a', 'group:g1'],
              'collapsed': ['m'], 'heights': {'m/a': 3, 'm/b': -1}}\
            """));
    }

    @Test
    void aRemovedThingLeavesNoMarkAndARemovedGroupLeavesWhatLiesInIt() {
        Drawing d = new Edit.All(List.of(new Edit.Remove("n/a"), new Edit.Remove("group:g1"))).applyTo(MARKED);

        assertThat(d).isEqualTo(Sketch.of("""
            'nodes': [{'name': 'n', 'namespaces': [{'name': 'b'}]}],
            'canvas': {'collapsed': ['n'], 'heights': {'n/b': -1}}\
            """));
    }

    @Test
    void aNamespaceMovesIntoAnotherNodeWithItsCablesAndMarks() {
        Drawing before = Sketch.of("""
            'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}],
              'namespaces': [{'name': 'a', 'interfaces': [{'name': 'eth0'}]}]}, {'name': 'm'}],
            'cables': [{'ends': ['n/a/eth0', 'n/p0']}],
            'layout': {'n/a': [1, 1, 2, 2]}, 'canvas': {'locked': ['n/a']}\
            """);

        assertThat(new Edit.MoveNamespace(SpaceId.parse("n/a"), new Name("m")).applyTo(before))
                .isEqualTo(Sketch.of("""
                    'nodes': [{'name': 'n', 'interfaces': [{'name': 'p0'}]},
                      {'name': 'm', 'namespaces': [{'name': 'a', 'interfaces': [{'name': 'eth0'}]}]}],
                    'cables': [{'ends': ['m/a/eth0', 'n/p0']}],
                    'layout': {'m/a': [1, 1, 2, 2]}, 'canvas': {'locked': ['m/a']}\
                    """));
        assertThat(new Edit.MoveNamespace(SpaceId.parse("n/a"), N).applyTo(before))
                .isEqualTo(before);
    }
}
