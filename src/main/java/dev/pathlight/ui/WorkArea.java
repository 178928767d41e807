package dev.pathlight.ui;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The drawing, the tables, and what is said about the hop. With room enough the tables stand at the drawing's right. Beside a
 * lesson in a small window they lie below it, so that the drawing is as wide as can be and reads from the last row.
 */
final class WorkArea extends BorderPane {
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");
    /** The drawing's part of the height when all else lies below it. */
    private static final double DRAWING = 0.55;

    private final Easel easel;
    private final SidePane side;
    private final CaptionPane caption;
    private final TransportPane transport;
    private final Node packets;
    /** Where the drawing is when all lies side by side, and when all lies below it: moved borders stay where they are. */
    private final StackPane left = new StackPane();

    private final StackPane top = new StackPane();
    private final StackPane right = new StackPane();
    private final VBox bottom = new VBox();
    private final SplitPane beside = new SplitPane(left, right);
    private final SplitPane below = new SplitPane(top, bottom);
    private final BooleanProperty stacked = new SimpleBooleanProperty();

    /** @param packets shown at the caption's right where it is visible */
    WorkArea(Easel easel, SidePane side, CaptionPane caption, TransportPane transport, Node packets) {
        this.easel = easel;
        this.side = side;
        this.caption = caption;
        this.transport = transport;
        this.packets = packets;
        beside.getStyleClass().add("main-split");
        below.getStyleClass().add("main-split");
        bottom.getStyleClass().add("dock");
        // Where the window is low the drawing gives way, never the line at the bottom.
        beside.setMinHeight(0);
        below.setMinHeight(0);
        top.setMinHeight(80);
        SplitPane.setResizableWithParent(right, false);
        // The drawing has the most room until a hand moves the border.
        right.setMaxWidth(Region.USE_PREF_SIZE);
        beside.addEventFilter(MouseEvent.MOUSE_DRAGGED, e -> right.setMaxWidth(Double.MAX_VALUE));
        below.setOrientation(Orientation.VERTICAL);
        below.setDividerPositions(DRAWING);
        stacked.subscribe(this::arrange);
    }

    /** Whether all else lies below the drawing. */
    BooleanProperty stacked() {
        return stacked;
    }

    private void arrange(boolean all) {
        boolean hadFocus = easel.canvas().isFocused();
        left.getChildren().clear();
        right.getChildren().clear();
        top.getChildren().clear();
        bottom.getChildren().clear();
        side.pseudoClassStateChanged(BELOW, all);
        caption.tall(all);
        HBox row = new HBox();
        if (all) {
            HBox.setHgrow(caption, Priority.ALWAYS);
            VBox.setVgrow(row, Priority.ALWAYS);
            row.getChildren().addAll(caption, side);
            row.setMinHeight(0);
            top.getChildren().add(easel.home());
            bottom.getChildren().addAll(transport, row);
            setBottom(null);
            setCenter(below);
        } else {
            VBox told = new VBox(caption, transport);
            HBox.setHgrow(told, Priority.ALWAYS);
            row.getChildren().addAll(told, packets);
            row.getStyleClass().add("dock");
            left.getChildren().add(easel.home());
            right.getChildren().add(side);
            setCenter(beside);
            setBottom(row);
        }
        if (hadFocus) {
            easel.canvas().requestFocus();
        }
    }
}
