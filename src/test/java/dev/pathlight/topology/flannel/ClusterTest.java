package dev.pathlight.topology.flannel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.Checker;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth.Outcome;
import dev.pathlight.topology.json.FlannelReaderTest;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
    private static Flannel flannel(String backend) {
        return FlannelReaderTest.good(FlannelReaderTest.lecture().replace("\"host-gw\"", backend));
    }

    private static Flannel tiny(String range) {
        return FlannelReaderTest.good(FlannelReaderTest.lecture().replace("\"10.244.0.0/16\"", range));
    }

    private static Topology grown(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Grown.class);
        return ((Outcome.Grown) outcome).topology();
    }

    private static List<String> routes(Topology t, String space) {
        return t.find(SpaceId.parse(space)).orElseThrow().routes().stream()
                .map(r -> r.destination() + " via " + r.via().orElseThrow())
                .toList();
    }

    /** What a pod and its port are called is drawn by lot, and which addresses are left: all else is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"host-gw", "vxlan"})
    void theShippedDrawingIsTheImportedOneWithTheLecturesPods(String backend) {
        Path file = Path.of("topologies/flannel-" + backend + ".json");
        Topology shipped =
                ((ReadResult.Good) TopologyReader.read(file)).drawing().topology();
        Topology imported = grown(Cluster.draw(flannel("\"" + backend + "\""), 2, 1));
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Node node = shipped.nodes().get(i);
            String lectures = node.namespaces().getFirst().name();
            SpaceId pod = imported.nodes()
                    .get(i)
                    .id(imported.nodes().get(i).namespaces().getFirst());
            PortId eth0 = PortId.parse(pod + "/eth0");
            PortId theirs = PortId.parse(node.name() + "/" + lectures + "/eth0");
            edits.add(new Edit.SetAddresses(
                    eth0, shipped.find(theirs).orElseThrow().addresses()));
            edits.add(new Edit.Rename(pod.toString(), lectures));
            edits.add(new Edit.Rename(
                    imported.peerOf(eth0).orElseThrow().toString(),
                    Rules.hostVeth(node.name().value(), lectures).value()));
        }
        Topology renamed =
                new Edit.All(edits).applyTo(new Drawing(imported, Layout.NONE)).topology();
        renamed = grown(Publishing.publish(renamed, SpaceId.parse("k8s-2/cni-b9kmz")));

        assertThat(renamed.withTitle(Texts.NONE))
                .isEqualTo(shipped.withTitle(Texts.NONE).withDescription(Texts.NONE));
    }

    @Test
    void everyNodeHasOneRouteToEachOther() {
        Topology t = grown(Cluster.draw(flannel("\"host-gw\""), 3, 2));

        assertThat(routes(t, "k8s-2"))
                .containsExactly(
                        "0.0.0.0/0 via 172.12.1.2", "10.244.0.0/24 via 172.12.1.11", "10.244.2.0/24 via 172.12.1.13");
        assertThat(routes(t, "k8s-2/pod4")).containsExactly("10.244.0.0/16 via 10.244.1.1", "0.0.0.0/0 via 10.244.1.1");
        assertThat(Checker.check(t).findings()).isEmpty();
    }

    @Test
    void aNewNodeIsKnownToAllTheOthersAndKnowsThem() {
        Topology two = grown(Cluster.draw(flannel("\"vxlan\", \"VNI\": 7"), 2, 1));
        Outcome outcome = Growth.node(two);
        Topology three = grown(outcome);

        assertThat(((Outcome.Grown) outcome).path()).isEqualTo("k8s-3");
        assertThat(routes(three, "k8s-1"))
                .containsExactly(
                        "0.0.0.0/0 via 172.12.1.2", "10.244.1.0/24 via 10.244.1.0", "10.244.2.0/24 via 10.244.2.0");
        assertThat(peers(three, "k8s-1/flannel.7")).containsExactly("172.12.1.12", "172.12.1.13");
        assertThat(peers(three, "k8s-3/flannel.7")).containsExactly("172.12.1.11", "172.12.1.12");
        assertThat(three.withFlannel(two.flannel()))
                .as("drawing three at once comes to the same, but for the order of nodes")
                .extracting(t -> t.findNode(new Name("k8s-3")).orElseThrow())
                .isEqualTo(grown(Cluster.draw(flannel("\"vxlan\", \"VNI\": 7"), 3, 0))
                        .findNode(new Name("k8s-3"))
                        .orElseThrow());
    }

    private static List<String> peers(Topology t, String port) {
        return ((LinkKind.Vxlan) t.find(PortId.parse(port)).orElseThrow().kind())
                .peers().stream().map(p -> p.remote().toString()).toList();
    }

    @Test
    void aNewPodGetsTheNextAddressAndAPortOfTheBridge() {
        Topology t = grown(Growth.pod(grown(Cluster.draw(flannel("\"host-gw\""), 2, 1)), new Name("k8s-2")));
        PortId eth0 = PortId.parse("k8s-2/pod3/eth0");

        assertThat(t.find(eth0).orElseThrow().addresses()).containsExactly(Cidr.parse("10.244.1.3/24"));
        assertThat(t.findNode(new Name("k8s-2"))
                        .orElseThrow()
                        .root()
                        .bridges()
                        .getFirst()
                        .ports())
                .last()
                .isEqualTo(t.peerOf(eth0).orElseThrow().name());
        assertThat(Checker.check(t).findings()).isEmpty();
    }

    @Test
    void whatLeavesTheNetworkIsMasqueradedAndWhatStaysInItIsNot() {
        Topology t = grown(Cluster.draw(flannel("\"host-gw\""), 2, 1));

        assertThat(nat(t, "k8s-2").masquerades())
                .containsExactly(new Nat.Masquerade(
                        Cidr.parse("10.244.0.0/16"),
                        Optional.empty(),
                        List.of(Cidr.parse("10.244.0.0/16"), Cidr.parse("224.0.0.0/4"))));
        Topology bridges = grown(Cluster.draw(good("Mode\": true", "Mode\": true, \"ipMasq\": true"), 2, 1));
        assertThat(nat(bridges, "k8s-2").masquerades())
                .last()
                .extracting(Nat.Masquerade::source, Nat.Masquerade::exceptTo)
                .containsExactly(
                        Cidr.parse("10.244.1.0/24"), List.of(Cidr.parse("10.244.1.0/24"), Cidr.parse("224.0.0.0/4")));
    }

    private static Flannel good(String was, String is) {
        return FlannelReaderTest.good(FlannelReaderTest.lecture().replace(was, is));
    }

    private static Nat nat(Topology t, String node) {
        return t.find(SpaceId.parse(node)).orElseThrow().nat();
    }

    @Test
    void eachPublishedPortOfANodeIsAnotherOne() {
        Topology t = grown(Cluster.draw(flannel("\"host-gw\""), 1, 2));
        assertThat(Publishing.isPod(t, SpaceId.parse("k8s-1/pod1"))).isTrue();
        assertThat(Publishing.isPod(t, SpaceId.parse("k8s-1"))).isFalse();
        Topology one = grown(Publishing.publish(t, SpaceId.parse("k8s-1/pod1")));
        Topology two = grown(Publishing.publish(one, SpaceId.parse("k8s-1/pod2")));

        assertThat(nat(two, "k8s-1").portMappings())
                .extracting(p -> p.hostPort() + "/" + p.protocol() + " " + p.to() + ":" + p.toPort())
                .containsExactly("8080/tcp 10.244.0.2:80", "8081/tcp 10.244.0.3:80");
        assertThat(Checker.check(two).findings()).isEmpty();
        Topology bare = grown(Cluster.draw(good("\"portmap\"", "\"bandwidth\""), 1, 1));
        assertThat(Publishing.publish(bare, SpaceId.parse("k8s-1/pod1"))).isInstanceOf(Outcome.NoRoom.class);
    }

    @Test
    void whereNothingIsLeftNothingIsDrawn() {
        Flannel twoNodes = tiny("\"10.244.0.0/29\", \"SubnetLen\": 30");
        Topology full = grown(Cluster.draw(twoNodes, 2, 1));

        assertThat(Growth.node(full))
                .isInstanceOfSatisfying(
                        Outcome.NoRoom.class,
                        n -> assertThat(n.why()).hasToString("Every /30 of 10.244.0.0/29 is given to a node"));
        assertThat(Growth.pod(full, new Name("k8s-1")))
                .isInstanceOfSatisfying(
                        Outcome.NoRoom.class,
                        n -> assertThat(n.why()).hasToString("Every address of 10.244.0.0/30 is taken"));
        assertThat(Growth.pod(full, new Name("gateway"))).isInstanceOf(Outcome.NoRoom.class);
        assertThat(Growth.node(Topology.empty(new Name("bare")))).isInstanceOf(Outcome.NoRoom.class);
    }
}
