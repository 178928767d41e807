package dev.pathlight.ui;

import dev.pathlight.view.ImportModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Over the whole window: which kube-flannel ConfigMap to draw, how large, and what was read in it. */
final class ImportPane extends StackPane {
    private final ImportModel model;
    private final Deeds deeds;
    private final Phrases phrases;
    private final Parts parts;
    private final TextField file;
    private final GridPane facts = new GridPane();
    private final VBox remarks = new VBox();

    ImportPane(Workbench bench, Deeds deeds) {
        this.deeds = deeds;
        model = bench.imports();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        file = field("import-file", model.file());
        setId("import");
        getStyleClass().add("keys-scrim");
        facts.getStyleClass().add("import-facts");
        remarks.getStyleClass().add("findings");
        VBox read = new VBox(facts, remarks);
        read.getStyleClass().add("import-read");
        ScrollPane scroll = new ScrollPane(read);
        scroll.getStyleClass().add("import-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label why = parts.label("import.text");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        VBox card = new VBox(parts.label("import.title", "keys-title"), why, files(), size(), scroll, buttons());
        card.getStyleClass().addAll("keys-card", "import-card");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        Parts.onlyWhen(this, model.open());
        model.open().subscribe(now -> {
            if (now) {
                file.requestFocus();
                file.selectAll();
            }
        });
        model.facts().subscribe(this::show);
        model.remarks().subscribe(this::tell);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private HBox files() {
        Button choose = new Button();
        choose.setId("import-choose");
        choose.textProperty().bind(phrases.text("import.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(e -> deeds.chooseImport());
        Button again = parts.iconButton("refresh", "import.again", "Enter", model::read);
        again.setId("import-again");
        file.promptTextProperty().bind(phrases.text("import.prompt"));
        file.setOnAction(e -> model.read());
        HBox.setHgrow(file, Priority.ALWAYS);
        file.accessibleTextProperty().bind(phrases.text("import.file"));
        return line(parts.label("import.file"), file, choose, again);
    }

    private HBox size() {
        TextField nodes = field("import-nodes", model.nodes());
        TextField pods = field("import-pods", model.pods());
        nodes.accessibleTextProperty().bind(phrases.text("import.nodes"));
        pods.accessibleTextProperty().bind(phrases.text("import.pods"));
        for (TextField number : List.of(nodes, pods)) {
            number.setPrefColumnCount(4);
            number.setOnAction(e -> finish());
        }
        return line(parts.label("import.nodes"), nodes, parts.label("import.pods"), pods);
    }

    private static HBox line(javafx.scene.Node... parts) {
        HBox line = new HBox(parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("import-line");
        return line;
    }

    private static TextField field(String id, StringProperty text) {
        TextField f = new TextField();
        f.setId(id);
        f.textProperty().bindBidirectional(text);
        return f;
    }

    private HBox buttons() {
        Button cancel = new Button();
        cancel.setId("import-cancel");
        cancel.textProperty().bind(phrases.text("import.cancel"));
        cancel.setOnAction(e -> model.hide());
        Button draw = new Button();
        draw.setId("import-draw");
        draw.getStyleClass().add("accent");
        draw.textProperty().bind(phrases.text("import.draw"));
        draw.disableProperty().bind(model.ready().not());
        draw.setOnAction(e -> finish());
        return line(Parts.spacer(), cancel, draw);
    }

    private void finish() {
        model.draw(deeds::imported);
    }

    private void show(List<ImportModel.Fact> now) {
        facts.getChildren().clear();
        for (int i = 0; i < now.size(); i++) {
            Label name = new Label(now.get(i).name());
            name.getStyleClass().add("import-fact");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(now.get(i).value());
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            facts.addRow(i, name, value);
        }
        Parts.show(facts, !now.isEmpty());
    }

    private void tell(List<ImportModel.Remark> now) {
        remarks.getChildren()
                .setAll(now.stream()
                        .map(r -> new FindingBox(r.bad(), r.what(), r.todo()))
                        .toList());
    }

    /** Keys are the dialog's own while it is there. */
    private void pressed(KeyEvent e) {
        if (e.isShortcutDown() && (e.getCode() == KeyCode.L || e.getCode() == KeyCode.T)) {
            return;
        }
        if (e.getCode() == KeyCode.ESCAPE) {
            model.hide();
        } else if (e.getCode() == KeyCode.ENTER) {
            if (e.getTarget() instanceof ButtonBase b) {
                b.fire();
            } else {
                finish();
            }
        }
        e.consume();
    }
}
