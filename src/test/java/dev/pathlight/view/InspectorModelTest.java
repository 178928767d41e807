package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InspectorModelTest {
    private static final int NEW = InspectorModel.NEW;
    private static final String NS1 = "this/ns1";

    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(
                FakeSession.opener(),
                new FxThread(Runnable::run, Runnable::run),
                new Phrases(Locale.ENGLISH),
                List.of());
        bench.open(Path.of("topologies/bridge.json"));
    }

    private Optional<Problem> type(String at, Property property, int index, String text) {
        return bench.inspector().change(at, property, index, text);
    }

    private Namespace ns1() {
        return drawing().topology().find(SpaceId.parse(NS1)).orElseThrow();
    }

    private Drawing drawing() {
        return bench.drawing().drawing().get();
    }

    private List<String> routes() {
        return ns1().routes().stream().map(RouteLine::write).toList();
    }

    @Test
    void routesAreAddedChangedMovedAndRemoved() {
        type(NS1, Property.ROUTES, NEW, "default via 10.1.1.1");
        type(NS1, Property.ROUTES, NEW, "10.1.2.0/24 via 10.1.1.9");
        type(NS1, Property.ROUTES, 1, "10.1.2.0/24 via 10.1.1.3");
        bench.inspector().move(NS1, Property.ROUTES, 1, -1);
        assertThat(routes()).containsExactly("10.1.2.0/24 via 10.1.1.3", "default via 10.1.1.1");
        bench.inspector().remove(NS1, Property.ROUTES, 0);
        assertThat(routes()).containsExactly("default via 10.1.1.1");
    }

    @Test
    void whatIsNotARouteChangesNothingAndSaysWhyAndWhatToDo() {
        Drawing before = drawing();
        Optional<Problem> problem = type(NS1, Property.ROUTES, NEW, "10.1.2.0/24 via nowhere");
        assertThat(problem.orElseThrow().why()).contains("nowhere");
        assertThat(problem.orElseThrow().todo()).contains("10.1.2.0/24 via 10.1.1.1");
        assertThat(drawing()).isEqualTo(before);
    }

    @Test
    void forwardingIsASwitchAndTheOtherSysctlsAreLines() {
        type(NS1, Property.FORWARD, 0, "true");
        type(NS1, Property.SYSCTLS, NEW, "ipv4.conf.all.rp_filter = 2");
        assertThat(ns1().sysctls()).isEqualTo(Map.of("ipv4.ip_forward", "1", "ipv4.conf.all.rp_filter", "2"));
        type(NS1, Property.SYSCTLS, 0, "ipv4.conf.veth0.rp_filter = 0");
        type(NS1, Property.FORWARD, 0, "false");
        assertThat(ns1().sysctls()).isEqualTo(Map.of("ipv4.conf.veth0.rp_filter", "0"));
    }

    @Test
    void aRenamedNamespaceStaysSelectedAndItsCableFollows() {
        bench.canvas().selection().set(Set.of(NS1));
        type(NS1, Property.NAME, 0, "web");
        assertThat(bench.canvas().selection().get()).containsExactly("this/web");
        assertThat(drawing().topology().peerOf(PortId.parse("this/web/veth0"))).contains(PortId.parse("this/br-veth0"));
        assertThat(type("this/web", Property.NAME, 0, "ns2").orElseThrow().why())
                .isEqualTo("There is already something called \"ns2\" here.");
    }

    @Test
    void theOrderOfABridgesPortsIsChanged() {
        bench.inspector().move("this/br0", Property.PORTS, 0, 1);
        assertThat(drawing()
                        .topology()
                        .find(SpaceId.parse("this"))
                        .orElseThrow()
                        .findBridge(new IfName("br0"))
                        .orElseThrow()
                        .ports())
                .containsExactly(new IfName("br-veth1"), new IfName("br-veth0"));
    }

    @Test
    void undoNamesWhatWasChangedAndTakesItBack() {
        Drawing before = drawing();
        type("this/br0", Property.STP, 0, "true");
        assertThat(bench.drawing().undoName().get()).contains("br0").contains("STP");
        bench.undo();
        assertThat(drawing()).isEqualTo(before);
    }
}
