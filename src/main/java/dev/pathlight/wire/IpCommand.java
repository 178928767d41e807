package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Says one operation as an {@code ip} command (iproute2 5.10 or newer), those about nftables as an {@code nft} command. Names always follow a keyword: none is an
 * option.
 */
final class IpCommand {
    private final NetnsNames names;

    IpCommand(NetnsNames names) {
        this.names = names;
    }

    String of(NetOp op) {
        return switch (op) {
            case NetOp.MakeNamespace n -> "ip netns add " + netns(n.space());
            case NetOp.DropNamespace n -> "ip netns del " + netns(n.space());
            case NetOp.WriteSysctl s -> sysctl(s);
            case NetOp.CreateBridge b -> createBridge(b);
            case NetOp.CreateVeth v -> createVeth(v);
            case NetOp.CreateLink l -> createLink(l);
            case NetOp.Enslave e -> set(e.space(), e.name()) + " master " + word(e.master());
            case NetOp.AddTunnelRow r ->
                "bridge -n " + netns(r.space()) + " fdb add " + r.mac() + " dev " + word(r.device()) + " dst "
                        + r.remote() + " self permanent";
            case NetOp.DeleteTunnelRow r ->
                "bridge -n " + netns(r.space()) + " fdb del " + r.mac() + " dev " + word(r.device()) + " dst "
                        + r.remote() + " self";
            case NetOp.ResetSysctl s -> reset(s);
            case NetOp.SetMac m -> set(m.space(), m.name()) + " address " + m.mac();
            case NetOp.RenameLink r -> set(r.space(), r.name()) + " name " + word(r.next());
            case NetOp.SetBridge b -> set(b.space(), b.name()) + " type bridge" + allOptions(b);
            case NetOp.AddNeighbour n ->
                ip(n.space()) + " neigh add " + n.address() + " lladdr " + n.mac() + " dev " + word(n.device())
                        + " nud permanent";
            case NetOp.JoinBridge j -> set(j.space(), j.port()) + " master " + word(j.bridge());
            case NetOp.LeaveBridge l -> set(l.space(), l.port()) + " nomaster";
            case NetOp.SetUp u -> set(u.space(), u.name()) + (u.up() ? " up" : " down");
            case NetOp.SetMtu m -> set(m.space(), m.name()) + " mtu " + m.mtu();
            case NetOp.SetSnooping s -> set(s.space(), s.bridge()) + " type bridge mcast_snooping " + (s.on() ? 1 : 0);
            case NetOp.AddPortVlan v -> vlan(v.space(), "add", v.port(), v.vlan()) + " pvid untagged";
            case NetOp.RemovePortVlan v -> vlan(v.space(), "del", v.port(), v.vlan());
            case NetOp.SetHairpin h ->
                set(h.space(), h.port()) + " type bridge_slave hairpin " + (h.on() ? "on" : "off");
            case NetOp.DeleteLink d -> ip(d.space()) + " link del dev " + word(d.name());
            case NetOp.AddAddress a ->
                ip(a.space()) + " addr add " + a.address() + " dev " + word(a.device())
                        + (a.address().address().v6() ? " nodad" : "");
            case NetOp.DeleteAddress a -> ip(a.space()) + " addr del " + a.address() + " dev " + word(a.device());
            case NetOp.AddRoute r -> route(r.space(), r.inFront() ? "prepend" : "append", r.route());
            case NetOp.DeleteRoute r -> route(r.space(), "del", r.route());
            case NetOp.AddFilterTable t -> nft(t.space(), NftCommand.add(t));
            case NetOp.DeleteFilterTable t -> nft(t.space(), NftCommand.delete(t));
            case NetOp.AddFilterChain c -> nft(c.space(), NftCommand.add(c));
            case NetOp.AddFilterRule r -> nft(r.space(), NftCommand.add(r));
            case NetOp.DeleteNeighbour n -> ip(n.space()) + " neigh del " + n.address() + " dev " + word(n.device());
            case NetOp.AwaitUsable a -> ip(a.space()) + " link show dev " + word(a.name()) + " > /dev/null";
            case NetOp.StartContainer c -> start(c);
            case NetOp.StopContainer c -> stop(pidFile(c.space(), c.container()));
        };
    }

