package dev.pathlight.session.drift;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind.Vxlan;
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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Draws what was changed by hand. */
public final class TakingIn {
    private TakingIn() {}

    /** The edit after which {@code drawn} says what happened; empty where a drawing cannot, or the thing is not on this one. */
    public static Optional<Edit> of(Drift drift, Drawing drawn) {
        if (drift.happened().isEmpty() || !drift.undoing().isEmpty()) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        Drawing now = drawn;
        for (NetOp op : drift.happened()) {
            Optional<Edit> edit = edit(op, now.topology());
            if (edit.isEmpty()) {
                return Optional.empty();
            }
            edits.add(edit.get());
            now = edit.get().applyTo(now);
        }
        return Optional.of(new Edit.All(edits));
    }

    private static Optional<Edit> edit(NetOp op, Topology t) {
        return switch (op) {
            case NetOp.AddAddress a -> addresses(t, a.space(), a.device(), list -> with(list, a.address()));
            case NetOp.DeleteAddress a -> addresses(t, a.space(), a.device(), list -> without(list, a.address()));
            case NetOp.AddRoute r ->
                t.find(r.space()).map(n -> new Edit.SetRoutes(r.space(), with(n.routes(), r.route())));
            case NetOp.DeleteRoute r ->
                t.find(r.space()).map(n -> new Edit.SetRoutes(r.space(), withoutRoute(n, r.route())));
            case NetOp.SetUp u -> at(t, u.space(), u.name()).map(id -> new Edit.SetUp(id, u.up()));
            case NetOp.SetMtu m -> at(t, m.space(), m.name()).map(id -> new Edit.SetMtu(id, OptionalInt.of(m.mtu())));
            case NetOp.SetMac m -> at(t, m.space(), m.name()).map(id -> new Edit.SetMac(id, Optional.of(m.mac())));
            case NetOp.JoinBridge j ->
                at(t, j.space(), j.bridge())
                        .flatMap(b -> at(t, j.space(), j.port()).map(p -> new Edit.Enslave(p, j.bridge())));
            case NetOp.LeaveBridge l -> at(t, l.space(), l.port()).map(Edit.Free::new);
            case NetOp.CreateBridge b ->
                t.find(b.space())
                        .map(n -> new Edit.All(List.of(
                                new Edit.AddBridge(new PortId(b.space(), b.name()), Optional.empty()),
                                new Edit.SetUp(new PortId(b.space(), b.name()), false))));
            case NetOp.CreateVeth v ->
                t.find(v.a().space()).flatMap(n -> t.find(v.b().space()).map(m -> cable(v)));
            case NetOp.DeleteLink d -> at(t, d.space(), d.name()).map(id -> gone(t, id));
            case NetOp.RenameLink r ->
                at(t, r.space(), r.name())
                        .map(id -> new Edit.Rename(id.toString(), r.next().value()));
            case NetOp.WriteSysctl w ->
                t.find(w.space()).map(n -> new Edit.SetSysctl(w.space(), w.key(), Optional.of(w.value())));
            case NetOp.SetBridge b ->
                bridge(t, new PortId(b.space(), b.name()))
                        .map(drawn -> new Edit.SetBridgeOptions(
                                new PortId(b.space(), b.name()),
                                drawn.options()
                                        .withStp(b.options().stp())
                                        .withAgeingSeconds(b.options().ageingSeconds())));
            case NetOp.AddTunnelRow r -> peers(t, r.space(), r.device(), list -> with(list, peer(r.mac(), r.remote())));
            case NetOp.DeleteTunnelRow r ->
                peers(t, r.space(), r.device(), list -> without(list, peer(r.mac(), r.remote())));
            // What a drawing says of a bridge unless told otherwise.
            case NetOp.SetSnooping s when s.on() -> Optional.of(new Edit.All(List.of()));
            default -> Optional.empty();
        };
    }

    private static Optional<PortId> at(Topology t, SpaceId space, IfName name) {
        PortId id = new PortId(space, name);
        return Element.find(t, id.toString())
                .filter(e -> e instanceof Element.OfInterface || e instanceof Element.OfBridge)
                .map(e -> id);
    }

    private static Optional<Bridge> bridge(Topology t, PortId id) {
        return t.find(id.space()).flatMap(n -> n.findBridge(id.name()));
    }

    private static Optional<Edit> addresses(
            Topology t, SpaceId space, IfName device, UnaryOperator<List<Cidr>> change) {
        PortId id = new PortId(space, device);
        return t.find(space)
                .flatMap(n -> n.findInterface(device)
                        .map(Interface::addresses)
                        .or(() -> n.findBridge(device).map(Bridge::addresses)))
                .map(list -> new Edit.SetAddresses(id, change.apply(list)));
    }

    private static Vxlan.Peer peer(Mac mac, IpAddress remote) {
        return new Vxlan.Peer(mac, remote, Optional.empty());
    }

    /** Empty where nothing is changed by it: a peer with an address is more than this row. */
    private static Optional<Edit> peers(
            Topology t, SpaceId space, IfName device, UnaryOperator<List<Vxlan.Peer>> change) {
        return t.find(space)
                .flatMap(n -> n.findInterface(device))
                .flatMap(i -> i.kind() instanceof Vxlan v
                        ? Optional.of(v.withPeers(change.apply(v.peers()))).filter(next -> !next.equals(v))
                        : Optional.empty())
                .map(next -> new Edit.SetKind(new PortId(space, device), next));
    }

    private static <T> List<T> with(List<T> list, T added) {
        return list.contains(added)
                ? list
                : Stream.concat(list.stream(), Stream.of(added)).toList();
    }

    private static <T> List<T> without(List<T> list, T gone) {
        return list.stream().filter(x -> !x.equals(gone)).toList();
    }

    /** A plan may give a route a metric that is not drawn, so that the first of several is used first. */
    private static List<Route> withoutRoute(Namespace n, Route gone) {
        return n.routes().contains(gone)
                ? without(n.routes(), gone)
                : n.routes().stream()
                        .filter(r -> !r.withMetric(gone.metric()).equals(gone))
                        .toList();
    }

    private static Edit cable(NetOp.CreateVeth v) {
        PortId a = new PortId(v.a().space(), v.a().name());
        PortId b = new PortId(v.b().space(), v.b().name());
        return new Edit.All(List.of(
                new Edit.AddCable(Edit.AddCable.End.at(a), Edit.AddCable.End.at(b)),
                new Edit.SetMtu(a, v.a().mtu()),
                new Edit.SetMtu(b, v.b().mtu()),
                new Edit.SetUp(a, v.a().up()),
                new Edit.SetUp(b, false)));
    }

    /** With its other end, which is no more either. */
    private static Edit gone(Topology t, PortId id) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Remove(id.toString()));
        t.peerOf(id).ifPresent(peer -> edits.add(new Edit.Remove(peer.toString())));
        return new Edit.All(edits);
    }
}
