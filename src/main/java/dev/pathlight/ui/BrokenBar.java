package dev.pathlight.ui;

import dev.pathlight.view.BreakModel;
import dev.pathlight.view.BreakModel.Broken;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is broken on purpose, a line each, with its mending. A riddle does not say what it is until it is asked. */
final class BrokenBar extends VBox {
    private final BreakModel model;
    private final Phrases phrases;
    private final Parts parts;

    BrokenBar(Workbench bench) {
        model = bench.runModel().breaking();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        setId("broken");
        getStyleClass().add("broken");
        Parts.onlyWhen(this, Bindings.isNotEmpty(model.broken()));
        model.broken()
                .subscribe(() -> getChildren()
                        .setAll(model.broken().stream().map(this::line).toList()));
    }

    private HBox line(Broken broken) {
        ObservableValue<String> words = Bindings.createStringBinding(() -> said(broken), phrases.locale());
        Label what = Parts.bound(words, "broken-what");
        what.setId("broken-what");
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(Parts.icon("hammer"), what);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("broken-line");
        if (broken.secret()) {
            line.getChildren()
                    .add(button("reveal", "action.reveal", "action.reveal.long", "", () -> model.reveal(broken)));
        }
        line.getChildren()
                .add(button("mend", "action.mend", "action.mend.long", "Shortcut+M", () -> model.mend(broken)));
        return line;
    }

    private String said(Broken broken) {
        return broken.secret()
                ? phrases.say("broken.secret")
                : phrases.say("broken.what", phrases.say(broken.breakage().words()));
    }

    private Button button(String id, String phrase, String reason, String keys, Runnable action) {
        Button b = new Button();
        b.setId(id);
        b.setMinWidth(USE_PREF_SIZE);
        b.textProperty().bind(phrases.text(phrase));
        parts.explain(b, reason, keys);
        b.disableProperty().bind(model.busy());
        b.setOnAction(e -> action.run());
        return b;
    }
}
