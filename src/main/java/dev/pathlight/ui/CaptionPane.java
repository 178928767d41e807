package dev.pathlight.ui;

import dev.pathlight.view.Workbench;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is said about the hop: which packet it is, the sentence in large type, and the facts. */
final class CaptionPane extends VBox {
    private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
    /** Of the caption's large type, em; as in the style sheet. */
    private static final double LINE = 1.6;

    private static final double LINES = 2;
    private static final double LINES_TALL = 4;

    private final Workbench bench;
    private final Label packet;
    private final Label caption = new Label();
    private boolean tall;

    CaptionPane(Workbench bench) {
        this.bench = bench;
        getStyleClass().add("told");
        packet = Parts.bound(bench.caption().packet(), "packet");
        packet.setId("packet");
        packet.setWrapText(true);
        packet.setMinHeight(USE_PREF_SIZE);
        caption();
        getChildren().addAll(packet, caption, facts());
    }

    /** Has room for more lines, and may be narrow. */
    void tall(boolean is) {
        tall = is;
        pseudoClassStateChanged(TALL, is);
        fit();
    }

    private HBox facts() {
        Label facts = Parts.bound(bench.caption().facts(), "facts");
        facts.setMinWidth(USE_PREF_SIZE);
        Label seam = Parts.bound(bench.caption().seam(), "seam");
        seam.setId("seam");
        seam.setGraphic(Parts.icon("warning"));
        Parts.onlyWhen(seam, bench.caption().seam().isNotEmpty());
        HBox line = new HBox(facts, seam);
        line.getStyleClass().add("facts-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void caption() {
        caption.setId("caption");
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        caption.setMaxWidth(Double.MAX_VALUE);
        var said = bench.caption().sentence();
        var hint = bench.phrases().text("caption.none");
        caption.textProperty().bind(Bindings.when(said.isEmpty()).then(hint).otherwise(said));
        said.subscribe(s -> caption.pseudoClassStateChanged(PseudoClass.getPseudoClass("silent"), s.isEmpty()));
        caption.textProperty().subscribe(this::fit);
        caption.widthProperty().subscribe(this::fit);
        // Where there is room for it, what is said begins at the top.
        VBox.setVgrow(caption, Priority.SOMETIMES);
    }

    private void fit() {
        caption.pseudoClassStateChanged(LONG, isLong());
    }

    /** Would it need more than its lines? In bold type a Chinese character is 1 em wide, others are at most 0.65 on average. */
    private boolean isLong() {
        double ems = caption.getText()
                .codePoints()
                .mapToDouble(c -> c >= 0x2e80 ? 1 : 0.65)
                .sum();
        double em = packet.getFont().getSize() * LINE;
        return ems * em > 0.95 * (tall ? LINES_TALL : LINES) * caption.getWidth();
    }
}
