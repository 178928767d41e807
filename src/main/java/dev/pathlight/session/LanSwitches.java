package dev.pathlight.session;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.LanSpace;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The switches that LANs are made of. They are watched and captured like all else, so that a packet is followed through
 * them; but a drawing has no such interfaces, so journeys and tables are told without them: a NIC stands for the switch's
 * port that it is plugged into.
 */
final class LanSwitches {
    private volatile Set<SpaceId> spaces = Set.of();
    private volatile Map<PortId, PortId> nics = Map.of();

    LanSwitches(Topology topology) {
        learn(topology);
    }

    /** What is drawn from now on. The switches there were are still known: packets that went through them are told late. */
    void learn(Topology topology) {
        Set<SpaceId> all = new HashSet<>(spaces);
        Map<PortId, PortId> ends = new HashMap<>(nics);
        topology.lans().stream().map(LanSpace::of).forEach(lan -> {
            all.add(lan.id());
            for (Cable c : lan.cables()) {
                ends.put(c.a(), c.b());
            }
        });
        nics = Map.copyOf(ends);
        spaces = Set.copyOf(all);
    }

    /** The drawing's namespaces, and the switches'. */
    static List<SpaceId> with(Topology topology) {
        return Stream.concat(
                        topology.spaces(),
                        topology.lans().stream().map(lan -> LanSpace.of(lan).id()))
                .toList();
    }

    Snapshot without(Snapshot all) {
        if (spaces.isEmpty()) {
            return all;
        }
        SortedMap<SpaceId, SpaceState> drawn = new TreeMap<>(all.spaces());
        SortedMap<SpaceId, SpaceState> hidden = new TreeMap<>(all.spaces());
        drawn.keySet().removeAll(spaces);
        hidden.keySet().retainAll(spaces);
        return new Snapshot(all.nanos(), all.since(), drawn, hidden);
    }

    /** A journey that lies within a switch only, for its first sighting was missed, is told as it is. */
    Journey without(Journey j) {
        boolean passes = j.hops().stream().anyMatch(h -> isInside(h.port()));
        boolean only = j.hops().stream().allMatch(h -> isInside(h.port()));
        return !passes || only ? j : fold(j);
    }

    private boolean isInside(PortId port) {
        return spaces.contains(port.space());
    }

    private Journey fold(Journey j) {
        int[] becomes = new int[j.hops().size()];
        List<Hop> kept = new ArrayList<>();
        for (int i = 0; i < becomes.length; i++) {
            Hop h = j.hops().get(i);
            int parent = h.parent() < 0 ? -1 : becomes[h.parent()];
            if (isInside(h.port())) {
                becomes[i] = parent;
            } else {
                becomes[i] = kept.size();
                kept.add(h.withParent(parent));
            }
        }
        List<Journey.Missing> missing = j.missing().stream()
                .map(m -> new Journey.Missing(
                        Math.clamp(becomes[m.before()], 0, kept.size() - 1),
                        drawn(m.at()),
                        m.direction(),
                        m.explanation()))
                .toList();
        return new Journey(
                j.id(),
                j.what(),
                j.protocol(),
                j.startNanos(),
                j.outcome(),
                j.settled(),
                kept,
                j.lost().map(this::drawn),
                missing);
    }

    private PortId drawn(PortId port) {
        return nics.getOrDefault(port, port);
    }

    private Journey.Lost drawn(Journey.Lost lost) {
        return lost.port()
                .map(this::drawn)
                .map(p -> new Journey.Lost(
                        p.space(),
                        Optional.of(p),
                        lost.why(),
                        lost.explanation(),
                        lost.row(),
                        lost.cause().map(this::drawn)))
                .orElse(lost);
    }
}
