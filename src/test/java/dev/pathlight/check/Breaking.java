package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Does to a drawing what people do by mistake, a few things at once; the same ones for the same seed. */
final class Breaking {
    private final Random random;

    Breaking(long seed) {
        random = new Random(seed);
    }

    Drawing broken(Drawing d) {
        Drawing next = d;
        for (int i = random.nextInt(3); i >= 0 && !ports(next.topology()).isEmpty(); i--) {
            next = edit(next.topology()).applyTo(next);
        }
        return next;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<PortId> ports(Topology t) {
        List<PortId> all = new ArrayList<>();
        t.spaces().forEach(id -> {
            Namespace s = t.find(id).orElseThrow();
            s.interfaces().stream().map(Interface::name).forEach(n -> all.add(new PortId(id, n)));
            s.bridges().stream().map(Bridge::name).forEach(n -> all.add(new PortId(id, n)));
        });
        return all;
    }

    private Edit edit(Topology t) {
        PortId port = any(ports(t));
        PortId other = any(ports(t));
        SpaceId space = any(t.spaces().toList());
        return switch (random.nextInt(9)) {
            case 0 -> new Edit.SetAddresses(port, addresses(t, other));
            case 1 ->
                new Edit.SetAddresses(
                        port,
                        List.of(Cidr.parse(
                                any(List.of("10.1.1.0/24", "10.1.1.255/24", "224.0.0.1/8", "10.1.1.2/16")))));
            case 2 -> new Edit.SetMtu(port, OptionalInt.of(any(List.of(68, 1000, 1279, 65_535))));
            case 3 ->
                new Edit.SetMac(
                        port,
                        Optional.of(Mac.parse(
                                any(List.of("02:00:00:00:00:01", "01:00:00:00:00:01", "00:00:00:00:00:00")))));
            case 4 -> new Edit.SetUp(port, false);
            case 5 -> new Edit.Remove(other.toString());
            case 6 -> new Edit.AddRoute(space, route(port));
            case 7 ->
                new Edit.SetSysctl(
                        space,
                        any(List.of("net.ipv4.ip_forward", "ipv4.conf.eth9.rp_filter", "ipv4.ip_forward")),
                        Optional.of(any(List.of("1", "x"))));
            default ->
                t.find(port.space()).orElseThrow().bridges().stream()
                        .<Edit>map(b -> new Edit.Enslave(port, b.name()))
                        .findFirst()
                        .orElse(new Edit.SetAddresses(port, List.of()));
        };
    }

    private static List<Cidr> addresses(Topology t, PortId port) {
        return t.find(port).map(Interface::addresses).orElse(List.of());
    }

    private Route route(PortId port) {
        Optional<IpAddress> via = random.nextBoolean()
                ? Optional.of(IpAddress.parse(any(List.of("10.1.1.77", "192.168.9.9", "10.1.1.2", "fd00::9"))))
                : Optional.empty();
        Optional<IfName> device =
                random.nextBoolean() ? Optional.of(any(List.of(port.name(), new IfName("eth99")))) : Optional.empty();
        return new Route(
                Route.Kind.UNICAST,
                Cidr.parse(any(List.of("10.77.0.0/16", "0.0.0.0/0"))),
                via,
                device,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                random.nextInt(4) == 0 && via.isPresent() && device.isPresent());
    }
}
