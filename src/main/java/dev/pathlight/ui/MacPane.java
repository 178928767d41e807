package dev.pathlight.ui;

import dev.pathlight.ui.RowTable.Light;
import dev.pathlight.view.MacTableModel;
import dev.pathlight.view.MacTableModel.BridgeId;
import dev.pathlight.view.MacTableModel.Row;
import dev.pathlight.view.Phrases;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A bridge's MAC table as {@code brctl showmacs} prints it, with whose each address is. */
final class MacPane extends VBox {
    private final MacTableModel model;
    private final Phrases phrases;
    private final ClassicPart classic;

    /** @param none what it says while it has no rows */
    MacPane(MacTableModel model, Phrases phrases, Theme theme, ObservableValue<String> none) {
        this.model = model;
        this.phrases = phrases;
        this.classic = new ClassicPart(model.classic(), phrases, theme, "mac-classic");
        getStyleClass().add("panel");
        RowTable<Row> table = new RowTable<>(phrases, theme, model.rows(), 8, none)
                .column("mac.port", 30, false, r -> new ReadOnlyStringWrapper(String.valueOf(r.portNumber)))
                .column("mac.address", 168, false, r -> new ReadOnlyStringWrapper(r.mac))
                .column("mac.owner", 60, true, r -> new ReadOnlyStringWrapper(r.owner))
                .column("mac.local", 30, false, r -> phrases.text(r.local ? "yes" : "no"))
                .column("mac.age", 67, false, Row::age)
                .lit(List.of(Light.of("used", Row::used), Light.of("learned", Row::learned)));
        table.named("mac.title").setId("mac-table");
        Label flooded = new Label();
        flooded.getStyleClass().add("flood-note");
        flooded.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.shut().get().isEmpty()
                                ? phrases.say("mac.flooded")
                                : phrases.say("mac.flooded.shut", model.shut().get()),
                        model.shut(),
                        phrases.locale()));
        flooded.setId("flood-note");
        flooded.setWrapText(true);
        Parts.onlyWhen(flooded, model.flooded());
        // Most lectures begin without a bridge.
        Parts.onlyWhen(this, Bindings.isNotEmpty(model.bridges()));
        getChildren().addAll(header(), table, classic.insteadOf(table), flooded, legend());
    }

    /** What the two colours of a row mean. */
    private HBox legend() {
        Parts parts = new Parts(phrases);
        Label used = parts.label("mac.used", "legend");
        used.setGraphic(swatch("swatch-used"));
        Label learned = parts.label("mac.learned", "legend");
        learned.setGraphic(swatch("swatch-learned"));
        HBox box = new HBox(used, learned);
        box.getStyleClass().add("legends");
        return box;
    }

    private static Region swatch(String style) {
        Region r = new Region();
        r.getStyleClass().addAll("swatch", style);
        return r;
    }

    private HBox header() {
        ComboBox<BridgeId> box = new ComboBox<>(model.bridges());
        box.setId("mac-bridge");
        box.getStyleClass().add("panel-choice");
        box.accessibleTextProperty().bind(phrases.text("mac.choose"));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(BridgeId b) {
                boolean several = model.bridges().stream()
                                .map(x -> x.space().node())
                                .distinct()
                                .count()
                        > 1;
                return b == null ? "" : b.label(several);
            }

            @Override
            public BridgeId fromString(String s) {
                return model.bridges().getFirst();
            }
        });
        model.bridge().subscribe(b -> box.setValue(b.orElse(null)));
        box.setOnAction(e -> Optional.ofNullable(box.getValue()).ifPresent(model::choose));
        HBox header = new HBox(
                classic.title(new Parts(phrases).label("mac.title", "panel-title")),
                Parts.spacer(),
                classic.buttons(),
                box);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        return header;
    }
}
