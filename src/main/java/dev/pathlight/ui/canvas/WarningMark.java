package dev.pathlight.ui.canvas;

import dev.pathlight.check.Finding;
import dev.pathlight.view.Health;
import dev.pathlight.view.Trouble;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.List;
import java.util.Optional;
import javafx.scene.paint.Color;

/** A triangle with a stroke at what is found wrong on the drawing; what it is, and its mend, stand in the menu there. */
final class WarningMark {
    private static final double R = 13;

    private WarningMark() {}

    static void paint(Board board, Brush b, CanvasStyle style) {
        List<Trouble> all = board.model().troubles().get();
        all.stream()
                .map(Trouble::path)
                .distinct()
                .forEach(path -> place(board, path).ifPresent(at -> paint(b, style, at, isBad(all, path))));
    }

    private static boolean isBad(List<Trouble> all, String path) {
        return all.stream().anyMatch(t -> t.path().equals(path) && t.finding().severity() == Finding.Severity.ERROR);
    }

    /** At a box's lower left corner, or beside an interface. */
    private static Optional<Pt> place(Board board, String path) {
        Optional<Pt> box = board.scene().frame(path).map(f -> corner(f.rect()));
        return box.or(() -> board.portAt(path).stream()
                        .findFirst()
                        .map(p -> corner(PortPainter.shape(p).grown(2))))
                .or(() -> board.anchor(path));
    }

    private static Pt corner(Rect r) {
        return new Pt(r.x() + 2, r.bottom() - 2);
    }

    private static void paint(Brush b, CanvasStyle style, Pt at, boolean bad) {
        Color c = style.of(bad ? Health.FAILED : Health.PENDING);
        double r = b.atLeast(R, 7);
        double[] x = {at.x(), at.x() + r, at.x() - r};
        double[] y = {at.y() - r, at.y() + r * 0.8, at.y() + r * 0.8};
        b.raw().setFill(c);
        b.raw().fillPolygon(x, y, x.length);
        Color on = style.surfaces().background();
        b.line(at.plus(0, -r * 0.4), at.plus(0, r * 0.2), on, r * 0.22);
        b.disc(at.plus(0, r * 0.55), r * 0.13, on);
    }
}
