package dev.pathlight.plan;

import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Every network stack of a machine as operations leave it. Belongs to one thread. */
final class KernelState {
    private static final int FIRST_INDEX = 2;

    private final SortedMap<SpaceId, StackState> stacks = new TreeMap<>();
    private int freeIndex = FIRST_INDEX;
    private int freeNumber;

    KernelState() {}

    KernelState(KernelState other) {
        other.stacks.forEach((id, stack) -> stacks.put(id, new StackState(stack)));
        freeIndex = other.freeIndex;
        freeNumber = other.freeNumber;
    }

    SortedMap<SpaceId, StackState> stacks() {
        return stacks;
    }

    Optional<StackState> stack(SpaceId id) {
        return Optional.ofNullable(stacks.get(id));
    }

    /** One that is there. */
    StackState at(SpaceId id) {
        return stack(id).orElseThrow();
    }

    Optional<HeldLink> link(PortId id) {
        return stack(id.space()).flatMap(s -> s.link(id.name()));
    }

    OptionalInt index(PortId device) {
        return link(device).map(l -> OptionalInt.of(l.index())).orElse(OptionalInt.empty());
    }

    OptionalInt number(SpaceId space) {
        return stack(space).map(s -> OptionalInt.of(s.number())).orElse(OptionalInt.empty());
    }

    /** From here on indexes have never been used: what is told late of a device that went is of no other. */
    int freeIndex() {
        return freeIndex;
    }

    /** From here on numbers of namespaces have never been used. */
    int freeNumber() {
        return freeNumber;
    }

    /** Everything that two states have to have in common to be alike; indexes and numbers are not of it. */
    Map<SpaceId, List<Object>> alike() {
        Map<SpaceId, List<Object>> alike = new TreeMap<>();
        stacks.forEach((id, stack) -> alike.put(id, stack.alike()));
        return alike;
    }

    void accept(Step step) {
        accept(step.op(), step.element());
    }

    /** Whether it changes anything. What cannot be done, for something is missing, changes nothing. */
    boolean accept(NetOp op, String element) {
        return switch (op) {
            case NetOp.MakeNamespace m -> make(m, element);
            case NetOp.DropNamespace d -> drop(d.space());
            case NetOp.CreateVeth v -> create(v, element);
            case NetOp.CreateLink c -> create(c, element);
            case NetOp.DeleteLink d -> delete(new PortId(d.space(), d.name()));
            case NetOp.RenameLink r -> rename(r);
            default -> stack(op.space()).filter(s -> accept(s, op, element)).isPresent();
        };
    }

    private boolean accept(StackState s, NetOp op, String element) {
        return switch (op) {
            case NetOp.MakeNamespace _,
                    NetOp.DropNamespace _,
                    NetOp.CreateVeth _,
                    NetOp.CreateLink _,
                    NetOp.DeleteLink _,
                    NetOp.RenameLink _ -> throw new IllegalArgumentException("not within one stack: " + op);
            case NetOp.WriteSysctl w -> s.write(w.key(), w.value());
            case NetOp.ResetSysctl r -> s.reset(r.key());
            case NetOp.CreateBridge b ->
                s.add(
                        b.name(),
                        link(b.index(), element, new HeldLink.Made.Bridge(), b.mac(), b.mtu())
                                .withOptions(
                                        b.options().withMulticastSnooping(false).withHairpin(false)));
            case NetOp.SetMac m -> s.change(m.name(), l -> l.withMac(m.mac()));
            case NetOp.SetMtu m -> s.change(m.name(), l -> l.withMtu(m.mtu()));
            case NetOp.SetBridge b ->
                s.change(
                        b.name(),
                        l -> l.withOptions(b.options()
                                .withHairpin(false)
                                .withMulticastSnooping(l.set().options().multicastSnooping())));
            case NetOp.SetSnooping b ->
                s.change(b.bridge(), l -> l.withOptions(l.set().options().withMulticastSnooping(b.on())));
            case NetOp.SetUp u when u.name().equals(SpacesStage.LOOPBACK) -> s.loopback(u.up());
            case NetOp.SetUp u -> s.up(u.name(), u.up());
            case NetOp.JoinBridge j -> join(s, j);
            case NetOp.Enslave e -> enslave(s, e);
            case NetOp.LeaveBridge l -> leave(s, l.port());
            case NetOp.SetHairpin h -> port(s, h.port(), p -> new HeldLink.Port(p.bridge(), h.on(), p.vlans()));
            case NetOp.AddPortVlan v -> port(s, v.port(), p -> p.with(v.vlan()));
            case NetOp.RemovePortVlan v -> port(s, v.port(), p -> p.without(v.vlan()));
            case NetOp.AddTunnelRow r -> s.rows().add(new StackState.Row(r.device(), true, r.mac(), r.remote()));
            case NetOp.DeleteTunnelRow r -> s.rows().remove(new StackState.Row(r.device(), true, r.mac(), r.remote()));
            case NetOp.AddNeighbour n -> s.rows().add(new StackState.Row(n.device(), false, n.mac(), n.address()));
            case NetOp.DeleteNeighbour n ->
                s.rows().removeIf(r -> !r.tunnel() && r.device().equals(n.device()) && r.at().equals(n.address()));
            case NetOp.AddAddress a -> s.add(new StackState.Address(a.device(), a.address()));
            case NetOp.DeleteAddress a -> s.remove(new StackState.Address(a.device(), a.address()));
            case NetOp.AddRoute r -> s.add(r.route(), r.inFront());
            case NetOp.DeleteRoute r -> s.remove(r.route());
            case NetOp.AddFilterTable _, NetOp.AddFilterChain _, NetOp.AddFilterRule _ ->
                s.filters().add(op);
            case NetOp.DeleteFilterTable t ->
                s.filters().removeIf(f -> tableOf(f).equals(t.table()));
            case NetOp.StartContainer c ->
                s.containers().putIfAbsent(c.container().name(), c.container()) == null;
            case NetOp.StopContainer c -> s.containers().remove(c.container()) != null;
            case NetOp.AwaitUsable _ -> false;
        };
    }

