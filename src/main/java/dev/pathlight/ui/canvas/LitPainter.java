package dev.pathlight.ui.canvas;

import dev.pathlight.topology.PortId;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.Track;
import dev.pathlight.view.scene.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.shape.StrokeLineCap;

/** Paints the path a packet has travelled, glowing: cables with both ends lit, what joins them inside a box, the ports. */
final class LitPainter {
    private final Board board;
    private final Brush brush;
    private final CanvasStyle style;

    LitPainter(Board board, Brush brush, CanvasStyle style) {
        this.board = board;
        this.brush = brush;
        this.style = style;
    }

    void paint() {
        Set<String> lit = board.model().lit().get();
        if (lit.isEmpty()) {
            return;
        }
        Scene scene = board.scene();
        boxes(scene, lit);
        List<Port> ports = lit.stream().map(board::portAt).flatMap(List::stream).toList();
        List<Track> tracks = tracks(scene, ports);
        Ink g = brush.raw();
        g.setLineCap(StrokeLineCap.ROUND);
        g.setStroke(style.lit());
        stroke(tracks, 0.18, brush.atLeast(18, 6));
        stroke(tracks, 0.30, brush.atLeast(10, 4));
        stroke(tracks, 1, brush.atLeast(5, 2));
        g.setLineCap(StrokeLineCap.SQUARE);
        above(scene, tracks);
        PortPainter painter = new PortPainter(brush, board);
        for (Port p : ports) {
            g.setGlobalAlpha(0.30);
            brush.fill(PortPainter.shape(p).grown(7), 12, style.lit());
            g.setGlobalAlpha(1);
            painter.paint(p, board.health(p.path()), true);
            scene.label(p.path()).ifPresent(l -> label(painter, l));
        }
    }

    /** What the way runs over on a bar is written anew, above it. */
    private void above(Scene scene, List<Track> tracks) {
        if (!brush.legible(Type.BRIDGE)) {
            return;
        }
        FramePainter painter = new FramePainter(brush, style, board.words(), board.marks());
        for (Frame f : scene.frames()) {
            if (f.kind() == Frame.Kind.BRIDGE || f.kind() == Frame.Kind.KERNEL) {
                for (FramePainter.Word w : painter.words(f)) {
                    Rect r = w.rect(board.fonts());
                    if (tracks.stream().anyMatch(t -> crosses(t, r))) {
                        boolean bridge = f.kind() == Frame.Kind.BRIDGE;
                        brush.fill(
                                r,
                                6,
                                bridge
                                        ? style.surfaces().bar()
                                        : style.surfaces().lan());
                        w.paint(brush, style);
                    }
                }
            }
        }
    }

    private static boolean crosses(Track t, Rect r) {
        for (int i = 1; i < t.points().size(); i++) {
            Pt a = t.points().get(i - 1);
            Pt b = t.points().get(i);
            int n = (int) Math.clamp(a.distance(b) / 8, 1, 200);
            for (int k = 0; k <= n; k++) {
                if (r.contains(a.towards(b, (double) k / n))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A namespace is lit itself when a packet was lost in it before any interface saw it. */
    private void boxes(Scene scene, Set<String> lit) {
        double width = brush.atLeast(5, 2);
        lit.stream()
                .flatMap(path -> scene.frame(path).stream())
                .filter(f ->
                        f.kind() == Frame.Kind.SPACE || f.kind() == Frame.Kind.NODE || f.kind() == Frame.Kind.LOOPBACK)
                .forEach(f -> brush.outline(f.rect().grown(width), FramePainter.radius(f) + width, style.lit(), width));
    }

    private void label(PortPainter painter, Label l) {
        if (brush.legible(Type.INTERFACE)) {
            Rect r = l.rect();
            brush.fill(r, 7, style.surfaces().background());
            brush.outline(r, 7, style.lit(), 2);
            painter.paint(l, style.text(), style.text());
        }
    }

    private List<Track> tracks(Scene scene, List<Port> ports) {
        List<Track> tracks = new ArrayList<>();
        Map<String, List<PortId>> byOwner = new HashMap<>();
        Set<String> lit = board.model().lit().get();
        for (Port p : ports) {
            byOwner.computeIfAbsent(p.id().space().toString(), k -> new ArrayList<>())
                    .add(p.id());
            scene.wireAt(p.id())
                    .flatMap(w -> w.b().isPresent()
                            ? w.b().filter(b -> w.a().equals(p.id()) && lit.contains(b.toString()))
                            : Optional.of(p.id()))
                    .ifPresent(b -> scene.wireAt(p.id())
                            .ifPresent(w -> tracks.add(new Track(w.curve().smooth(24)))));
        }
        byOwner.values().forEach(ids -> {
            for (int i = 1; i < ids.size(); i++) {
                board.tracks().between(ids.getFirst(), ids.get(i)).ifPresent(tracks::add);
            }
        });
        return tracks;
    }

    private void stroke(List<Track> tracks, double alpha, double width) {
        Ink g = brush.raw();
        g.setGlobalAlpha(alpha);
        g.setLineWidth(width);
        g.beginPath();
        for (Track t : tracks) {
            Pt first = t.points().getFirst();
            g.moveTo(first.x(), first.y());
            t.points().forEach(p -> g.lineTo(p.x(), p.y()));
        }
        g.stroke();
        g.setGlobalAlpha(1);
    }
}
