package dev.pathlight.ui;

import dev.pathlight.check.Finding.Severity;
import dev.pathlight.view.JsonModel;
import dev.pathlight.view.Mistake;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** The drawing as JSON: typed here it changes the drawing, changed there it is written here, and what is selected is shown. */
final class JsonPane extends BorderPane {
    /** Somebody who pauses that long has written what there is to read. */
    private static final Duration PAUSE = Duration.millis(400);

    private static final int ABOVE = 4;

    private final Workbench bench;
    private final JsonModel model;
    private final JsonArea area;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private boolean pointing;

    /** @param seen whether this page is the one that is looked at */
    JsonPane(Workbench bench, ObservableValue<Boolean> seen) {
        this.bench = bench;
        model = new JsonModel(bench);
        area = new JsonArea(bench, this::typed);
        Phrases phrases = bench.phrases();
        getStyleClass().add("json");
        Label hint = new Parts(phrases).label("json.hint", "placeholder");
        hint.setWrapText(true);
        setTop(hint);
        setCenter(new VirtualizedScrollPane<>(area));
        setBottom(new JsonTroubles(bench, model, area::goTo));
        pause.setOnFinished(e -> take(() -> {}));
        listen(phrases);
        model.open().bind(seen);
    }

    private void listen(Phrases phrases) {
        model.text().subscribe(this::fill);
        model.hitch().subscribe(h -> markMistake());
        model.remarks().subscribe(r -> markRemarks());
        phrases.locale().subscribe(l -> {
            markMistake();
            markRemarks();
        });
        bench.canvas().selection().subscribe(s -> reveal());
        area.caretPositionProperty().addListener((v, was, is) -> point());
        area.focusedProperty().subscribe(f -> {
            if (!f && model.isDraft()) {
                take(() -> {});
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void typed() {
        model.touched();
        pause.playFromStart();
    }

    private void take(Runnable then) {
        pause.stop();
        model.take(area.getText(), then);
    }

    /** Undo belongs to the drawing, unless what is typed is not on it; what is typed counts before it is run or saved. */
    private void pressed(KeyEvent e) {
        boolean undo = e.isShortcutDown() && e.getCode() == KeyCode.Z && !e.isShiftDown();
        boolean redo = e.isShortcutDown() && (e.getCode() == KeyCode.Y || e.getCode() == KeyCode.Z && e.isShiftDown());
        if (model.isDraft()) {
            if (e.getCode() == KeyCode.ESCAPE) {
                pause.stop();
                model.discard();
                e.consume();
            } else if (e.getCode().isFunctionKey() || e.isShortcutDown() && e.getCode() == KeyCode.S) {
                e.consume();
                take(() -> Event.fireEvent(this, e.copyFor(this, this)));
            }
        } else if (undo) {
            bench.undo();
            e.consume();
        } else if (redo) {
            bench.redo();
            e.consume();
        }
    }

    private void fill(JsonModel.Shown shown) {
        pause.stop();
        area.show(shown.text(), this::reveal);
    }

    private void point() {
        if (area.isFilling() || !area.isFocused() || model.isDraft()) {
            return;
        }
        pointing = true;
        model.pointAt(area.getCurrentParagraph() + 1, area.getCaretColumn() + 1);
        pointing = false;
    }

    /** Marks where the selected thing is written, and comes to it from out of sight. */
    private void reveal() {
        OptionalInt line = model.selectedLine();
        area.gutter()
                .mark(JsonGutter.Mark.SELECTED, line.stream().boxed().collect(Collectors.toMap(l -> l - 1, l -> "")));
        if (!pointing) {
            line.ifPresent(l -> {
                if (l <= area.getParagraphs().size()
                        && area.allParToVisibleParIndex(l - 1).isEmpty()) {
                    area.showParagraphAtTop(Math.max(0, l - 1 - ABOVE));
                }
            });
        }
    }

    private void markMistake() {
        area.gutter()
                .mark(
                        JsonGutter.Mark.UNREADABLE,
                        model.mistake().filter(m -> m.line() > 0).stream()
                                .collect(Collectors.toMap(m -> m.line() - 1, Mistake::what)));
    }

    private void markRemarks() {
        area.gutter().mark(JsonGutter.Mark.ERROR, lines(Severity.ERROR));
        area.gutter().mark(JsonGutter.Mark.WARNING, lines(Severity.WARNING));
    }

    private Map<Integer, String> lines(Severity severity) {
        Phrases phrases = bench.phrases();
        return model.remarks().get().stream()
                .filter(r -> r.trouble().finding().severity() == severity)
                .collect(Collectors.toMap(
                        r -> r.line() - 1,
                        r -> FindingBox.sentence(
                                phrases.say(r.trouble().finding().message())),
                        (a, b) -> a + "\n" + b));
    }
}
