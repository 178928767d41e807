package dev.pathlight.live.classic;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NetnsNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who is at the other end of each cable, from what the kernel tells of both ends (IFLA_LINK). */
public final class Peers {
    private final SortedMap<SpaceId, SpaceState> spaces;
    private final Map<SpaceId, String> names;

    public Peers(Snapshot snapshot) {
        this.spaces = new TreeMap<>(snapshot.spaces());
        spaces.putAll(snapshot.hidden());
        this.names = NetnsNames.choose(spaces.keySet(), Set.of());
    }

    /** The other end: which interface, and its index there. */
    public record Peer(PortId port, int index) {
        /** {@code ns2 veth1}. */
        public String label() {
            return port.space().shortName() + " " + port.name();
        }
    }

    /** The other end of a veth; empty for other links, and where two ends fit. */
    public Optional<Peer> of(PortId port) {
        return Optional.ofNullable(spaces.get(port.space()))
                .flatMap(s -> s.link(port.name().value()))
                .flatMap(l -> of(port.space(), l));
    }

    Optional<Peer> of(SpaceId space, LinkRow link) {
        if (!link.kind().equals("veth") || link.peer() == 0) {
            return Optional.empty();
        }
        List<Peer> fitting = spaces.values().stream()
                .filter(s -> s.id().equals(space) == link.peerNsid().isEmpty())
                .flatMap(s -> peer(s, link).stream())
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Optional<Peer> peer(SpaceState there, LinkRow link) {
        return there.link(link.peer())
                .filter(l -> l.kind().equals("veth") && l.peer() == link.index())
                .filter(l -> l.peerNsid().isPresent() == link.peerNsid().isPresent())
                .filter(l -> IfName.problem(l.name()).isEmpty())
                .map(l -> new Peer(new PortId(there.id(), new IfName(l.name())), l.index()));
    }

    /** What {@code ip netns} calls a namespace. */
    String netns(SpaceId space) {
        return names.getOrDefault(space, space.shortName());
    }
}
