package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Tool;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tools at the left. A click chooses one; what can be placed can also be dragged onto the drawing. */
final class PalettePane extends VBox {
    /** What a drag from the palette carries, before the tool's name. */
    static final String DRAGGED = "pathlight/tool:";

    /** One press of a zoom button or key. */
    static final double ZOOM = 1.25;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    /** What the tools need, each icon above its name, px at scale 1. */
    private static final double ROOM = 540;

    private static final Set<Tool> PLACED = Set.of(Tool.NODE, Tool.NAMESPACE, Tool.CONTAINER, Tool.BRIDGE, Tool.NOTE);

    private final Parts parts;
    private final Theme theme;
    private final CanvasModel canvas;
    private final ToggleGroup group = new ToggleGroup();

    PalettePane(CanvasModel canvas, Phrases phrases, CanvasPane pane, Theme theme) {
        this.theme = theme;
        this.canvas = canvas;
        parts = new Parts(phrases);
        getStyleClass().add("palette");
        for (Tool tool : Tool.values()) {
            getChildren().add(button(tool, phrases));
        }
        getChildren().addAll(gap(), zoom(pane));
        setMinHeight(0);
        heightProperty().subscribe(h -> fit());
        theme.scale().subscribe(s -> fit());
        canvas.tool().subscribe(t -> group.selectToggle(group.getToggles().get(t.ordinal())));
        group.selectedToggleProperty().subscribe((was, is) -> {
            if (is == null) {
                canvas.tool().set(Tool.SELECT);
                group.selectToggle(group.getToggles().getFirst());
            }
        });
    }

    /** Where the window is low the icons stand beside their names. */
    private void fit() {
        boolean low = getHeight() > 0 && getHeight() < ROOM * theme.scale().get();
        pseudoClassStateChanged(LOW, low);
        group.getToggles()
                .forEach(t -> ((ToggleButton) t).setContentDisplay(low ? ContentDisplay.LEFT : ContentDisplay.TOP));
    }

    private static Region gap() {
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private HBox zoom(CanvasPane pane) {
        HBox box = new HBox(
                parts.iconButton("mdi2m-magnify-plus-outline", "action.zoomin", "Shortcut+Plus", () -> pane.zoom(ZOOM)),
                parts.iconButton(
                        "mdi2m-magnify-minus-outline", "action.zoomout", "Shortcut+Minus", () -> pane.zoom(1 / ZOOM)),
                parts.iconButton("mdi2f-fit-to-page-outline", "action.fit", "Shortcut+0", pane::fit));
        box.getStyleClass().add("zoom");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private ToggleButton button(Tool tool, Phrases phrases) {
        ToggleButton b = new ToggleButton();
        b.setId("tool-" + tool.name().toLowerCase(java.util.Locale.ROOT));
        b.getStyleClass().addAll("flat", "tool");
        b.setGraphic(Parts.icon(icon(tool)));
        b.setContentDisplay(ContentDisplay.TOP);
        b.textProperty().bind(phrases.text(phrase(tool)));
        parts.explain(b, longPhrase(tool), key(tool).getName());
        b.setToggleGroup(group);
        b.setMaxWidth(Double.MAX_VALUE);
        b.setOnAction(e -> canvas.tool().set(tool));
        b.setOnDragDetected(e -> {
            if (PLACED.contains(tool)) {
                ClipboardContent content = new ClipboardContent();
                content.putString(DRAGGED + tool.name());
                b.startDragAndDrop(TransferMode.COPY).setContent(content);
                e.consume();
            }
        });
        return b;
    }

    /** The letter that chooses a tool. */
    static KeyCode key(Tool tool) {
        return switch (tool) {
            case SELECT -> KeyCode.V;
            case NODE -> KeyCode.M;
            case NAMESPACE -> KeyCode.N;
            case CONTAINER -> KeyCode.O;
            case BRIDGE -> KeyCode.B;
            case CABLE -> KeyCode.C;
            case NOTE -> KeyCode.T;
            case PING -> KeyCode.P;
        };
    }

    private static String icon(Tool tool) {
        return switch (tool) {
            case SELECT -> "mdi2c-cursor-default-outline";
            case NODE -> "mdi2s-server";
            case NAMESPACE -> "mdi2c-card-outline";
            case CONTAINER -> "mdi2c-cube-outline";
            case BRIDGE -> "mdi2s-swap-horizontal-bold";
            case CABLE -> "mdi2v-vector-line";
            case NOTE -> "mdi2n-note-text-outline";
            case PING -> "mdi2r-rss";
        };
    }

    static String phrase(Tool tool) {
        return switch (tool) {
            case SELECT -> "tool.select";
            case NODE -> "tool.node";
            case NAMESPACE -> "tool.namespace";
            case CONTAINER -> "tool.container";
            case BRIDGE -> "tool.bridge";
            case CABLE -> "tool.cable";
            case NOTE -> "tool.note";
            case PING -> "tool.ping";
        };
    }

    private static String longPhrase(Tool tool) {
        return switch (tool) {
            case SELECT -> "tool.select.long";
            case NODE -> "tool.node.long";
            case NAMESPACE -> "tool.namespace.long";
            case CONTAINER -> "tool.container.long";
            case BRIDGE -> "tool.bridge.long";
            case CABLE -> "tool.cable.long";
            case NOTE -> "tool.note.long";
            case PING -> "tool.ping.long";
        };
    }
}
