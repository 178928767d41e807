package dev.pathlight.topology.json;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Sentence;
import java.util.List;
import java.util.Optional;

/** Reads what an interface is made of: the field "kind" and those that go with it. */
final class LinkKindReader {
    private static final Mac NO_MAC = new Mac(0);

    private LinkKindReader() {}

    static LinkKind read(Fields f) {
        return switch (f.word("kind", LinkKind.WORDS).orElse("cable")) {
            case "dummy" -> new LinkKind.Dummy();
            case "vxlan" -> vxlan(f);
            case "vlan" -> new LinkKind.Vlan(StackReader.ifName(f, "parent"), StackReader.number(f, "tag", 1, 4094));
            case "macvlan" -> new LinkKind.Macvlan(StackReader.ifName(f, "parent"), mode(f, LinkKind.MACVLAN_MODES));
            case "ipvlan" -> new LinkKind.Ipvlan(StackReader.ifName(f, "parent"), mode(f, LinkKind.IPVLAN_MODES));
            case "vrf" ->
                new LinkKind.Vrf(
                        StackReader.number(f, "table", 1, Integer.MAX_VALUE),
                        f.values("members", IfName::problem, IfName::new));
            case "wireguard" -> new LinkKind.Wireguard(StackReader.port(f, "listen_port"));
            case "bond" ->
                new LinkKind.Bond(mode(f, LinkKind.BOND_MODES), f.values("members", IfName::problem, IfName::new));
            case String kind
            when LinkKind.TUNNEL_KINDS.contains(kind) ->
                new LinkKind.Tunnel(kind, StackReader.address(f, "local"), StackReader.address(f, "remote"));
            case String cable -> new LinkKind.CableEnd();
        };
    }

    /** The mode; the first of {@code modes} is the one left out. */
    private static String mode(Fields f, List<String> modes) {
        return f.word("mode", modes).orElse(modes.getFirst());
    }

    private static LinkKind vxlan(Fields f) {
        return new LinkKind.Vxlan(
                StackReader.number(f, "vni", 0, 0xff_ffff),
                StackReader.ifName(f, "device"),
                address(f, "local"),
                address(f, "remote"),
                f.integer("udp_port", 1, 65_535),
                f.flag("learning", true),
                f.objects("peers", Sentence.of("a peer"), LinkKindReader::peer));
    }

    private static LinkKind.Vxlan.Peer peer(Fields f) {
        Mac mac =
                f.required("mac", "\"mac\": \"02:00:00:00:00:01\"", NO_MAC, k -> f.value(k, Mac::problem, Mac::parse));
        return new LinkKind.Vxlan.Peer(mac, StackReader.address(f, "remote"), address(f, "address"));
    }

    private static Optional<IpAddress> address(Fields f, String key) {
        return f.value(key, IpAddress::problem, IpAddress::parse);
    }
}
