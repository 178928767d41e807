package dev.pathlight.machine;

import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tries each optional part of the kernel in a namespace of its own, which goes with the machine. */
final class FeatureProbe {
    private static final SpaceId SPACE = SpaceId.parse("probe");
    private static final IfName BRIDGE = new IfName("br0");
    private static final int BRIDGE_INDEX = 10;
    private static final IfName BELOW = new IfName("v0");
    private static final int BELOW_INDEX = BRIDGE_INDEX + 3;

    /** One of each kind that kernels are built with or without, and the option. */
    private static final Map<LinkKind, String> SAMPLES = samples();

    private final Machine machine;
    private final Map<Feature, Sentence> missing = new EnumMap<>(Feature.class);
    private int steps;

    private static Map<LinkKind, String> samples() {
        Map<LinkKind, String> samples = new LinkedHashMap<>();
        samples.put(
                new LinkKind.Vxlan(1, BELOW, Optional.empty(), Optional.empty(), OptionalInt.empty(), true, List.of()),
                "CONFIG_VXLAN");
        samples.put(new LinkKind.Vlan(BELOW, 2), "CONFIG_VLAN_8021Q");
        samples.put(new LinkKind.Dummy(), "CONFIG_DUMMY");
        samples.put(new LinkKind.Macvlan(BELOW, "bridge"), "CONFIG_MACVLAN");
        samples.put(new LinkKind.Ipvlan(BELOW, "l2"), "CONFIG_IPVLAN");
        samples.put(new LinkKind.Vrf(10, List.of()), "CONFIG_NET_VRF");
        samples.put(new LinkKind.Bond("balance-rr", List.of()), "CONFIG_BONDING");
        samples.put(tunnel("ipip", "192.0.2.1", "192.0.2.2"), "CONFIG_NET_IPIP");
        samples.put(tunnel("gre", "192.0.2.1", "192.0.2.2"), "CONFIG_NET_IPGRE");
        samples.put(tunnel("sit", "192.0.2.1", "192.0.2.2"), "CONFIG_IPV6_SIT");
        samples.put(tunnel("ip6tnl", "2001:db8::1", "2001:db8::2"), "CONFIG_IPV6_TUNNEL");
        return samples;
    }

    private static NetOp.VethEnd end(IfName name, int index) {
        return new NetOp.VethEnd(SPACE, index, name, Optional.empty(), OptionalInt.empty(), Optional.empty(), false);
    }

    private static LinkKind tunnel(String kind, String local, String remote) {
        return new LinkKind.Tunnel(kind, IpAddress.parse(local), IpAddress.parse(remote));
    }

    private FeatureProbe(Machine machine) {
        this.machine = machine;
    }

    /** Takes some tenths of a second. */
    static KernelFeatures on(Machine machine) throws MachineLost {
        FeatureProbe probe = new FeatureProbe(machine);
        if (probe.run(new NetOp.MakeNamespace(SPACE, 0)).isEmpty()) {
            probe.bridges();
            probe.links();
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

    private void links() throws MachineLost {
        int index = BRIDGE_INDEX + 5;
        run(new NetOp.CreateVeth(end(BELOW, BELOW_INDEX), end(new IfName("v1"), BELOW_INDEX + 1)));
        for (Map.Entry<LinkKind, String> e : SAMPLES.entrySet()) {
            LinkKind kind = e.getKey();
            Optional<NetOp.Under> under = kind.standsOn().map(b -> new NetOp.Under(SPACE, BELOW_INDEX, b));
            IfName name = new IfName("x" + index);
            run(new NetOp.CreateLink(SPACE, index++, name, Optional.empty(), OptionalInt.empty(), kind, under))
                    .ifPresent(f -> missing.put(
                            Feature.of(kind).orElseThrow(),
                            Sentence.of(
                                    "This kernel makes no interfaces of kind {0} ({1}): {2}",
                                    kind.word(), e.getValue(), answer(f))));
            run(new NetOp.DeleteLink(SPACE, index - 1, name));
        }
    }

    private void rest() throws MachineLost {
        run(new NetOp.AddFilterTable(SPACE, "probe"))
                .ifPresent(f -> missing.put(
                        Feature.NFTABLES,
                        Sentence.of("This kernel has no nftables (CONFIG_NF_TABLES): {0}", answer(f))));
        run(new NetOp.WriteSysctl(SPACE, "bridge.bridge-nf-call-iptables", "0"))
                .ifPresent(f -> missing.put(
                        Feature.BRIDGE_NETFILTER,
                        Sentence.of("This kernel has no br_netfilter (CONFIG_BRIDGE_NETFILTER): {0}", answer(f))));
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
