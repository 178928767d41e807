package dev.pathlight.ui;

import dev.pathlight.session.drift.Drift;
import dev.pathlight.view.DriftModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * What is live and not drawn, in one line, to be taken into the drawing or put back; where there is more than one thing, that
 * line opens to a line each. While a lesson is taken, which changes things by itself and puts them back, it keeps away.
 */
final class DriftBar extends VBox {
    /** What all its keys are made with. */
    static final KeyCode KEY = KeyCode.F3;

    static final String GO = "F3";
    static final String TAKE_ALL = "Shortcut+F3";
    static final String BACK_ALL = "Shift+F3";

    private final DriftModel model;
    private final Phrases phrases;
    private final Parts parts;
    private final VBox lines = new VBox();
    private final BooleanProperty open = new SimpleBooleanProperty();

    DriftBar(Workbench bench) {
        model = bench.byHand().drift();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        setId("drift");
        getStyleClass().add("drift");
        Parts.onlyWhen(
                this,
                Bindings.createBooleanBinding(
                        () -> !model.drifts().isEmpty()
                                && bench.lessons().lesson().get().isEmpty(),
                        model.drifts(),
                        bench.lessons().lesson()));
        lines.getStyleClass().add("drift-lines");
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("drift-scroll");
        Parts.onlyWhen(scroll, open);
        getChildren().setAll(head(), scroll);
        model.drifts().subscribe(this::fill);
        open.subscribe(this::fill);
    }

    /** Opens and closes it, and lets the keyboard go on from there. */
    static void go(Scene scene) {
        if (scene.lookup("#drift-title") instanceof Button title
                && title.getParent().getParent().isVisible()) {
            title.requestFocus();
            title.fire();
        }
    }

    private boolean isOne() {
        return model.drifts().size() == 1;
    }

    private void fill() {
        if (model.drifts().size() < 2) {
            open.set(false);
        }
        List<Drift> shown = open.get() ? model.drifts() : List.of();
        lines.getChildren().setAll(shown.stream().map(this::line).toList());
    }

    private HBox head() {
        Button title =
                words(Bindings.createStringBinding(this::title, model.drifts(), phrases.locale()), "drift-title");
        title.setId("drift-title");
        title.setGraphic(Parts.icon("drift"));
        parts.explain(title, "drift.point", GO);
        title.setOnAction(e -> {
            if (isOne()) {
                model.pointAt(model.drifts().getFirst());
            } else {
                open.set(!open.get());
            }
        });
        OwnIcon more = Parts.icon("chevron-down");
        open.subscribe(o -> more.show(o ? "chevron-up" : "chevron-down"));
        Parts.onlyWhen(more, Bindings.size(model.drifts()).greaterThan(1));
        ObservableBooleanValue drawable =
                Bindings.createBooleanBinding(() -> model.drifts().stream().anyMatch(model::canTakeIn), model.drifts());
        Button take = button("drift-take-all", one("drift.take", "drift.takeall"), "drift.takeall.long", TAKE_ALL);
        take.setOnAction(e -> model.takeAllIn());
        Parts.onlyWhen(take, drawable);
        Label undrawable = parts.label("drift.undrawable", "drift-undrawable");
        Parts.onlyWhen(undrawable, Bindings.not(drawable));
        Button back = button("drift-back-all", one("drift.back", "drift.backall"), "drift.backall.long", BACK_ALL);
        back.setOnAction(e -> model.putAllBack());
        return row(title, more, Parts.spacer(), undrawable, take, back);
    }

    private String title() {
        String what = isOne()
                ? phrases.say(model.drifts().getFirst().words())
                : phrases.say("drift.count", model.drifts().size());
        return phrases.say("drift.title", what);
    }

    private ObservableValue<String> one(String phrase, String ofAll) {
        return Bindings.createStringBinding(
                () -> phrases.say(isOne() ? phrase : ofAll), model.drifts(), phrases.locale());
    }

    private HBox line(Drift drift) {
        Button what =
                words(Bindings.createStringBinding(() -> phrases.say(drift.words()), phrases.locale()), "drift-what");
        what.setGraphic(Parts.icon(
                switch (drift.mark()) {
                    case NEW -> "plus";
                    case GONE -> "minus";
                    case OTHER -> "pencil";
                }));
        parts.explain(what, "drift.point", "");
        what.accessibleTextProperty().bind(what.textProperty());
        what.setOnAction(e -> model.pointAt(drift));
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Button back = button("drift-back", phrases.text("drift.back"), "drift.back.long", "");
        back.setOnAction(e -> model.putBack(drift));
        if (!model.canTakeIn(drift)) {
            return row(what, parts.label("drift.undrawable", "drift-undrawable"), back);
        }
        Button take = button("drift-take", phrases.text("drift.take"), "drift.take.long", "");
        take.setOnAction(e -> model.takeIn(drift));
        return row(what, take, back);
    }

    private static HBox row(Node... children) {
        HBox row = new HBox(children);
        row.getStyleClass().add("drift-line");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Names of the kernel's have underscores, which are no mnemonics. */
    private static Button words(ObservableValue<String> text, String style) {
        Button b = new Button();
        b.setMnemonicParsing(false);
        b.textProperty().bind(text);
        b.getStyleClass().addAll("flat", style);
        b.setAlignment(Pos.CENTER_LEFT);
        return b;
    }

    private Button button(String id, ObservableValue<String> text, String reason, String keys) {
        Button b = new Button();
        b.setId(id);
        b.setMinWidth(USE_PREF_SIZE);
        b.textProperty().bind(text);
        parts.explain(b, reason, keys);
        b.disableProperty().bind(model.busy());
        return b;
    }
}
