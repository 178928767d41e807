package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.PlanModel;
import dev.pathlight.view.PlanModel.Line;
import dev.pathlight.view.PlanModel.Progress;
import dev.pathlight.view.Trouble;
import dev.pathlight.view.Workbench;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The plan: each step as a sentence and as the command a student could type, ticked off while it runs. */
final class PlanPane extends VBox {
    private final Workbench bench;
    private final Phrases phrases;
    private final VBox findings = new VBox();
    private final ScrollPane troubles = new ScrollPane(findings);

    PlanPane(Workbench bench) {
        this.bench = bench;
        phrases = bench.phrases();
        getStyleClass().addAll("plan", "side-content");
        PlanModel plan = bench.plan();
        ListView<Line> list = new ListView<>(plan.lines());
        list.setId("plan");
        list.accessibleTextProperty().bind(phrases.text("plan.title"));
        list.setCellFactory(v -> new Cell());
        plan.failed().subscribe(f -> f.ifPresent(number -> list.scrollTo(Math.max(0, number - 2))));
        Label none = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say(bench.findings().isEmpty() ? "plan.none" : "plan.blocked"),
                        bench.findings(),
                        phrases.locale()),
                "placeholder");
        none.setWrapText(true);
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        findings.getStyleClass().add("findings");
        bench.findings().addListener((ListChangeListener<Finding>) c -> showFindings());
        troubles.getStyleClass().add("troubles");
        troubles.setFitToWidth(true);
        troubles.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        troubles.setMinHeight(0);
        getChildren().addAll(header(plan), troubles, list);
        showFindings();
    }

    private VBox header(PlanModel plan) {
        var size = Bindings.size(plan.lines());
        Label count = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say("plan.count", plan.done().get(), size.get()),
                        plan.done(),
                        size,
                        phrases.locale()),
                "count");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> size.get() == 0 ? 0 : (double) plan.done().get() / size.get(), plan.done(), size));
        HBox line = new HBox(title(plan), Parts.spacer(), count);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("panel-header");
        return new VBox(line, bar);
    }

    private Label title(PlanModel plan) {
        Label title = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say(plan.difference().get() ? "plan.difference" : "plan.title"),
                        plan.difference(),
                        phrases.locale()),
                "panel-title");
        title.setId("plan-title");
        return title;
    }

    private void showFindings() {
        findings.getChildren().clear();
        for (Trouble t : bench.mending().troubles()) {
            Finding f = t.finding();
            FindingBox box = new FindingBox(t, phrases, bench::mend);
            if (!f.element().isEmpty()) {
                Hyperlink where = new Hyperlink(f.element());
                where.setMnemonicParsing(false);
                where.setOnAction(e -> bench.inspect(f.element()));
                box.getChildren().addFirst(where);
            }
            findings.getChildren().add(box);
        }
        troubles.setVisible(!bench.findings().isEmpty());
        troubles.setManaged(!bench.findings().isEmpty());
    }

    private static final class Cell extends ListCell<Line> {
        private final OwnIcon mark = Parts.icon("circle");
        private final Label sentence = new Label();
        private final Label command = new Label();
        private final HBox box = new HBox(mark, new VBox(sentence, command));
        private Subscription subscription = Subscription.EMPTY;

        Cell() {
            box.getStyleClass().add("plan-step");
            sentence.setWrapText(true);
            sentence.getStyleClass().add("plan-sentence");
            command.setWrapText(true);
            command.getStyleClass().add("plan-command");
            // Wrapped text is as high as its lines only when the width is fixed.
            box.prefWidthProperty().bind(widthProperty().subtract(8));
            box.setMinHeight(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            subscription.unsubscribe();
            subscription = Subscription.EMPTY;
            sentence.textProperty().unbind();
            accessibleTextProperty().unbind();
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            sentence.textProperty().bind(Bindings.concat(line.number(), ". ", line.sentence()));
            accessibleTextProperty().bind(sentence.textProperty());
            command.setText(line.command());
            subscription = line.progress().subscribe(this::show);
            setGraphic(box);
        }

        private void show(Progress progress) {
            mark.show(
                    switch (progress) {
                        case AHEAD -> "circle";
                        case DONE -> "check-circle";
                        case FAILED -> "cross-circle";
                        case UNDONE -> "undo";
                    });
            for (Progress p : Progress.values()) {
                PseudoClass name = PseudoClass.getPseudoClass(p.name().toLowerCase(java.util.Locale.ROOT));
                mark.pseudoClassStateChanged(name, p == progress);
                box.pseudoClassStateChanged(name, p == progress);
            }
        }
    }
}