    /** In the background: what it prints is not the script's. */
    private String start(NetOp.StartContainer c) {
        StringBuilder text = new StringBuilder("ip netns exec ").append(netns(c.space()));
        Name name = c.container().name();
        boolean responder = ContainerSetup.isResponder(c.container());
        (responder ? ContainerSetup.ownButTmp(name) : ContainerSetup.own(name))
                .forEach(w -> text.append(' ').append(ShellWord.of(w)));
        if (responder) {
            // The app's own responder; found beside the script's reader unless PATHLIGHT says where.
            text.append(" \"${PATHLIGHT:-./pathlight}\" respond ").append(name);
            ContainerSetup.listens(c.container()).forEach(l -> text.append(' ').append(l));
        } else {
            ContainerSetup.command(c.container()).forEach(w -> text.append(' ').append(ShellWord.of(w)));
        }
        return text + " < /dev/null > /dev/null 2>&1 & echo $! > " + pidFile(c.space(), name);
    }

    private String pidFile(SpaceId space, Name container) {
        return ShellWord.of("/run/pathlight-" + names.of(space) + "-" + container + ".pid");
    }

    private static String stop(String pidFile) {
        return "kill -9 \"$(cat " + pidFile + ")\"; rm -f " + pidFile;
    }

    private String netns(SpaceId space) {
        return ShellWord.of(names.of(space));
    }

    /** The whole statement is one word to the shell: quotes in it are nft's own. */
    private String nft(SpaceId space, String statement) {
        return "ip netns exec " + netns(space) + " nft " + ShellWord.of(statement);
    }

    private String ip(SpaceId space) {
        return "ip -n " + netns(space);
    }

    private String vlan(SpaceId space, String verb, IfName port, int vlan) {
        return "bridge -n " + netns(space) + " vlan " + verb + " vid " + vlan + " dev " + word(port);
    }

    private String set(SpaceId space, IfName name) {
        return ip(space) + " link set dev " + word(name);
    }

    private static String word(IfName name) {
        return ShellWord.of(name.value());
    }

    /** By {@code tee}, for the file must be opened inside the namespace. */
    private String sysctl(NetOp.WriteSysctl s) {
        boolean plain = s.value().matches("[A-Za-z0-9]+");
        String say = plain ? "echo " : "printf '%s\\n' ";
        return say + ShellWord.of(s.value()) + " | ip netns exec " + netns(s.space()) + " tee "
                + ShellWord.of("/proc/sys/net/" + s.path()) + " > /dev/null";
    }

    /** Outside the namespace the shell reads what nobody has touched there; a device's pattern is read inside. */
    private String reset(NetOp.ResetSysctl s) {
        String inside = "ip netns exec " + netns(s.space());
        String source = ShellWord.of("/proc/sys/net/" + s.sourcePath());
        return (s.isFromHere() ? inside + " " : "") + "cat " + source + " | " + inside + " tee "
                + ShellWord.of("/proc/sys/net/" + s.path()) + " > /dev/null";
    }

    private static String allOptions(NetOp.SetBridge b) {
        BridgeOptions o = b.options();
        return " forward_delay " + 100 * o.forwardDelaySeconds().orElse(IfLink.FORWARD_DELAY_SECONDS)
                + " ageing_time " + 100 * o.ageingSeconds().orElse(IfLink.AGEING_SECONDS)
                + " stp_state " + (o.stp() ? 1 : 0)
                + " priority " + o.priority().orElse(IfLink.BRIDGE_PRIORITY)
                + (b.filtersVlans() ? " vlan_filtering " + (o.vlanFiltering() ? 1 : 0) : "");
    }

    private String createBridge(NetOp.CreateBridge b) {
        return ip(b.space()) + " link add" + identity(b.name(), b.index(), b.mac(), b.mtu()) + " type bridge"
                + options(b.options());
    }