    private static String tableOf(NetOp filter) {
        return switch (filter) {
            case NetOp.AddFilterTable t -> t.table();
            case NetOp.AddFilterChain c -> c.table();
            case NetOp.AddFilterRule r -> r.table();
            default -> throw new IllegalArgumentException("not of netfilter: " + filter);
        };
    }

    private static boolean port(StackState s, IfName port, UnaryOperator<HeldLink.Port> change) {
        return s.change(port, l -> l.port().bridge().isPresent() ? l.with(change.apply(l.port())) : l);
    }

    private static HeldLink joined(HeldLink link, IfName bridge) {
        Optional<IfName> wanted = Optional.of(bridge);
        return link.port().bridge().equals(wanted) ? link : link.with(HeldLink.Port.of(wanted));
    }

    private static boolean join(StackState s, NetOp.JoinBridge j) {
        if (isIn(s, j.port(), j.bridge())) {
            return false;
        }
        leave(s, j.port());
        return s.change(j.port(), l -> joined(l, j.bridge()));
    }

    private static boolean isIn(StackState s, IfName port, IfName master) {
        return s.link(port).flatMap(l -> l.port().bridge()).equals(Optional.of(master));
    }

    /** The kernel takes a VRF's member down and up again, and brings a bond's member up (drivers/net/vrf.c, drivers/net/bonding). */
    private static boolean enslave(StackState s, NetOp.Enslave e) {
        boolean there = s.link(e.name()).isPresent() && s.link(e.master()).isPresent();
        if (!there || isIn(s, e.name(), e.master())) {
            return false;
        }
        leave(s, e.name());
        Optional<HeldLink> member = s.link(e.name());
        s.up(e.name(), false);
        s.change(e.name(), l -> joined(l, e.master()));
        s.up(e.name(), member.get().set().up() || isMaster(s, e.master(), HeldLink::isBond));
        return true;
    }

    /** Out of a VRF it goes down and up again, out of a bond it stays down. */
    private static boolean leave(StackState s, IfName port) {
        Optional<HeldLink> was = s.link(port);
        Optional<IfName> master = was.flatMap(l -> l.port().bridge());
        if (master.isEmpty()) {
            return false;
        }
        boolean bond = isMaster(s, master.get(), HeldLink::isBond);
        if (bond || isMaster(s, master.get(), HeldLink::isVrf)) {
            s.up(port, false);
            s.up(port, !bond && was.get().set().up());
        }
        return s.change(port, p -> p.with(HeldLink.Port.NONE));
    }

    private static List<IfName> membersOf(StackState s, IfName master) {
        Optional<IfName> wanted = Optional.of(master);
        List<IfName> members = new ArrayList<>();
        s.links().forEach((name, l) -> {
            if (l.port().bridge().equals(wanted)) {
                members.add(name);
            }
        });
        return members;
    }

