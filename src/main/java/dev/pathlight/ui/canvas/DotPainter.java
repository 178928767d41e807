package dev.pathlight.ui.canvas;

import dev.pathlight.view.Dot;
import dev.pathlight.view.scene.Chip;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Track;
import dev.pathlight.view.scene.Type;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/** Paints packets: a dot with a short trail, and a chip that says what it is. */
final class DotPainter {
    private static final int MOST_TRAILS = 150;
    private static final int MOST_CHIPS = 24;
    private static final double RADIUS = 12;

    private final Board board;
    private final Brush brush;
    private final CanvasStyle style;

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
        if (!dots.isEmpty() && dots.size() <= MOST_CHIPS) {
            ChipPlaces places = new ChipPlaces(board.scene(), brush.fonts());
            dots.forEach(d -> chip(places, visible, d));
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

    private void chip(ChipPlaces places, Rect visible, Dot d) {
        board.tracks().position(d).ifPresent(at -> {
            String words = Chip.words(d.journey());
            // A chip keeps a readable size however far the drawing is zoomed out.
            double k = Math.max(1, 0.8 / brush.scale());
            double w = (brush.fonts().width(words, Type.CHIP) + 26) * k;
            places.take(visible, at, w, 32 * k, 22 * k)
                    .ifPresent(r -> write(words, r, k, style.chip(d.journey().protocol())));
        });
    }

    private void write(String words, Rect r, double k, Color c) {
        brush.fill(r, r.height() / 2, c);
        brush.raw().save();
        brush.raw().translate(r.cx(), r.cy());
        brush.raw().scale(k, k);
        brush.centred(words, Type.CHIP, new Pt(0, -0.5), style.onChip());
        brush.raw().restore();
    }
}
