package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import dev.pathlight.check.Mend;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Trouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing wrong with the drawing: what is wrong, and what to do. */
final class FindingBox extends VBox {
    private static final Pattern OPENING = Pattern.compile("(the|both|there|an?|no) ");

    FindingBox(Finding f, Phrases phrases) {
        this(
                f.severity() == Finding.Severity.ERROR,
                line(phrases.text(f.message()).map(FindingBox::sentence)),
                line(phrases.text(f.hint()).map(FindingBox::sentence)));
    }

    /** With what to press to have it mended. */
    FindingBox(Trouble trouble, Phrases phrases, Consumer<Mend> mender) {
        this(trouble.finding(), phrases);
        FlowPane mends = new FlowPane();
        mends.getStyleClass().add("mends");
        for (Mend m : trouble.mends()) {
            mends.getChildren().add(button(m, phrases, mender));
        }
        if (!mends.getChildren().isEmpty()) {
            getChildren().add(mends);
        }
    }

    /** Its mends answer the press, not the release: a field beside keeps the cursor and what is typed in it. */
    FindingBox answeringPresses() {
        lookupAll(".mend")
                .forEach(n -> n.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> {
                    e.consume();
                    ((Button) n).fire();
                }));
        return this;
    }

    private static Button button(Mend mend, Phrases phrases, Consumer<Mend> mender) {
        Button b = new Button();
        b.textProperty().bind(phrases.text(mend.name()));
        b.setMnemonicParsing(false);
        b.setGraphic(Parts.icon("wrench"));
        b.getStyleClass().addAll("small", "mend");
        Parts.tip(b, phrases.text("finding.mend"));
        b.setOnAction(e -> mender.accept(mend));
        return b;
    }

    /** {@code bad}: nothing can be done before it is mended. */
    FindingBox(boolean bad, String message, String hint) {
        this(bad, line(new SimpleStringProperty(sentence(message))), line(new SimpleStringProperty(sentence(hint))));
    }

    private FindingBox(boolean bad, Label message, Label hint) {
        getStyleClass().addAll("finding", bad ? "error" : "warning");
        message.getStyleClass().add("finding-message");
        getChildren().addAll(message, hint);
    }

    /** A plain word begins large, as a sentence does; a name is written as it is. */
    static String sentence(String text) {
        return OPENING.matcher(text).lookingAt() ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static Label line(ObservableValue<String> text) {
        Label l = new Label();
        l.textProperty().bind(text);
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        return l;
    }
}
