package dev.pathlight.ui;

import dev.pathlight.topology.Drawing;
import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.MacTableModel;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.TextMeasure;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;

/** What is really on the screen, not what the view-models say: painted dots, and rows styled as used. Window's thread only. */
final class Eye {
    private static final PseudoClass USED = PseudoClass.getPseudoClass("used");

    /** px */
    private static final int NEAR = 10;

    private final CanvasPane canvas;

    Eye(CanvasPane canvas) {
        this.canvas = canvas;
    }

    /** The interfaces at which the colour of {@code protocol}'s packets is painted. */
    List<String> dots(Drawing drawing, String protocol) {
        Color dot = canvas.look().get().chip(protocol);
        PixelReader pixels = canvas.snapshot(null, null).getPixelReader();
        Scene scene = Scene.of(drawing, Locale.ENGLISH, TextMeasure.ROUGH);
        return StreamSupport.stream(scene.ports().spliterator(), false)
                .filter(p -> {
                    Pt at = canvas.view().get().toScreen(p.at());
                    return isNear(pixels, (int) at.x(), (int) at.y(), dot);
                })
                .map(p -> p.path())
                .toList();
    }

    /** The canvas measures its words more exactly than we do, and so may have moved an interface a little. */
    private static boolean isNear(PixelReader pixels, int x, int y, Color dot) {
        for (int dx = -NEAR; dx <= NEAR; dx += 2) {
            for (int dy = -NEAR; dy <= NEAR; dy += 2) {
                if (pixels.getColor(x + dx, y + dy).equals(dot)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The addresses of the rows of the MAC table that are styled as used. */
    List<String> usedRows() {
        canvas.getScene().getRoot().snapshot(null, null);
        return canvas.getScene().getRoot().lookupAll("#mac-table .table-row-cell").stream()
                .filter(row -> row.getPseudoClassStates().contains(USED))
                .map(row -> ((MacTableModel.Row) ((TableRow<?>) row).getItem()).mac)
                .toList();
    }
}
