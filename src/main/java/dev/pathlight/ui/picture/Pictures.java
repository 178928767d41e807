package dev.pathlight.ui.picture;

import dev.pathlight.topology.Drawing;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.canvas.Portrait;
import java.io.IOException;
import java.util.Locale;

/** Pictures of drawings that no window shows, asked for by the words of a command line. */
public final class Pictures {
    private Pictures() {}

    /**
     * The file's content.
     *
     * @param form {@code svg}, {@code png} or {@code pdf}
     * @param look {@code light}, {@code dark}, {@code contrast} or {@code print}
     */
    public static byte[] of(Drawing drawing, String form, String look, Locale locale) throws IOException {
        CanvasStyle style = switch (look) {
            case "dark" -> CanvasStyle.dark();
            case "contrast" -> CanvasStyle.contrastLight();
            case "print" -> CanvasStyle.print();
            default -> CanvasStyle.light();
        };
        Picture picture = new Picture(Portrait.still(drawing), locale, style);
        return switch (form) {
            case "png" -> picture.png(2);
            case "pdf" -> picture.pdf();
            default -> picture.svg();
        };
    }
}
