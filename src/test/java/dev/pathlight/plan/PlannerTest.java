package dev.pathlight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PlannerTest {
    @Test
    void theBridgeLectureReadsAsItIsTaught() {
        assertThat(sentences(Planner.plan(Drawings.bridgeLecture())))
                .containsExactly(
                        "SPACES this: Make the network stack of this",
                        "SPACES this/ns1: Make namespace this/ns1",
                        "SPACES this/ns2: Make namespace this/ns2",
                        "SPACES this: Keep IPv6 off new links in this, so that they come up silent",
                        "SPACES this/ns1: Keep IPv6 off new links in this/ns1, so that they come up silent",
                        "SPACES this/ns2: Keep IPv6 off new links in this/ns2, so that they come up silent",
                        "SPACES this: Bring up lo in this",
                        "SPACES this/ns1: Bring up lo in this/ns1",
                        "SPACES this/ns2: Bring up lo in this/ns2",
                        "LINKS this/br0: Create bridge br0 in this",
                        "LINKS this/br-veth0: Lay a cable from br-veth0 in this to veth0 in this/ns1,"
                                + " with br-veth0 as a port of its bridge",
                        "LINKS this/ns1/veth0: Bring up veth0 in this/ns1",
                        "LINKS this/br-veth1: Lay a cable from br-veth1 in this to veth1 in this/ns2,"
                                + " with br-veth1 as a port of its bridge",
                        "LINKS this/ns2/veth1: Bring up veth1 in this/ns2",
                        "LINKS this/br0: Bring up br0 in this",
                        "CONFIGURE this: Turn IPv6 on in this",
                        "CONFIGURE this/ns1: Turn IPv6 on in this/ns1",
                        "CONFIGURE this/ns2: Turn IPv6 on in this/ns2",
                        "CONFIGURE this/ns1/veth0: Give veth0 in this/ns1 the address 10.1.1.2/24",
                        "CONFIGURE this/ns2/veth1: Give veth1 in this/ns2 the address 10.1.1.3/24",
                        "READY this/br0: Turn multicast snooping on for bridge br0 in this",
                        "READY this/ns1/veth0: Wait until veth0 in this/ns1 is usable",
                        "READY this/br-veth0: Wait until br-veth0 in this is usable",
                        "READY this/ns2/veth1: Wait until veth1 in this/ns2 is usable",
                        "READY this/br-veth1: Wait until br-veth1 in this is usable",
                        "READY this/br0: Wait until br0 in this is usable");
    }

    private static List<String> sentences(Plan plan) {
        return plan.steps().stream()
                .map(s -> s.stage() + " " + s.element() + ": " + Sentences.of(s).in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void whatAnInterfaceWithoutACableHasIsNotAskedOfTheKernel() {
        Topology lecture = Drawings.bridgeLecture();
        Topology cut = lecture.withCables(lecture.cables().subList(0, 1));
        Node node = cut.nodes().getFirst();
        Topology freed = cut.withNodes(List.of(node.withRoot(
                node.root().withBridges(List.of(Bridge.plain(new IfName("br0"), List.of(new IfName("br-veth0"))))))));

        assertThat(sentences(Planner.plan(freed)))
                .contains("CONFIGURE this/ns1/veth0: Give veth0 in this/ns1 the address 10.1.1.2/24")
                .noneMatch(s -> s.contains("veth1"));
    }

    @Test
    void aCableIsMadeByOneMessageThatAlsoJoinsItsBridge() {
        NetOp.CreateVeth first = Planner.plan(Drawings.bridgeLecture()).steps().stream()
                .map(Step::op)
                .filter(NetOp.CreateVeth.class::isInstance)
                .map(NetOp.CreateVeth.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(List.of(first.a().bridge(), first.b().bridge()))
                .isEqualTo(List.of(Optional.of(new NetOp.Master(4, new IfName("br0"))), Optional.empty()));
    }

    @Test
    void aLanIsANamespaceWithASwitchNamedLikeItAndPortsNamedLikeTheNodes() {
        assertThat(sentences(Planner.plan(Drawings.twoNodesOnALan())).stream()
                        .filter(s -> s.startsWith("LINKS") && s.contains("the-long-lan"))
                        .toList())
                .containsExactly(
                        "LINKS lan:the-long-lan-name: Create bridge the-long-lan-na in the-long-lan-name",
                        "LINKS k8s-1/ens33: Lay a cable from k8s-1 in the-long-lan-name to ens33 in k8s-1,"
                                + " with k8s-1 as a port of its bridge",
                        "LINKS k8s-2/ens33: Lay a cable from k8s-2 in the-long-lan-name to ens33 in k8s-2,"
                                + " with k8s-2 as a port of its bridge",
                        "LINKS lan:the-long-lan-name: Bring up the-long-lan-na in the-long-lan-name");
    }

    @Test
    void aRouteComesAfterTheOneThatMakesItsGatewayReachable() {
        assertThat(sentences(Planner.plan(Drawings.twoNodesOnALan())).stream()
                        .filter(s -> s.startsWith("CONFIGURE k8s-1: Add"))
                        .toList())
                .containsExactly(
                        "CONFIGURE k8s-1: Add the route to 10.244.2.0/24 via 172.12.1.12 in k8s-1",
                        "CONFIGURE k8s-1: Add the route to 10.8.0.0/24 dev veth in k8s-1",
                        "CONFIGURE k8s-1: Add the route to 10.9.0.0/16 via 10.8.0.1 in k8s-1");
    }

    @Test
    void routesToANetworkThatIsConnectedGoInFrontOfThatRouteSoTheLastDrawnIsAddedFirst() {
        assertThat(sentences(Planner.plan(Drawings.routesBesideAConnectedOne())).stream()
                        .filter(s -> s.startsWith("CONFIGURE k8s-2: Add"))
                        .toList())
                .containsExactly(
                        "CONFIGURE k8s-2: Add the route to 172.17.0.0/16 via 172.12.1.13 in k8s-2, in front of the"
                                + " connected one",
                        "CONFIGURE k8s-2: Add the route to 172.17.0.0/16 via 172.12.1.11 in k8s-2, in front of the"
                                + " connected one",
                        "CONFIGURE k8s-2: Add the route to 172.19.0.0/16 via 172.12.1.11 in k8s-2",
                        "CONFIGURE k8s-2: Add the route to 172.17.0.0/16 via 172.12.1.11 metric 5 in k8s-2");
    }

    @Test
    void ofTwoIpv6RoutesToOneDestinationTheFirstDrawnKeepsTheLowerMetric() {
        assertThat(sentences(Planner.plan(Drawings.twoNodesOnALan())).stream()
                        .filter(s -> s.startsWith("CONFIGURE k8s-1/pod: Add") && s.contains("::"))
                        .toList())
                .containsExactly(
                        "CONFIGURE k8s-1/pod: Add the default route via fd00:1::1 in k8s-1/pod",
                        "CONFIGURE k8s-1/pod: Add the default route via fd00:1::9 metric 1025 in k8s-1/pod");
    }

    @Test
    void forwardingIsSetBeforeWhatItSetsBackAndDevicesBeforeTheirSysctls() {
        assertThat(sentences(Planner.plan(Drawings.twoNodesOnALan())).stream()
                        .filter(s -> s.contains("k8s-1: Set"))
                        .toList())
                .containsExactly(
                        "SPACES k8s-1: Set ipv4.ip_forward to 1 in k8s-1",
                        "SPACES k8s-1: Set ipv4.conf.all.rp_filter to 0 in k8s-1",
                        "CONFIGURE k8s-1: Set ipv4.conf.veth.rp_filter to 0 in k8s-1");
    }

    @Test
    void tearingDownDropsTheNamespacesLastMadeFirstAndNothingElse() {
        Plan undoing = Teardown.of(Planner.plan(Drawings.bridgeLecture()).steps());
        assertThat(sentences(undoing))
                .containsExactly(
                        "SPACES this/ns2: Remove this/ns2 with everything in it",
                        "SPACES this/ns1: Remove this/ns1 with everything in it",
                        "SPACES this: Remove this with everything in it");
    }

    @Test
    void whatWasDoneInANamespaceThatStaysIsUndoneOneByOne() {
        List<Step> inside = Planner.plan(Drawings.bridgeLecture()).steps().stream()
                .filter(s -> s.stage() != Stage.SPACES)
                .toList();
        assertThat(sentences(Teardown.of(inside)))
                .containsExactly(
                        "CONFIGURE this/ns2/veth1: Take the address 10.1.1.3/24 from veth1 in this/ns2",
                        "CONFIGURE this/ns1/veth0: Take the address 10.1.1.2/24 from veth0 in this/ns1",
                        "LINKS this/br-veth1: Delete br-veth1 in this",
                        "LINKS this/br-veth0: Delete br-veth0 in this",
                        "LINKS this/br0: Delete br0 in this");
    }

    @Test
    void aBridgesMtuIsSetAfterItsPortsJoined() {
        var drawn = Drawings.bridgeLecture();
        var root = drawn.nodes().getFirst().root();
        var bridge = root.bridges().getFirst();
        var narrow = new dev.pathlight.topology.Bridge(
                bridge.name(),
                bridge.ports(),
                BridgeOptions.DEFAULT,
                Optional.empty(),
                OptionalInt.of(1400),
                List.of(),
                true);
        var node = drawn.nodes().getFirst().withRoot(root.withBridges(List.of(narrow)));
        List<String> links = sentences(Planner.plan(drawn.withNodes(List.of(node)))).stream()
                .filter(s -> s.startsWith("LINKS this/br0"))
                .toList();
        assertThat(links)
                .containsExactly(
                        "LINKS this/br0: Create bridge br0 in this",
                        "LINKS this/br0: Set the MTU of br0 in this to 1400 bytes",
                        "LINKS this/br0: Bring up br0 in this");
    }
}
