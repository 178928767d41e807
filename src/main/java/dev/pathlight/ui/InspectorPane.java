package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import dev.pathlight.view.InspectorModel.Fact;
import dev.pathlight.view.InspectorModel.Subject;
import dev.pathlight.view.Spot;
import dev.pathlight.view.Trouble;
import dev.pathlight.view.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
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
    private final VBox live = new VBox();

    InspectorPane(Workbench bench) {
        this.bench = bench;
        parts = new Parts(bench.phrases());
        form = new FormPane(bench);
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        none = parts.label("inspector.none", "placeholder");
        none.setWrapText(true);
        kind.getStyleClass().add("kind");
        title.getStyleClass().add("subject");
        findings.getStyleClass().add("findings");
        facts.getStyleClass().add("facts-grid");
        live.getStyleClass().add("live");
        VBox content = new VBox(none, kind, title, findings, form, facts, live);
        content.getChildren().forEach(n -> n.managedProperty().bind(n.visibleProperty()));
        content.getStyleClass().addAll("side-content", "inspector");
        setContent(content);
        bench.inspector().subject().subscribe(this::show);
        bench.findings().addListener((ListChangeListener<Finding>) c -> showFindings());
    }

    private void show(Optional<Subject> subject) {
        // The drawing itself is shown where nothing on it is selected.
        none.setVisible(subject.isEmpty() || subject.get().path().isEmpty());
        for (Node n : new Node[] {kind, title, form, facts, live}) {
            n.setVisible(subject.isPresent());
        }
        kind.textProperty().unbind();
        subject.ifPresent(s -> {
            kind.textProperty().bind(bench.phrases().text(s.kind()));
            title.setText(s.title());
            form.show(s.path(), s.form());
            fill(facts, s.facts());
            showLive(s.live());
            facts.setVisible(!s.facts().isEmpty());
        });
        showFindings();
    }

    private void showLive(List<Fact> facts) {
        live.getChildren().clear();
        live.setVisible(!facts.isEmpty());
        if (!facts.isEmpty()) {
            GridPane now = new GridPane();
            now.getStyleClass().add("facts-grid");
            fill(now, facts);
            live.getChildren().setAll(parts.label("inspector.live", "section"), now);
        }
    }

    /** At their places in the form; those about the thing as a whole stand at the top. */
    private void showFindings() {
        Map<Spot, List<Trouble>> placed = new HashMap<>();
        findings.getChildren().clear();
        bench.inspector()
                .subject()
                .get()
                .ifPresent(s -> bench.mending()
                        .at(s.path())
                        .forEach(t -> Spot.of(t.finding(), s.form())
                                .ifPresentOrElse(
                                        spot -> placed.computeIfAbsent(spot, k -> new ArrayList<>())
                                                .add(t),
                                        () -> findings.getChildren()
                                                .add(new FindingBox(t, bench.phrases(), bench::mend)))));
        form.showFindings(placed);
        findings.setVisible(!findings.getChildren().isEmpty());
    }

    private void fill(GridPane grid, List<Fact> facts) {
        grid.getChildren().clear();
        for (Fact f : facts) {
            Label name = parts.label(f.phrase(), "fact-name", "field-name");
            grid.addRow(grid.getRowCount(), name, f.path().isEmpty() ? plain(f.value()) : link(f));
        }
    }

    private Hyperlink link(Fact f) {
        Hyperlink link = new Hyperlink(f.value());
        link.setMnemonicParsing(false);
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
