package dev.pathlight.machine;

import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tries each optional part of the kernel in a namespace of its own, which goes with the machine. */
final class FeatureProbe {
    private static final SpaceId SPACE = SpaceId.parse("probe");
    private static final IfName BRIDGE = new IfName("br0");
    private static final int BRIDGE_INDEX = 10;
    private static final long PATIENCE_MILLIS = 10_000;
    /** What a shell says of a program that is not there. */
    private static final int NO_PROGRAM = 127;

    private final Machine machine;
    private final Map<Feature, Sentence> missing = new EnumMap<>(Feature.class);
    private int steps;

    private FeatureProbe(Machine machine) {
        this.machine = machine;
    }

    /** Takes some tenths of a second. */
    static KernelFeatures on(Machine machine) throws MachineLost {
        FeatureProbe probe = new FeatureProbe(machine);
        if (probe.run(new NetOp.MakeNamespace(SPACE, 0)).isEmpty()) {
            probe.bridges();
            probe.rest();
        }
        return new KernelFeatures(probe.missing);
    }

    private void bridges() throws MachineLost {
        Optional<StepFailure> none = run(bridge(BRIDGE, BRIDGE_INDEX, BridgeOptions.DEFAULT));
        if (none.isPresent()) {
            missing.put(
                    Feature.BRIDGES,
                    Sentence.of("This kernel makes no bridges (CONFIG_BRIDGE): {0}", answer(none.get())));
            return;
        }
        run(bridge(new IfName("br1"), BRIDGE_INDEX + 1, BridgeOptions.DEFAULT.withStp(true)))
                .ifPresent(f -> missing.put(
                        Feature.SPANNING_TREE,
                        Sentence.of("This kernel's bridges know no spanning tree: {0}", answer(f))));
        run(bridge(new IfName("br2"), BRIDGE_INDEX + 2, BridgeOptions.DEFAULT.withVlanFiltering(true)))
                .ifPresent(f -> missing.put(
                        Feature.VLAN_FILTERING,
                        Sentence.of(
                                "This kernel's bridges filter no VLANs (CONFIG_BRIDGE_VLAN_FILTERING): {0}",
                                answer(f))));
    }

    private static NetOp bridge(IfName name, int index, BridgeOptions options) {
        return new NetOp.CreateBridge(SPACE, index, name, Optional.empty(), OptionalInt.empty(), options);
    }

    private void rest() throws MachineLost {
        LinkKind.Vxlan vxlan =
                new LinkKind.Vxlan(1, BRIDGE, Optional.empty(), Optional.empty(), OptionalInt.empty(), true, List.of());
        run(new NetOp.CreateVxlan(
                        SPACE,
                        BRIDGE_INDEX + 3,
                        new IfName("vx0"),
                        Optional.empty(),
                        OptionalInt.empty(),
                        vxlan,
                        BRIDGE_INDEX))
                .ifPresent(f -> missing.put(
                        Feature.VXLAN,
                        Sentence.of("This kernel makes no VXLAN tunnels (CONFIG_VXLAN): {0}", answer(f))));
        run(new NetOp.AddFilterTable(SPACE, "probe"))
                .ifPresent(f -> missing.put(
                        Feature.NFTABLES,
                        Sentence.of("This kernel has no nftables (CONFIG_NF_TABLES): {0}", answer(f))));
        run(new NetOp.WriteSysctl(SPACE, "bridge.bridge-nf-call-iptables", "0"))
                .ifPresent(f -> missing.put(
                        Feature.BRIDGE_NETFILTER,
                        Sentence.of("This kernel has no br_netfilter (CONFIG_BRIDGE_NETFILTER): {0}", answer(f))));
        vlanLinks();
    }

    /** There is no operation for these yet, so the class's own tool tries. */
    private void vlanLinks() throws MachineLost {
        ExecResult tried = machine.exec(
                SPACE,
                List.of("ip", "link", "add", "link", BRIDGE.value(), "name", "v0", "type", "vlan", "id", "2"),
                PATIENCE_MILLIS);
        if (tried.exitCode() != 0 && tried.exitCode() != NO_PROGRAM) {
            missing.put(
                    Feature.VLAN_LINKS,
                    Sentence.of(
                            "This kernel makes no interfaces of kind vlan (CONFIG_VLAN_8021Q): {0}",
                            tried.stderr().lines().findFirst().orElse("")));
        }
    }

    private Optional<StepFailure> run(NetOp op) throws MachineLost {
        return machine.run(List.of(new Step(++steps, Stage.CONFIGURE, op, SPACE.toString())), done -> {});
    }

    /** Its errno, and its own words where it has some. */
    private static String answer(StepFailure f) {
        return f.kernelText().isEmpty() || LinkFeatures.isOurs(f.kernelText())
                ? f.errnoName()
                : f.errnoName() + ", " + f.kernelText();
    }
}
