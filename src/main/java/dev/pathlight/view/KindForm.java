package dev.pathlight.view;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.LinkKind.Vxlan;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.Entry.Choice;
import dev.pathlight.view.Entry.Growth;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Lines;
import dev.pathlight.view.Entry.Link;
import dev.pathlight.view.Entry.Links;
import dev.pathlight.view.Entry.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What an interface is made of, in the form: its kind, and what each kind has of its own. */
final class KindForm {
    private static final int VNI_MOST = 0xff_ffff;
    private static final int PORT_MOST = 65_535;
    private static final int TAG_MOST = 4094;

    private final PortId id;
    private final Topology topology;
    private final LinkKind kind;

    KindForm(PortId id, Topology topology, Interface link) {
        this.id = id;
        this.topology = topology;
        this.kind = link.kind();
    }

    List<Entry> rows() {
        List<Entry> rows = new ArrayList<>();
        rows.add(new Choice(Property.KIND, LinkKind.WORDS, kind.word(), ""));
        rows.addAll(own());
        return rows;
    }

    private List<Entry> own() {
        return switch (kind) {
            case LinkKind.CableEnd c -> List.of();
            case LinkKind.Dummy d -> List.of();
            case Vxlan v -> vxlan(v);
            case LinkKind.Vlan v ->
                List.of(device(Property.PARENT, v.parent()), new Line(Property.TAG, String.valueOf(v.tag()), "100"));
            case LinkKind.Macvlan m ->
                List.of(device(Property.PARENT, m.parent()), mode(LinkKind.MACVLAN_MODES, m.mode()));
            case LinkKind.Ipvlan i ->
                List.of(device(Property.PARENT, i.parent()), mode(LinkKind.IPVLAN_MODES, i.mode()));
            case LinkKind.Vrf v -> List.of(new Line(Property.TABLE, String.valueOf(v.table()), "10"), members());
            case LinkKind.Tunnel t ->
                List.of(
                        new Line(Property.LOCAL, t.local().toString(), ""),
                        new Line(Property.REMOTE, t.remote().toString(), ""));
            case LinkKind.Wireguard w ->
                List.of(new Line(Property.LISTEN_PORT, String.valueOf(w.listenPort()), "51820"));
            case LinkKind.Bond b -> List.of(mode(LinkKind.BOND_MODES, b.mode()), members());
        };
    }

    private List<Entry> vxlan(Vxlan v) {
        return List.of(
                new Line(Property.VNI, String.valueOf(v.vni()), "1"),
                device(Property.DEVICE, v.device()),
                new Line(Property.LOCAL, v.local().map(IpAddress::toString).orElse(""), ""),
                new Line(Property.REMOTE, v.remote().map(IpAddress::toString).orElse(""), ""),
                new Line(
                        Property.UDP_PORT,
                        v.udpPort().isPresent() ? String.valueOf(v.udpPort().getAsInt()) : "",
                        String.valueOf(Vxlan.PORT)),
                new Switch(Property.LEARNING, v.learning()),
                new Lines(
                        Property.PEERS,
                        v.peers().stream().map(KindForm::write).toList(),
                        false,
                        "02:00:00:00:00:01 via 172.12.1.12"));
    }

    /** A peer on one line: its MAC address, the machine it is behind, and its address where it has one. */
    static String write(Vxlan.Peer p) {
        return p.mac() + " via " + p.remote() + p.address().map(a -> " ip " + a).orElse("");
    }

    static Vxlan.Peer peer(String text) {
        String[] words = text.trim().split("\\s+");
        boolean shaped = (words.length == 3 || words.length == 5 && words[3].equals("ip")) && words[1].equals("via");
        if (!shaped) {
            throw new Malformed(Sentence.of("it is not a MAC address, via and the address of a machine"));
        }
        return new Vxlan.Peer(
                dev.pathlight.topology.Mac.parse(words[0]),
                IpAddress.parse(words[2]),
                words.length == 5 ? Optional.of(IpAddress.parse(words[4])) : Optional.empty());
    }

