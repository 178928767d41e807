package dev.pathlight.view.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes bars as wide as what plugs into them, so that cables hang straight, where nothing stands in the way. */
final class Bars {
    private static final double BESIDE = 24;

    private Bars() {}

    /** {@code places} are those of {@code scene}'s bridges and LANs, by path; they are changed in place. */
    static void widen(Scene scene, Map<String, Rect> places) {
        Map<String, Rect> spans = new HashMap<>();
        for (Wire w : scene.wires()) {
            Optional<Frame> a = scene.port(w.a()).map(Port::owner);
            Optional<Frame> b = w.b().flatMap(scene::port)
                    .map(Port::owner)
                    .or(() -> scene.frame(w.path()
                            .substring(0, Math.max(0, w.path().indexOf(':', 4)))));
            if (a.isPresent() && b.isPresent()) {
                span(spans, a.get(), b.get());
                span(spans, b.get(), a.get());
            }
        }
        spans.forEach((path, span) -> places.computeIfPresent(path, (p, bar) -> {
            Frame frame = scene.frame(path).orElseThrow();
            List<Rect> others = scene.frames().stream()
                    .filter(f -> f.kind() != Frame.Kind.GROUP)
                    .filter(f -> f.parent().equals(frame.parent()) && !f.path().equals(path))
                    .map(Frame::rect)
                    .toList();
            double left = Math.min(bar.x(), span.x());
            double right = Math.max(bar.right(), span.right());
            Rect wide = new Rect(left, bar.y(), right - left, bar.height());
            return others.stream().anyMatch(o -> o.intersects(wide.grown(BESIDE))) ? bar : wide;
        }));
    }

    private static void span(Map<String, Rect> spans, Frame bar, Frame other) {
        boolean widens =
                bar.kind() == Frame.Kind.BRIDGE && other.parent().equals(bar.parent()) || bar.kind() == Frame.Kind.LAN;
        if (widens && !other.isBar()) {
            spans.merge(bar.path(), other.rect(), Rect::union);
        }
    }
}
