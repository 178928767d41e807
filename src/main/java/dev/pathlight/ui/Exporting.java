package dev.pathlight.ui;

import dev.pathlight.trace.Journey;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.canvas.Portrait;
import dev.pathlight.ui.picture.Picture;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.ExportForm;
import dev.pathlight.view.Moment;
import dev.pathlight.view.Workbench;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.print.JobSettings;
import javafx.print.PageLayout;
import javafx.print.PageOrientation;
import javafx.print.Paper;
import javafx.print.Printer;
import javafx.print.PrinterJob;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Takes the drawing out of the window as it is seen: to a file, to the clipboard, onto paper. */
final class Exporting {
    /** Of a picture that is shown elsewhere: sharp on a projector, and when it is enlarged a little. */
    private static final double DOUBLE = 2;

    /** On paper: about 290 dots an inch at the drawing's own size. */
    private static final double ON_PAPER = 3;

    private final Workbench bench;
    private final Asking asking;
    private final Theme theme;
    private final IntegerProperty offered = new SimpleIntegerProperty();

    Exporting(Workbench bench, Asking asking, Theme theme) {
        this.bench = bench;
        this.asking = asking;
        this.theme = theme;
    }

    /** Asks what to make of it. */
    void offer() {
        if (isDrawing()) {
            offered.set(offered.get() + 1);
        }
    }

    /** Changes whenever it is asked for. */
    IntegerProperty offered() {
        return offered;
    }

    private boolean isDrawing() {
        return !bench.welcome().get();
    }

    /** Asks where to, and writes it there. */
    void export(ExportForm form) {
        Optional<Journey> journey = bench.playback().moment().get().map(Moment::journey);
        if (!isDrawing()) {
            return;
        }
        if (form == ExportForm.GIF && journey.isEmpty()) {
            bench.table().exports().noJourney();
            return;
        }
        Callable<byte[]> painted = painted(form, journey);
        asking.fileToExport(bench.drawing().drawing().get().topology().name().value(), form)
                .ifPresent(f -> bench.table().exports().write(form, f, painted));
    }

    /** As it is seen now; painted later, on another thread. */
    private Callable<byte[]> painted(ExportForm form, Optional<Journey> journey) {
        Callable<Picture> picture = picture(theme.canvas().getValue());
        return () -> switch (form) {
            case PNG -> picture.call().png(DOUBLE);
            case PDF -> picture.call().pdf();
            case GIF -> picture.call().gif(journey.orElseThrow());
            case SVG, SCRIPT, MERMAID, DOT, JSON -> picture.call().svg();
        };
    }

    private Callable<Picture> picture(CanvasStyle style) {
        CanvasModel still = Portrait.still(bench.canvas());
        Locale locale = bench.phrases().locale().get();
        return () -> new Picture(still, locale, style);
    }

    /** The picture on the clipboard, for a slide. */
    void copy() {
        if (!isDrawing()) {
            return;
        }
        Callable<Picture> picture = picture(theme.canvas().getValue());
        bench.table().exports().make(() -> image(picture.call(), DOUBLE), image -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(image);
            Clipboard.getSystemClipboard().setContent(content);
            bench.table().exports().copied();
        });
    }

    private static Image image(Picture picture, double scale) throws java.io.IOException {
        return new Image(new ByteArrayInputStream(picture.png(scale)));
    }

    /** On one page, in the colours for paper. */
    void print() {
        if (!isDrawing()) {
            return;
        }
        if (Printer.getAllPrinters().isEmpty()) {
            bench.table().exports().noPrinter();
            return;
        }
        Callable<Picture> picture = picture(CanvasStyle.print());
        asking.printer()
                .ifPresent(job -> bench.table()
                        .exports()
                        .make(() -> image(picture.call(), ON_PAPER), image -> print(job, image)));
    }

    private void print(PrinterJob job, Image image) {
        Printer printer = job.getPrinter();
        JobSettings settings = job.getJobSettings();
        Paper paper = settings.getPageLayout().getPaper();
        PageOrientation lying =
                image.getWidth() > image.getHeight() ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
        PageLayout page = printer.createPageLayout(paper, lying, Printer.MarginType.DEFAULT);
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setFitWidth(page.getPrintableWidth());
        view.setFitHeight(page.getPrintableHeight());
        if (job.printPage(page, view) && job.endJob()) {
            bench.table().exports().printed(printer.getName());
        } else {
            bench.table().exports().notPrinted(printer.getName());
        }
    }
}
