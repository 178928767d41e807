package dev.pathlight.plan;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.DeviceSysctl;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A kernel as far as a plan can tell: refuses what uses a thing that is not there, makes a thing twice, or takes away what
 * is not there; and forgets what a kernel forgets when links go down and addresses go.
 */
public final class PlanModel {
    private final Map<SpaceId, ModelStack> stacks = new TreeMap<>();
    private final Map<Integer, ModelDevice> devices = new TreeMap<>();

    /** What is left: namespaces, devices, and addresses and routes. */
    Set<String> left() {
        Set<String> left = new TreeSet<>();
        stacks.forEach((id, s) -> {
            left.add(id.toString());
            s.routes.forEach(r -> left.add(id + " " + r.route()));
            s.filters.forEach(f -> left.add(id + " " + f));
            s.containers.keySet().forEach(c -> left.add(id + " " + c));
        });
        devices.values().forEach(d -> {
            left.add(d.space + "/" + d.name);
            d.addresses.forEach(a -> left.add(d.space + "/" + d.name + " " + a));
        });
        return left;
    }

    List<Integer> portsOf(SpaceId space, IfName bridge) {
        return devices.values().stream()
                .filter(d -> d.space.equals(space) && d.name.equals(bridge))
                .flatMap(d -> d.ports.stream())
                .toList();
    }

