package dev.pathlight.view.scene;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is under a point, and what a rubber band encloses. */
public final class HitTest {
    private static final double PORT_REACH = 16;
    private static final int SEGMENTS = 20;

    private final Scene scene;
    private final Grid<Frame> frames = new Grid<>();
    private final Grid<Port> ports = new Grid<>();
    private final Grid<Wire> wires = new Grid<>();

    public HitTest(Scene scene) {
        this.scene = scene;
        scene.frames().forEach(f -> f.handles().forEach(r -> frames.add(r, f)));
        scene.ports().forEach(p -> {
            ports.add(new Rect(p.at().x(), p.at().y(), 0, 0).grown(PORT_REACH), p);
            scene.label(p.path()).ifPresent(l -> ports.add(l.rect(), p));
        });
        scene.wires().forEach(w -> wires.add(w.curve().bounds().grown(12), w));
    }

    /** The topmost thing; {@code slack} is how far beside a cable still counts, in drawing units. */
    public Optional<Hit> at(Pt p, double slack) {
        List<Port> near = ports.at(p);
        if (!near.isEmpty()) {
            Port best = near.getFirst();
            for (Port other : near) {
                best = other.at().distance(p) < best.at().distance(p) ? other : best;
            }
            return Optional.of(new Hit.OnPort(best));
        }
        // Within one kind the box added last was painted last; among kinds the painting order holds.
        Frame top = null;
        for (Frame f : frames.at(p)) {
            top = top == null || f.kind().compareTo(top.kind()) >= 0 ? f : top;
        }
        if (top != null && top.kind() != Frame.Kind.NODE) {
            return Optional.of(new Hit.OnFrame(top));
        }
        for (Wire w : wires.at(p)) {
            if (distance(w.curve(), p) <= slack) {
                return Optional.of(new Hit.OnWire(w));
            }
        }
        return Optional.ofNullable(top).map(Hit.OnFrame::new);
    }

    /** Paths of the boxes that lie wholly within {@code band}, nodes' contents being implied by the node. */
    public Set<String> within(Rect band) {
        Set<String> paths = new TreeSet<>();
        for (Frame f : scene.frames()) {
            boolean implied =
                    f.parent().isPresent() && paths.contains(f.parent().get());
            if (f.isPlaceable() && !implied && band.contains(f.rect())) {
                paths.add(f.path());
            }
        }
        return paths;
    }

    private static double distance(Curve c, Pt p) {
        double best = Double.MAX_VALUE;
        Pt from = c.a();
        int segments = SEGMENTS * Math.min(c.pieces(), 8);
        for (int i = 1; i <= segments; i++) {
            Pt to = c.at((double) i / segments);
            double length = from.distance(to);
            double t = length == 0
                    ? 0
                    : Math.clamp(
                            ((p.x() - from.x()) * (to.x() - from.x()) + (p.y() - from.y()) * (to.y() - from.y()))
                                    / (length * length),
                            0,
                            1);
            best = Math.min(best, from.towards(to, t).distance(p));
            from = to;
        }
        return best;
    }
}
