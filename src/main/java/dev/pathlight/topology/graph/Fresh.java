package dev.pathlight.topology.graph;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a copy addresses of its own: the next free ones of their subnets; and no MAC address, for those are not to be had twice. */
final class Fresh {
    private Fresh() {}

    static Topology of(Topology copy, Topology beside) {
        Set<IpAddress> taken = new HashSet<>();
        beside.nodes()
                .forEach(n -> n.spaces().forEach(s -> {
                    s.interfaces().forEach(i -> i.addresses().forEach(a -> taken.add(a.address())));
                    s.bridges().forEach(b -> b.addresses().forEach(a -> taken.add(a.address())));
                }));
        Readdressing change = new Readdressing();
        copy.nodes()
                .forEach(n -> n.spaces().forEach(s -> {
                    s.interfaces().forEach(i -> move(new PortId(n.id(s), i.name()), i.addresses(), taken, change));
                    s.bridges().forEach(b -> move(new PortId(n.id(s), b.name()), b.addresses(), taken, change));
                }));
        return withoutMacs(change.applyTo(copy, space -> true));
    }

    private static void move(PortId port, List<Cidr> addresses, Set<IpAddress> taken, Readdressing change) {
        List<Cidr> next = new ArrayList<>();
        for (Cidr old : addresses) {
            // Behind itself first, then from the start of the subnet.
            Optional<IpAddress> free = taken.contains(old.address())
                    ? AddressRange.firstFree(old, old.address(), taken)
                            .or(() -> AddressRange.firstFree(old, old.network().address(), taken))
                    : Optional.of(old.address());
            free.ifPresent(a -> {
                Cidr moved = new Cidr(a, old.prefix());
                taken.add(a);
                next.add(moved);
                change.moved(old, moved);
            });
        }
        change.set(port, next);
    }

    private static Topology withoutMacs(Topology t) {
        return t.withNodes(t.nodes().stream()
                .map(n -> n.withRoot(withoutMacs(n.root()))
                        .withNamespaces(
                                n.namespaces().stream().map(Fresh::withoutMacs).toList()))
                .toList());
    }

    private static Namespace withoutMacs(Namespace s) {
        return s.withInterfaces(s.interfaces().stream()
                        .map(i -> i.withMac(Optional.empty()))
                        .toList())
                .withBridges(s.bridges().stream()
                        .map(b -> b.withMac(Optional.empty()))
                        .toList());
    }
}
