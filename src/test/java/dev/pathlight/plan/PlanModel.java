package dev.pathlight.plan;

import dev.pathlight.topology.IfName;
import dev.pathlight.topology.SpaceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A kernel as far as a plan can tell: refuses what uses a thing that is not there, or makes a thing twice. */
final class PlanModel {
    private final Set<SpaceId> spaces = new TreeSet<>();
    private final Map<Integer, Device> devices = new HashMap<>();
    private final Set<Object> configured = new HashSet<>();

    private record Device(SpaceId space, IfName name, int peer, Set<Integer> ports) {}

    /** What is left: namespaces, devices, and addresses and routes. */
    Set<String> left() {
        Set<String> left = new TreeSet<>();
        spaces.forEach(s -> left.add(s.toString()));
        devices.values().forEach(d -> left.add(d.space + "/" + d.name));
        configured.forEach(c -> left.add(c.toString()));
        return left;
    }

    List<Integer> portsOf(SpaceId space, IfName bridge) {
        return devices.values().stream()
                .filter(d -> d.space.equals(space) && d.name.equals(bridge))
                .flatMap(d -> d.ports.stream())
                .toList();
    }

    void run(NetOp op) {
        switch (op) {
            case NetOp.MakeNamespace m -> require(spaces.add(m.space()), op);
            case NetOp.DropNamespace d -> drop(d, op);
            case NetOp.WriteSysctl s -> require(spaces.contains(s.space()), op);
            case NetOp.CreateBridge b -> create(b.space(), b.index(), b.name(), 0, op);
            case NetOp.CreateVeth v -> {
                create(v.a().space(), v.a().index(), v.a().name(), v.b().index(), op);
                create(v.b().space(), v.b().index(), v.b().name(), v.a().index(), op);
                v.a().bridge().ifPresent(b -> join(v.a().space(), b, v.a().index(), op));
            }
            case NetOp.CreateVxlan v -> {
                device(v.space(), v.deviceIndex(), v.vxlan().device(), op);
                create(v.space(), v.index(), v.name(), 0, op);
            }
            case NetOp.AddTunnelRow r -> device(r.space(), r.index(), r.device(), op);
            case NetOp.AddNeighbour n -> device(n.space(), n.index(), n.device(), op);
            case NetOp.JoinBridge j ->
                join(device(j.space(), j.index(), j.port(), op).space, j.bridgeIndex(), j.index(), op);
            case NetOp.SetUp s ->
                require(s.name().value().equals("lo") || device(s.space(), s.index(), s.name(), op) != null, op);
            case NetOp.SetMtu s -> device(s.space(), s.index(), s.name(), op);
            case NetOp.SetSnooping s -> device(s.space(), s.index(), s.bridge(), op);
            case NetOp.LeaveBridge l -> device(l.space(), l.index(), l.port(), op);
            case NetOp.DeleteNeighbour n -> device(n.space(), n.index(), n.device(), op);
            case NetOp.AddPortVlan v -> device(v.space(), v.index(), v.port(), op);
            case NetOp.RemovePortVlan v -> device(v.space(), v.index(), v.port(), op);
            case NetOp.SetHairpin s -> device(s.space(), s.index(), s.port(), op);
            case NetOp.AwaitUsable a -> device(a.space(), a.index(), a.name(), op);
            case NetOp.DeleteLink d -> {
                device(d.space(), d.index(), d.name(), op);
                remove(d.index());
            }
            case NetOp.AddAddress a -> {
                device(a.space(), a.index(), a.device(), op);
                configured.add(List.of(a.space(), a.address()));
            }
            case NetOp.DeleteAddress a -> configured.remove(List.of(a.space(), a.address()));
            case NetOp.AddRoute r -> {
                require(spaces.contains(r.space()), op);
                configured.add(List.of(r.space(), r.route()));
            }
            case NetOp.StartContainer c -> {
                require(spaces.contains(c.space()), op);
                configured.add(List.of(c.space(), c.container().name()));
            }
            case NetOp.StopContainer c -> require(configured.remove(List.of(c.space(), c.container())), op);
            case NetOp.AddFilterTable t -> {
                require(spaces.contains(t.space()), op);
                configured.add(List.of(t.space(), t.table()));
            }
            case NetOp.DeleteFilterTable t -> configured.removeIf(c -> c.equals(List.of(t.space(), t.table())));
            case NetOp.AddFilterChain c -> require(configured.contains(List.of(c.space(), c.table())), op);
            case NetOp.AddFilterRule r -> require(configured.contains(List.of(r.space(), r.table())), op);
            case NetOp.DeleteRoute r -> configured.remove(List.of(r.space(), r.route()));
        }
    }

    private void drop(NetOp.DropNamespace d, NetOp op) {
        require(spaces.remove(d.space()), op);
        List.copyOf(devices.entrySet()).stream()
                .filter(e -> e.getValue().space.equals(d.space()))
                .forEach(e -> remove(e.getKey()));
        configured.removeIf(c -> ((List<?>) c).getFirst().equals(d.space()));
    }

    private void remove(int index) {
        Device gone = devices.remove(index);
        if (gone != null && gone.peer != 0) {
            devices.remove(gone.peer);
        }
        devices.values().forEach(d -> d.ports.remove(index));
    }

    private void create(SpaceId space, int index, IfName name, int peer, NetOp op) {
        boolean named = devices.values().stream().anyMatch(d -> d.space.equals(space) && d.name.equals(name));
        require(spaces.contains(space) && index > 1 && !devices.containsKey(index) && !named, op);
        devices.put(index, new Device(space, name, peer, new java.util.LinkedHashSet<>()));
    }

    private void join(SpaceId space, int bridge, int port, NetOp op) {
        Device target = devices.get(bridge);
        require(target != null && target.space.equals(space), op);
        boolean free = devices.values().stream().noneMatch(d -> d.ports.contains(port));
        require(free && target.ports.add(port), op);
    }

    private Device device(SpaceId space, int index, IfName name, NetOp op) {
        Device device = devices.get(index);
        require(device != null && device.space.equals(space) && device.name.equals(name), op);
        return device;
    }

    private static void require(boolean holds, NetOp op) {
        if (!holds) {
            throw new IllegalStateException("cannot be done here: " + op);
        }
    }
}
