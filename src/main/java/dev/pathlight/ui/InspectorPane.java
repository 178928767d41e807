package dev.pathlight.ui;

import dev.pathlight.view.InspectorModel.Addresses;
import dev.pathlight.view.InspectorModel.Fact;
import dev.pathlight.view.InspectorModel.Subject;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What there is to know of the selected thing, and its addresses to change. */
final class InspectorPane extends ScrollPane {
    private final Workbench bench;
    private final Phrases phrases;
    private final Parts parts;
    private final VBox content = new VBox();

    InspectorPane(Workbench bench) {
        this.bench = bench;
        phrases = bench.phrases();
        parts = new Parts(phrases);
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        content.getStyleClass().addAll("side-content", "inspector");
        setContent(content);
        bench.inspector().subject().subscribe(this::show);
    }

    private void show(Optional<Subject> subject) {
        content.getChildren().clear();
        if (subject.isEmpty()) {
            Label none = parts.label("inspector.none", "placeholder");
            none.setWrapText(true);
            content.getChildren().add(none);
            return;
        }
        Subject s = subject.get();
        content.getChildren().addAll(parts.label(s.kind(), "kind"), titled(s.title()));
        s.addresses().ifPresent(a -> content.getChildren().add(addresses(a)));
        content.getChildren().add(facts(s));
    }

    private static Label titled(String text) {
        Label l = new Label(text);
        l.getStyleClass().add("subject");
        return l;
    }

    private Node addresses(Addresses a) {
        TextField field = new TextField(a.text());
        field.setId("addresses");
        field.getStyleClass().add("mono");
        field.promptTextProperty().bind(phrases.text("inspector.addresses.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button apply = new Button();
        apply.setId("apply-addresses");
        apply.textProperty().bind(phrases.text("inspector.apply"));
        parts.explain(apply, "inspector.apply.long", "Enter");
        apply.setMinWidth(Region.USE_PREF_SIZE);
        apply.setOnAction(e -> bench.setAddresses(a.port(), field.getText()));
        field.setOnAction(e -> bench.setAddresses(a.port(), field.getText()));
        Label mistake = Parts.bound(bench.inspector().mistake(), "mistake");
        mistake.setWrapText(true);
        Parts.onlyWhen(mistake, bench.inspector().mistake().isNotEmpty());
        Label label = parts.label("inspector.addresses", "fact-name");
        label.setLabelFor(field);
        HBox line = new HBox(field, apply);
        line.getStyleClass().add("field-line");
        return new VBox(label, line, mistake);
    }

    private GridPane facts(Subject s) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts-grid");
        int row = 0;
        for (Fact f : s.facts()) {
            Label name = parts.label(f.phrase(), "fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label value = switch (f.value()) {
                case "fact.on", "fact.off" -> parts.label(f.value(), "fact-value");
                default -> plain(f.value());
            };
            value.setWrapText(true);
            grid.addRow(row++, name, value);
        }
        return grid;
    }

    private static Label plain(String text) {
        Label l = new Label(text.isEmpty() ? "–" : text);
        l.getStyleClass().addAll("fact-value", "mono");
        return l;
    }
}
