package dev.pathlight.view.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.view.Dot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TracksTest {
    private final Scene bridge = LabelsTest.scene(Drawings.bridge());
    private final Tracks tracks = new Tracks(bridge);
    private final Journey request = over("this/ns1/veth0", "this/br-veth0", "this/br-veth1", "this/ns2/veth1");

    @Test
    void aRestingPacketIsAtItsInterface() {
        assertThat(tracks.position(new Dot(request, 2, 2, 0))).contains(at(bridge, "this/br-veth1"));
    }

    @Test
    void aPacketGoesFromInterfaceToInterface() {
        assertThat(tracks.position(new Dot(request, 0, 1, 0))).contains(at(bridge, "this/ns1/veth0"));
        assertThat(tracks.position(new Dot(request, 0, 1, 1))).contains(at(bridge, "this/br-veth0"));
    }

    @Test
    void onACableAPacketIsOnTheDrawnLine() {
        Curve c = bridge.wire("cable:this/ns1/veth0").orElseThrow().curve();
        Pt half = tracks.position(new Dot(request, 0, 1, 0.5)).orElseThrow();
        assertThat(c.flat(400).stream().mapToDouble(half::distance).min().orElseThrow())
                .isLessThan(2);
    }

    @Test
    void aCableDrawnFromTheOtherEndIsWalkedBackwards() {
        Journey reply = over("this/br-veth0", "this/ns1/veth0");
        assertThat(tracks.position(new Dot(reply, 0, 1, 0))).contains(at(bridge, "this/br-veth0"));
        assertThat(tracks.position(new Dot(reply, 0, 1, 1))).contains(at(bridge, "this/ns1/veth0"));
    }

    @Test
    void insideABridgeAPacketNeverLeavesItsBar() {
        Rect bar = bridge.frame("this/br0").orElseThrow().rect();
        List<Pt> seen = IntStream.rangeClosed(0, 50)
                .mapToObj(i -> tracks.position(new Dot(request, 1, 2, i / 50.0)).orElseThrow())
                .toList();
        assertThat(seen).allMatch(bar::contains);
        assertThat(seen).anyMatch(p -> p.y() > bar.y() + 10);
    }

    @Test
    void aPacketMovesAtConstantSpeed() {
        Track t = tracks.between(PortId.parse("this/br-veth0"), PortId.parse("this/br-veth1"))
                .orElseThrow();
        double walked = 0;
        Pt before = t.at(0);
        for (int i = 1; i <= 1000; i++) {
            Pt now = t.at(i / 1000.0);
            assertThat(before.distance(now)).isLessThanOrEqualTo(t.length() / 1000 + 1e-9);
            walked += before.distance(now);
            before = now;
        }
        assertThat(walked).isBetween(t.length() * 0.995, t.length() + 1e-6);
    }

    @Test
    void fromAPodToAnotherMachineAPacketPassesBridgeKernelAndLan() {
        Scene scene = LabelsTest.scene(Drawings.cluster(2, 2));
        Tracks cluster = new Tracks(scene);
        Rect kernel = scene.kernel("k8s-1").orElseThrow().rect();
        Track routed = cluster.between(PortId.parse("k8s-1/veth1-1"), PortId.parse("k8s-1/ens33"))
                .orElseThrow();
        assertThat(routed.points()).anyMatch(kernel::contains);
        Track wire = cluster.between(PortId.parse("k8s-1/ens33"), PortId.parse("k8s-2/ens33"))
                .orElseThrow();
        assertThat(wire.points()).anyMatch(scene.frame("lan:lan0").orElseThrow().rect()::contains);
        assertThat(wire.points().getFirst()).isEqualTo(at(scene, "k8s-1/ens33"));
        assertThat(wire.points().getLast()).isEqualTo(at(scene, "k8s-2/ens33"));
    }

    @Test
    void theBridgesOwnInterfaceIsInItsBar() {
        Scene scene = LabelsTest.scene(Drawings.cluster(1, 2));
        Track t = new Tracks(scene)
                .between(PortId.parse("k8s-1/veth1-1"), PortId.parse("k8s-1/cni0"))
                .orElseThrow();
        assertThat(scene.frame("k8s-1/cni0").orElseThrow().rect().contains(t.at(1)))
                .isTrue();
    }

    @Test
    void aPacketAtAnInterfaceThatIsNotDrawnIsNowhere() {
        assertThat(tracks.position(new Dot(over("this/ns9/eth0"), 0, 0, 0))).isEmpty();
        assertThat(tracks.position(new Dot(request, 0, 9, 0.5))).isEmpty();
    }

    @Test
    void aChipSaysWhatAPacketIsInAWordOrTwo() {
        assertThat(List.of(
                        Chip.words(named("ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1", "icmp")),
                        Chip.words(named("ICMP echo reply 10.1.1.3 → 10.1.1.2, id 7, seq 1", "icmp")),
                        Chip.words(named("ARP who has 10.1.1.3? tell 10.1.1.2", "arp")),
                        Chip.words(named("ARP reply 10.1.1.3 is at 02:00:00:00:00:01", "arp")),
                        Chip.words(named("TCP SYN 10.1.1.2:4711 → 10.1.1.3:80", "tcp"))))
                .containsExactly("ICMP request", "ICMP reply", "ARP?", "ARP reply", "TCP SYN");
    }

    private static Pt at(Scene scene, String port) {
        return scene.port(PortId.parse(port)).orElseThrow().at();
    }

    private static Journey over(String... ports) {
        List<Hop> hops = new ArrayList<>();
        for (String p : ports) {
            hops.add(new Hop(
                    PortId.parse(p),
                    Direction.OUT,
                    0,
                    new Mac(1),
                    new Mac(2),
                    OptionalInt.empty(),
                    List.of(),
                    hops.size() - 1,
                    new byte[0]));
        }
        return new Journey(1, "ICMP", "icmp", 0, Journey.Outcome.DELIVERED, true, hops, Optional.empty());
    }

    private static Journey named(String what, String protocol) {
        return new Journey(1, what, protocol, 0, Journey.Outcome.DELIVERED, true, List.of(), Optional.empty());
    }
}
