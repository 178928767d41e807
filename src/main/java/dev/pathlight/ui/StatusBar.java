package dev.pathlight.ui;

import dev.pathlight.check.Finding;
import dev.pathlight.view.JourneysModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.PingModel.Outcome;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The line at the bottom: what runs, the last ping, the counts that keep us honest. */
final class StatusBar extends HBox {
    /** Beside it the ping's outcome has to have room. */
    private static final double MOST_WAITING = 420;

    private final Workbench bench;
    private final Phrases phrases;

    /**
     * @param openFindings shows the list of what is to be mended
     * @param talk what one talks with, at the right
     */
    StatusBar(Workbench bench, Runnable openFindings, Node talk) {
        this.bench = bench;
        phrases = bench.phrases();
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        light(),
                        state(),
                        waiting(),
                        findings(openFindings),
                        Parts.spacer(),
                        ping(),
                        Parts.spacer(),
                        letGo(),
                        counts(),
                        talk);
    }

    private Region light() {
        Region light = new Region();
        light.getStyleClass().add("state-light");
        bench.runModel().state().subscribe(s -> {
            light.pseudoClassStateChanged(PseudoClass.getPseudoClass("running"), s == RunState.RUNNING);
            light.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("busy"), s == RunState.STARTING || s == RunState.STOPPING);
        });
        return light;
    }

    private Label state() {
        var state = bench.runModel().state();
        Label label = Parts.bound(Bindings.createStringBinding(
                () -> phrases.say(
                        switch (state.get()) {
                            case STOPPED -> "status.stopped";
                            case STARTING -> "status.starting";
                            case RUNNING -> "status.running";
                            case STOPPING -> "status.stopping";
                        }),
                state,
                phrases.locale()));
        label.setId("status");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Label waiting() {
        var why = bench.living().waiting();
        var words = Bindings.createStringBinding(
                () -> why.get()
                        .map(w -> phrases.say("status.waiting", phrases.say(w)))
                        .orElse(""),
                why,
                phrases.locale());
        Label label = Parts.bound(words, "warning-text");
        label.setId("waiting");
        label.setMaxWidth(MOST_WAITING);
        Parts.tip(label, words);
        Parts.onlyWhen(label, words.isNotEmpty());
        return label;
    }

    private Hyperlink findings(Runnable open) {
        Hyperlink link = new Hyperlink();
        link.setId("findings");
        link.getStyleClass().add("warning-text");
        link.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> phrases.say(
                                errors() > 0 ? "status.findings" : "status.warnings",
                                errors() > 0 ? errors() : bench.findings().size()),
                        bench.findings(),
                        phrases.locale()));
        link.setOnAction(e -> open.run());
        Parts.onlyWhen(link, Bindings.isNotEmpty(bench.findings()));
        return link;
    }

    private long errors() {
        return bench.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.ERROR)
                .count();
    }

    private Label ping() {
        var outcome = bench.pings().outcome();
        var waiting = bench.pings().waiting();
        Label label = Parts.bound(Bindings.createStringBinding(
                () -> waiting.get()
                        ? phrases.say("status.ping.waiting")
                        : outcome.get().map(this::said).orElse(""),
                outcome,
                waiting,
                phrases.locale()));
        label.setId("ping-outcome");
        return label;
    }

    private String said(Outcome o) {
        return o.micros()
                .map(us -> phrases.say(
                        "status.ping.reply", o.from(), o.to(), String.format(Locale.ROOT, "%.3f", us / 1e3)))
                .orElseGet(() -> phrases.say("status.ping.none", o.from(), o.to()));
    }

    private Label letGo() {
        var count = bench.journeys().letGo();
        Label label = Parts.bound(
                Bindings.createStringBinding(() -> phrases.say("status.letgo", count.get()), count, phrases.locale()),
                "counts");
        label.setId("let-go");
        label.setMinWidth(USE_PREF_SIZE);
        Parts.onlyWhen(label, count.greaterThan(0));
        return label;
    }

    private Label counts() {
        JourneysModel j = bench.journeys();
        Label label = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say(
                                "status.counts",
                                j.ambiguous().get(),
                                j.dropped().get()),
                        j.ambiguous(),
                        j.dropped(),
                        phrases.locale()),
                "counts");
        label.setId("counts");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
