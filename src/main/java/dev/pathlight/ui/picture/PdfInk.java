package dev.pathlight.ui.picture;

import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** Writes a page's content: shapes as lines and areas, text as text. What the page's fonts lack is drawn as outlines. */
final class PdfInk extends ShapeInk {
    /** Points that a path's leg has, by {@link PathIterator}'s numbers; the last one is where it ends. */
    private static final int[] POINTS_OF = {1, 1, 2, 3, 0};

    private final PDPageContentStream out;
    private final PageFonts fonts;
    private final Letters letters;
    private final AffineTransform onPage;
    private final Deque<AffineTransform> kept = new ArrayDeque<>();
    private AffineTransform at = new AffineTransform();

    /** @param onPage from units, whose y grows downwards, to points, whose y grows upwards */
    PdfInk(PDPageContentStream out, PageFonts fonts, Letters letters, AffineTransform onPage) {
        this.out = out;
        this.fonts = fonts;
        this.letters = letters;
        this.onPage = onPage;
    }

    /** Writing to memory does not fail; if it did, there would be no page. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private static void write(Writing what) {
        try {
            what.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void through(View view) {
        at = new AffineTransform(view.scale(), 0, 0, view.scale(), view.dx(), view.dy());
    }

    @Override
    void fill(Shape shape) {
        write(() -> {
            out.saveGraphicsState();
            out.setNonStrokingColor(awt(filling()));
            transparent(filling());
            lay(shape);
            out.fill();
            out.restoreGraphicsState();
        });
    }

    @Override
    void stroke(Shape shape) {
        write(() -> {
            double scale = Math.sqrt(Math.abs(onPage.getDeterminant() * at.getDeterminant()));
            out.saveGraphicsState();
            out.setStrokingColor(awt(lining()));
            transparent(lining());
            out.setLineWidth((float) (width() * scale));
            out.setLineCapStyle(isRound() ? 1 : 2);
            out.setLineJoinStyle(isRound() ? 1 : 0);
            out.setLineDashPattern(dashes(scale), 0);
            lay(shape);
            out.stroke();
            out.restoreGraphicsState();
        });
    }

    private void transparent(Color c) throws IOException {
        float opacity = (float) c.getOpacity();
        if (opacity < 1) {
            PDExtendedGraphicsState state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(opacity);
            state.setStrokingAlphaConstant(opacity);
            out.setGraphicsStateParameters(state);
        }
    }

    private AffineTransform whole() {
        AffineTransform all = new AffineTransform(onPage);
        all.concatenate(at);
        return all;
    }

    private void lay(Shape shape) throws IOException {
        float[] p = new float[6];
        float[] last = {0, 0};
        for (PathIterator i = shape.getPathIterator(whole()); !i.isDone(); i.next()) {
            int leg = i.currentSegment(p);
            switch (leg) {
                case PathIterator.SEG_MOVETO -> out.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> out.lineTo(p[0], p[1]);
                // The same curve, said with the two control points that PDF wants.
                case PathIterator.SEG_QUADTO ->
                    out.curveTo(
                            last[0] + 2 * (p[0] - last[0]) / 3,
                            last[1] + 2 * (p[1] - last[1]) / 3,
                            p[2] + 2 * (p[0] - p[2]) / 3,
                            p[3] + 2 * (p[1] - p[3]) / 3,
                            p[2],
                            p[3]);
                case PathIterator.SEG_CUBICTO -> out.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                default -> out.closePath();
            }
            int end = 2 * POINTS_OF[leg] - 2;
            if (end >= 0) {
                last = new float[] {p[end], p[end + 1]};
            }
        }
    }

    private static java.awt.Color awt(Color c) {
        return new java.awt.Color((float) c.getRed(), (float) c.getGreen(), (float) c.getBlue());
    }

    @Override
    public void save() {
        kept.push(new AffineTransform(at));
    }

    @Override
    public void restore() {
        at = kept.pop();
    }

    @Override
    public void translate(double x, double y) {
        at.translate(x, y);
    }

    @Override
    public void scale(double x, double y) {
        at.scale(x, y);
    }

    @Override
    public void fillText(String text, Type type, TextAlignment align, double x, double y) {
        if (text.isBlank()) {
            return;
        }
        double baseline = y + letters.toBaseline(type);
        write(() -> {
            PDFont font = fonts.of(type);
            if (fonts.has(text, font)) {
                double w = font.getStringWidth(text) / 1000 * type.size();
                write(text, font, type, align == TextAlignment.CENTER ? x - w / 2 : x, baseline);
            } else {
                double w = letters.exact(text, type);
                double left = align == TextAlignment.CENTER ? x - w / 2 : x;
                fill(letters.of(type).createGlyphVector(Letters.smooth(), text).getOutline((float) left, (float)
                        baseline));
            }
        });
    }

    private void write(String text, PDFont font, Type type, double x, double y) throws IOException {
        AffineTransform upright = whole();
        upright.translate(x, y);
        upright.scale(1, -1);
        out.saveGraphicsState();
        out.beginText();
        out.setNonStrokingColor(awt(filling()));
        out.setFont(font, (float) type.size());
        out.setTextMatrix(new org.apache.pdfbox.util.Matrix(upright));
        out.showText(text);
        out.endText();
        out.restoreGraphicsState();
    }
}
