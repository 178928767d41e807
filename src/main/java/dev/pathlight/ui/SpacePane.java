package dev.pathlight.ui;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.SpaceChoice;
import dev.pathlight.view.SpaceTable;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A panel with a table of one namespace, which can be chosen in its header. */
final class SpacePane extends VBox {
    /** @param title the phrase {@code NAME.title}; the ids of its parts begin with that name */
    SpacePane(String title, SpaceTable<?, ?> model, Node table, Phrases phrases, Theme theme) {
        String name = title.substring(0, title.indexOf('.'));
        SpaceChoice choice = model.choice();
        ClassicPart classic = new ClassicPart(model.classic(), phrases, theme, name + "-classic");
        table.setId(name + "-table");
        getStyleClass().add("panel");
        ComboBox<SpaceId> box = new ComboBox<>(choice.spaces());
        box.getStyleClass().add("panel-choice");
        box.accessibleTextProperty().bind(phrases.text("space.choose"));
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
        choice.space().subscribe(s -> box.setValue(s.orElse(null)));
        box.setOnAction(e -> Optional.ofNullable(box.getValue()).ifPresent(choice::choose));
        HBox header = new HBox(
                classic.title(new Parts(phrases).label(title, "panel-title")), Parts.spacer(), classic.buttons(), box);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        getChildren().addAll(header, table, classic.insteadOf(table));
    }
}
