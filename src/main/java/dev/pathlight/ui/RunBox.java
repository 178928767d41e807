package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Run, or Stop; where there is room, how far it is, which the line at the bottom says too. */
final class RunBox extends HBox {
    /** Run and Stop take each other's place: for so long the second click of a double one is not meant for what came there. */
    private static final long SECOND_CLICK_NANOS = 500_000_000;

    private final Workbench bench;
    private final Phrases phrases;
    private final Parts parts;
    private final ReadOnlyObjectProperty<RunState> state;
    private final BooleanExpression roomy;
    private long changed = System.nanoTime() - SECOND_CLICK_NANOS;

    RunBox(Workbench bench, BooleanExpression roomy) {
        this.roomy = roomy;
        this.bench = bench;
        phrases = bench.phrases();
        parts = new Parts(phrases);
        state = bench.runModel().state();
        getStyleClass().add("run-box");
        setAlignment(Pos.CENTER);
        setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(run(), state(), stop());
        state.subscribe((was, is) -> {
            if (is == RunState.STARTING || is == RunState.STOPPED) {
                changed = System.nanoTime();
            }
        });
    }

    /** Does what a button just pressed stands for, unless it came under the pointer only now. */
    private void click(Runnable deed) {
        if (System.nanoTime() - changed >= SECOND_CLICK_NANOS) {
            deed.run();
        }
    }

    private Button run() {
        Button b = button("run", "success", "play", "action.run", "action.run.long", "F5");
        Parts.onlyWhen(b, state.isEqualTo(RunState.STOPPED));
        b.setOnAction(e -> click(bench::run));
        return b;
    }

    private Button stop() {
        Button b = button("stop", "danger", "stop", "action.stop", "action.stop.long", "Shift+F5");
        b.disableProperty().bind(state.isEqualTo(RunState.STOPPING));
        Parts.onlyWhen(b, state.isNotEqualTo(RunState.STOPPED));
        b.setOnAction(e -> click(bench::stop));
        return b;
    }

    private Button button(String id, String kind, String icon, String phrase, String longPhrase, String key) {
        Button b = new Button();
        b.setId(id);
        b.getStyleClass().addAll(kind, "run-button");
        b.setGraphic(Parts.icon(icon));
        b.setMinWidth(USE_PREF_SIZE);
        parts.explain(b, longPhrase, key);
        b.textProperty().bind(phrases.text(phrase));
        return b;
    }

    private Label state() {
        Label chip = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say(
                                switch (state.get()) {
                                    case STOPPED, STOPPING -> "state.stopping";
                                    case STARTING -> "state.starting";
                                    case RUNNING -> "state.running";
                                }),
                        state,
                        phrases.locale()),
                "state-chip");
        chip.setId("state");
        chip.setMinWidth(USE_PREF_SIZE);
        state.subscribe(s -> chip.pseudoClassStateChanged(PseudoClass.getPseudoClass("busy"), s != RunState.RUNNING));
        Parts.onlyWhen(chip, state.isNotEqualTo(RunState.STOPPED).and(roomy));
        return chip;
    }
}
