package dev.pathlight.ui.canvas;

import dev.pathlight.view.Dot;
import dev.pathlight.view.scene.Chip;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Label;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Track;
import dev.pathlight.view.scene.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/** Paints packets: a dot with a short trail, and a chip that says what it is. */
final class DotPainter {
    private static final int MOST_TRAILS = 150;
    private static final int MOST_CHIPS = 24;
    private static final double RADIUS = 12;

    private final Board board;
    private final Brush brush;
    private final CanvasStyle style;
    private final List<Rect> chips = new ArrayList<>();

    DotPainter(Board board, Brush brush, CanvasStyle style) {
        this.board = board;
        this.brush = brush;
        this.style = style;
    }

    void paint(Rect visible) {
        List<Dot> dots = board.model().dots().get();
        boolean few = dots.size() <= MOST_TRAILS;
        double radius = brush.atLeast(few ? RADIUS : 7, few ? 6 : 2.5);
        for (Dot d : dots) {
            Optional<Track> track = board.tracks().track(d);
            if (track.isEmpty()) {
                continue;
            }
            Pt at = track.get().at(d.fraction());
            if (!visible.grown(40).contains(at)) {
                continue;
            }
            Color c = style.chip(d.journey().protocol());
            if (few) {
                trail(track.get(), d.fraction(), c, radius);
                if (d.coat().isPresent()) {
                    brush.disc(at, radius + 9, style.surfaces().box());
                    brush.disc(at, radius + 7, style.chip("udp"));
                }
                brush.disc(at, radius + 2.5, style.surfaces().box());
                brush.disc(at, radius, c);
            } else {
                // Many dots: plain squares cost the renderer far less than discs.
                brush.raw().setFill(c);
                brush.raw().fillRect(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
            }
        }
        if (dots.size() <= MOST_CHIPS) {
            dots.forEach(d -> chip(visible, d));
        }
    }

    private void trail(Track t, double fraction, Color c, double radius) {
        double step = t.length() == 0 ? 0 : 11 / t.length();
        for (int i = 6; i >= 1 && step > 0; i--) {
            double f = fraction - i * step;
            if (f >= 0) {
                brush.raw().setGlobalAlpha(0.5 - i * 0.07);
                brush.disc(t.at(f), radius * (1 - i * 0.09), c);
            }
        }
        brush.raw().setGlobalAlpha(1);
    }

    private void chip(Rect visible, Dot d) {
        board.tracks().position(d).ifPresent(at -> {
            String words = Chip.words(d.journey());
            // A chip keeps a readable size however far the drawing is zoomed out.
            double k = Math.max(1, 0.8 / brush.scale());
            double w = (brush.fonts().width(words, Type.CHIP) + 26) * k;
            free(visible, at, w, 32 * k, 22 * k)
                    .ifPresent(r -> write(words, r, k, style.chip(d.journey().protocol())));
        });
    }

    private void write(String words, Rect r, double k, Color c) {
        chips.add(r);
        brush.fill(r, r.height() / 2, c);
        brush.raw().save();
        brush.raw().translate(r.cx(), r.cy());
        brush.raw().scale(k, k);
        brush.centred(words, Type.CHIP, new Pt(0, -0.5), style.onChip());
        brush.raw().restore();
    }

    /** Whether something is written there: a label, a port's number, a bar's name. */
    private boolean coversText(Rect r) {
        for (Label l : board.scene().labels()) {
            if (l.rect().intersects(r)) {
                return true;
            }
        }
        for (Port p : board.scene().ports()) {
            if (p.number() > 0 && PortPainter.shape(p).intersects(r)) {
                return true;
            }
        }
        double h = Type.BRIDGE.lineHeight();
        return board.scene().frames().stream()
                .filter(Frame::isBar)
                .map(f -> new Rect(
                        f.rect().x(), f.titleLine() - h / 2, 22 + brush.fonts().width(f.title(), Type.BRIDGE), h))
                .anyMatch(r::intersects);
    }

    /** Beside the dot, in sight and where no label is, else over one; nowhere when other packets' chips take all the room. */
    private Optional<Rect> free(Rect visible, Pt at, double w, double h, double off) {
        Comparator<Rect> bySight = Comparator.comparing(r -> !visible.contains(r));
        return Stream.of(
                        new Rect(at.x() - off - w, at.y() - h / 2, w, h),
                        new Rect(at.x() + off, at.y() - h / 2, w, h),
                        new Rect(at.x() - w / 2, at.y() - off - h, w, h),
                        new Rect(at.x() - w / 2, at.y() + off, w, h))
                .filter(r -> chips.stream().noneMatch(r::intersects))
                .min(bySight.thenComparing(this::coversText));
    }
}