    private static Choice mode(List<String> modes, String mode) {
        return new Choice(Property.MODE, modes, mode, "");
    }

    private Choice device(Property property, IfName name) {
        Stream<String> nodes =
                property == Property.PARENT ? names(SpaceId.root(id.space().node())) : Stream.of();
        List<String> options = Stream.of(others(), nodes, Stream.of(name.value()))
                .flatMap(s -> s)
                .distinct()
                .toList();
        PortId below = topology.below(id).orElseGet(() -> new PortId(id.space(), name));
        return new Choice(property, options, name.value(), below.toString());
    }

    /** The interfaces and bridges beside this one. */
    private Stream<String> others() {
        return names(id.space()).filter(n -> !n.equals(id.name().value()));
    }

    private Stream<String> names(SpaceId at) {
        return topology.find(at).stream()
                .flatMap(s -> Stream.concat(
                        s.interfaces().stream().map(Interface::name),
                        s.bridges().stream().map(dev.pathlight.topology.Bridge::name)))
                .map(IfName::value);
    }

    private Links members() {
        List<IfName> members = kind.masterOf();
        return new Links(
                Property.MEMBERS,
                members.stream()
                        .map(m -> new Link(m.value(), new PortId(id.space(), m).toString()))
                        .toList(),
                true,
                new Growth.Joining(
                        others().filter(n -> !members.contains(new IfName(n))).toList()));
    }

    /** The kind with what {@code text} says; throws {@link Malformed}, which says why it cannot be taken. */
    LinkKind typed(Property property, int index, String text) {
        if (property == Property.KIND) {
            return text.equals(kind.word()) ? kind : fresh(text);
        }
        return switch (kind) {
            case Vxlan v -> vxlan(v, property, index, text);
            case LinkKind.Vlan v ->
                property == Property.TAG
                        ? new LinkKind.Vlan(v.parent(), Numbers.needed(text, 1, TAG_MOST))
                        : new LinkKind.Vlan(new IfName(text), v.tag());
            case LinkKind.Macvlan m ->
                property == Property.MODE
                        ? new LinkKind.Macvlan(m.parent(), one(text, LinkKind.MACVLAN_MODES))
                        : new LinkKind.Macvlan(new IfName(text), m.mode());
            case LinkKind.Ipvlan i ->
                property == Property.MODE
                        ? new LinkKind.Ipvlan(i.parent(), one(text, LinkKind.IPVLAN_MODES))
                        : new LinkKind.Ipvlan(new IfName(text), i.mode());
            case LinkKind.Vrf v ->
                property == Property.TABLE
                        ? new LinkKind.Vrf(Numbers.needed(text, 1, Integer.MAX_VALUE), v.members())
                        : withMember(index, text);
            case LinkKind.Tunnel t ->
                property == Property.LOCAL
                        ? new LinkKind.Tunnel(t.kind(), end(text), t.remote())
                        : new LinkKind.Tunnel(t.kind(), t.local(), end(text));
            case LinkKind.Wireguard w -> new LinkKind.Wireguard(Numbers.needed(text, 1, PORT_MOST));
            case LinkKind.Bond b ->
                property == Property.MODE
                        ? new LinkKind.Bond(one(text, LinkKind.BOND_MODES), b.members())
                        : withMember(index, text);
            case LinkKind.CableEnd c -> throw notIts();
            case LinkKind.Dummy d -> throw notIts();
        };
    }

    private static Malformed notIts() {
        return new Malformed(Sentence.of("it cannot be typed"));
    }

    private static String one(String text, List<String> words) {
        if (!words.contains(text)) {
            throw new Malformed(Sentence.of("\"{0}\" is none of {1}", text, Sentence.list(words)));
        }
        return text;
    }

    private static IpAddress end(String text) {
        if (text.isEmpty()) {
            throw new Malformed(Sentence.of("a tunnel needs both its ends"));
        }
        return IpAddress.parse(text);
    }

