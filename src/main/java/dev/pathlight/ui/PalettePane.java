package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Lacking;
import dev.pathlight.view.Tool;
import dev.pathlight.view.Workbench;
import java.util.EnumMap;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The tools at the left. A click chooses one; what can be placed can also be dragged onto the drawing. Tools of a family share
 * a place, where the one that was chosen last is shown.
 */
final class PalettePane extends VBox {
    /** One press of a zoom button or key. */
    static final double ZOOM = 1.25;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    /** What the tools need, each icon above its name, px at scale 1. */
    private static final double ROOM = 600;

    private final Parts parts;
    private final Theme theme;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Tool.Family, ToolPlace> places = new EnumMap<>(Tool.Family.class);

    PalettePane(Workbench bench, CanvasPane pane, Theme theme) {
        CanvasModel canvas = bench.canvas();
        this.theme = theme;
        parts = new Parts(bench.phrases());
        getStyleClass().add("palette");
        VBox tools = new VBox();
        tools.getStyleClass().add("palette-tools");
        for (Tool.Family family : Tool.Family.values()) {
            ToolPlace place = new ToolPlace(family, canvas, bench.phrases(), group);
            places.put(family, place);
            tools.getChildren().add(place);
        }
        getChildren().addAll(scrolled(tools), zoom(pane));
        setMinHeight(0);
        heightProperty().subscribe(h -> fit());
        theme.scale().subscribe(s -> fit());
        canvas.tool().subscribe(this::show);
        bench.features().known().subscribe(k -> canvas.lacking().set(Lacking.of(k)));
        addEventHandler(MouseEvent.MOUSE_ENTERED, e -> bench.features().want());
        group.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                canvas.tool().set(Tool.SELECT);
                show(Tool.SELECT);
            }
        });
    }

    private void show(Tool tool) {
        ToolPlace place = places.get(tool.family());
        if (place != null) {
            place.show(tool);
            group.selectToggle(place.button());
        }
    }

    /** Where the window is low the icons stand beside their names. */
    private void fit() {
        boolean low = getHeight() > 0 && getHeight() < ROOM * theme.scale().get();
        pseudoClassStateChanged(LOW, low);
        places.values().forEach(p -> p.fit(low));
    }

    /** Under many notices there is not room for all of them. */
    private static ScrollPane scrolled(VBox tools) {
        ScrollPane scroll = new ScrollPane(tools);
        scroll.getStyleClass().add("palette-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private HBox zoom(CanvasPane pane) {
        HBox box = new HBox(
                parts.iconButton("zoom-in", "action.zoomin", "Shortcut+Plus", () -> pane.zoom(ZOOM)),
                parts.iconButton("zoom-out", "action.zoomout", "Shortcut+Minus", () -> pane.zoom(1 / ZOOM)),
                parts.iconButton("fit", "action.fit", "Shortcut+0", pane::fit),
                parts.iconButton("tidy", "action.arrange", "Shortcut+Shift+A", pane::arrange));
        box.getStyleClass().add("zoom");
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
