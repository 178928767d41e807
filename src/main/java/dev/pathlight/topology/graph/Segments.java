package dev.pathlight.topology.graph;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.Pseudograph;

/**
 * The layer-2 segments of a topology: the interfaces and bridges that a broadcast frame can reach from one another over
 * cables, bridges and LANs. A bridge counts as the interface it is to its own namespace. Ends that are not declared do
 * not count.
 */
public final class Segments {
    private final Graph<PortId, DefaultEdge> graph;
    private final List<Lan> lans;
    private final List<SortedSet<PortId>> all;
    private final Map<PortId, Segment> byPort = new HashMap<>();

    private record Segment(SortedSet<PortId> ports, List<Cidr> addresses, Set<IpAddress> hosts) {
        static final Segment NONE = new Segment(Collections.emptySortedSet(), List.of(), Set.of());

        static Segment of(SortedSet<PortId> ports, Map<PortId, List<Cidr>> addresses) {
            List<Cidr> own = ports.stream()
                    .flatMap(p -> addresses.getOrDefault(p, List.of()).stream())
                    .toList();
            return new Segment(ports, own, own.stream().map(Cidr::address).collect(Collectors.toSet()));
        }
    }

    private Segments(
            Graph<PortId, DefaultEdge> graph,
            List<Lan> lans,
            List<SortedSet<PortId>> all,
            Map<PortId, List<Cidr>> addresses) {
        this.graph = graph;
        this.lans = List.copyOf(lans);
        this.all = all;
        for (SortedSet<PortId> ports : all) {
            Segment segment = Segment.of(ports, addresses);
            ports.forEach(p -> byPort.put(p, segment));
        }
    }

    public static Segments of(Topology topology) {
        Map<PortId, List<Cidr>> addresses = new HashMap<>();
        Graph<PortId, DefaultEdge> graph = new Pseudograph<>(DefaultEdge.class);
        topology.nodes().forEach(n -> n.spaces().forEach(s -> addSpace(graph, addresses, n.id(s), s)));
        for (Cable c : topology.cables()) {
            join(graph, c.a(), c.b());
        }
        for (Lan lan : topology.lans()) {
            List<PortId> drawn =
                    lan.nics().stream().filter(graph::containsVertex).toList();
            drawn.forEach(nic -> join(graph, drawn.getFirst(), nic));
        }
        new Overlays(topology).joins().forEach((a, onto) -> onto.forEach(o -> join(graph, a, o)));
        List<SortedSet<PortId>> all = new ArrayList<>();
        new ConnectivityInspector<>(graph)
                .connectedSets()
                .forEach(s -> all.add(Collections.unmodifiableSortedSet(new TreeSet<>(s))));
        all.sort(Comparator.comparing(SortedSet::first));
        return new Segments(graph, topology.lans(), List.copyOf(all), addresses);
    }

    private static void addSpace(
            Graph<PortId, DefaultEdge> graph, Map<PortId, List<Cidr>> addresses, SpaceId id, Namespace space) {
        space.interfaces().forEach(i -> {
            PortId port = new PortId(id, i.name());
            graph.addVertex(port);
            addresses.computeIfAbsent(port, p -> new ArrayList<>()).addAll(i.addresses());
        });
        for (Bridge b : space.bridges()) {
            PortId bridge = new PortId(id, b.name());
            graph.addVertex(bridge);
            addresses.computeIfAbsent(bridge, p -> new ArrayList<>()).addAll(b.addresses());
        }
        for (Bridge b : space.bridges()) {
            b.ports().forEach(port -> join(graph, new PortId(id, b.name()), new PortId(id, port)));
        }
    }

    private static void join(Graph<PortId, DefaultEdge> graph, PortId a, PortId b) {
        if (graph.containsVertex(a) && graph.containsVertex(b)) {
            graph.addEdge(a, b);
        }
    }

    /** Every segment, in the order of their first ports. */
    public List<SortedSet<PortId>> all() {
        return all;
    }

    /** The segment of {@code port}, itself included; empty when it is not on the drawing. */
    public SortedSet<PortId> of(PortId port) {
        return segment(port).ports();
    }

    private Segment segment(PortId port) {
        return byPort.getOrDefault(port, Segment.NONE);
    }

    public boolean areJoined(PortId a, PortId b) {
        return of(a).contains(b);
    }

    /** What all frames from {@code a} to {@code b} pass, both included; empty when they are not joined. */
    public SortedSet<PortId> between(PortId a, PortId b) {
        if (!areJoined(a, b)) {
            return Collections.emptySortedSet();
        }
        List<PortId> path = BFSShortestPath.findPathBetween(graph, a, b).getVertexList();
        SortedSet<PortId> all = new TreeSet<>(List.of(a, b));
        for (int i = 1; i < path.size() - 1; i++) {
            PortId v = path.get(i);
            boolean standsForLan = areOfOneLan(path.subList(i - 1, i + 2));
            Graph<PortId, DefaultEdge> without = new MaskSubgraph<>(graph, v::equals, e -> false);
            if (!standsForLan && BFSShortestPath.findPathBetween(without, a, b) == null) {
                all.add(v);
            }
        }
        return all;
    }

    /** A LAN is drawn into the graph as its first NIC joined to all others. */
    private boolean areOfOneLan(List<PortId> nics) {
        return lans.stream().anyMatch(l -> l.nics().containsAll(nics));
    }

    /** The namespaces that have an interface or bridge in the segment of {@code port}. */
    public SortedSet<SpaceId> spacesOf(PortId port) {
        SortedSet<SpaceId> out = new TreeSet<>();
        of(port).forEach(p -> out.add(p.space()));
        return out;
    }

    /** The addresses drawn in the segment of {@code port}, port by port. */
    public List<Cidr> addressesOf(PortId port) {
        return segment(port).addresses();
    }

    /** True when something in the segment of {@code port} has that address. */
    public boolean isThere(PortId port, IpAddress address) {
        return segment(port).hosts().contains(address);
    }
}
