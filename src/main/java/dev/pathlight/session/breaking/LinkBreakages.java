package dev.pathlight.session.breaking;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RouteRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done wrong with an interface or a bridge as a link. */
record LinkBreakages(Stack stack) {
    /** The least that IPv4 goes on with (IPV4_MIN_MTU): less than an echo request of the usual size. */
    private static final int TOO_SMALL = 68;

    Stream<Breakage> all() {
        return Stream.concat(
                stack.loopback().flatMap(this::down).stream(),
                stack.devices().stream()
                        .flatMap(d -> Stream.of(down(d), outOfBridge(d), mtu(d)).flatMap(Optional::stream)));
    }

    private Breakage breakage(
            Breakage.Kind kind, LinkRow device, Sentence words, List<NetOp> doing, List<NetOp> undoing) {
        return new Breakage(kind, stack.port(device).toString(), words, doing, undoing);
    }

    private Optional<Breakage> down(LinkRow device) {
        Optional<List<NetOp>> lost = lost(device);
        if (!device.isUp() || lost.isEmpty()) {
            return Optional.empty();
        }
        List<NetOp> undoing = new ArrayList<>();
        undoing.add(setUp(device, true));
        undoing.addAll(lost.get());
        return Optional.of(breakage(
                Breakage.Kind.LINK_DOWN,
                device,
                Sentence.of("{0} is down", stack.name(device)),
                List.of(setUp(device, false)),
                undoing));
    }

    private NetOp setUp(LinkRow device, boolean up) {
        return new NetOp.SetUp(stack.id(), device.index(), new IfName(device.name()), up);
    }

    /**
     * What the kernel takes from a device that goes down and does not bring back: IPv6 addresses, and routes by it. Empty when
     * no operation could bring back all of it.
     */
    private Optional<List<NetOp>> lost(LinkRow device) {
        List<NetOp> back = new ArrayList<>();
        stack.addresses(device, true)
                .forEach(a -> back.add(new NetOp.AddAddress(stack.id(), device.index(), new IfName(device.name()), a)));
        List<RouteRow> rows = stack.written().stream()
                .filter(r -> r.device() == device.index())
                .toList();
        List<NetOp> behind = new ArrayList<>();
        List<NetOp> far = new ArrayList<>();
        for (RouteRow row : rows) {
            Optional<Route> route = stack.route(row);
            if (route.isEmpty()) {
                return Optional.empty();
            }
            NetOp.AddRoute add = stack.add(route.get(), row);
            // A gateway must be reachable first; and the last one put in front stands first.
            List<NetOp> group = row.gateway().isEmpty() ? behind : far;
            group.add(add.inFront() ? 0 : group.size(), add);
        }
        back.addAll(behind);
        back.addAll(far);
        return Optional.of(back);
    }

    private Optional<Breakage> outOfBridge(LinkRow port) {
        IfName name = new IfName(port.name());
        return stack.now()
                .link(port.master())
                .filter(b -> b.kind().equals("bridge"))
                .map(bridge -> {
                    IfName bridgeName = new IfName(bridge.name());
                    List<NetOp> undoing = new ArrayList<>();
                    undoing.add(new NetOp.JoinBridge(stack.id(), port.index(), name, bridge.index(), bridgeName));
                    boolean hairpin = stack.drawn()
                            .findBridge(bridgeName)
                            .filter(b -> b.options().hairpin())
                            .isPresent();
                    if (hairpin) {
                        undoing.add(new NetOp.SetHairpin(stack.id(), port.index(), name, true));
                    }
                    return breakage(
                            Breakage.Kind.NO_BRIDGE,
                            port,
                            Sentence.of("{0} is a port of no bridge", stack.name(port)),
                            List.of(new NetOp.LeaveBridge(stack.id(), port.index(), name)),
                            undoing);
                });
    }

    /** Not where there are IPv6 addresses, which would be lost below 1280 bytes (IPV6_MIN_MTU). */
    private Optional<Breakage> mtu(LinkRow device) {
        boolean fits = device.kind().equals("veth")
                && device.mtu() > TOO_SMALL
                && !stack.addresses(device, false).isEmpty()
                && stack.addresses(device, true).isEmpty();
        return fits
                ? Optional.of(breakage(
                        Breakage.Kind.MTU_TOO_SMALL,
                        device,
                        Sentence.of("the MTU of {0} is {1} bytes", stack.name(device), TOO_SMALL),
                        List.of(mtu(device, TOO_SMALL)),
                        List.of(mtu(device, device.mtu()))))
                : Optional.empty();
    }

    private NetOp mtu(LinkRow device, int bytes) {
        return new NetOp.SetMtu(stack.id(), device.index(), new IfName(device.name()), bytes);
    }
}
