package dev.pathlight.topology.flannel;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What flanneld and the CNI plugins make, piece by piece. Names and MAC addresses that they draw by lot are hashes here. */
final class Rules {
    /** What an Ethernet, IPv4, UDP and VXLAN header take of the underlay's 1500 bytes (RFC 7348, section 5). */
    private static final int VXLAN_MTU = 1500 - 50;

    private static final Cidr MULTICAST = Cidr.parse("224.0.0.0/4");

    private Rules() {}

    /** {@code flannel.1}: the device is named after its VNI. */
    static IfName tunnel(Backend.Vxlan backend) {
        return new IfName("flannel." + backend.vni());
    }

    /** As the bridge plugin names them, {@code veth54a9e98a}; here the same on every drawing. */
    static IfName hostVeth(String node, String pod) {
        return new IfName("veth%08x".formatted(hash(node + "/" + pod)));
    }

    /** The tunnel end's own: its subnet is in it, so that it can be read aloud. */
    static Mac tunnelMac(Member m) {
        return new Mac(0x0200_0000_0000L + m.subnet().address().low());
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    /** What pods and bridge have; empty where it is the kernel's own. */
    static OptionalInt mtu(Flannel f) {
        return f.cni().mtu().isPresent() || f.backend() instanceof Backend.HostGw
                ? f.cni().mtu()
                : OptionalInt.of(VXLAN_MTU);
    }

    static Bridge bridge(Flannel f, Cidr subnet) {
        BridgeOptions options = BridgeOptions.DEFAULT.withHairpin(f.cni().hairpin());
        Cidr gateway = new Cidr(new IpAddress(false, 0, subnet.address().low() + 1), subnet.prefix());
        return new Bridge(f.cni().bridge(), List.of(), options, Optional.empty(), mtu(f), List.of(gateway), true);
    }

    /** The tunnel end of a node: its subnet's own address, /32, and a row for every other node. */
    static Interface tunnel(Backend.Vxlan backend, Member m, List<Member> others) {
        LinkKind.Vxlan kind = new LinkKind.Vxlan(
                backend.vni(),
                m.nic(),
                Optional.of(m.address().address()),
                Optional.empty(),
                OptionalInt.of(backend.udpPort()),
                false,
                others.stream().map(Rules::peer).toList());
        Cidr own = new Cidr(m.subnet().address(), 32);
        return new Interface(
                tunnel(backend), kind, Optional.of(tunnelMac(m)), OptionalInt.of(VXLAN_MTU), List.of(own), true);
    }

    private static LinkKind.Vxlan.Peer peer(Member m) {
        IpAddress tunnelled = m.subnet().address();
        return new LinkKind.Vxlan.Peer(tunnelMac(m), m.address().address(), Optional.of(tunnelled));
    }

    /** flanneld's --ip-masq, and the bridge plugin's ipMasq for each of its pods. */
    static List<Nat.Masquerade> masquerades(Flannel f, Cidr subnet) {
        Cidr network = f.range().network();
        return Stream.concat(
                        f.cni().masquerade() ? Stream.of(network) : Stream.of(),
                        f.cni().bridgeMasquerade() ? Stream.of(subnet) : Stream.of())
                .map(n -> new Nat.Masquerade(n, Optional.empty(), List.of(n, MULTICAST)))
                .toList();
    }

    /** The way from any node to the pods of {@code to}. */
    static Route route(Flannel f, Member from, Member to) {
        return switch (f.backend()) {
            case Backend.HostGw gw ->
                Route.via(to.subnet(), to.address().address()).withDevice(Optional.of(from.nic()));
            case Backend.Vxlan v ->
                Route.via(to.subnet(), to.subnet().address()).onLinkBy(tunnel(v));
        };
    }
}
