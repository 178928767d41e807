package dev.pathlight.ui;

import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cards one below the other, of which one may have to be brought into sight. */
final class Cards extends VBox {
    private final ScrollPane pane;
    private Optional<Region> wanted = Optional.empty();

    /** @param pane what they are scrolled in */
    Cards(ScrollPane pane) {
        this.pane = pane;
        getStyleClass().add("side-content");
    }

    /** Scrolls no further than it takes to show the whole card; once its rows stand where they will. */
    void reveal(Region card) {
        wanted = Optional.of(card);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        wanted.ifPresent(this::scroll);
        wanted = Optional.empty();
    }

    private void scroll(Region card) {
        double seen = pane.getViewportBounds().getHeight();
        double hidden = getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = card.getBoundsInParent().getMinY();
        double bottom = card.getBoundsInParent().getMaxY();
        double from = pane.getVvalue() * hidden;
        if (top < from || bottom - top > seen) {
            pane.setVvalue(top / hidden);
        } else if (bottom > from + seen) {
            pane.setVvalue((bottom - seen) / hidden);
        }
    }
}
