package dev.pathlight.ui;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.PingModel;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/** From where, to where, and Ping. */
final class PingBox extends HBox {
    private final PingModel pings;
    private final Phrases phrases;

    PingBox(Workbench bench) {
        pings = bench.pings();
        phrases = bench.phrases();
        Button go = new Button();
        go.setId("ping");
        go.getStyleClass().addAll("accent", "run-button");
        go.setGraphic(Parts.icon("ping"));
        go.setMinWidth(USE_PREF_SIZE);
        go.textProperty().bind(phrases.text("action.ping"));
        new Parts(phrases).explain(go, "action.ping.long", "Shortcut+P");
        go.disableProperty()
                .bind(bench.runModel().state().isNotEqualTo(RunState.RUNNING).or(pings.waiting()));
        go.setOnAction(e -> bench.ping());
        Label arrow = new Label("→");
        arrow.getStyleClass().add("ping-arrow");
        arrow.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("ping-box");
        // Containers that share a network are drawn to each other; they have no addresses of their own to choose from.
        Parts.onlyWhen(
                this,
                Bindings.createBooleanBinding(
                        () -> !pings.places().isEmpty()
                                || !hasContainers(
                                        bench.drawing().drawing().get().topology()),
                        pings.places(),
                        bench.drawing().drawing()));
        setAlignment(Pos.CENTER);
        getChildren().addAll(choice("ping-from", pings.from()), arrow, choice("ping-to", pings.to()), go);
    }

    private static boolean hasContainers(Topology drawn) {
        return drawn.nodes().stream()
                .flatMap(n -> n.spaces())
                .anyMatch(s -> !s.containers().isEmpty());
    }

    private ComboBox<SpaceId> choice(String id, ObjectProperty<Optional<SpaceId>> value) {
        ComboBox<SpaceId> box = new ComboBox<>(pings.places());
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
        // New items empty the box, though what is chosen is the same.
        pings.places().subscribe(() -> box.setValue(value.get().orElse(null)));
        box.setOnAction(e -> Optional.ofNullable(box.getValue()).ifPresent(v -> value.set(Optional.of(v))));
        return box;
    }
}
