package dev.pathlight.ui;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.Saying;
import dev.pathlight.lesson.Step;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.writing.Blank;
import dev.pathlight.view.writing.LessonEditor;
import dev.pathlight.view.writing.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A part of a lesson to be filled in: its blanks and what is wrong there; a deed or a sight has a head that opens and closes it. */
final class SlotCard extends VBox {
    private final LessonEditor editor;
    private final Phrases phrases;
    private final Parts parts;
    private final Slot slot;
    private final Button name = new Button();
    private final OwnIcon icon = Parts.icon("play-circle");
    private final VBox body = new VBox();
    private final VBox findings = new VBox();
    private final List<BlankRow> rows = new ArrayList<>();

    SlotCard(LessonEditor editor, Phrases phrases, Slot slot, boolean open, Runnable toggle) {
        this.editor = editor;
        this.phrases = phrases;
        this.slot = slot;
        parts = new Parts(phrases);
        findings.getStyleClass().add("findings");
        body.getStyleClass().add("slot-body");
        boolean isItem = slot.part() == Slot.Part.DEED || slot.part() == Slot.Part.SIGHT;
        if (isItem) {
            getStyleClass().add("slot-card");
            getChildren().add(head(toggle));
        }
        getChildren().addAll(body, findings);
        if (open || !isItem) {
            for (Blank blank : editor.blanks(slot)) {
                BlankRow row = new BlankRow(editor, phrases, slot, blank);
                rows.add(row);
                body.getChildren().add(row);
            }
            if (isItem) {
                body.getChildren().add(order());
            }
        }
        Parts.show(body, open || !isItem);
        update();
    }

    private HBox head(Runnable toggle) {
        name.setId(id());
        name.getStyleClass().addAll("flat", "slot-head");
        name.setWrapText(true);
        name.setMnemonicParsing(false);
        name.setGraphic(icon);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinHeight(USE_PREF_SIZE);
        name.setOnAction(e -> toggle.run());
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(name, button("close", "form.remove", () -> editor.remove(slot)));
        head.getStyleClass().add("line-buttons");
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private HBox order() {
        HBox order = new HBox(
                Parts.spacer(),
                button("up", "form.earlier", () -> editor.move(slot, -1)),
                button("down", "form.later", () -> editor.move(slot, 1)));
        order.getStyleClass().add("line-buttons");
        return order;
    }

    private String id() {
        return "write-" + slot.part().name().toLowerCase(Locale.ROOT) + "-" + slot.index();
    }

    private Button button(String code, String phrase, Runnable deed) {
        Button b = parts.iconButton(code, phrase, "", deed);
        b.setId(id() + "-" + phrase.substring(phrase.indexOf('.') + 1));
        return b;
    }

    /** The part as it is now; what is typed just now stays. */
    void update() {
        List<Blank> blanks = editor.blanks(slot);
        for (int i = 0; i < Math.min(rows.size(), blanks.size()); i++) {
            rows.get(i).update(blanks.get(i));
        }
        editor.step().ifPresent(this::say);
        showFindings();
    }

    void showFindings() {
        findings.getChildren()
                .setAll(editor.findingsAt(slot).stream()
                        .<Node>map(f -> new FindingBox(f, phrases))
                        .toList());
        Parts.show(findings, !findings.getChildren().isEmpty());
    }

    private void say(Step step) {
        if (slot.part() == Slot.Part.DEED) {
            Action action = step.actions().get(slot.index());
            icon.show(LessonStepPane.icon(action));
            name.setText(phrases.say(Saying.of(action)));
        } else if (slot.part() == Slot.Part.SIGHT) {
            Expected expected = step.expected().get(slot.index());
            icon.show(icon(expected.observation()));
            name.setText(phrases.say(expected.said()));
        }
    }

    private static String icon(Observation observation) {
        return switch (observation) {
            case Observation.Running _ -> "play-circle";
            case Observation.Packet _ -> "packet";
            case Observation.Route _ -> "fork";
            case Observation.Neighbour _, Observation.MacLearned _ -> "table";
            case Observation.Forwarding _ -> "swap";
        };
    }
}
