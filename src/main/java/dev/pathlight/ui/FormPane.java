package dev.pathlight.ui;

import dev.pathlight.view.Entry;
import dev.pathlight.view.InspectorModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Problem;
import dev.pathlight.view.Property;
import dev.pathlight.view.Spot;
import dev.pathlight.view.Trouble;
import dev.pathlight.view.Workbench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What can be changed about one thing, each at its place; what was typed and could not be taken outlives all else. */
final class FormPane extends VBox {
    private final Workbench bench;
    private final InspectorModel model;
    private final Phrases phrases;
    private final Parts parts;
    private final LineButtons buttons;
    private final Drafts drafts = new Drafts();
    private final List<TypedField> fields = new ArrayList<>();
    private final Map<Spot, VBox> spots = new HashMap<>();
    private String path = "";
    private List<Entry> shown = List.of();

    FormPane(Workbench bench) {
        this.bench = bench;
        model = bench.inspector();
        phrases = bench.phrases();
        parts = new Parts(phrases);
        buttons = new LineButtons(model, parts);
        getStyleClass().add("form");
        bench.drawing().count().subscribe(n -> forget());
    }

    /** Another drawing may have things at the same paths; what was typed is not about them. */
    private void forget() {
        drafts.clear();
        path = "";
        shown = List.of();
        fields.clear();
        getChildren().clear();
    }

    /** Shows the form of the thing at {@code at}; one that has not changed stays as it is. */
    void show(String at, List<Entry> form) {
        if (at.equals(path) && form.equals(shown)) {
            return;
        }
        drafts.keep(path, fields);
        path = at;
        shown = form;
        fields.clear();
        spots.clear();
        getChildren().setAll(form.stream().map(this::entry).toList());
        drafts.restore(path, fields);
    }

    /** Puts each finding below what it is about. */
    void showFindings(Map<Spot, List<Trouble>> findings) {
        spots.forEach((spot, box) -> box.getChildren()
                .setAll(findings.getOrDefault(spot, List.of()).stream()
                        .map(t -> new FindingBox(t, phrases, bench::mend))
                        .toList()));
    }

    private Node entry(Entry entry) {
        return switch (entry) {
            case Entry.Line l -> line(l);
            case Entry.Words w -> words(w);
            case Entry.Switch s -> at(new Spot(s.property(), 0), toggle(s));
            case Entry.Choice c -> at(new Spot(c.property(), 0), choice(c));
            case Entry.Lines l -> lines(l);
            case Entry.Links l -> at(new Spot(l.property(), 0), links(l));
            case Entry.Mixed m -> mixed(m.entry());
        };
    }

    /** As {@link #entry}, with a switch neither on nor off and nothing chosen: until something is typed each keeps its own. */
    private Node mixed(Entry entry) {
        Node node = entry(entry);
        node.getStyleClass().add("mixed");
        node.lookupAll(".check-box").forEach(n -> ((CheckBox) n).setIndeterminate(true));
        return node;
    }

    /** {@code node}, and room for what is found wrong there. */
    private VBox at(Spot spot, Node node) {
        VBox found = new VBox();
        found.getStyleClass().add("findings");
        spots.put(spot, found);
        return new VBox(node, found);
    }

