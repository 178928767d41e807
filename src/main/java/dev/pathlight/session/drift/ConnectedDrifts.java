package dev.pathlight.session.drift;

import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.Held;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * IPv4 routes to a device's own networks, which the kernel makes with its addresses, deleted by hand. No drawing says so; the
 * addresses are written anew to have them back.
 */
record ConnectedDrifts(Expected expected, SpaceState now) {
    /** RTPROT_KERNEL. */
    private static final int KERNEL = 2;

    private record Network(IfName device, Cidr cidr) {}

    /** To be called when all else is known: what goes with the addresses is looked after by the plan that puts them back. */
    void find() {
        Held held = expected.at(now.id()).orElseThrow();
        Map<Network, List<Held.Address>> networks = new LinkedHashMap<>();
        for (Held.Address a : held.addresses()) {
            Cidr cidr = a.cidr();
            boolean connected = !cidr.address().v6()
                    && cidr.prefix() > 0
                    && cidr.prefix() < cidr.address().width();
            if (connected) {
                networks.computeIfAbsent(new Network(a.device(), cidr.network()), n -> new ArrayList<>())
                        .add(a);
            }
        }
        networks.forEach((network, addresses) -> now.link(network.device().value())
                .filter(LinkRow::isUp)
                .filter(l -> isUp(held, network.device()) && !isRouted(network.cidr(), l))
                .ifPresent(l -> lost(network, l, addresses.reversed())));
    }

    private static boolean isUp(Held held, IfName device) {
        return Optional.ofNullable(held.links().get(device))
                .filter(Held.Link::up)
                .isPresent();
    }

    private boolean isRouted(Cidr network, LinkRow device) {
        return now.routes().stream()
                .anyMatch(r -> r.protocol() == KERNEL
                        && r.device() == device.index()
                        && r.destination().equals(network));
    }

    /** Secondary addresses go first: with the first one they would all go. */
    private void lost(Network network, LinkRow device, List<Held.Address> lastFirst) {
        List<NetOp> delete = lastFirst.stream()
                .<NetOp>map(a -> new NetOp.DeleteAddress(now.id(), device.index(), a.device(), a.cidr()))
                .toList();
        Sentence words = Sentence.of("{0} lacks its route to {1}", Named.in(now, network.device()), network.cidr());
        String at = new PortId(now.id(), network.device()).toString();
        expected.add(new Drift(at, Drift.Mark.GONE, words, delete, delete));
    }
}
