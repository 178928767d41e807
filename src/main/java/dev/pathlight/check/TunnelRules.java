package dev.pathlight.check;

import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Rules about tunnels' ends: what they lead over, and whom they reach. */
final class TunnelRules {
    static final List<Rule> ALL = List.of(TunnelRules::devices, TunnelRules::addresses, TunnelRules::twice);

    /** What an Ethernet, IPv4, UDP and VXLAN header take (RFC 7348, section 5). */
    private static final int COAT = 50;

    private static final int DEFAULT_MTU = 1500;

    private TunnelRules() {}

    /** A tunnel's end with its place. */
    private record End(Drawn.Space space, Drawn.Port port, Interface link, LinkKind.Vxlan vxlan) {
        String field(String name) {
            return FieldPath.member(port.field(), name);
        }
    }

    private static List<End> ends(Drawn drawn) {
        return drawn.spaces().stream()
                .flatMap(s -> s.ports().stream()
                        .flatMap(p -> p.link().stream()
                                .filter(i -> i.kind() instanceof LinkKind.Vxlan)
                                .map(i -> new End(s, p, i, (LinkKind.Vxlan) i.kind()))))
                .toList();
    }

    private static void devices(Drawn drawn, Findings out) {
        for (End e : ends(drawn)) {
            Optional<Drawn.Port> device =
                    e.space.find(e.vxlan.device().value()).filter(d -> !d.id().equals(e.port.id()));
            if (device.isEmpty()) {
                List<String> known = e.space.ports().stream()
                        .map(p -> p.id().name().value())
                        .filter(n -> !n.equals(e.link.name().value()))
                        .toList();
                out.error(
                        "tunnel-device-unknown",
                        e.port.id(),
                        e.field("device"),
                        Sentence.of(
                                "{0} leads over {1}, which is not drawn in that namespace",
                                e.port.id(), e.vxlan.device()),
                        Spelling.didYouMean(
                                e.vxlan.device().value(),
                                known,
                                Sentence.of("Name one of its interfaces or bridges.")));
            } else if (!drawn.isMade(device.get())) {
                out.error(
                        "tunnel-device-without-cable",
                        e.port.id(),
                        e.field("device"),
                        Sentence.of(
                                "{0} leads over {1}, which has no cable and so is not made",
                                e.port.id(), e.vxlan.device()),
                        Sentence.of("Draw a cable from it, or put it on a LAN."));
            } else {
                mtu(e, device.get(), out);
            }
        }
    }

    private static void mtu(End e, Drawn.Port device, Findings out) {
        int room = room(device.link().map(Interface::mtu).orElse(OptionalInt.empty()));
        if (e.link.mtu().orElse(room) > room) {
            out.warning(
                    "tunnel-mtu-too-large",
                    e.port.id(),
                    e.field("mtu"),
                    Sentence.of(
                            "{0} takes packets of {1} bytes, but {2} leaves room for {3} once they are wrapped up",
                            e.port.id(), e.link.mtu().orElse(room), e.vxlan.device(), room),
                    Sentence.of("Set its MTU to {0}, or leave it out.", room));
        }
    }

    private static int room(OptionalInt mtu) {
        return mtu.orElse(DEFAULT_MTU) - COAT;
    }

    /** What the device that {@code tunnel} leads over leaves room for, bytes. */
    static int room(Namespace space, LinkKind.Vxlan tunnel) {
        return room(space.findInterface(tunnel.device()).map(Interface::mtu).orElse(OptionalInt.empty()));
    }

    private static void addresses(Drawn drawn, Findings out) {
        for (End e : ends(drawn)) {
            e.vxlan
                    .local()
                    .filter(l -> RouteRules.owner(e.space, l).isEmpty())
                    .ifPresent(l -> out.warning(
                            "tunnel-local-unknown",
                            e.port.id(),
                            e.field("local"),
                            Sentence.of("{0} sends from {1}, which no interface there has", e.port.id(), l),
                            Sentence.of("Nothing will answer to that address. Name one of its own.")));
            families(e, out);
            Drawn.eachOf(e.vxlan.peers(), e.field("peers"), (p, at) -> {
                if (p.mac().isGroup() || p.mac().bits() == 0 && p.address().isPresent()) {
                    out.error(
                            "tunnel-peer-mac",
                            e.port.id(),
                            FieldPath.member(at, "mac"),
                            Sentence.of("{0} is the MAC address of nobody", p.mac()),
                            Sentence.of("Write that of the tunnel's other end."));
                }
            });
        }
    }

    /** The kernel refuses ends in two families. */
    private static void families(End e, Findings out) {
        Optional<IpAddress> any = e.vxlan
                .local()
                .or(e.vxlan::remote)
                .or(() -> e.vxlan.peers().stream()
                        .map(LinkKind.Vxlan.Peer::remote)
                        .findFirst());
        boolean v6 = any.map(IpAddress::v6).orElse(false);
        boolean mixed = e.vxlan.remote().map(r -> r.v6() != v6).orElse(false)
                || e.vxlan.peers().stream().anyMatch(p -> p.remote().v6() != v6);
        if (mixed) {
            out.error(
                    "tunnel-mixes-families",
                    e.port.id(),
                    e.port.field(),
                    Sentence.of("{0} has ends in IPv4 and in IPv6", e.port.id()),
                    Sentence.of("Use addresses of one family in a tunnel."));
        }
    }

    private static void twice(Drawn drawn, Findings out) {
        Map<List<Object>, End> seen = new HashMap<>();
        for (End e : ends(drawn)) {
            int port = e.vxlan.udpPort().orElse(LinkKind.Vxlan.PORT);
            Optional<End> first = Optional.ofNullable(seen.putIfAbsent(List.of(e.space.id(), e.vxlan.vni(), port), e));
            first.ifPresent(f -> out.error(
                    "tunnel-twice",
                    e.port.id(),
                    e.field("vni"),
                    Sentence.of(
                            "{0} and {1} have the same VNI {2} and UDP port",
                            f.link.name(), e.link.name(), e.vxlan.vni()),
                    Sentence.of("Linux could not tell whose a packet is: give one of them another VNI.")));
        }
    }
}
