package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.Session;
import dev.pathlight.session.SessionEvent;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
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
        bench.table().open(Path.of("topologies/bridge.json"));
    }

    private Optional<Problem> type(String at, Property property, int index, String text) {
        return bench.inspector().change(at, property, index, text);
    }

    private Namespace ns1() {
        return ns(NS1);
    }

    private Namespace ns(String path) {
        return drawing().topology().find(SpaceId.parse(path)).orElseThrow();
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
        type(NS1, Property.SYSCTLS, 0, "");
        type(NS1, Property.FORWARD, 0, "true");
        type(NS1, Property.SYSCTLS, NEW, "ipv4.conf.all.rp_filter = 2");
        assertThat(ns1().sysctls()).isEqualTo(Map.of("ipv4.ip_forward", "1", "ipv4.conf.all.rp_filter", "2"));
        type(NS1, Property.SYSCTLS, 0, "ipv4.conf.veth0.rp_filter = 0");
        type(NS1, Property.FORWARD, 0, "false");
        type(NS1, Property.FORWARD_V6, 0, "true");
        assertThat(ns1().sysctls())
                .isEqualTo(Map.of("ipv4.conf.veth0.rp_filter", "0", "ipv6.conf.all.forwarding", "1"));
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
    void aDrawingThatIsRenamedIsShownStill() {
        bench.canvas().selection().set(Set.of());
        type("", Property.NAME, 0, "renamed");
        assertThat(bench.canvas().selection().get()).isEmpty();
        assertThat(bench.inspector().subject().get().orElseThrow().path()).isEmpty();
        assertThat(drawing().topology().name().value()).isEqualTo("renamed");
    }

    @Test
    void theOrderOfABridgesPortsIsChanged() {
        bench.inspector().move("this/br0", Property.PORTS, 0, 1);
        assertThat(ns("this").findBridge(new IfName("br0")).orElseThrow().ports())
                .containsExactly(new IfName("br-veth1"), new IfName("br-veth0"));
    }

    @Test
    void addressesAreLinesAndAClearedLineIsGone() {
        String at = "this/ns1/veth0";
        type(at, Property.ADDRESSES, NEW, "fd00::2/64");
        type(at, Property.ADDRESSES, 0, "10.1.1.9/24, 10.1.1.10/24");
        assertThat(addresses(at)).containsExactly("10.1.1.9/24", "10.1.1.10/24", "fd00::2/64");
        type(at, Property.ADDRESSES, 1, "");
        bench.inspector().remove(at, Property.ADDRESSES, 0);
        assertThat(addresses(at)).containsExactly("fd00::2/64");
        type("this/br0", Property.ADDRESSES, NEW, "10.1.1.1/24");
        assertThat(ns("this").findBridge(new IfName("br0")).orElseThrow().addresses())
                .containsExactly(Cidr.parse("10.1.1.1/24"));
    }

    private List<String> addresses(String port) {
        return drawing().topology().find(PortId.parse(port)).orElseThrow().addresses().stream()
                .map(Cidr::toString)
                .toList();
    }

    @Test
    void aTitleIsOfTheLanguageItIsTypedInAndClearingTakesAwayThatLanguage() {
        type(NS1, Property.TITLE, 0, "Pod 1");
        bench.phrases().locale().set(Locale.CHINESE);
        type(NS1, Property.TITLE, 0, "容器组 1");
        assertThat(ns1().title().byLanguage()).isEqualTo(Map.of("en", "Pod 1", "zh", "容器组 1"));
        type(NS1, Property.TITLE, 0, "");
        assertThat(ns1().title().byLanguage()).isEqualTo(Map.of("en", "Pod 1"));
        type(NS1, Property.TITLE, 1, "");
        assertThat(ns1().title().byLanguage()).isEmpty();
    }

    @Test
    void aPortLeavesItsBridgeAndJoinsItAgain() {
        type("this/br-veth0", Property.BRIDGE, 0, "");
        assertThat(ns("this").bridgeOf(new IfName("br-veth0"))).isEmpty();
        type("this/br-veth0", Property.BRIDGE, 0, "br0");
        assertThat(ns("this").findBridge(new IfName("br0")).orElseThrow().ports())
                .containsExactly(new IfName("br-veth1"), new IfName("br-veth0"));
    }

    @Test
    void theOptionsOfABridgeAreSetOneByOne() {
        type("this/br0", Property.AGEING, 0, "30");
        type("this/br0", Property.STP, 0, "true");
        type("this/br0", Property.DELAY, 0, "4");
        type("this/br0", Property.PRIORITY, 0, "4096");
        type("this/br0", Property.VLAN, 0, "true");
        type("this/br0", Property.SNOOPING, 0, "false");
        type("this/br0", Property.HAIRPIN, 0, "true");
        assertThat(ns("this").findBridge(new IfName("br0")).orElseThrow().options())
                .isEqualTo(new BridgeOptions(
                        true, OptionalInt.of(30), OptionalInt.of(4), OptionalInt.of(4096), true, false, true));
        assertThat(type("this/br0", Property.DELAY, 0, "1").orElseThrow().why())
                .isEqualTo("\"1\" is not a number from 2 to 30.");
    }

    @Test
    void aCableEndIsRenamedAndTheCableStaysSelected() {
        bench.canvas().selection().set(Set.of("cable:this/ns1/veth0"));
        type("cable:this/ns1/veth0", Property.END_A, 0, "eth0");
        type("cable:this/ns1/eth0", Property.END_B, 0, "port1");
        assertThat(bench.canvas().selection().get()).containsExactly("cable:this/ns1/eth0");
        assertThat(bench.inspector().subject().get().orElseThrow().title()).isEqualTo("eth0 – port1");
        assertThat(ns("this").findBridge(new IfName("br0")).orElseThrow().ports())
                .startsWith(new IfName("port1"));
        assertThat(bench.drawing().undoName().get()).isEqualTo("Rename br-veth0 to port1");
    }

    @Test
    void whatIsFoundWrongBelongsToTheLineThatCausesIt() {
        type(NS1, Property.ROUTES, NEW, "10.1.2.0/24 via 10.1.1.3");
        type(NS1, Property.ROUTES, NEW, "default via 10.9.9.9");
        type(NS1, Property.SYSCTLS, NEW, "ipv4.conf.all.rp_filter = 0");
        type(NS1, Property.SYSCTLS, NEW, "ipv4.conf.nobody.rp_filter = 0");
        type("this/br0", Property.MTU, 0, "1000");
        type("this/br0", Property.ADDRESSES, NEW, "fd00::1/64");
        assertThat(spots(NS1)).containsExactlyInAnyOrder(new Spot(Property.ROUTES, 1), new Spot(Property.SYSCTLS, 1));
        assertThat(spots("this/br0")).contains(new Spot(Property.MTU, 0));
    }

    @Test
    void rulesAndTranslationsAreLinesAndWhatIsFoundWrongBelongsToOneOfThem() {
        List.of("10.1.1.0/24", "10.1.1.0/24 except nobody").forEach(l -> type(NS1, Property.MASQUERADE, NEW, l));
        type(NS1, Property.PUBLISH, NEW, "8080 to 10.1.1.3:80");
        List.of("forward drop from 10.1.1.0/24 to 10.1.1.3/32 tcp port 80 # why", "input drop in nobody")
                .forEach(l -> type(NS1, Property.FILTERS, NEW, l));
        type(NS1, Property.POLICIES, NEW, "forward drop");

        assertThat(ns1().nat().portMappings()).extracting(FilterLine::write).containsExactly("8080/tcp to 10.1.1.3:80");
        assertThat(ns1().firewall().rules())
                .extracting(FilterLine::write)
                .containsExactly(
                        "forward drop from 10.1.1.0/24 to 10.1.1.3/32 tcp port 80 # why", "input drop in nobody");
        assertThat(ns1().firewall().policies()).containsOnlyKeys(Firewall.Hook.FORWARD);
        assertThat(spots(NS1))
                .containsExactlyInAnyOrder(
                        new Spot(Property.MASQUERADE, 1), new Spot(Property.FILTERS, 1), new Spot(Property.FORWARD, 0));
    }

    private List<Spot> spots(String at) {
        bench.canvas().selection().set(Set.of(at));
        List<Entry> form = bench.inspector().subject().get().orElseThrow().form();
        return bench.findings().stream()
                .filter(f -> f.element().equals(at))
                .flatMap(f -> Spot.of(f, form).stream())
                .toList();
    }

    @Test
    void undoNamesWhatWasChangedAndTakesItBack() {
        Drawing before = drawing();
        type("this/br0", Property.STP, 0, "true");
        assertThat(bench.drawing().undoName().get()).isEqualTo("Change “Spanning tree (STP)” of br0");
        bench.undo();
        assertThat(drawing()).isEqualTo(before);
    }

    @Test
    void whatTheKernelLacksIsGreyedOutWithItsReasonOnceThatIsKnown() {
        SessionOpener running = FakeSession.opener();
        Workbench here = new Workbench(
                new SessionOpener() {
                    @Override
                    public Session open(CheckedTopology drawing, Consumer<SessionEvent> events) throws MachineLost {
                        return running.open(drawing, events);
                    }

                    @Override
                    public KernelFeatures features() {
                        return new KernelFeatures(Map.of(Feature.VLAN_FILTERING, Sentence.of("the reason")));
                    }
                },
                new FxThread(Runnable::run, Runnable::run),
                new Phrases(Locale.ENGLISH),
                List.of());
        here.table().open(Path.of("topologies/bridge.json"));
        here.inspect("this/br0");

        List<Entry> form = here.inspector().subject().get().orElseThrow().form();
        assertThat(form)
                .contains(
                        new Entry.Switch(Property.VLAN, false, "the reason"),
                        new Entry.Switch(Property.STP, false, ""));
    }
}
