package dev.pathlight.session.breaking;

import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Segments;
import dev.pathlight.wire.LinkRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All network stacks of the drawing as they run. */
record Stacks(Segments segments, List<Stack> all) {
    static Stacks of(Topology topology, Snapshot now) {
        return new Stacks(
                Segments.of(topology),
                topology.spaces()
                        .flatMap(id -> topology.find(id).stream()
                                .flatMap(n -> now.space(id).stream().map(s -> new Stack(id, n, s))))
                        .toList());
    }

    Optional<Stack> find(SpaceId id) {
        return all.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** An address in use. */
    record Holder(Stack stack, LinkRow device, Cidr address) {
        String name() {
            return stack.name(device);
        }
    }

    /** Of IPv4 addresses. */
    Stream<Holder> holders() {
        return all.stream()
                .flatMap(s -> s.devices().stream()
                        .flatMap(d -> s.addresses(d, false).stream().map(a -> new Holder(s, d, a))));
    }

    private Stream<IpAddress> addresses() {
        return all.stream()
                .flatMap(s -> s.devices().stream()
                        .flatMap(d -> Stream.of(false, true).flatMap(v6 -> s.addresses(d, v6).stream()))
                        .map(Cidr::address));
    }

    /** Those in other stacks that a broadcast from {@code device} reaches, as it is drawn. */
    List<Holder> beside(Stack stack, LinkRow device) {
        PortId port = stack.port(device);
        return holders()
                .filter(h -> !h.stack().id().equals(stack.id())
                        && segments.areJoined(port, h.stack().port(h.device())))
                .toList();
    }

    boolean isTaken(IpAddress address) {
        return addresses().anyMatch(address::equals);
    }

    /** Whether anybody has an address of this network. */
    boolean isInhabited(Cidr network) {
        return addresses().anyMatch(network::contains);
    }
}
