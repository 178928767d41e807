package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.TextMeasure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the words beside a packet may stand: in sight, over none of the drawing's words, and over no other packet's. */
final class ChipPlaces {
    private final List<Rect> written = new ArrayList<>();
    private final List<Rect> taken = new ArrayList<>();

    ChipPlaces(Scene scene, TextMeasure fonts) {
        scene.labels().stream().map(Label::rect).forEach(written::add);
        for (Port p : scene.ports()) {
            if (p.number() > 0) {
                written.add(PortPainter.shape(p));
            }
        }
        scene.frames().forEach(f -> written.add(FramePainter.written(f, fonts)));
    }

    /**
     * Takes a place beside the packet; none when other packets' words take all the room.
     *
     * @param at the middle of the packet's dot
     * @param off how far from there words keep
     */
    Optional<Rect> take(Rect visible, Pt at, double width, double height, double off) {
        Rect dot = new Rect(at.x(), at.y(), 0, 0).grown(off * 0.6);
        double near = off / 3;
        boolean seen = visible.contains(at);
        Optional<Rect> place = Stream.of(
                        new Rect(at.x() - off - width, at.y() - height / 2, width, height),
                        new Rect(at.x() + off, at.y() - height / 2, width, height),
                        new Rect(at.x() - width / 2, at.y() - off - height, width, height),
                        new Rect(at.x() - width / 2, at.y() + off, width, height),
                        new Rect(at.x() - near - width, at.y() + off, width, height),
                        new Rect(at.x() - near - width, at.y() - off - height, width, height),
                        new Rect(at.x() + near, at.y() + off, width, height),
                        new Rect(at.x() + near, at.y() - off - height, width, height))
                .map(r -> seen ? into(visible, r) : r)
                .filter(r -> taken.stream().noneMatch(r::intersects))
                .min(Comparator.<Rect, Boolean>comparing(r -> written.stream().anyMatch(r::intersects))
                        .thenComparing(r -> r.intersects(dot)));
        place.ifPresent(taken::add);
        return place;
    }

    /** Moved no further than it takes. */
    private static Rect into(Rect visible, Rect r) {
        double x = Math.max(visible.x(), Math.min(r.x(), visible.right() - r.width()));
        double y = Math.max(visible.y(), Math.min(r.y(), visible.bottom() - r.height()));
        return new Rect(x, y, r.width(), r.height());
    }
}