    private static boolean isMaster(StackState s, IfName master, Predicate<HeldLink> kind) {
        return s.link(master).filter(kind).isPresent();
    }

    private HeldLink link(int index, String element, HeldLink.Made made, Optional<Mac> mac, OptionalInt mtu) {
        freeIndex = Math.max(freeIndex, index + 1);
        HeldLink.Settings set =
                new HeldLink.Settings(mac, HeldLink.mtu(made, mtu), false, BridgeOptions.DEFAULT, false);
        return new HeldLink(index, element, made, set, HeldLink.Port.NONE);
    }

    private boolean make(NetOp.MakeNamespace m, String element) {
        freeNumber = Math.max(freeNumber, m.number() + 1);
        return stacks.putIfAbsent(m.space(), new StackState(m.number(), element)) == null;
    }

    private boolean drop(SpaceId space) {
        StackState gone = stacks.remove(space);
        if (gone == null) {
            return false;
        }
        gone.links().forEach((name, link) -> takeAlong(new PortId(space, name), link));
        return true;
    }

    /** With a device goes a cable's other end, and what stands on it. */
    private void takeAlong(PortId device, HeldLink gone) {
        if (gone.made() instanceof HeldLink.Made.Cable(var peer)) {
            delete(peer);
        }
        above(device).forEach(this::delete);
    }

    private List<PortId> above(PortId device) {
        List<PortId> above = new ArrayList<>();
        stacks.forEach((space, s) -> s.links().forEach((name, l) -> {
            if (l.below().equals(Optional.of(device))) {
                above.add(new PortId(space, name));
            }
        }));
        return above;
    }

    private boolean delete(PortId device) {
        Optional<HeldLink> gone = link(device);
        stack(device.space()).ifPresent(s -> membersOf(s, device.name()).forEach(m -> leave(s, m)));
        boolean changed =
                stack(device.space()).filter(s -> s.remove(device.name())).isPresent();
        gone.ifPresent(g -> takeAlong(device, g));
        return changed;
    }

    private boolean create(NetOp.CreateLink c, String element) {
        Optional<PortId> below = c.under().map(u -> new PortId(u.space(), u.name()));
        boolean floats = below.isPresent() && link(below.get()).isEmpty();
        if (floats) {
            return false;
        }
        HeldLink.Made made = HeldLink.Made.Upper.of(c.kind(), below);
        return stack(c.at())
                .filter(s -> s.add(c.name(), link(c.index(), element, made, c.mac(), c.mtu())))
                .isPresent();
    }

    private boolean create(NetOp.CreateVeth v, String element) {
        PortId a = new PortId(v.a().space(), v.a().name());
        PortId b = new PortId(v.b().space(), v.b().name());
        Optional<StackState> at = stack(a.space());
        Optional<StackState> bt = stack(b.space());
        if (at.isEmpty() || bt.isEmpty() || link(a).isPresent() || link(b).isPresent()) {
            return false;
        }
        HeldLink first = end(v.a(), b, element);
        at.get().add(a.name(), v.a().bridge().map(m -> joined(first, m.name())).orElse(first));
        bt.get().add(b.name(), end(v.b(), a, element).withUp(false));
        return true;
    }

    private HeldLink end(NetOp.VethEnd end, PortId peer, String element) {
        return link(end.index(), element, new HeldLink.Made.Cable(peer), end.mac(), end.mtu())
                .withUp(end.up());
    }

    private boolean rename(NetOp.RenameLink r) {
        Optional<HeldLink> link = link(new PortId(r.space(), r.name()));
        if (link.isEmpty() || r.name().equals(r.next())) {
            return false;
        }
        stack(r.space()).ifPresent(s -> s.rename(r.name(), r.next()));
        if (link.get().made() instanceof HeldLink.Made.Cable(var peer)) {
            HeldLink.Made made = new HeldLink.Made.Cable(new PortId(r.space(), r.next()));
            stack(peer.space()).ifPresent(s -> s.change(peer.name(), l -> l.with(made)));
        }
        PortId next = new PortId(r.space(), r.next());
        for (PortId above : above(new PortId(r.space(), r.name()))) {
            stack(above.space())
                    .ifPresent(s -> s.change(above.name(), l -> l.with(((HeldLink.Made.Upper) l.made()).over(next))));
        }
        return true;
    }
}
