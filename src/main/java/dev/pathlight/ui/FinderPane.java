package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A line to type in and what answers it, over the window: arrows walk, Enter takes, Esc or a click beside it puts it away. */
final class FinderPane extends StackPane {
    private static final int ROWS = 9;
    private static final double ROW = 2.6;

    /**
     * One answer.
     *
     * @param detail beside it, smaller
     * @param keys what else could have been pressed, or ""
     * @param look done when it is walked to
     * @param take done when it is chosen; the pane is gone by then
     */
    record Answer(String text, String detail, String keys, Runnable look, Runnable take) {}

    private final Function<String, List<Answer>> source;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final ListView<Answer> list = new ListView<>();

    /**
     * @param id of the pane; its field and list are called after it
     * @param prompt the phrase that says what can be typed
     * @param source what answers a text
     * @param closed done when it was put away without anything chosen
     */
    FinderPane(String id, String prompt, Phrases phrases, Function<String, List<Answer>> source, Runnable closed) {
        this.source = source;
        this.closed = closed;
        setId(id);
        getStyleClass().add("finder-scrim");
        field.setId(id + "-field");
        field.promptTextProperty().bind(phrases.text(prompt));
        field.accessibleTextProperty().bind(phrases.text(prompt));
        field.textProperty().subscribe(t -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId(id + "-list");
        list.accessibleTextProperty().bind(phrases.text(prompt));
        list.setFocusTraversable(false);
        list.setCellFactory(v -> new Cell());
        list.setPlaceholder(new Parts(phrases).label("finder.none", "placeholder"));
        VBox card = new VBox(field, list);
        card.getStyleClass().add("finder-card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        // A click between the rows is no wish to leave.
        card.setOnMouseClicked(javafx.event.Event::consume);
        getChildren().add(card);
        setAlignment(Pos.TOP_CENTER);
        setOnMouseClicked(e -> close());
        setVisible(false);
    }

    /** With what was typed last, to be typed over. */
    void open() {
        setVisible(true);
        field.selectAll();
        field.requestFocus();
        fill();
    }

    void openAfresh() {
        field.clear();
        open();
    }

    private void fill() {
        if (!isVisible()) {
            return;
        }
        list.getItems().setAll(source.apply(field.getText()));
        int rows = Math.clamp(list.getItems().size(), 1, ROWS);
        list.setStyle("-fx-pref-height: " + (rows * ROW + 0.3) + "em;");
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent e) {
        int rows = list.getItems().size();
        switch (e.getCode()) {
            case ESCAPE -> close();
            case ENTER -> take();
            case DOWN -> walk(1);
            case UP -> walk(-1);
            case PAGE_DOWN -> walk(Math.min(ROWS, rows - 1 - at()));
            case PAGE_UP -> walk(-Math.min(ROWS, at()));
            case TAB -> {}
            default -> {
                return;
            }
        }
        e.consume();
    }

    private int at() {
        return list.getSelectionModel().getSelectedIndex();
    }

    /** Past the last one the first comes again. */
    private void walk(int step) {
        int rows = list.getItems().size();
        if (rows > 0) {
            list.getSelectionModel().select(Math.floorMod(at() + step, rows));
            list.scrollTo(Math.max(0, at() - ROWS / 2));
            list.getSelectionModel().getSelectedItem().look().run();
        }
    }

    private void take() {
        Answer chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.take().run();
        }
    }

    private void close() {
        setVisible(false);
        closed.run();
    }

    /** Puts it away; false when it was not there. */
    boolean hide() {
        boolean was = isVisible();
        if (was) {
            close();
        }
        return was;
    }

    private final class Cell extends ListCell<Answer> {
        private final Label text = new Label();
        private final Label detail = new Label();
        private final Label keys = new Label();
        private final HBox row = new HBox(text, detail, Parts.spacer(), keys);

        Cell() {
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("finder-row");
            text.getStyleClass().add("finder-text");
            text.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().add("finder-detail");
            keys.getStyleClass().add("key");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
            setOnMouseClicked(e -> {
                if (!isEmpty()) {
                    list.getSelectionModel().select(getIndex());
                    take();
                }
            });
        }

        @Override
        protected void updateItem(Answer item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : row);
            if (!empty && item != null) {
                text.setText(item.text());
                detail.setText(item.detail());
                keys.setText(item.keys());
                Parts.show(keys, !item.keys().isEmpty());
                setAccessibleText(item.text() + " " + item.detail() + " " + item.keys());
            }
        }
    }
}
