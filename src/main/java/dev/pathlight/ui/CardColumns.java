package dev.pathlight.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Cards of different height in as many columns as there is room for; each goes where there is most room left. */
final class CardColumns extends HBox {
    /** A column and the gap beside it, px at scale 1. */
    private static final double COLUMN = 480;

    private final List<Card> cards = new ArrayList<>();
    private int columns;

    /** @param height about how high it is: the columns are balanced by it */
    private record Card(Node node, double height) {}

    /** @param scale how much larger than usual everything is */
    CardColumns(ObservableDoubleValue scale) {
        getStyleClass().add("cards");
        setAlignment(Pos.TOP_CENTER);
        widthProperty().subscribe(w -> share(scale.get()));
        scale.subscribe(s -> share(s.doubleValue()));
    }

    private void share(double scale) {
        int room = Math.max(1, (int) (getWidth() / (COLUMN * scale)));
        if (room != columns) {
            columns = room;
            fill();
        }
    }

    void clear() {
        cards.clear();
        getChildren().clear();
    }

    void add(Node node, double height) {
        cards.add(new Card(node, height));
    }

    /** Deals the cards out again, after they changed. */
    void fill() {
        double[] heights = new double[Math.max(1, columns)];
        List<VBox> boxes = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            VBox box = new VBox();
            box.getStyleClass().add("card-column");
            boxes.add(box);
        }
        for (Card card : cards) {
            int lowest = 0;
            for (int i = 1; i < heights.length; i++) {
                lowest = heights[i] < heights[lowest] ? i : lowest;
            }
            boxes.get(lowest).getChildren().add(card.node());
            heights[lowest] += card.height();
        }
        getChildren().setAll(boxes);
    }
}
