package dev.pathlight.ui;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.canvas.CanvasText;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Group;
import javafx.scene.transform.Scale;

/** A drawing, small; it only looks. Drawn large and shown small: a thumbnail needs no margin of its own. */
final class Thumbnail extends Group {
    private static final double DRAWN_WIDTH = 832;

    Thumbnail(Gallery.Piece piece, Theme theme, Phrases phrases, double width, double height) {
        CanvasPane canvas = new CanvasPane(
                new CanvasModel(new ReadOnlyObjectWrapper<>(piece.drawing()), new Nothing()), CanvasStyle.light());
        theme.canvas().subscribe(canvas.look()::set);
        phrases.locale().subscribe(l -> canvas.text().set(CanvasText.of(l)));
        canvas.setMouseTransparent(true);
        canvas.setFocusTraversable(false);
        double shrink = width / DRAWN_WIDTH;
        canvas.setPrefSize(DRAWN_WIDTH, height / shrink);
        Scale shown = new Scale(shrink, shrink);
        theme.scale().subscribe(s -> {
            shown.setX(shrink * s.doubleValue());
            shown.setY(shrink * s.doubleValue());
        });
        canvas.getTransforms().add(shown);
        getChildren().add(canvas);
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
