package dev.pathlight.ui;

import dev.pathlight.view.LessonDesk;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Recorder.Take;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/** What just happened and what is seen now, each recorded into the step by one click. */
final class RecordBox extends VBox {
    private static final int DIRECT = 2;

    private final LessonDesk desk;
    private final Phrases phrases;
    private final VBox direct = new VBox();
    private final MenuButton more = new MenuButton();

    RecordBox(LessonDesk desk, Phrases phrases) {
        this.desk = desk;
        this.phrases = phrases;
        setId("record");
        getStyleClass().add("record");
        direct.getStyleClass().add("record-direct");
        more.setId("record-more");
        more.getStyleClass().add("flat");
        more.textProperty().bind(phrases.text("write.record.more"));
        // An empty menu would not open, and what it holds is asked for when it does.
        more.getItems().add(new MenuItem());
        more.setOnShowing(e -> fillMore());
        getChildren().addAll(new Parts(phrases).label("write.record", "lesson-heading"), direct, more);
        desk.recorder().changes().subscribe(n -> fill());
        desk.editor().lesson().subscribe(l -> fill());
        phrases.locale().addListener(o -> fill());
    }

    private void fill() {
        if (desk.editor().lesson().get().isEmpty()) {
            return;
        }
        List<Take> takes = desk.recorder().takes();
        direct.getChildren().clear();
        takes.stream().limit(DIRECT).forEach(t -> direct.getChildren().add(button(t)));
        if (takes.isEmpty()) {
            direct.getChildren().add(LessonStepPane.wrap(new Parts(phrases).label("write.record.none", "placeholder")));
        }
    }

    private Button button(Take take) {
        Button b = new Button(phrases.say(take.said()), Parts.icon("record"));
        b.setId("record-" + direct.getChildren().size());
        b.getStyleClass().add("record-button");
        b.setWrapText(true);
        b.setMinHeight(USE_PREF_SIZE);
        b.setMaxWidth(Double.MAX_VALUE);
        new Parts(phrases).explain(b, "write.record.long", "");
        b.setOnAction(e -> desk.record(take));
        return b;
    }

    /** What happened before, and the rows of the tables. */
    private void fillMore() {
        List<MenuItem> items = new ArrayList<>();
        desk.recorder().takes().stream().skip(DIRECT).map(this::item).forEach(items::add);
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        desk.recorder().rows().stream().map(this::item).forEach(items::add);
        if (items.isEmpty()) {
            MenuItem none = new MenuItem(phrases.say("form.none"));
            none.setDisable(true);
            items.add(none);
        }
        more.getItems().setAll(items);
    }

    private MenuItem item(Take take) {
        MenuItem item = new MenuItem(phrases.say(take.said()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> desk.record(take));
        return item;
    }
}