    /** iproute2 takes bridge times in 1/100 s. */
    private static String options(BridgeOptions o) {
        StringBuilder text = new StringBuilder();
        o.forwardDelaySeconds().ifPresent(s -> text.append(" forward_delay ").append(100 * s));
        o.ageingSeconds().ifPresent(s -> text.append(" ageing_time ").append(100 * s));
        text.append(o.stp() ? " stp_state 1" : "");
        o.priority().ifPresent(p -> text.append(" priority ").append(p));
        return text.append(o.vlanFiltering() ? " vlan_filtering 1" : "")
                .append(" mcast_snooping 0")
                .toString();
    }

    private String createVeth(NetOp.CreateVeth v) {
        StringBuilder text =
                new StringBuilder(ip(v.space())).append(" link add").append(end(v.a()));
        v.a().bridge().ifPresent(b -> text.append(" master ").append(word(b.name())));
        return text.append(v.a().up() ? " up" : "")
                .append(" type veth peer")
                .append(end(v.b()))
                .append(" netns ")
                .append(netns(v.b().space()))
                .toString();
    }

    private String createLink(NetOp.CreateLink c) {
        String below = c.under()
                .filter(u -> !(c.kind() instanceof LinkKind.Vxlan))
                .map(u -> " link " + word(u.name()))
                .orElse("");
        return ip(c.space()) + " link add" + below + identity(c.name(), c.index(), c.mac(), c.mtu())
                + (c.isFromElsewhere() ? " netns " + netns(c.at()) : "") + " type "
                + c.kind().word() + kind(c.kind());
    }

    private static String kind(LinkKind kind) {
        return switch (kind) {
            case LinkKind.Vxlan v -> vxlan(v);
            case LinkKind.Vlan v -> " id " + v.tag();
            case LinkKind.Macvlan m -> " mode " + m.mode();
            case LinkKind.Ipvlan i -> " mode " + i.mode();
            case LinkKind.Vrf v -> " table " + v.table();
            case LinkKind.Bond b -> " mode " + b.mode();
            case LinkKind.Tunnel t -> " local " + t.local() + " remote " + t.remote();
            case LinkKind.Dummy d -> "";
            case LinkKind.Wireguard w -> "";
            case LinkKind.CableEnd c -> throw new IllegalArgumentException("a cable makes its ends");
        };
    }

    private static String vxlan(LinkKind.Vxlan v) {
        return " id " + v.vni()
                + v.remote().map(r -> " remote " + r).orElse("")
                + " dev " + word(v.device())
                + v.local().map(l -> " local " + l).orElse("")
                + (v.learning() ? " learning" : " nolearning")
                + " dstport " + v.udpPort().orElse(LinkKind.Vxlan.PORT);
    }

    private static String end(NetOp.VethEnd end) {
        return identity(end.name(), end.index(), end.mac(), end.mtu()) + " numtxqueues 1 numrxqueues 1";
    }

    private static String identity(IfName name, int index, Optional<Mac> mac, OptionalInt mtu) {
        return " name " + word(name) + " index " + index
                + mac.map(m -> " address " + m).orElse("")
                + (mtu.isPresent() ? " mtu " + mtu.getAsInt() : "");
    }

    private String route(SpaceId space, String verb, Route route) {
        StringBuilder text = new StringBuilder(ip(space))
                .append(route.destination().address().v6() ? " -6" : "")
                .append(" route ")
                .append(verb);
        if (route.kind() != Route.Kind.UNICAST) {
            text.append(' ').append(route.kind().name().toLowerCase(Locale.ROOT));
        }
        text.append(' ').append(route.isDefault() ? "default" : route.destination());
        route.via().ifPresent(v -> text.append(via(route.destination(), v)));
        route.device().ifPresent(d -> text.append(" dev ").append(word(d)));
        route.source().ifPresent(s -> text.append(" src ").append(s));
        route.metric().ifPresent(m -> text.append(" metric ").append(Integer.toUnsignedString(m)));
        route.table().ifPresent(t -> text.append(" table ").append(t));
        return text.append(route.onLink() ? " onlink" : "").toString();
    }

    private static String via(Cidr destination, IpAddress gateway) {
        boolean same = gateway.v6() == destination.address().v6();
        return " via " + (same ? "" : gateway.v6() ? "inet6 " : "inet ") + gateway;
    }
}
