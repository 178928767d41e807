package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Dot;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.TextMeasure;
import dev.pathlight.view.scene.View;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A drawing as the canvas shows it at one moment, to be painted elsewhere: without the grid, without what is pointed at or
 * selected. Needs no toolkit and may be used on any one thread.
 */
public final class Portrait {
    private static final double MARGIN = 24;

    private final Board board;
    private final Rect bounds;

    private Portrait(CanvasModel model, Locale locale, CanvasStyle style, TextMeasure measure) {
        board = new Board(model, style, CanvasText.of(locale), measure);
        bounds = board.scene().bounds().grown(MARGIN);
    }

    /** What of {@code shown} this portrait shows: taken on the window's thread, painted on any. */
    public static CanvasModel still(CanvasModel shown) {
        CanvasModel still = still(shown.drawing().get());
        still.health().set(shown.health().get());
        still.forwarding().set(shown.forwarding().get());
        still.drift().set(shown.drift().get());
        still.tree().set(shown.tree().get());
        still.talk().set(shown.talk().get());
        return still;
    }

    /** A drawing alone, as nothing runs it. */
    public static CanvasModel still(Drawing drawing) {
        return new CanvasModel(new ReadOnlyObjectWrapper<>(drawing), new Nothing());
    }

    /** @param still as {@link #still(CanvasModel)} took it */
    public static Portrait of(CanvasModel still, Locale locale, CanvasStyle style, TextMeasure measure) {
        return new Portrait(still, locale, style, measure);
    }

    /** What there is to see, with a margin around, in drawing units. */
    public Rect bounds() {
        return bounds;
    }

    /** Paints all of it, enlarged; the surface begins at the upper left corner of the bounds. */
    public void paint(Ink ink, double scale) {
        double width = bounds.width() * scale;
        double height = bounds.height() * scale;
        new BasePainter(board).paint(ink, view(scale), width, height, false);
    }

    /** Over it, the packets at {@code dots} and the ways that lead over {@code lit}. */
    public void paintPackets(Ink ink, double scale, List<Dot> dots, Set<String> lit) {
        board.model().dots().set(dots);
        board.model().lit().set(lit);
        CanvasStyle style = board.style().get();
        Brush brush = new Brush(ink, board.fonts(), view(scale));
        new LitPainter(board, brush, style).paint();
        new DotPainter(board, brush, style).paint(bounds);
    }

    private View view(double scale) {
        return new View(scale, -bounds.x() * scale, -bounds.y() * scale);
    }

    private static final class Nothing implements CanvasModel.Intents {
        @Override
        public void edit(String name, Edit edit) {}

        @Override
        public void ping(SpaceId from, SpaceId to) {}

        @Override
        public void inspect(String path) {}
    }
}
