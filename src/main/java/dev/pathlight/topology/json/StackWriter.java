package dev.pathlight.topology.json;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.json.Out.Obj;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes the fields of one network stack, in the order in which {@link StackReader} asks for them. */
final class StackWriter {
    /** Text that is exactly what its number would be written as; at most 15 digits, which every JSON tool keeps. */
    private static final Pattern PLAIN_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private StackWriter() {}

    static void write(Obj o, Namespace s) {
        o.list("interfaces", s.interfaces().stream().map(StackWriter::link).toList());
        o.list("bridges", s.bridges().stream().map(StackWriter::bridge).toList());
        o.list("routes", s.routes().stream().map(StackWriter::route).toList());
        if (!s.sysctls().isEmpty()) {
            o.put("sysctls", sysctls(s));
        }
        if (!s.nat().isEmpty()) {
            o.put("nat", nat(s.nat()));
        }
        if (!s.firewall().isEmpty()) {
            o.put("firewall", FirewallText.write(s.firewall()));
        }
        o.list("containers", s.containers().stream().map(StackWriter::container).toList());
    }

    private static Obj link(Interface i) {
        Obj o = new Obj(false);
        o.text("name", i.name());
        kind(o, i.kind());
        o.text("mac", i.mac());
        i.mtu().ifPresent(m -> o.number("mtu", m));
        o.texts("addresses", i.addresses());
        o.flag("up", i.up(), true);
        i.pvid().ifPresent(v -> o.number("pvid", v));
        return o;
    }

    private static void kind(Obj o, LinkKind kind) {
        if (!(kind instanceof LinkKind.CableEnd)) {
            o.text("kind", kind.word());
        }
        switch (kind) {
            case LinkKind.CableEnd c -> {}
            case LinkKind.Dummy d -> {}
            case LinkKind.Vxlan v -> {
                o.number("vni", v.vni());
                o.text("device", v.device());
                o.text("local", v.local());
                o.text("remote", v.remote());
                v.udpPort().ifPresent(p -> o.number("udp_port", p));
                o.flag("learning", v.learning(), true);
                o.list("peers", v.peers().stream().map(StackWriter::peer).toList());
            }
            case LinkKind.Vlan v -> {
                o.text("parent", v.parent());
                o.number("tag", v.tag());
            }
            case LinkKind.Macvlan m -> {
                o.text("parent", m.parent());
                mode(o, m.mode(), LinkKind.MACVLAN_MODES);
            }
            case LinkKind.Ipvlan i -> {
                o.text("parent", i.parent());
                mode(o, i.mode(), LinkKind.IPVLAN_MODES);
            }
            case LinkKind.Vrf v -> {
                o.number("table", v.table());
                o.texts("members", v.members());
            }
            case LinkKind.Tunnel t -> {
                o.text("local", t.local());
                o.text("remote", t.remote());
            }
            case LinkKind.Wireguard w -> o.number("listen_port", w.listenPort());
            case LinkKind.Bond b -> {
                mode(o, b.mode(), LinkKind.BOND_MODES);
                o.texts("members", b.members());
            }
        }
    }

    private static Obj peer(LinkKind.Vxlan.Peer p) {
        Obj o = new Obj(false);
        o.text("mac", p.mac());
        o.text("remote", p.remote());
        o.text("address", p.address());
        return o;
    }

    private static void mode(Obj o, String mode, List<String> modes) {
        if (!mode.equals(modes.getFirst())) {
            o.text("mode", mode);
        }
    }

    private static Obj bridge(Bridge b) {
        Obj o = new Obj(false);
        o.text("name", b.name());
        o.texts("ports", b.ports());
        BridgeOptions options = b.options();
        o.flag("stp", options.stp(), false);
        options.ageingSeconds().ifPresent(s -> o.number("ageing_seconds", s));
        options.forwardDelaySeconds().ifPresent(s -> o.number("forward_delay_seconds", s));
        options.priority().ifPresent(p -> o.number("priority", p));
        o.flag("vlan_filtering", options.vlanFiltering(), false);
        o.flag("multicast_snooping", options.multicastSnooping(), true);
        o.flag("hairpin", options.hairpin(), false);
        o.text("mac", b.mac());
        b.mtu().ifPresent(m -> o.number("mtu", m));
        o.texts("addresses", b.addresses());
        o.flag("up", b.up(), true);
        return o;
    }

    private static Obj route(Route r) {
        Obj o = new Obj(false);
        if (r.kind() != Route.Kind.UNICAST) {
            o.text("kind", r.kind().name().toLowerCase(Locale.ROOT));
        }
        o.text("to", RouteText.write(r));
        o.text("via", r.via());
        o.text("dev", r.device());
        o.text("src", r.source());
        r.metric().ifPresent(m -> o.number("metric", m));
        r.table().ifPresent(t -> o.number("table", t));
        o.flag("onlink", r.onLink(), false);
        return o;
    }

    private static Obj sysctls(Namespace s) {
        Obj o = new Obj(true);
        s.sysctls().forEach((key, value) -> {
            boolean number = PLAIN_NUMBER.matcher(value).matches();
            o.put(key, number ? new Out.Atom(value) : Out.quoted(value));
        });
        return o;
    }

    private static Obj nat(Nat nat) {
        Obj o = new Obj(false);
        o.list(
                "masquerade",
                nat.masquerades().stream().map(StackWriter::masquerade).toList());
        o.list("publish", nat.portMappings().stream().map(StackWriter::mapping).toList());
        return o;
    }

    private static Obj masquerade(Nat.Masquerade m) {
        Obj o = new Obj(false);
        o.text("source", m.source());
        o.text("except_out", m.exceptOut());
        o.texts("except_to", m.exceptTo());
        return o;
    }

    private static Obj mapping(Nat.PortMapping m) {
        Obj o = new Obj(false);
        if (!m.protocol().equals("tcp")) {
            o.text("protocol", m.protocol());
        }
        o.text("address", m.hostAddress());
        o.number("port", m.hostPort());
        o.text("to", m.to());
        o.number("to_port", m.toPort());
        return o;
    }

    private static Obj container(Container c) {
        Obj o = new Obj(false);
        o.text("name", c.name());
        o.texts("command", c.command());
        o.text("image", c.image());
        o.list("listens", c.listens().stream().map(StackWriter::listen).toList());
        return o;
    }

    private static Obj listen(Container.Listen l) {
        Obj o = new Obj(false);
        if (!l.protocol().equals("tcp")) {
            o.text("protocol", l.protocol());
        }
        o.number("port", l.port());
        return o;
    }
}
