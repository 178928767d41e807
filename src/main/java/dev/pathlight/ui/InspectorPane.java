package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import dev.pathlight.view.InspectorModel.Fact;
import dev.pathlight.view.InspectorModel.Subject;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The selected thing: what is wrong with it, what can be changed, and what the kernel says of it. */
final class InspectorPane extends ScrollPane {
    private final Workbench bench;
    private final Parts parts;
    private final Label none;
    private final Label kind = new Label();
    private final Label title = new Label();
    private final VBox findings = new VBox();
    private final FormPane form;
    private final GridPane facts = new GridPane();

    InspectorPane(Workbench bench) {
        this.bench = bench;
        parts = new Parts(bench.phrases());
        form = new FormPane(bench.inspector(), bench.phrases());
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        none = parts.label("inspector.none", "placeholder");
        none.setWrapText(true);
        kind.getStyleClass().add("kind");
        title.getStyleClass().add("subject");
        findings.getStyleClass().add("findings");
        facts.getStyleClass().add("facts-grid");
        VBox content = new VBox(none, kind, title, findings, form, facts);
        content.getChildren().forEach(n -> n.managedProperty().bind(n.visibleProperty()));
        content.getStyleClass().addAll("side-content", "inspector");
        setContent(content);
        bench.inspector().subject().subscribe(this::show);
        bench.findings().addListener((ListChangeListener<Finding>) c -> showFindings());
    }

    private void show(Optional<Subject> subject) {
        none.setVisible(subject.isEmpty());
        for (Node n : new Node[] {kind, title, form, facts}) {
            n.setVisible(subject.isPresent());
        }
        kind.textProperty().unbind();
        subject.ifPresent(s -> {
            kind.textProperty().bind(parts.phrase(s.kind()));
            title.setText(s.title());
            form.show(s.path(), s.form());
            showFacts(s);
        });
        showFindings();
    }

    private void showFindings() {
        String path = bench.inspector().subject().get().map(Subject::path).orElse("");
        findings.getChildren().clear();
        bench.findings().stream()
                .filter(f -> !path.isEmpty() && (f.element().equals(path) || path.equals("cable:" + f.element())))
                .map(FindingBox::new)
                .forEach(findings.getChildren()::add);
        findings.setVisible(!findings.getChildren().isEmpty());
    }

    private void showFacts(Subject s) {
        facts.getChildren().clear();
        int row = 0;
        for (Fact f : s.facts()) {
            Label name = parts.label(f.phrase(), "fact-name");
            name.setMinWidth(Region.USE_PREF_SIZE);
            facts.addRow(row++, name, f.path().isEmpty() ? plain(f.value()) : link(f));
        }
    }

    private Hyperlink link(Fact f) {
        Hyperlink link = new Hyperlink(f.value());
        link.setOnAction(e -> bench.inspector().follow(f.path()));
        return link;
    }

    private static Label plain(String text) {
        Label l = new Label(text);
        l.setWrapText(true);
        l.getStyleClass().addAll("fact-value", "mono");
        return l;
    }
}
