package dev.pathlight.view.scene;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places one node's namespaces and bridges where nobody has yet, as on a blackboard: namespaces in a row, each bridge as a
 * bar below those that plug into it. What comes out begins at 0, 0.
 */
final class NodeArranger {
    /** Room for a label at either end of an upright cable. */
    static final double RISE = 164;

    private static final double GAP = 56;
    private static final int MOST_ON_BRIDGE = 12;
    private static final int MOST_IN_ROW = 6;

    /** A bridge and the namespaces that plug into it; without one, those that plug into none. */
    private record Group(Optional<Bridge> bridge, List<Namespace> members) {}

    private final Node node;
    private final Links links;
    private final Sizes sizes;
    private final Map<String, Rect> placed = new LinkedHashMap<>();

    NodeArranger(Node node, Links links, Sizes sizes) {
        this.node = node;
        this.links = links;
        this.sizes = sizes;
    }

    /** Path to place. */
    Map<String, Rect> arrange() {
        double x = 0;
        for (Group g : groups()) {
            x = place(g, x) + 2 * GAP;
        }
        return placed;
    }

    private List<Group> groups() {
        Map<String, Group> byBridge = new LinkedHashMap<>();
        for (Bridge b : node.root().bridges()) {
            byBridge.put(b.name().value(), new Group(Optional.of(b), new ArrayList<>()));
        }
        Group alone = new Group(Optional.empty(), new ArrayList<>());
        for (Namespace n : node.namespaces()) {
            bridgeOf(n)
                    .map(b -> byBridge.get(b.name().value()))
                    .orElse(alone)
                    .members()
                    .add(n);
        }
        List<Group> all = new ArrayList<>(byBridge.values());
        if (!alone.members().isEmpty()) {
            all.add(alone);
        }
        return all;
    }

    private Optional<Bridge> bridgeOf(Namespace n) {
        for (Interface i : n.interfaces()) {
            Optional<Links.Slot> slot = links.peer(new PortId(node.id(n), i.name()))
                    .flatMap(links::slot)
                    .filter(s -> s.space().equals(node.id(node.root())));
            if (slot.isPresent()) {
                return slot.map(Links.Slot::bridge);
            }
        }
        return Optional.empty();
    }

    private double place(Group g, double x) {
        int above = g.bridge().isPresent() && g.members().size() > MOST_ON_BRIDGE
                ? (g.members().size() + 1) / 2
                : g.members().size();
        List<Namespace> upper = g.members().subList(0, above);
        List<Namespace> lower = g.members().subList(above, g.members().size());
        double upperRight = g.bridge().isPresent() ? row(upper, x, 0) : block(upper, x);
        double y =
                upper.stream().mapToDouble(n -> sizes.space(n).height()).max().orElse(-RISE);
        if (g.bridge().isEmpty()) {
            return upperRight;
        }
        Bridge b = g.bridge().get();
        Sizes.Size s = sizes.bridge(node.root(), b);
        double barY = y + RISE;
        double lowerRight = row(lower, x, barY + s.height() + RISE);
        double width = Math.max(s.width(), Math.max(upperRight, lowerRight) - x);
        placed.put(new PortId(node.id(node.root()), b.name()).toString(), new Rect(x, barY, width, s.height()));
        centre(upper, upperRight, x + width);
        centre(lower, lowerRight, x + width);
        return x + width;
    }

    /** Shifts a row by half of what its bar is wider. */
    private void centre(List<Namespace> row, double right, double barRight) {
        for (Namespace n : row) {
            placed.computeIfPresent(node.id(n).toString(), (k, r) -> r.moved((barRight - right) / 2, 0));
        }
    }

    private double block(List<Namespace> members, double x) {
        int columns = members.size() <= MOST_IN_ROW ? members.size() : (int) Math.ceil(Math.sqrt(members.size() * 1.6));
        double right = x;
        double y = 0;
        for (int i = 0; i < members.size(); i += Math.max(1, columns)) {
            List<Namespace> row = members.subList(i, Math.min(members.size(), i + columns));
            right = Math.max(right, row(row, x, y));
            y += row.stream().mapToDouble(n -> sizes.space(n).height()).max().orElse(0) + RISE;
        }
        return right;
    }

    private double row(List<Namespace> row, double x, double y) {
        double right = x;
        for (int i = 0; i < row.size(); i++) {
            Namespace n = row.get(i);
            double left = i == 0 ? x : right + between(row.get(i - 1), n);
            Sizes.Size s = sizes.space(n);
            placed.put(node.id(n).toString(), new Rect(left, y, s.width(), s.height()));
            right = left + s.width();
        }
        return right;
    }

    /** Neighbours joined by a cable of their own stand far enough apart for the labels at its two ends. */
    private double between(Namespace a, Namespace b) {
        for (Interface i : a.interfaces()) {
            Optional<PortId> peer = links.peer(new PortId(node.id(a), i.name()));
            if (peer.isPresent() && peer.get().space().equals(node.id(b))) {
                double far = b.findInterface(peer.get().name())
                        .map(p -> sizes.labelWidth(p))
                        .orElse(0.0);
                return sizes.labelWidth(i) + far + 70;
            }
        }
        return Math.max(GAP, sizes.overhang(a, sizes.space(a).width()) + 24);
    }
}
