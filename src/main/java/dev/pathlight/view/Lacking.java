package dev.pathlight.view;

import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.topology.Sentence;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** What tools of the palette place that a kernel does not run. */
public final class Lacking {
    private Lacking() {}

    /** The tools of the palette whose things this kernel does not run, each with the reason; they can be drawn all the same. */
    public static Map<Tool, Sentence> of(KernelFeatures kernel) {
        Map<Tool, Sentence> lacking = new EnumMap<>(Tool.class);
        for (Tool tool : Tool.values()) {
            needs(tool).flatMap(f -> kernel.lacks(f).stream()).findFirst().ifPresent(why -> lacking.put(tool, why));
        }
        lacking.put(Tool.WIREGUARD, Sentence.of("This version cannot make the keys of WireGuard yet"));
        return lacking;
    }

    private static Stream<Feature> needs(Tool tool) {
        return switch (tool) {
            case SELECT, NODE, NAMESPACE, ROUTER, CONTAINER, LAN, CABLE, NOTE, TEXT, GROUP, PING, WIREGUARD ->
                Stream.of();
            case BRIDGE, SWITCH, HUB -> Stream.of(Feature.BRIDGES);
            case GATEWAY -> Stream.of(Feature.BRIDGES, Feature.NFTABLES);
            case VLAN -> Stream.of(Feature.VLAN_LINKS);
            case VXLAN, MACVLAN, IPVLAN, DUMMY, VRF, IPIP, GRE, SIT, IP6TNL, BOND ->
                Stream.of(Feature.valueOf(tool.name()));
        };
    }
}
