package dev.pathlight.ui;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.DrawingModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.PingModel;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The bar at the top: the file, undo and redo; Run and Stop; ping; language and theme. */
final class TopBar extends HBox {
    private final Workbench bench;
    private final Phrases phrases;
    private final Parts parts;
    private final Deeds deeds;

    TopBar(Workbench bench, Deeds deeds, Theme theme) {
        this.bench = bench;
        this.deeds = deeds;
        phrases = bench.phrases();
        parts = new Parts(phrases);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        HBox work = new HBox(undo(), redo(), Parts.spacer(), run(), state(), stop(), Parts.spacer(), ping());
        work.setAlignment(Pos.CENTER_LEFT);
        work.getStyleClass().add("top-bar-work");
        HBox.setHgrow(work, Priority.ALWAYS);
        Parts.onlyWhen(work, bench.welcome().not());
        Region none = Parts.spacer();
        Parts.onlyWhen(none, bench.welcome());
        getChildren().addAll(file(), work, none, language(), theme(theme));
    }

    private HBox file() {
        DrawingModel d = bench.drawing();
        Label name = Parts.bound(
                Bindings.createStringBinding(
                        () -> title(d), d.file(), d.drawing(), d.dirty(), bench.welcome(), phrases.locale()),
                "file-name");
        name.setId("file-name");
        HBox box = new HBox(
                parts.iconButton("mdi2f-file-plus-outline", "action.new", "Shortcut+N", deeds::newDrawing),
                parts.iconButton("mdi2f-folder-open-outline", "action.open", "Shortcut+O", deeds::open),
                parts.iconButton("mdi2c-content-save-outline", "action.save", "Shortcut+S", deeds::save),
                name,
                new Separator(Orientation.VERTICAL));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private String title(DrawingModel d) {
        if (bench.welcome().get()) {
            return phrases.say("app.name");
        }
        String drawn = d.drawing().get().topology().title().in(phrases.locale().get());
        String name = d.file()
                .get()
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse(drawn.isEmpty() ? phrases.say("file.none") : drawn);
        return d.dirty().get() ? name + " •" : name;
    }

    private Button undo() {
        ReadOnlyStringProperty what = bench.drawing().undoName();
        Button b = parts.iconButton("mdi2u-undo", "action.undo", "Shortcut+Z", bench::undo);
        return named(b, "action.undo.named", "Ctrl+Z", what);
    }

    private Button redo() {
        ReadOnlyStringProperty what = bench.drawing().redoName();
        Button b = parts.iconButton("mdi2r-redo", "action.redo", "Shortcut+Y", bench::redo);
        return named(b, "action.redo.named", "Ctrl+Y", what);
    }

    private Button named(Button b, String phrase, String key, ReadOnlyStringProperty what) {
        b.disableProperty().bind(what.isEmpty());
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> phrases.say(phrase, what.get()) + "  (" + key + ")", what, phrases.locale()));
        b.setTooltip(tip);
        return b;
    }

    private Button run() {
        Button b = new Button();
        b.setId("run");
        b.getStyleClass().addAll("success", "run-button");
        b.setGraphic(Parts.icon("mdi2p-play"));
        parts.explain(b, "action.run.long", "F5");
        b.textProperty().bind(phrases.text("action.run"));
        Parts.onlyWhen(b, bench.runModel().state().isEqualTo(RunState.STOPPED));
        b.setOnAction(e -> bench.run());
        return b;
    }

    private Label state() {
        var state = bench.runModel().state();
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
        Parts.onlyWhen(chip, state.isNotEqualTo(RunState.STOPPED));
        return chip;
    }

    private Button stop() {
        Button b = new Button();
        b.setId("stop");
        b.getStyleClass().addAll("danger", "run-button");
        b.setGraphic(Parts.icon("mdi2s-stop"));
        b.textProperty().bind(phrases.text("action.stop"));
        parts.explain(b, "action.stop.long", "Shift+F5");
        var state = bench.runModel().state();
        b.disableProperty().bind(state.isEqualTo(RunState.STOPPING));
        Parts.onlyWhen(b, state.isNotEqualTo(RunState.STOPPED));
        b.setOnAction(e -> bench.stop());
        return b;
    }

    private HBox ping() {
        PingModel pings = bench.pings();
        Button go = new Button();
        go.setId("ping");
        go.getStyleClass().addAll("accent", "run-button");
        go.setGraphic(Parts.icon("mdi2r-rss"));
        go.textProperty().bind(phrases.text("action.ping"));
        parts.explain(go, "action.ping.long", "Shortcut+P");
        go.disableProperty()
                .bind(bench.runModel().state().isNotEqualTo(RunState.RUNNING).or(pings.waiting()));
        go.setOnAction(e -> bench.ping());
        Label arrow = new Label("→");
        arrow.getStyleClass().add("ping-arrow");
        HBox box = new HBox(choice("ping-from", pings.from()), arrow, choice("ping-to", pings.to()), go);
        box.getStyleClass().add("ping-box");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private ComboBox<SpaceId> choice(String id, ObjectProperty<Optional<SpaceId>> value) {
        ComboBox<SpaceId> box = new ComboBox<>(bench.pings().places());
        box.setId(id);
        box.accessibleTextProperty().bind(phrases.text(id.equals("ping-from") ? "ping.from" : "ping.to"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(SpaceId s) {
                return s == null ? "" : s.shortName();
            }

            @Override
            public SpaceId fromString(String s) {
                return SpaceId.parse(s);
            }
        });
        value.subscribe(v -> box.setValue(v.orElse(null)));
        box.setOnAction(e -> Optional.ofNullable(box.getValue()).ifPresent(v -> value.set(Optional.of(v))));
        return box;
    }

    private Button language() {
        Button b = new Button();
        b.setId("language");
        b.getStyleClass().addAll("flat", "language-button");
        b.textProperty().bind(phrases.text("language.other"));
        parts.explain(b, "action.language", "Shortcut+L");
        b.setOnAction(e -> phrases.nextLanguage());
        return b;
    }

    private Button theme(Theme theme) {
        Button b = parts.iconButton("mdi2t-theme-light-dark", "action.theme", "Shortcut+T", theme::toggle);
        b.setId("theme");
        return b;
    }
}
