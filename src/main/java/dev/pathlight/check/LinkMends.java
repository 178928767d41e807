package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind.Vxlan;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts right what a device has of its own: MAC address, MTU, and a tunnel's end. */
final class LinkMends {
    private static final int LEAST_V6_MTU = 1280;

    private LinkMends() {}

    static List<Mend> of(Place at) {
        return switch (at.finding().rule()) {
            case "mac-not-usable", "mac-twice-in-segment" ->
                at.mend(Sentence.of("Let the kernel choose one"), new Edit.SetMac(at.port(), Optional.empty()));
            case "mtu-out-of-range" ->
                at.mend(Sentence.of("Leave it to the kernel"), new Edit.SetMtu(at.port(), OptionalInt.empty()));
            case "mtu-too-small-for-ipv6" -> mtu(at, LEAST_V6_MTU);
            default -> at.link().flatMap(i -> tunnel(at, i)).orElse(List.of());
        };
    }

    private static List<Mend> mtu(Place at, int mtu) {
        return at.mend(Sentence.of("Set the MTU to {0}", mtu), new Edit.SetMtu(at.port(), OptionalInt.of(mtu)));
    }

    private static Optional<List<Mend>> tunnel(Place at, Interface link) {
        if (!(link.kind() instanceof Vxlan v)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (at.finding().rule()) {
                    case "tunnel-mtu-too-large" -> mtu(at, TunnelRules.room(at.stack(), v));
                    case "tunnel-device-unknown" -> device(at, link, v);
                    case "tunnel-local-unknown" -> local(at, v);
                    default -> vni(at, v);
                });
    }

    private static Stream<IfName> others(Place at, Interface link) {
        return Stream.concat(
                        at.stack().interfaces().stream().map(Interface::name),
                        at.stack().bridges().stream().map(Bridge::name))
                .filter(n -> !n.equals(link.name()));
    }

    /** The one that was meant, or the only one there is. */
    private static List<Mend> device(Place at, Interface link, Vxlan v) {
        List<String> names = others(at, link).map(IfName::value).toList();
        Optional<String> meant = Spelling.nearest(v.device().value(), names);
        return meant.or(() -> names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty()).stream()
                .map(n -> new Mend(
                        Sentence.of("Lead it over {0}", n), new Edit.SetKind(at.port(), v.withDevice(new IfName(n)))))
                .toList();
    }

    private static List<Mend> local(Place at, Vxlan v) {
        Optional<IpAddress> own = at.stack().interfaces().stream()
                .filter(i -> i.name().equals(v.device()))
                .flatMap(i -> i.addresses().stream())
                .map(c -> c.address())
                .filter(a -> v.local().filter(l -> l.v6() == a.v6()).isPresent())
                .findFirst();
        return own.stream()
                .map(a -> new Mend(
                        Sentence.of("Send from {0}", a), new Edit.SetKind(at.port(), with(v, v.vni(), Optional.of(a)))))
                .toList();
    }

    private static List<Mend> vni(Place at, Vxlan v) {
        List<Integer> taken = at.stack().interfaces().stream()
                .map(Interface::kind)
                .filter(Vxlan.class::isInstance)
                .map(k -> ((Vxlan) k).vni())
                .toList();
        int free = IntStream.iterate(1, n -> n + 1)
                .filter(n -> !taken.contains(n))
                .findFirst()
                .orElseThrow();
        return at.mend(Sentence.of("Give it the VNI {0}", free), new Edit.SetKind(at.port(), with(v, free, v.local())));
    }

    private static Vxlan with(Vxlan v, int vni, Optional<IpAddress> local) {
        return new Vxlan(vni, v.device(), local, v.remote(), v.udpPort(), v.learning(), v.peers());
    }
}