    private static Vxlan vxlan(Vxlan v, Property property, int index, String text) {
        Optional<IpAddress> address = property == Property.LOCAL || property == Property.REMOTE
                ? Optional.of(text).filter(t -> !t.isEmpty()).map(IpAddress::parse)
                : Optional.empty();
        return switch (property) {
            case VNI -> with(v, Numbers.needed(text, 0, VNI_MOST), v.local(), v.remote(), v.udpPort(), v.learning());
            case DEVICE -> v.withDevice(new IfName(text));
            case LOCAL -> with(v, v.vni(), address, v.remote(), v.udpPort(), v.learning());
            case REMOTE -> with(v, v.vni(), v.local(), address, v.udpPort(), v.learning());
            case UDP_PORT -> with(v, v.vni(), v.local(), v.remote(), Numbers.whole(text, 1, PORT_MOST), v.learning());
            case LEARNING -> with(v, v.vni(), v.local(), v.remote(), v.udpPort(), Boolean.parseBoolean(text));
            case PEERS ->
                v.withPeers(FormReader.put(v.peers(), index, text.isEmpty() ? List.of() : List.of(peer(text))));
            default -> throw notIts();
        };
    }

    private static Vxlan with(
            Vxlan v,
            int vni,
            Optional<IpAddress> local,
            Optional<IpAddress> remote,
            OptionalInt udpPort,
            boolean learning) {
        return new Vxlan(vni, v.device(), local, remote, udpPort, learning, v.peers());
    }

    private LinkKind withMember(int index, String text) {
        List<IfName> typed = text.isEmpty() ? List.of() : List.of(new IfName(text));
        return kind.withMembers(FormReader.put(kind.masterOf(), index, typed));
    }

    /** With member {@code index} one place further down, or up when {@code step} is -1. */
    LinkKind moved(int index, int step) {
        List<IfName> members = kind.masterOf();
        return members.isEmpty() ? kind : kind.withMembers(FormReader.swapped(members, index, index + step));
    }

    /** Another kind with values that can be seen and changed. */
    private LinkKind fresh(String word) {
        IfName over = new IfName(others().findFirst().orElse("eth0"));
        return switch (one(word, LinkKind.WORDS)) {
            case "cable" -> new LinkKind.CableEnd();
            case "dummy" -> new LinkKind.Dummy();
            case "vxlan" ->
                new Vxlan(1, over, Optional.empty(), Optional.empty(), OptionalInt.empty(), true, List.of());
            case "vlan" -> new LinkKind.Vlan(over, 100);
            case "macvlan" -> new LinkKind.Macvlan(over, LinkKind.MACVLAN_MODES.getFirst());
            case "ipvlan" -> new LinkKind.Ipvlan(over, LinkKind.IPVLAN_MODES.getFirst());
            case "vrf" -> new LinkKind.Vrf(10, List.of());
            case "wireguard" -> new LinkKind.Wireguard(51_820);
            case "bond" -> new LinkKind.Bond(LinkKind.BOND_MODES.getFirst(), List.of());
            default -> tunnel(word);
        };
    }

    private LinkKind.Tunnel tunnel(String word) {
        boolean v6 = word.equals("ip6tnl");
        if (kind instanceof LinkKind.Tunnel t && t.local().v6() == v6) {
            return new LinkKind.Tunnel(word, t.local(), t.remote());
        }
        IpAddress local = topology.find(id.space()).stream()
                .flatMap(s -> Stream.concat(
                        s.interfaces().stream().map(Interface::addresses),
                        s.bridges().stream().map(dev.pathlight.topology.Bridge::addresses)))
                .flatMap(List::stream)
                .map(Cidr::address)
                .filter(a -> a.v6() == v6)
                .findFirst()
                .orElse(IpAddress.parse(v6 ? "fd00::1" : "10.0.0.1"));
        return new LinkKind.Tunnel(word, local, IpAddress.parse(v6 ? "fd00::2" : "10.0.0.2"));
    }
}
