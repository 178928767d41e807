package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A topology with LANs spelt out as namespaces, bridges and cables, and an index chosen for every device: what the
 * stages of a plan are written from.
 */
final class Blueprint {
    /** Above this many devices, links make no IPv6 address of their own: their chatter would drown a big bridge. */
    private static final int MANY_DEVICES = 200;

    private final List<Space> spaces = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private final List<PortId> devices = new ArrayList<>();
    private final Map<PortId, Integer> indexes = new HashMap<>();
    private final Map<SpaceId, Integer> numbers = new HashMap<>();
    private final Set<PortId> downBridges = new HashSet<>();
    private List<Renamed> renamed = List.of();
    private final Map<PortId, Cable> cableAt = new HashMap<>();
    private final Map<PortId, PortId> bridgeOfPort = new HashMap<>();
    private final Map<PortId, String> standIns = new HashMap<>();
    private final Map<PortId, Interface> interfaces = new HashMap<>();
    private final Map<PortId, Bridge> bridges = new HashMap<>();
    private final Map<PortId, PortId> below = new HashMap<>();
    private final Map<PortId, PortId> masters = new HashMap<>();

    /** One network stack to make; {@code element} is its path on the drawing. */
    record Space(SpaceId id, Namespace drawn, String element) {}

    private Blueprint() {}

    /** Where nothing is there yet. */
    static Blueprint of(Topology topology) {
        return of(topology, new KernelState());
    }

    /** What is there already keeps its index and its number, under another name too; what is new gets free ones. */
    static Blueprint of(Topology topology, KernelState existing) {
        Blueprint blueprint = new Blueprint();
        for (Node node : topology.nodes()) {
            node.spaces()
                    .forEach(n ->
                            blueprint.add(new Space(node.id(n), n, node.id(n).toString())));
        }
        topology.cables().forEach(blueprint::add);
        topology.lans().forEach(blueprint::add);
        blueprint.interfaces.keySet().forEach(i -> topology.below(i).ifPresent(b -> blueprint.below.put(i, b)));
        blueprint.number(existing);
        return blueprint;
    }

    private void number(KernelState existing) {
        renamed = Renamed.find(existing, this);
        Map<PortId, PortId> before = new HashMap<>();
        renamed.forEach(r -> before.put(r.next(), r.device()));
        int next = existing.freeIndex();
        for (PortId id : devices) {
            OptionalInt kept = existing.index(before.getOrDefault(id, id));
            indexes.put(id, kept.isPresent() ? kept.getAsInt() : next++);
        }
        int free = existing.freeNumber();
        for (Space space : spaces) {
            OptionalInt kept = existing.number(space.id());
            numbers.put(space.id(), kept.isPresent() ? kept.getAsInt() : free++);
        }
    }

    /** The switch is drawn as the LAN, and the far end of a NIC's cable not at all: the NIC stands for it. */
    private void add(Lan lan) {
        LanSpace made = LanSpace.of(lan);
        String element = "lan:" + lan.name();
        add(new Space(made.id(), made.namespace(), element));
        made.namespace().bridges().forEach(b -> standIns.put(new PortId(made.id(), b.name()), element));
        for (Cable cable : made.cables()) {
            add(cable);
            standIns.put(cable.a(), cable.b().toString());
        }
    }

    private void add(Space space) {
        spaces.add(space);
        for (Interface i : space.drawn.interfaces()) {
            PortId id = new PortId(space.id, i.name());
            interfaces.put(id, i);
            devices.add(id);
            i.kind().masterOf().forEach(m -> masters.put(new PortId(space.id, m), id));
        }
        for (Bridge bridge : space.drawn.bridges()) {
            PortId id = new PortId(space.id, bridge.name());
            devices.add(id);
            bridges.put(id, bridge);
            if (!bridge.up()) {
                downBridges.add(id);
            }
            bridge.ports().forEach(p -> bridgeOfPort.put(new PortId(space.id, p), id));
        }
    }

    private void add(Cable cable) {
        cables.add(cable);
        cableAt.put(cable.a(), cable);
        cableAt.put(cable.b(), cable);
    }

    List<Space> spaces() {
        return spaces;
    }

    List<Cable> cables() {
        return cables;
    }

    /** What is there under another name. */
    List<Renamed> renamed() {
        return renamed;
    }

    /** The number by which a machine knows a drawn namespace. */
    int number(SpaceId space) {
        return Optional.ofNullable(numbers.get(space)).orElseThrow();
    }

    /** The index chosen for a drawn interface or bridge. */
    int index(PortId device) {
        Integer index = indexes.get(device);
        if (index == null) {
            throw new IllegalStateException(device + " is not on the drawing; a checked drawing names no such thing");
        }
        return index;
    }

    /** Every drawn interface and bridge. */
    List<PortId> devices() {
        return devices;
    }

    OptionalInt index(SpaceId space, Optional<IfName> device) {
        return device.isPresent() ? OptionalInt.of(index(new PortId(space, device.get()))) : OptionalInt.empty();
    }

    Optional<Cable> cableAt(PortId end) {
        return Optional.ofNullable(cableAt.get(end));
    }

    /** A cable's end without a cable is not made. */
    boolean isMade(PortId id) {
        return !(drawn(id).kind() instanceof LinkKind.CableEnd) || cableAt(id).isPresent();
    }

    /** Whether routes can lead by a device: it is made, and drawn up. */
    boolean carries(PortId id) {
        Interface link = interfaces.get(id);
        return link == null ? !downBridges.contains(id) : link.up() && isMade(id);
    }

    /** What it stands on. */
    Optional<PortId> below(PortId id) {
        return Optional.ofNullable(below.get(id));
    }

    boolean isInBond(PortId id) {
        return Optional.ofNullable(masters.get(id))
                .filter(m -> drawn(m).kind() instanceof LinkKind.Bond)
                .isPresent();
    }

    /** The bridge a port joins. */
    Optional<PortId> bridgeOf(PortId port) {
        return Optional.ofNullable(bridgeOfPort.get(port));
    }

    boolean isInterface(PortId id) {
        return interfaces.containsKey(id);
    }

    Bridge bridge(PortId id) {
        return Optional.ofNullable(bridges.get(id)).orElseThrow();
    }

    Interface drawn(PortId end) {
        Interface drawn = interfaces.get(end);
        if (drawn == null) {
            throw new IllegalStateException(end + " is not on the drawing; a checked drawing names no such thing");
        }
        return drawn;
    }

    /** The path of what is drawn for a device. */
    String element(PortId device) {
        return standIns.getOrDefault(device, device.toString());
    }

    boolean isBig() {
        return devices.size() > MANY_DEVICES;
    }
}
