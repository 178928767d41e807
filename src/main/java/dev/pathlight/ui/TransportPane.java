package dev.pathlight.ui;

import dev.pathlight.view.Playback;
import dev.pathlight.view.Workbench;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The way from hop to hop: its controls, and the journey's stops. */
final class TransportPane extends VBox {
    private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final double NARROW_BELOW = 640;

    private final Workbench bench;
    private final Playback playback;
    private final Parts parts;
    private final HBox stops = new HBox();
    private final ScrollPane track = new ScrollPane();

    TransportPane(Workbench bench) {
        this.bench = bench;
        playback = bench.playback();
        parts = new Parts(bench.phrases());
        getStyleClass().add("transport");
        // Where it is tight, rather small words than cut ones.
        widthProperty().subscribe(w -> pseudoClassStateChanged(NARROW, w.doubleValue() < NARROW_BELOW));
        getChildren().add(controls());
        playback.steps().subscribe(s -> fillStops());
        playback.moment().subscribe(m -> markStops());
    }

    private HBox controls() {
        Button back = parts.iconButton("previous", "action.back", "←", playback::back);
        back.setId("step-back");
        Button play = parts.iconButton("play", "action.play", "Space", playback::toggle);
        play.setId("play");
        play.getStyleClass().add("play-button");
        playback.playing().subscribe(is -> play.setGraphic(Parts.icon(is ? "pause" : "play")));
        Button forward = parts.iconButton("next", "action.forward", "→", playback::forward);
        forward.setId("step-forward");
        ToggleButton loop = new ToggleButton();
        loop.getStyleClass().addAll("flat", "icon-button");
        loop.setGraphic(Parts.icon("repeat"));
        loop.selectedProperty().bindBidirectional(playback.loop());
        parts.explain(loop, "action.loop", "R");
        var nothing = Bindings.createBooleanBinding(() -> playback.steps().get().isEmpty(), playback.steps());
        List.of(back, play, forward).forEach(b -> b.disableProperty().bind(nothing));
        track.setContent(stops);
        track.getStyleClass().add("track");
        track.setFitToWidth(true);
        track.setFitToHeight(true);
        track.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        track.setFocusTraversable(false);
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox box = new HBox(back, play, forward, loop, speed(), track);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("transport-controls");
        return box;
    }

    private HBox speed() {
        Button slower = parts.iconButton("minus", "action.slower", "-", () -> playback.changeSpeed(-1));
        Button faster = parts.iconButton("plus", "action.faster", "+", () -> playback.changeSpeed(1));
        Label now = Parts.bound(
                playback.speed()
                        .map(v -> v.doubleValue() < 1
                                ? String.format(Locale.ROOT, "%.3g×", v.doubleValue())
                                        .replaceAll("0+×", "×")
                                : String.format(Locale.ROOT, "%.0f×", v.doubleValue())),
                "speed");
        now.setId("speed");
        HBox box = new HBox(slower, now, faster);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("speed-box");
        return box;
    }

    private void fillStops() {
        stops.getChildren().clear();
        stops.getStyleClass().setAll("stops");
        stops.setAlignment(Pos.CENTER_LEFT);
        List<String> names = bench.caption().stops();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                Region line = new Region();
                line.getStyleClass().add("stop-line");
                HBox.setHgrow(line, Priority.ALWAYS);
                stops.getChildren().add(line);
            }
            stops.getChildren().add(stop(i, names.get(i)));
        }
        markStops();
    }

    private Button stop(int step, String name) {
        Region dot = new Region();
        dot.getStyleClass().add("stop-dot");
        Button b = new Button(name, new StackPane(dot));
        b.getStyleClass().addAll("flat", "stop");
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setContentDisplay(ContentDisplay.TOP);
        // An underscore is part of a name here.
        b.setMnemonicParsing(false);
        b.setOnAction(e -> playback.go(step));
        return b;
    }

    private void markStops() {
        int now = playback.moment().get().map(m -> m.step()).orElse(-1);
        for (int i = 0; i < stops.getChildren().size(); i++) {
            // Stops stand at even places, the lines between them at odd ones.
            stops.getChildren().get(i).pseudoClassStateChanged(REACHED, (i + 1) / 2 <= now);
            stops.getChildren().get(i).pseudoClassStateChanged(CURRENT, i == 2 * now);
        }
        track.setHvalue(
                now <= 0 ? 0 : 2.0 * now / Math.max(1, stops.getChildren().size() - 1));
    }
}
