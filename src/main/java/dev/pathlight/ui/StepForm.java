package dev.pathlight.ui;

import dev.pathlight.lesson.Step;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.writing.Blank;
import dev.pathlight.view.writing.LessonEditor;
import dev.pathlight.view.writing.Naming;
import dev.pathlight.view.writing.Slot;
import dev.pathlight.view.writing.Slot.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/** All that can be filled in at the chosen step: its words, what to do, and what must be seen then. */
final class StepForm extends VBox {
    private static final List<String> DEEDS = List.of("run", "ping", "break", "mend", "change", "open", "stop");
    private static final List<String> SIGHTS =
            List.of("packet", "route", "mac", "neighbour", "forwarding", "running", "stopped");

    private final LessonEditor editor;
    private final Phrases phrases;
    private final Set<Slot> open = new HashSet<>();
    private final List<SlotCard> cards = new ArrayList<>();
    private List<String> shape = List.of();

    StepForm(LessonEditor editor, Phrases phrases) {
        this.editor = editor;
        this.phrases = phrases;
        getStyleClass().addAll("form", "step-form");
        editor.at().addListener(o -> {
            open.clear();
            refresh();
        });
        editor.lesson().subscribe(l -> refresh());
        phrases.locale().addListener(o -> rebuild());
        editor.findings().addListener((ListChangeListener<Object>) c -> cards.forEach(SlotCard::showFindings));
    }

    /** What is typed just now stays, as long as there is the same to fill in. */
    private void refresh() {
        if (shape().equals(shape)) {
            cards.forEach(SlotCard::update);
        } else {
            rebuild();
        }
    }

    private List<String> shape() {
        return Stream.concat(
                        Stream.of(String.valueOf(editor.at().get())),
                        slots().flatMap(s -> Stream.concat(
                                Stream.of(s + " " + open.contains(s)),
                                editor.blanks(s).stream().map(Blank::key))))
                .toList();
    }

    private Stream<Slot> slots() {
        if (editor.lesson().get().isEmpty()) {
            return Stream.empty();
        }
        Optional<Step> step = editor.step();
        return step.isEmpty()
                ? Stream.of(Slot.LESSON)
                : Stream.of(
                                Stream.of(Slot.STEP),
                                slots(Part.DEED, step.get().actions().size()),
                                slots(Part.SIGHT, step.get().expected().size()))
                        .flatMap(s -> s);
    }

    private static Stream<Slot> slots(Part part, int count) {
        return IntStream.range(0, count).mapToObj(i -> new Slot(part, i));
    }

    private void rebuild() {
        shape = shape();
        cards.clear();
        getChildren().clear();
        slots().filter(s -> s.part() == Part.LESSON || s.part() == Part.STEP).forEach(this::card);
        if (editor.lesson().get().isPresent() && editor.step().isPresent()) {
            section(Part.DEED, "write.deeds", DEEDS);
            section(Part.SIGHT, "lesson.expect", SIGHTS);
        }
    }

    private void section(Part part, String title, List<String> words) {
        getChildren().add(new Parts(phrases).label(title, "lesson-heading"));
        slots().filter(s -> s.part() == part).forEach(this::card);
        MenuButton add = new MenuButton(phrases.say(part == Part.DEED ? "write.add.deed" : "write.add.sight"));
        add.setId(part == Part.DEED ? "write-add-deed" : "write-add-sight");
        add.setGraphic(Parts.icon("plus"));
        add.getStyleClass().add("flat");
        for (String word : words) {
            MenuItem item = new MenuItem(phrases.say(Naming.item(word)));
            item.setId("write-add-" + word);
            item.setOnAction(e -> add(part, word));
            add.getItems().add(item);
        }
        getChildren().add(add);
    }

    /** What was just added is open, to be filled in. */
    private void add(Part part, String word) {
        int count = (int) slots().filter(s -> s.part() == part).count();
        open.removeIf(s -> s.part() == part);
        open.add(new Slot(part, count));
        editor.add(part, word);
    }

    private void card(Slot slot) {
        SlotCard card = new SlotCard(editor, phrases, slot, open.contains(slot), () -> toggle(slot));
        cards.add(card);
        getChildren().add(card);
    }

    private void toggle(Slot slot) {
        if (!open.remove(slot)) {
            open.removeIf(s -> s.part() == slot.part());
            open.add(slot);
        }
        refresh();
    }
}