    static String id(Property property) {
        return "form-" + property.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private VBox named(Property property, Node... content) {
        VBox box = new VBox(parts.label(property.phrase(), "fact-name"));
        box.getChildren().addAll(content);
        return box;
    }

    /** The name of a line, before it: a cable's end says the place in its own words, a text its language. */
    private Label name(Property property, String where) {
        Label name = Parts.bound(called(property, where), "fact-name", "field-name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        return name;
    }

    private ObservableValue<String> called(Property property, String where) {
        boolean end = property == Property.END_A || property == Property.END_B;
        return end || where.isEmpty()
                ? phrases.text(property.phrase(), where)
                : phrases.text(property.phrase()).map(p -> p + " (" + where + ")");
    }

    private static String id(Property property, int index) {
        return index == 0 ? id(property) : id(property) + "-" + index;
    }

    private VBox line(Entry.Line l) {
        Spot spot = new Spot(l.property(), l.index());
        TypedField field = typed(spot, text(id(l.property(), l.index()), l.text(), l.prompt()));
        Label name = name(l.property(), l.where());
        field.setName(name);
        field.field().accessibleTextProperty().bind(name.textProperty());
        return at(spot, field);
    }

    private VBox words(Entry.Words w) {
        Spot spot = new Spot(w.property(), w.index());
        TextArea text = new TextArea(w.text());
        text.setId(id(w.property(), w.index()));
        text.setWrapText(true);
        text.setPromptText(w.prompt());
        text.setPrefRowCount(w.index() == 0 ? 6 : 3);
        VBox box = new VBox(Parts.bound(called(w.property(), w.where()), "fact-name"), at(spot, typed(spot, text)));
        text.accessibleTextProperty().bind(called(w.property(), w.where()));
        return box;
    }

    private static TextField text(String id, String text, String prompt) {
        TextField field = new TextField(text);
        field.setId(id);
        field.setPromptText(prompt);
        field.getStyleClass().add("mono");
        return field;
    }

    private TypedField typed(Spot spot, TextInputControl text, Node... beside) {
        text.accessibleTextProperty().bind(phrases.text(spot.property().phrase()));
        TypedField f = new TypedField(taking(path, spot), text, beside);
        fields.add(f);
        return f;
    }

    private Taking taking(String at, Spot spot) {
        return new Taking() {
            @Override
            public Optional<Problem> mistake(String text) {
                return model.mistake(at, spot.property(), spot.index(), text);
            }

            @Override
            public void foresee(String text, Consumer<List<Node>> tell) {
                model.foresee(
                        at,
                        spot.property(),
                        spot.index(),
                        text,
                        all -> tell.accept(
                                all.stream().<Node>map(t -> foreseen(at, t)).toList()));
            }

            @Override
            public Optional<Problem> take(String text) {
                return model.change(at, spot.property(), spot.index(), text);
            }

            @Override
            public void undo() {
                model.undo();
            }

            @Override
            public void redo() {
                model.redo();
            }
        };
    }

    /** What would be found wrong elsewhere says where. */
    private FindingBox foreseen(String at, Trouble t) {
        FindingBox box = new FindingBox(t, phrases, model::mend).answeringPresses();
        if (!t.path().isEmpty() && !t.path().equals(at)) {
            box.getChildren().addFirst(new Label(t.path()));
        }
        return box;
    }

    /** What this kernel lacks can be turned off, and not on; why is said beside it, not on hovering only. */
    private Node toggle(Entry.Switch s) {
        CheckBox box = box(s);
        if (s.lacking().isEmpty()) {
            return box;
        }
        box.setDisable(!s.on());
        Label why = new Label(s.lacking());
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().add("lacking");
        return new VBox(box, why);
    }

    private CheckBox box(Entry.Switch s) {
        String at = path;
        CheckBox box = new CheckBox();
        box.setId(id(s.property()));
        box.textProperty().bind(phrases.text(s.property().phrase()));
        box.setMnemonicParsing(false);
        box.setSelected(s.on());
        box.setOnAction(e -> model.change(at, s.property(), 0, String.valueOf(box.isSelected())));
        return box;
    }

    private HBox choice(Entry.Choice c) {
        String at = path;
        ComboBox<String> box = new ComboBox<>();
        box.setId(id(c.property()));
        box.getItems().setAll(c.options());
        box.setValue(c.chosen());
        box.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(String option) {
                String word = Optional.ofNullable(option).orElse("");
                return word.isEmpty()
                        ? phrases.say("form.none")
                        : c.property().phrase(word).map(phrases::say).orElse(word);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        box.setOnAction(e -> model.change(at, c.property(), 0, box.getValue()));
        Button go = parts.iconButton("right", "form.go", "", () -> model.follow(c.path()));
        go.setVisible(!c.path().isEmpty());
        Label name = name(c.property(), "");
        name.setLabelFor(box);
        box.accessibleTextProperty().bind(name.textProperty());
        HBox line = new HBox(name, box, go);
        line.getStyleClass().add("field-line");
        return line;
    }

    private VBox lines(Entry.Lines l) {
        VBox box = named(l.property());
        for (int i = 0; i < l.items().size(); i++) {
            Spot spot = new Spot(l.property(), i);
            TextField text = text(id(l.property()) + "-" + i, l.items().get(i), "");
            Node beside = buttons.of(path, spot, l.items().size(), l.ordered(), true);
            box.getChildren().add(at(spot, typed(spot, text, beside)));
        }
        TextField text = text(id(l.property()) + "-new", "", "+ " + l.prompt());
        box.getChildren().add(typed(new Spot(l.property(), InspectorModel.NEW), text));
        return box;
    }

    private VBox links(Entry.Links l) {
        VBox box = named(l.property());
        boolean joining = l.choice() instanceof Entry.Growth.Joining;
        if (l.links().isEmpty() || !l.ordered() && !joining) {
            FlowPane flow = new FlowPane();
            flow.getStyleClass().add("links");
            l.links().forEach(to -> flow.getChildren().add(link(to)));
            box.getChildren().add(l.links().isEmpty() ? parts.label("form.none", "fact-name") : flow);
        } else {
            for (int i = 0; i < l.links().size(); i++) {
                Node beside =
                        buttons.of(path, new Spot(l.property(), i), l.links().size(), l.ordered(), joining);
                HBox line = new HBox(link(l.links().get(i)), Parts.spacer(), beside);
                if (l.ordered()) {
                    line.getChildren().addFirst(new Label(i + 1 + "."));
                }
                line.getStyleClass().add("field-line");
                box.getChildren().add(line);
            }
        }
        switch (l.choice()) {
            case Entry.Growth.None n -> {}
            case Entry.Growth.Joining j -> box.getChildren().add(joining(l.property(), j.offers()));
            case Entry.Growth.Making m ->
                box.getChildren()
                        .add(typed(
                                new Spot(l.property(), InspectorModel.NEW),
                                text(id(l.property()) + "-new", "", "+ " + m.prompt())));
        }
        return box;
    }

    /** What can join, to be chosen; nothing where nothing can. */
    private Node joining(Property property, List<String> offers) {
        String at = path;
        ComboBox<String> box = new ComboBox<>();
        box.setId(id(property) + "-new");
        box.getItems().setAll(offers);
        box.promptTextProperty().bind(phrases.text("form.join"));
        box.accessibleTextProperty().bind(phrases.text("form.join"));
        box.setOnAction(e -> model.change(at, property, InspectorModel.NEW, box.getValue()));
        Parts.show(box, !offers.isEmpty());
        return box;
    }

    private Hyperlink link(Entry.Link to) {
        Hyperlink link = new Hyperlink(to.text());
        link.setMnemonicParsing(false);
        link.setOnAction(e -> model.follow(to.path()));
        return link;
    }
}
