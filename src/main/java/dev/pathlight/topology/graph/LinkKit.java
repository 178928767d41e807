package dev.pathlight.topology.graph;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Interfaces of the rarer kinds as the palette makes them: over the stack's own cable, to the machine at its other end. */
final class LinkKit {
    private static final int WIREGUARD_PORT = 51820;
    private static final String NOBODY = "eth0";

    private final Topology t;
    private final SpaceId space;
    private final Optional<IfName> below;

    /** @param below the interface it is to stand on; where empty the first cable's end there is */
    LinkKit(Topology t, SpaceId space, Optional<IfName> below) {
        this.t = t;
        this.space = space;
        this.below = below.or(this::firstCable);
    }

    Kit.Made make(String kind) {
        LinkKind made = kind(kind);
        PortId id = new PortId(space, name(kind));
        Interface link = Interface.cableEnd(id.name()).withKind(made);
        return new Kit.Made(id.toString(), new Edit.AddInterface(space, link));
    }

    private Optional<IfName> firstCable() {
        return t.find(space).stream()
                .flatMap(s -> s.interfaces().stream()
                        .filter(i -> i.kind() instanceof LinkKind.CableEnd)
                        .filter(i -> s.bridgeOf(i.name()).isEmpty()))
                .map(Interface::name)
                .findFirst();
    }

    private IfName device() {
        return below.orElse(new IfName(NOBODY));
    }

    /** A VLAN is named after what it stands on; tunnels begin at 1, for their module makes the one with 0. */
    private IfName name(String kind) {
        if (kind.equals("vlan")) {
            String wish = device() + "." + tag();
            return new IfName(
                    IfName.problem(wish).isEmpty() && !isTaken(wish) ? wish : Kit.next("vlan", tag(), this::isTaken));
        }
        boolean tunnel = LinkKind.TUNNEL_KINDS.contains(kind);
        String stem = kind.equals("wireguard") ? "wg" : kind;
        return new IfName(Kit.next(stem, tunnel ? 1 : 0, this::isTaken));
    }

    private boolean isTaken(String name) {
        return Element.find(t, space + "/" + name).isPresent();
    }

    private LinkKind kind(String kind) {
        return switch (kind) {
            case "dummy" -> new LinkKind.Dummy();
            case "vxlan" -> vxlan();
            case "vlan" -> new LinkKind.Vlan(device(), tag());
            case "macvlan" -> new LinkKind.Macvlan(device(), "bridge");
            case "ipvlan" -> new LinkKind.Ipvlan(device(), "l2");
            case "vrf" -> new LinkKind.Vrf(table(), List.of());
            case "wireguard" -> new LinkKind.Wireguard(WIREGUARD_PORT);
            case "bond" -> new LinkKind.Bond("active-backup", bare());
            default -> tunnel(kind);
        };
    }

    private LinkKind vxlan() {
        Optional<IpAddress> local = own(false);
        Optional<IpAddress> remote = far(false);
        // Who points here already means this tunnel.
        int vni = vxlans().filter(v -> local.isPresent() && v.remote().equals(local))
                .map(LinkKind.Vxlan::vni)
                .findFirst()
                .orElseGet(() -> vxlans().mapToInt(LinkKind.Vxlan::vni).max().orElse(0) + 1);
        return new LinkKind.Vxlan(
                Math.min(vni, 0xff_ffff), device(), local, remote, OptionalInt.empty(), true, List.of());
    }

    private Stream<LinkKind.Vxlan> vxlans() {
        return t.nodes().stream()
                .flatMap(n -> n.spaces())
                .flatMap(s -> s.interfaces().stream())
                .flatMap(i -> i.kind() instanceof LinkKind.Vxlan v ? Stream.of(v) : Stream.empty());
    }

    private LinkKind tunnel(String kind) {
        boolean v6 = kind.equals("ip6tnl");
        IpAddress here = own(v6).orElse(IpAddress.parse(v6 ? "2001:db8::1" : "192.0.2.1"));
        IpAddress there = far(v6).orElse(IpAddress.parse(v6 ? "2001:db8::2" : "192.0.2.2"));
        return new LinkKind.Tunnel(kind, here, there);
    }

    private Optional<IpAddress> own(boolean v6) {
        return below.flatMap(n -> t.find(new PortId(space, n)))
                .flatMap(i -> i.addresses().stream()
                        .map(Cidr::address)
                        .filter(a -> a.v6() == v6)
                        .findFirst());
    }

    /** The first other address on the wire below. */
    private Optional<IpAddress> far(boolean v6) {
        Optional<IpAddress> own = own(v6);
        return below.flatMap(n -> Segments.of(t).addressesOf(new PortId(space, n)).stream()
                .map(Cidr::address)
                .filter(a -> a.v6() == v6 && own.filter(a::equals).isEmpty())
                .findFirst());
    }

    /** 10, 20 …: the next that this device does not have. */
    private int tag() {
        Set<Integer> taken = new TreeSet<>();
        t.find(space)
                .map(Namespace::interfaces)
                .orElse(List.of())
                .forEach(i -> taken.add(
                        i.kind() instanceof LinkKind.Vlan v && v.parent().equals(device()) ? v.tag() : 0));
        int tag = 10;
        while (taken.contains(tag) && tag < 4090) {
            tag += 10;
        }
        return tag;
    }

    private int table() {
        return t.find(space).map(Namespace::interfaces).orElse(List.of()).stream()
                        .mapToInt(i -> i.kind() instanceof LinkKind.Vrf v ? v.table() : 9)
                        .max()
                        .orElse(9)
                + 1;
    }

    /** Two cables' ends without addresses. */
    private List<IfName> bare() {
        return t.find(space).map(Namespace::interfaces).orElse(List.of()).stream()
                .filter(i ->
                        i.kind() instanceof LinkKind.CableEnd && i.addresses().isEmpty())
                .map(Interface::name)
                .limit(2)
                .toList();
    }
}
