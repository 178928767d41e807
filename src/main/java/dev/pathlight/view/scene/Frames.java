package dev.pathlight.view.scene;

import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.PortId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** All boxes of a drawing. */
public final class Frames {
    private final SequencedMap<String, Frame> byPath = new LinkedHashMap<>();
    private final Map<String, Frame> kernels = new LinkedHashMap<>();
    private final Marks marks;

    Frames(Marks marks) {
        this.marks = marks;
    }

    void add(Frame f) {
        (f.kind() == Frame.Kind.KERNEL ? kernels : byPath).putIfAbsent(f.path(), f);
    }

    /** The box of a node, namespace, bridge, LAN or note. */
    public Optional<Frame> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** A node's kernel bar, when it has one. */
    public Optional<Frame> kernel(String node) {
        return Optional.ofNullable(kernels.get(node));
    }

    /** Whether a node is drawn as a single box. */
    boolean isCollapsed(Name node) {
        return marks.collapsed().contains(node.value());
    }

    /** In painting order: what encloses comes before what it encloses, and of a kind the lower one before the higher. */
    public List<Frame> all() {
        return Stream.concat(byPath.values().stream(), kernels.values().stream())
                .sorted(Comparator.comparing(Frame::kind).thenComparingInt(f -> marks.height(f.path())))
                .toList();
    }

    /** The box on whose edge an interface stands; what stays within a collapsed node stands nowhere. */
    Optional<Frame> owner(PortId id, Links links) {
        if (isCollapsed(id.space().node())) {
            return links.leadsOut(id) ? find(id.space().node().value()) : Optional.empty();
        }
        String space = id.space().toString();
        Optional<Links.Slot> slot = links.slot(id);
        if (slot.isPresent()) {
            return find(space + "/" + slot.get().bridge().name());
        }
        if (!id.space().isRoot()) {
            return find(space);
        }
        return links.leadsOut(id) ? find(space) : kernel(space).or(() -> find(space));
    }
}
