package dev.pathlight.ui;

import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Tool;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.stage.Popup;
import javafx.util.Duration;

/** One place of the palette: the tool of its family that was chosen last, and an arrow to the others. */
final class ToolPlace extends StackPane {
    /** What a drag from the palette carries, before the tool's name. */
    static final String DRAGGED = "pathlight/tool:";

    private static final int COLUMNS = 2;
    private static final double TIP_WIDTH = 420;
    private static final PseudoClass LACKING = PseudoClass.getPseudoClass("lacking");

    private final Tool.Family family;
    private final CanvasModel canvas;
    private final Phrases phrases;
    private final ToggleButton button = new ToggleButton();
    private Tool shown;
    private boolean low;

    ToolPlace(Tool.Family family, CanvasModel canvas, Phrases phrases, ToggleGroup group) {
        this.family = family;
        shown = family.tools().getFirst();
        this.canvas = canvas;
        this.phrases = phrases;
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().addAll("flat", "tool");
        getChildren().add(button);
        if (family.tools().size() > 1) {
            getChildren().add(more());
        }
        show(shown);
        canvas.lacking().subscribe(l -> mark(button, shown));
    }

    ToggleButton button() {
        return button;
    }

    /** Puts a tool of the family into the place. */
    void show(Tool tool) {
        shown = tool;
        dress(button, tool);
        fit(low);
    }

    void fit(boolean nowLow) {
        low = nowLow;
        button.setContentDisplay(low ? ContentDisplay.LEFT : ContentDisplay.TOP);
    }

    /** Gives a button the tool's icon, name, tooltip and what it does. */
    private void dress(ToggleButton b, Tool tool) {
        b.setId("tool-" + tool.word());
        b.setGraphic(new OwnIcon(ToolFace.icon(tool)));
        b.textProperty().unbind();
        ToolFace.phrase(tool).ifPresentOrElse(p -> b.textProperty().bind(phrases.text(p)), () -> b.setText(name(tool)));
        ObservableValue<String> words = ToolFace.phrase(tool).isPresent()
                ? phrases.text(ToolFace.longPhrase(tool))
                : phrases.text(ToolFace.longPhrase(tool), name(tool));
        KeyCode key = ToolFace.key(tool).orElse(ToolFace.LINKS);
        ObservableValue<String> lacking =
                Bindings.createStringBinding(() -> why(tool), canvas.lacking(), phrases.locale());
        b.accessibleTextProperty().unbind();
        b.accessibleTextProperty().bind(Bindings.concat(words, lacking));
        Tooltip tip = new Tooltip();
        tip.setShowDelay(Duration.millis(400));
        tip.textProperty().bind(Bindings.concat(words.map(w -> w + "  (" + key.getName() + ")"), lacking));
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        mark(b, tool);
        b.setTooltip(tip);
        b.setOnAction(e -> canvas.tool().set(tool));
        b.setOnDragDetected(e -> {
            if (tool.places()) {
                ClipboardContent content = new ClipboardContent();
                content.putString(DRAGGED + tool.name());
                b.startDragAndDrop(TransferMode.COPY).setContent(content);
                e.consume();
            }
        });
    }

    /** What this kernel lacks is drawn for another machine. */
    private void mark(ToggleButton b, Tool tool) {
        b.pseudoClassStateChanged(LACKING, canvas.lacking().get().containsKey(tool));
    }

    /** Said behind what a tool does; "" where it runs. */
    private String why(Tool tool) {
        return Optional.ofNullable(canvas.lacking().get().get(tool))
                .map(why -> "\n" + phrases.say("tool.lacking", phrases.say(why.ended())))
                .orElse("");
    }

    /** As people write the kind. */
    private static String name(Tool tool) {
        return switch (tool) {
            case VXLAN, VLAN, VRF, IPIP, GRE, SIT -> tool.name();
            case WIREGUARD -> "WireGuard";
            default -> tool.word();
        };
    }

    private Button more() {
        Button more = new Button();
        more.setId("more-" + family.name().toLowerCase(java.util.Locale.ROOT));
        more.setGraphic(Parts.icon("more"));
        more.getStyleClass().addAll("flat", "more-tools");
        new Parts(phrases).explain(more, "tool.more", "");
        more.setOnAction(e -> flyOut(more));
        setAlignment(more, Pos.CENTER_RIGHT);
        return more;
    }

    /** All tools of the family beside its place; each may be dragged from there. */
    private void flyOut(Button from) {
        TilePane tools = new TilePane();
        tools.setPrefColumns(family.tools().size() > 4 ? COLUMNS + 1 : COLUMNS);
        tools.getStyleClass().addAll("palette", "flyout");
        tools.getStylesheets().setAll(getScene().getStylesheets());
        Popup popup = new Popup();
        popup.setAutoHide(true);
        for (Tool tool : family.tools()) {
            ToggleButton b = new ToggleButton();
            b.getStyleClass().addAll("flat", "tool");
            dress(b, tool);
            b.setContentDisplay(ContentDisplay.TOP);
            b.setSelected(canvas.tool().get() == tool);
            b.setMaxWidth(Double.MAX_VALUE);
            b.addEventHandler(javafx.event.ActionEvent.ACTION, e -> popup.hide());
            b.setOnDragDone(e -> popup.hide());
            tools.getChildren().add(b);
        }
        StackPane root = new StackPane(tools);
        root.getStyleClass().setAll(getScene().getRoot().getStyleClass());
        popup.getContent().add(root);
        Bounds at = from.localToScreen(from.getBoundsInLocal());
        popup.show(from, at.getMaxX() + 6, at.getMinY() - 8);
    }
}
