package dev.pathlight.ui;

import dev.pathlight.view.Entry;
import dev.pathlight.view.InspectorModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What can be changed about one thing, each at its place; what was typed and not yet taken outlives a change elsewhere. */
final class FormPane extends VBox {
    private final InspectorModel model;
    private final Parts parts;
    private final Map<String, TypedField> fields = new HashMap<>();
    private String path = "";
    private List<Entry> shown = List.of();

    FormPane(InspectorModel model, Phrases phrases) {
        this.model = model;
        parts = new Parts(phrases);
        getStyleClass().add("form");
    }

    void show(String at, List<Entry> form) {
        if (at.equals(path) && form.equals(shown)) {
            return;
        }
        Map<String, String> drafts = new HashMap<>();
        List<String> focused = new ArrayList<>();
        if (at.equals(path)) {
            fields.forEach((id, f) -> {
                if (f.isDraft() && f.lookup("#" + id + "-mistake").isVisible()) {
                    drafts.put(id, f.field().getText());
                }
                if (f.field().isFocused()) {
                    focused.add(id);
                }
            });
        }
        path = at;
        shown = form;
        fields.clear();
        getChildren().setAll(form.stream().map(this::entry).toList());
        drafts.forEach((id, text) -> {
            if (fields.containsKey(id)) {
                fields.get(id).field().setText(text);
            }
        });
        focused.forEach(id -> {
            if (fields.containsKey(id)) {
                fields.get(id).field().requestFocus();
            }
        });
    }

    private Node entry(Entry entry) {
        return switch (entry) {
            case Entry.Line l -> named(l.property(), field(l.property(), 0, id(l.property()), l.text(), l.prompt()));
            case Entry.Switch s -> toggle(s);
            case Entry.Lines l -> lines(l);
            case Entry.Links l -> links(l);
        };
    }

    private static String id(Property property) {
        return "form-" + property.name().toLowerCase(Locale.ROOT);
    }

    private VBox named(Property property, Node... content) {
        VBox box = new VBox(parts.label(property.phrase(), "fact-name"));
        box.getChildren().addAll(content);
        return box;
    }

    private TypedField field(Property property, int index, String id, String text, String prompt, Node... beside) {
        String at = path;
        TypedField f = new TypedField(
                id,
                text,
                prompt,
                new TypedField.Taking(
                        t -> model.mistake(at, property, index, t), t -> model.change(at, property, index, t)),
                beside);
        f.field().accessibleTextProperty().bind(parts.phrase(property.phrase()));
        fields.put(id, f);
        return f;
    }

    private CheckBox toggle(Entry.Switch s) {
        String at = path;
        CheckBox box = new CheckBox();
        box.setId(id(s.property()));
        box.textProperty().bind(parts.phrase(s.property().phrase()));
        box.setSelected(s.on());
        box.setOnAction(e -> model.change(at, s.property(), 0, String.valueOf(box.isSelected())));
        return box;
    }

    private VBox lines(Entry.Lines l) {
        VBox box = named(l.property());
        for (int i = 0; i < l.items().size(); i++) {
            String id = id(l.property()) + "-" + i;
            Node beside = buttons(l.property(), i, l.items().size(), l.ordered(), true);
            box.getChildren().add(field(l.property(), i, id, l.items().get(i), "", beside));
        }
        box.getChildren()
                .add(field(l.property(), InspectorModel.NEW, id(l.property()) + "-new", "", "+ " + l.prompt()));
        return box;
    }

    private Node links(Entry.Links l) {
        VBox box = named(l.property());
        if (!l.ordered()) {
            FlowPane flow = new FlowPane();
            flow.getStyleClass().add("links");
            l.links().forEach(to -> flow.getChildren().add(link(to)));
            box.getChildren().add(l.links().isEmpty() ? parts.label("form.none", "fact-name") : flow);
            return box;
        }
        for (int i = 0; i < l.links().size(); i++) {
            HBox line = new HBox(
                    link(l.links().get(i)),
                    Parts.spacer(),
                    buttons(l.property(), i, l.links().size(), true, false));
            line.getStyleClass().add("field-line");
            box.getChildren().add(line);
        }
        return box;
    }

    private Hyperlink link(Entry.Link to) {
        Hyperlink link = new Hyperlink(to.text());
        link.setOnAction(e -> model.follow(to.path()));
        return link;
    }

    /** Up, down, away. */
    private HBox buttons(Property property, int index, int count, boolean ordered, boolean removable) {
        String at = path;
        HBox box = new HBox();
        if (ordered) {
            Button up =
                    parts.iconButton("mdi2c-chevron-up", "form.earlier", "", () -> model.move(at, property, index, -1));
            up.setDisable(index == 0);
            Button down =
                    parts.iconButton("mdi2c-chevron-down", "form.later", "", () -> model.move(at, property, index, 1));
            down.setDisable(index == count - 1);
            box.getChildren().addAll(up, down);
        }
        if (removable) {
            Button away = parts.iconButton("mdi2c-close", "form.remove", "", () -> model.remove(at, property, index));
            away.setId(id(property) + "-" + index + "-remove");
            box.getChildren().add(away);
        }
        box.getStyleClass().add("line-buttons");
        return box;
    }
}
