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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A topology with LANs spelt out as namespaces, bridges and cables, and an index chosen for every device: what the
 * stages of a plan are written from.
 */
final class Blueprint {
    /** Above this many devices, links make no IPv6 address of their own: their chatter would drown a big bridge. */
    private static final int MANY_DEVICES = 200;

    private static final int FIRST_INDEX = 2;

    private final List<Space> spaces = new ArrayList<>();
    private final List<Cable> cables = new ArrayList<>();
    private final Map<PortId, Integer> indexes = new HashMap<>();
    private final Map<PortId, Cable> cableAt = new HashMap<>();
    private final Map<PortId, PortId> bridgeOfPort = new HashMap<>();
    private final Map<PortId, String> standIns = new HashMap<>();
    private final Map<PortId, Interface> interfaces = new HashMap<>();

    /** One network stack to make; {@code element} is its path on the drawing. */
    record Space(SpaceId id, Namespace drawn, String element) {}

    private Blueprint() {}

    static Blueprint of(Topology topology) {
        Blueprint blueprint = new Blueprint();
        for (Node node : topology.nodes()) {
            node.spaces()
                    .forEach(n ->
                            blueprint.add(new Space(node.id(n), n, node.id(n).toString())));
        }
        topology.cables().forEach(blueprint::add);
        topology.lans().forEach(blueprint::add);
        return blueprint;
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
            number(id);
        }
        for (Bridge bridge : space.drawn.bridges()) {
            PortId id = new PortId(space.id, bridge.name());
            number(id);
            bridge.ports().forEach(p -> bridgeOfPort.put(new PortId(space.id, p), id));
        }
    }

    private void number(PortId id) {
        indexes.put(id, FIRST_INDEX + indexes.size());
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

    /** The index chosen for a drawn interface or bridge. */
    int index(PortId device) {
        Integer index = indexes.get(device);
        if (index == null) {
            throw new IllegalStateException(device + " is not on the drawing; a checked drawing names no such thing");
        }
        return index;
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

    /** The bridge a port joins. */
    Optional<PortId> bridgeOf(PortId port) {
        return Optional.ofNullable(bridgeOfPort.get(port));
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
        return indexes.size() > MANY_DEVICES;
    }
}
