package dev.pathlight.ui.picture;

import dev.pathlight.view.scene.Type;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The fonts of one document: DejaVu's, of which the letters that are used go into the file; else those every reader has. */
final class PageFonts {
    private final PDDocument document;
    private final List<URI> files = new FontFileFinder().find();
    private final Map<String, PDFont> known = new HashMap<>();

    PageFonts(PDDocument document) {
        this.document = document;
    }

    PDFont of(Type type) throws IOException {
        String file = type.mono() ? "DejaVuSansMono.ttf" : type.bold() ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf";
        PDFont font = known.get(file);
        if (font == null) {
            font = load(file)
                    .orElse(new PDType1Font(
                            type.mono()
                                    ? FontName.COURIER
                                    : type.bold() ? FontName.HELVETICA_BOLD : FontName.HELVETICA));
            known.put(file, font);
        }
        return font;
    }

    private Optional<PDFont> load(String name) throws IOException {
        Optional<URI> file =
                files.stream().filter(f -> f.getPath().endsWith("/" + name)).findFirst();
        return file.isEmpty() ? Optional.empty() : Optional.of(PDType0Font.load(document, new File(file.get())));
    }

    /** Whether {@code font} has a glyph for every letter. */
    boolean has(String text, PDFont font) throws IOException {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