    /** All that a class could see, by names: which index a device has, and in which order ports joined, is left out. */
    public Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        stacks.forEach((id, s) -> {
            Map<String, List<Route>> routes = new TreeMap<>();
            s.routes.forEach(r -> routes.computeIfAbsent(
                            r.route().destination() + " " + r.route().table() + " "
                                    + r.route().metric(),
                            k -> new ArrayList<>())
                    .add(r.route()));
            state.put(id.toString(), List.of(s.sysctls, routes, s.filters, s.containers, s.loopback));
        });
        devices.values()
                .forEach(d -> state.put(
                        d.space + "/" + d.name,
                        List.of(
                                named(d.peer),
                                named(d.below),
                                named(d.master),
                                d.up,
                                d.set,
                                d.rows,
                                d.addresses.stream()
                                        .collect(Collectors.groupingBy(
                                                a -> a.address().v6() ? a : a.network(), Collectors.toList())))));
        return state;
    }

    private String named(int index) {
        ModelDevice d = devices.get(index);
        return d == null ? "" : d.space + "/" + d.name;
    }

    public void run(NetOp op) {
        switch (op) {
            case NetOp.MakeNamespace m -> {
                require(stacks.putIfAbsent(m.space(), new ModelStack()) == null, op);
                stack(op).sysctls.put("ipv6.conf.all.disable_ipv6", "0");
            }
            case NetOp.DropNamespace d -> drop(d, op);
            case NetOp.WriteSysctl s -> write(s, op);
            case NetOp.ResetSysctl s -> require(stack(op).sysctls.remove(s.key()) != null, op);
            case NetOp.CreateBridge b -> {
                create(b.space(), b.index(), b.name(), 0, op);
                set(b.index(), b.mac(), b.mtu().orElse(0));
                options(b.index(), b.options());
                devices.get(b.index()).set.put("snooping", false);
            }
            case NetOp.CreateVeth v -> veth(v, op);
            case NetOp.CreateLink l -> {
                create(l.at(), l.index(), l.name(), 0, op);
                l.under().ifPresent(u -> {
                    device(u.space(), u.index(), u.name(), op);
                    devices.get(l.index()).below = u.index();
                });
                set(l.index(), l.mac(), l.mtu().orElse(0));
                devices.get(l.index()).is(l.kind());
            }
            case NetOp.Enslave e -> enslave(e, op);
            case NetOp.AddTunnelRow r ->
                require(device(r.space(), r.index(), r.device(), op).rows.add(r.mac() + " " + r.remote()), op);
            case NetOp.DeleteTunnelRow r ->
                require(device(r.space(), r.index(), r.device(), op).rows.remove(r.mac() + " " + r.remote()), op);
            case NetOp.AddNeighbour n -> {
                ModelDevice d = device(n.space(), n.index(), n.device(), op);
                require(d.rows.stream().noneMatch(r -> r.startsWith(n.address() + " is")), op);
                d.rows.add(n.address() + " is " + n.mac());
            }
            case NetOp.DeleteNeighbour n ->
                require(
                        device(n.space(), n.index(), n.device(), op)
                                .rows
                                .removeIf(r -> r.startsWith(n.address() + " is")),
                        op);
            case NetOp.DeleteLink d -> {
                device(d.space(), d.index(), d.name(), op);
                remove(d.index());
            }
            case NetOp.RenameLink r -> rename(r, op);
            case NetOp.AwaitUsable a -> device(a.space(), a.index(), a.name(), op);
            default -> configure(op);
        }
    }

    private void configure(NetOp op) {
        switch (op) {
            case NetOp.AddAddress a -> {
                ModelDevice d = device(a.space(), a.index(), a.device(), op);
                require(!d.addresses.contains(a.address()), op);
                d.addresses.add(a.address());
            }
            case NetOp.DeleteAddress a -> delete(device(a.space(), a.index(), a.device(), op), a, op);
            case NetOp.AddRoute r -> route(r, op);
            case NetOp.DeleteRoute r ->
                require(stack(op).routes.removeIf(h -> h.route().equals(r.route())), op);
            case NetOp.StartContainer c ->
                require(stack(op).containers.put(c.container().name(), c.container()) == null, op);
            case NetOp.StopContainer c -> require(stack(op).containers.remove(c.container()) != null, op);
            case NetOp.AddFilterTable t -> {
                require(!stack(op).filters.contains(t.table()), op);
                stack(op).filters.add(t.table());
            }
            case NetOp.DeleteFilterTable t -> {
                require(stack(op).filters.contains(t.table()), op);
                stack(op).filters.clear();
            }
            case NetOp.AddFilterChain c -> {
                require(stack(op).filters.contains(c.table()), op);
                stack(op).filters.add(c.chain().toString());
            }
            case NetOp.AddFilterRule r -> {
                require(stack(op).filters.contains(r.table()), op);
                stack(op).filters.add(r.chain() + r.rule());
            }
            default -> set(op);
        }
    }

    private void set(NetOp op) {
        switch (op) {
            case NetOp.JoinBridge j ->
                join(device(j.space(), j.index(), j.port(), op).space, j.bridgeIndex(), j.index(), op);
            case NetOp.LeaveBridge l -> {
                require(device(l.space(), l.index(), l.port(), op).master != 0, op);
                leave(l.index());
            }
            case NetOp.SetUp s when s.name().value().equals("lo") -> stack(op).loopback = s.up();
            case NetOp.SetUp s -> up(device(s.space(), s.index(), s.name(), op), s.index(), s.up());
            case NetOp.SetMac m ->
                device(m.space(), m.index(), m.name(), op).set.put("mac", Optional.of(m.mac()));
            case NetOp.SetMtu s ->
                device(s.space(), s.index(), s.name(), op).set.put("mtu", s.mtu());
            case NetOp.SetBridge b -> {
                device(b.space(), b.index(), b.name(), op);
                options(b.index(), b.options());
            }
            case NetOp.SetSnooping s ->
                device(s.space(), s.index(), s.bridge(), op).set.put("snooping", s.on());
            case NetOp.AddPortVlan v ->
                port(device(v.space(), v.index(), v.port(), op), op).put("vlan", v.vlan());
            case NetOp.RemovePortVlan v -> port(device(v.space(), v.index(), v.port(), op), op);
            case NetOp.SetHairpin s ->
                port(device(s.space(), s.index(), s.port(), op), op).put("hairpin", s.on());
            default -> throw new IllegalArgumentException("not known here: " + op);
        }
    }

    private ModelStack stack(NetOp op) {
        ModelStack stack = stacks.get(op.space());
        require(stack != null, op);
        return stack;
    }

    private void write(NetOp.WriteSysctl s, NetOp op) {
        stack(op).write(s.key(), s.value());
        devices.forEach((index, d) -> {
            boolean all = s.key().equals("ipv6.conf.all.disable_ipv6");
            boolean its = all || s.key().equals("ipv6.conf." + d.name + ".disable_ipv6");
            if (d.space.equals(s.space()) && its && s.value().equals("1")) {
                d.addresses.removeIf(a -> a.address().v6());
                stack(op)
                        .routes
                        .removeIf(h -> h.device() == index
                                && h.route().destination().address().v6());
            }
        });
    }

    private void options(int index, dev.pathlight.topology.BridgeOptions o) {
        devices.get(index).set.put("options", o.withMulticastSnooping(true).withHairpin(false));
    }

    private void set(int index, Optional<Mac> mac, int mtu) {
        devices.get(index).set.put("mac", mac);
        devices.get(index).set.put("mtu", mtu);
    }

    private void veth(NetOp.CreateVeth v, NetOp op) {
        create(v.a().space(), v.a().index(), v.a().name(), v.b().index(), op);
        create(v.b().space(), v.b().index(), v.b().name(), v.a().index(), op);
        set(v.a().index(), v.a().mac(), v.a().mtu().orElse(1500));
        set(v.b().index(), v.b().mac(), v.b().mtu().orElse(1500));
        devices.get(v.a().index()).up = v.a().up();
        v.a().bridge().ifPresent(b -> join(v.a().space(), b.index(), v.a().index(), op));
    }

    /** A bond takes only what is down, and brings it up; a VRF takes it down and up again. */
    private void enslave(NetOp.Enslave e, NetOp op) {
        ModelDevice member = device(e.space(), e.index(), e.name(), op);
        ModelDevice master = device(e.space(), e.masterIndex(), e.master(), op);
        boolean bond = master.isBond();
        require(!bond || !member.up, op);
        leave(e.index());
        boolean was = member.up;
        up(member, e.index(), false);
        join(e.space(), e.masterIndex(), e.index(), op);
        up(member, e.index(), was || bond);
    }

    /** What a bond lets go stays down; a VRF's goes down and up. */
    private void freed(int port, ModelDevice master) {
        ModelDevice member = devices.get(port);
        if (member != null && master.set.containsKey("kind")) {
            boolean was = member.up;
            up(member, port, false);
            up(member, port, was && !master.isBond());
        }
    }

    /** Routes by a device that goes down go, IPv6 addresses too. */
    private void up(ModelDevice device, int index, boolean up) {
        boolean goesDown = device.up && !up;
        device.up = up;
        if (goesDown) {
            stacks.get(device.space).routes.removeIf(h -> h.device() == index);
            device.addresses.removeIf(a -> a.address().v6());
            device.rows.removeIf(r -> r.contains(" is "));
        }
    }

    private void rename(NetOp.RenameLink r, NetOp op) {
        ModelDevice d = device(r.space(), r.index(), r.name(), op);
        require(!d.up && !isTaken(r.space(), r.next()), op);
        d.name = r.next();
        stacks.get(r.space()).renamed(r.index(), r.next());
        Map<String, String> sysctls = stacks.get(r.space()).sysctls;
        Map.copyOf(sysctls).forEach((key, value) -> {
            sysctls.remove(key);
            sysctls.put(DeviceSysctl.renamed(key, r.name(), r.next()), value);
        });
    }

    /** A primary address takes the secondary ones of its network along, the last one all IPv4 routes by the device. */
    private void delete(ModelDevice d, NetOp.DeleteAddress a, NetOp op) {
        int at = d.addresses.indexOf(a.address());
        require(at >= 0, op);
        Cidr gone = a.address();
        boolean primary =
                d.addresses.subList(0, at).stream().noneMatch(o -> o.network().equals(gone.network()));
        d.addresses.remove(at);
        List<ModelStack.Hop> routes = stacks.get(d.space).routes;
        if (!gone.address().v6()) {
            if (primary) {
                d.addresses.removeIf(o -> o.network().equals(gone.network()));
            }
            if (d.addresses.stream().allMatch(o -> o.address().v6())) {
                routes.removeIf(h -> h.device() == a.index()
                        && !h.route().destination().address().v6());
            }
        }
        routes.removeIf(h -> h.route().source().equals(Optional.of(gone.address())));
    }

    private void route(NetOp.AddRoute r, NetOp op) {
        List<ModelStack.Hop> routes = stack(op).routes;
        require(routes.stream().noneMatch(h -> h.route().equals(r.route())), op);
        int device = r.deviceIndex()
                .orElseGet(() -> r.route()
                        .via()
                        .map(v -> stack(op).towards(r.space(), v, devices))
                        .orElse(0));
        require(device != 0 || r.route().via().isEmpty(), op);
        require(device == 0 || devices.get(device).space.equals(r.space()) && devices.get(device).up, op);
        routes.add(r.inFront() ? 0 : routes.size(), new ModelStack.Hop(r.route(), device));
    }

    private void drop(NetOp.DropNamespace d, NetOp op) {
        require(stacks.containsKey(d.space()), op);
        List.copyOf(devices.entrySet()).stream()
                .filter(e -> e.getValue().space.equals(d.space()))
                .forEach(e -> remove(e.getKey()));
        stacks.remove(d.space());
    }

    private void remove(int index) {
        ModelDevice gone = devices.remove(index);
        if (gone == null) {
            return;
        }
        remove(gone.peer);
        leave(index, gone);
        List.copyOf(gone.ports).forEach(port -> {
            freed(port, gone);
            leave(port);
        });
        ModelStack stack = stacks.get(gone.space);
        if (stack != null) {
            stack.routes.removeIf(h -> h.device() == index);
            stack.sysctls.keySet().removeIf(k -> DeviceSysctl.device(k).equals(Optional.of(gone.name)));
        }
        List.copyOf(devices.entrySet()).stream()
                .filter(e -> e.getValue().below == index)
                .forEach(e -> remove(e.getKey()));
    }

    private void create(SpaceId space, int index, IfName name, int peer, NetOp op) {
        require(stacks.containsKey(space) && index > 1 && !devices.containsKey(index), op);
        require(!isTaken(space, name), op);
        devices.put(index, new ModelDevice(space, name, peer));
    }

    private boolean isTaken(SpaceId space, IfName name) {
        return devices.values().stream().anyMatch(d -> d.space.equals(space) && d.name.equals(name));
    }

    private void join(SpaceId space, int bridge, int port, NetOp op) {
        ModelDevice target = devices.get(bridge);
        require(target != null && target.space.equals(space), op);
        require(devices.get(port).master != bridge, op);
        leave(port);
        target.ports.add(port);
        devices.get(port).master = bridge;
        devices.get(port).set.put("vlan", 1);
        devices.get(port).set.put("hairpin", false);
    }

    private void leave(int port) {
        ModelDevice device = devices.get(port);
        if (device != null) {
            leave(port, device);
        }
    }

    private void leave(int port, ModelDevice device) {
        ModelDevice bridge = devices.get(device.master);
        if (bridge != null) {
            freed(port, bridge);
            bridge.ports.remove(port);
        }
        device.master = 0;
        device.set.remove("hairpin");
        device.set.remove("vlan");
    }

    private static Map<String, Object> port(ModelDevice device, NetOp op) {
        require(device.master != 0, op);
        return device.set;
    }

    private ModelDevice device(SpaceId space, int index, IfName name, NetOp op) {
        ModelDevice device = devices.get(index);
        require(device != null && device.space.equals(space) && device.name.equals(name), op);
        return device;
    }

    private static void require(boolean holds, NetOp op) {
        if (!holds) {
            throw new IllegalStateException("cannot be done here: " + op);
        }
    }
}
