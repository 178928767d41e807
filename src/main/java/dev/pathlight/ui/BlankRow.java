package dev.pathlight.ui;

import dev.pathlight.view.Phrases;
import dev.pathlight.view.Problem;
import dev.pathlight.view.writing.Blank;
import dev.pathlight.view.writing.Blank.Option;
import dev.pathlight.view.writing.LessonEditor;
import dev.pathlight.view.writing.Naming;
import dev.pathlight.view.writing.Slot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** One blank of a lesson with its name; it follows the lesson as long as it is the same blank. */
final class BlankRow extends VBox {
    private static final int WORDS_ROWS = 3;
    private static final int COMMAND_ROWS = 2;

    private final LessonEditor editor;
    private final Phrases phrases;
    private final Slot slot;
    private final String key;
    private final Consumer<Blank> update;
    private boolean updating;

    BlankRow(LessonEditor editor, Phrases phrases, Slot slot, Blank blank) {
        this.editor = editor;
        this.phrases = phrases;
        this.slot = slot;
        key = blank.key();
        getStyleClass().add("blank");
        update = switch (blank) {
            case Blank.Line l -> line(l);
            case Blank.Area a -> area(a);
            case Blank.Choice c -> choice(c);
            case Blank.Switch s -> toggle(s);
        };
    }

    /** The same blank as it is filled in now. */
    void update(Blank next) {
        updating = true;
        update.accept(next);
        updating = false;
    }

    private String id() {
        String part = slot.part().name().toLowerCase(Locale.ROOT);
        return "write-" + part + (slot.part().ordinal() > 1 ? "-" + slot.index() : "") + "-" + key.replace('.', '-');
    }

    private Label name() {
        Label name = Parts.bound(phrases.text(Naming.field(key)), "fact-name");
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private Consumer<Blank> line(Blank.Line l) {
        TextField field = new TextField(l.text());
        TypedField typed = typed(field, l.offers().isEmpty() ? List.of() : List.of(offers(field)));
        getChildren().addAll(name(), typed);
        field.setPromptText(phrases.say(l.prompt()));
        return next -> {
            if (next instanceof Blank.Line now) {
                field.setPromptText(phrases.say(now.prompt()));
                typed.stands(now.text());
            }
        };
    }

    private Consumer<Blank> area(Blank.Area a) {
        TextArea field = new TextArea(a.text());
        field.setWrapText(!a.mono());
        field.setPrefRowCount(a.mono() ? COMMAND_ROWS : WORDS_ROWS);
        if (a.mono()) {
            field.getStyleClass().add("mono");
        }
        TypedField typed = typed(field, List.of());
        getChildren().addAll(name(), typed);
        return next -> {
            if (next instanceof Blank.Area now) {
                typed.stands(now.text());
            }
        };
    }

    private TypedField typed(TextInputControl field, List<Node> beside) {
        field.setId(id());
        field.accessibleTextProperty().bind(phrases.text(Naming.field(key)));
        return new TypedField(new Filling(), field, beside.toArray(Node[]::new));
    }

    /** What can be had by a click, looked for when asked: it may come from what runs. */
    private MenuButton offers(TextField field) {
        MenuButton menu = new MenuButton();
        menu.setId(id() + "-offers");
        menu.getStyleClass().addAll("flat", "offers");
        menu.setMinWidth(USE_PREF_SIZE);
        new Parts(phrases).explain(menu, "write.offers", "");
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(e -> menu.getItems()
                .setAll(editor.blanks(slot).stream()
                        .filter(b -> b.key().equals(key) && b instanceof Blank.Line)
                        .flatMap(b -> ((Blank.Line) b).offers().stream().map(o -> offer((Blank.Line) b, o, field)))
                        .toList()));
        return menu;
    }

    private MenuItem offer(Blank.Line line, String text, TextField field) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> {
            field.setText(line.words() ? (line.text() + " " + text).strip() : text);
            editor.fill(slot, key, field.getText());
        });
        return item;
    }

    private Consumer<Blank> choice(Blank.Choice c) {
        ComboBox<Option> box = new ComboBox<>();
        box.setId(id());
        box.setMaxWidth(Double.MAX_VALUE);
        box.accessibleTextProperty().bind(phrases.text(Naming.field(key)));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Option option) {
                return option == null ? "" : phrases.say(option.said());
            }

            @Override
            public Option fromString(String text) {
                return c.options().getFirst();
            }
        });
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(name(), box);
        line.getStyleClass().add("blank-line");
        getChildren().add(line);
        Consumer<Blank> show = next -> {
            if (next instanceof Blank.Choice now) {
                if (!box.getItems().equals(now.options())) {
                    box.getItems().setAll(now.options());
                }
                now.options().stream()
                        .filter(o -> o.value().equals(now.chosen()))
                        .findFirst()
                        .ifPresent(box::setValue);
            }
        };
        show.accept(c);
        box.setOnAction(e -> Optional.ofNullable(box.getValue())
                .filter(o -> !updating)
                .ifPresent(o -> editor.fill(slot, key, o.value())));
        return show;
    }

    private Consumer<Blank> toggle(Blank.Switch s) {
        CheckBox box = new CheckBox();
        box.setId(id());
        box.textProperty().bind(phrases.text(Naming.field(key)));
        box.setMnemonicParsing(false);
        box.setSelected(s.on());
        box.setOnAction(e -> editor.fill(slot, key, String.valueOf(box.isSelected())));
        getChildren().add(box);
        return next -> {
            if (next instanceof Blank.Switch now) {
                box.setSelected(now.on());
            }
        };
    }

    /** Typed text goes to the lesson. */
    private final class Filling implements Taking {
        @Override
        public Optional<Problem> mistake(String text) {
            return editor.mistake(slot, key, text);
        }

        @Override
        public Optional<Problem> take(String text) {
            Optional<Problem> problem = editor.fill(slot, key, text);
            if (problem.isEmpty()) {
                // What was typed may stand there in another shape, and then nothing tells.
                editor.blanks(slot).stream().filter(b -> b.key().equals(key)).forEach(BlankRow.this::update);
            }
            return problem;
        }

        @Override
        public void undo() {
            editor.undo();
        }

        @Override
        public void redo() {
            editor.redo();
        }
    }
}
