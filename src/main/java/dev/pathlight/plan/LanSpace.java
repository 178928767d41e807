package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A LAN made real: a namespace of its own, named like the LAN, whose one bridge (the LAN's name cut to 15 bytes) is the
 * switch, which says nothing itself (IPv6 off). Its ports are the far ends of the NICs' cables, in the LAN's order, each named like the node whose NIC it is.
 */
public record LanSpace(SpaceId id, Namespace namespace, List<Cable> cables) {
    public static LanSpace of(Lan lan) {
        SpaceId id = SpaceId.root(lan.name());
        IfName bridge = new IfName(cut(lan.name().value(), IfName.MAX_BYTES));
        Set<IfName> taken = new HashSet<>(Set.of(bridge, new IfName("lo")));
        List<IfName> ports = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (PortId nic : lan.nics()) {
            IfName port = freeName(nic.space().shortName(), taken);
            taken.add(port);
            ports.add(port);
            cables.add(Cable.between(new PortId(id, port), nic));
        }
        Namespace namespace = Namespace.empty("")
                .withSysctls(new TreeMap<>(Map.of(Sysctls.IPV6_OFF_BY_DEFAULT, "1")))
                .withInterfaces(ports.stream().map(Interface::cableEnd).toList())
                .withBridges(List.of(Bridge.plain(bridge, ports)));
        return new LanSpace(id, namespace, cables);
    }

    private static IfName freeName(String wanted, Set<IfName> taken) {
        IfName name = new IfName(cut(wanted, IfName.MAX_BYTES));
        for (int n = 2; taken.contains(name); n++) {
            String suffix = "-" + n;
            name = new IfName(cut(wanted, IfName.MAX_BYTES - suffix.length()) + suffix);
        }
        return name;
    }

    /** Names are ASCII, so characters are bytes. */
    private static String cut(String name, int bytes) {
        return name.length() <= bytes ? name : name.substring(0, bytes);
    }
}
