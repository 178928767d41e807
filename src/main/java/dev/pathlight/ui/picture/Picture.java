package dev.pathlight.ui.picture;

import dev.pathlight.trace.Journey;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.canvas.Portrait;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Dot;
import dev.pathlight.view.scene.Rect;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A drawing as it is to stand in a file: what is shown, in which language and which colours. For one thread. */
public final class Picture {
    /** Points of a page for one drawing unit: as large on paper as on a screen of 96 dots an inch. */
    private static final double POINTS = 0.75;
    /** Beyond it a picture would not fit into memory that everybody has. */
    private static final double MOST_DOTS = 60_000_000;

    private final Letters letters = new Letters();
    private final Portrait portrait;
    private final String title;

    /** @param still as {@link Portrait#still(CanvasModel)} took it */
    public Picture(CanvasModel still, Locale locale, CanvasStyle style) {
        var topology = still.drawing().get().topology();
        String own = topology.title().in(locale);
        title = own.isEmpty() ? topology.name().value() : own;
        portrait = Portrait.of(still, locale, style, letters);
    }

    /** In drawing units. */
    public Rect bounds() {
        return portrait.bounds();
    }

    /** Text as text; looks the same at every size. */
    public byte[] svg() {
        SvgInk ink = new SvgInk(bounds().width(), bounds().height(), title);
        portrait.paint(ink, 1);
        return ink.file().getBytes(StandardCharsets.UTF_8);
    }

    /** @param scale dots for one unit; less where that would make a picture of more than 60 million dots */
    public BufferedImage image(double scale) {
        double fits = Math.min(scale, Math.sqrt(MOST_DOTS / bounds().width() / bounds().height()));
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(bounds().width() * fits),
                (int) Math.ceil(bounds().height() * fits),
                BufferedImage.TYPE_INT_RGB);
        BitmapInk ink = new BitmapInk(image, letters);
        portrait.paint(ink, fits);
        return image;
    }

    public byte[] png(double scale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image(scale), "png", out);
        return out.toByteArray();
    }

    /** {@code journey} on its way, as an animated GIF that begins again when it is over. */
    public byte[] gif(Journey journey) throws IOException {
        return new Film(this).gif(journey);
    }

    /** Paints the packets at {@code dots} and the ways over {@code lit} on an image of {@code scale}. */
    void paintPackets(BufferedImage image, double scale, List<Dot> dots, Set<String> lit) {
        portrait.paintPackets(new BitmapInk(image, letters), scale, dots, lit);
    }

    /** One page as large as the drawing. */
    public byte[] pdf() throws IOException {
        float width = (float) (bounds().width() * POINTS);
        float height = (float) (bounds().height() * POINTS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            document.getDocumentInformation().setTitle(title);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                AffineTransform onPage = new AffineTransform(POINTS, 0, 0, -POINTS, 0, height);
                portrait.paint(new PdfInk(content, new PageFonts(document), letters, onPage), 1);
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
