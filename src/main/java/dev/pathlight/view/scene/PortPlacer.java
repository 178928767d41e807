package dev.pathlight.view.scene;

import dev.pathlight.topology.Interface;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts every interface on the side of its box that faces its cable's other end, in the order that crosses fewest cables. */
final class PortPlacer {
    /** Boxes this far apart one above the other are joined top to bottom rather than side to side. */
    private static final double UPRIGHT = 40;

    private record Wish(PortId id, Interface face, Frame owner, Rect target, Side side, double along) {}

    private final Topology topology;
    private final Links links;
    private final Sizes sizes;
    private final Frames frames;
    private final Map<PortId, Port> ports = new LinkedHashMap<>();

    PortPlacer(Topology topology, Links links, Sizes sizes, Frames frames) {
        this.topology = topology;
        this.links = links;
        this.sizes = sizes;
        this.frames = frames;
    }

    Map<PortId, Port> place() {
        Map<Frame, Map<Side, List<Wish>>> byFrame = new LinkedHashMap<>();
        topology.nodes()
                .forEach(n -> n.spaces().forEach(s -> {
                    SpaceId space = n.id(s);
                    s.interfaces()
                            .forEach(i -> wish(new PortId(space, i.name()), i)
                                    .ifPresent(w -> byFrame.computeIfAbsent(w.owner(), f -> new EnumMap<>(Side.class))
                                            .computeIfAbsent(w.side(), side -> new ArrayList<>())
                                            .add(w)));
                }));
        byFrame.forEach((f, sides) -> {
            if (!f.isBar()) {
                sides.values().forEach(this::spreadEvenly);
            }
        });
        byFrame.forEach((f, sides) -> {
            if (f.isBar()) {
                sides.values().forEach(this::spreadUnderPeers);
            }
        });
        return ports;
    }

    private Optional<Wish> wish(PortId id, Interface face) {
        return frames.owner(id, links).map(owner -> {
            Optional<Rect> peer =
                    links.peer(id).flatMap(p -> frames.owner(p, links)).map(Frame::rect);
            Rect target = peer.or(() -> links.lan(id)
                            .flatMap(l -> frames.find("lan:" + l.name()))
                            .map(Frame::rect))
                    .orElse(owner.rect());
            Side side = side(owner, target);
            return new Wish(id, face, owner, target, side, side.horizontal() ? target.cx() : target.cy());
        });
    }

    private static Side side(Frame owner, Rect target) {
        Rect r = owner.rect();
        if (target.equals(r)) {
            return owner.isBar() ? Side.TOP : Side.BOTTOM;
        }
        if (owner.isBar()) {
            return target.cy() < r.cy() ? Side.TOP : Side.BOTTOM;
        }
        if (target.y() - r.bottom() >= UPRIGHT) {
            return Side.BOTTOM;
        }
        if (r.y() - target.bottom() >= UPRIGHT) {
            return Side.TOP;
        }
        if (target.x() >= r.right() || r.x() >= target.right()) {
            return target.cx() > r.cx() ? Side.RIGHT : Side.LEFT;
        }
        return target.cy() >= r.cy() ? Side.BOTTOM : Side.TOP;
    }

    private void spreadEvenly(List<Wish> wishes) {
        List<Wish> sorted =
                wishes.stream().sorted(Comparator.comparingDouble(Wish::along)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            Wish w = sorted.get(i);
            Rect r = w.owner().rect();
            double part = (i + 1.0) / (sorted.size() + 1);
            put(w, w.side().horizontal() ? r.x() + r.width() * part : r.y() + r.height() * part);
        }
    }

    /** As near to below (or above) the cable's other end as the neighbours allow. */
    private void spreadUnderPeers(List<Wish> wishes) {
        List<Wish> sorted =
                wishes.stream().sorted(Comparator.comparingDouble(this::wanted)).toList();
        Rect r = sorted.getFirst().owner().rect();
        int n = sorted.size();
        double[] x = new double[n];
        double[] room = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            room[i] = sizes.labelWidth(sorted.get(i).face()) + 36;
            total += room[i];
        }
        double squeeze = Math.min(1, (r.width() - 40) / total);
        double left = r.x() + 28;
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(wanted(sorted.get(i)), left);
            left = x[i] + room[i] * squeeze;
        }
        // Whatever was pushed over the right end comes back, pushing its left neighbours along.
        double right = r.right() - 28;
        for (int i = n - 1; i >= 0; i--) {
            x[i] = Math.max(r.x() + 28 * squeeze, Math.min(x[i], right));
            right = x[i] - (i > 0 ? room[i - 1] * squeeze : 0);
        }
        for (int i = 0; i < n; i++) {
            put(sorted.get(i), x[i]);
        }
    }

    private double wanted(Wish w) {
        Optional<Port> peer = links.peer(w.id()).map(ports::get);
        return peer.map(p -> p.at().x()).orElse(w.along());
    }

    private void put(Wish w, double along) {
        Rect r = w.owner().rect();
        Pt at = switch (w.side()) {
            case TOP -> new Pt(along, r.y());
            case BOTTOM -> new Pt(along, r.bottom());
            case LEFT -> new Pt(r.x(), along);
            case RIGHT -> new Pt(r.right(), along);
        };
        int number = links.slot(w.id()).map(Links.Slot::number).orElse(0);
        ports.put(w.id(), new Port(w.id(), w.face(), w.owner(), at, w.side(), number, links.connected(w.id())));
    }
}
