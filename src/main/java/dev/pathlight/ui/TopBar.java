package dev.pathlight.ui;

import dev.pathlight.view.DrawingModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar at the top: the file, undo and redo; Run and Stop; ping; language and theme. Where it is tight, the title gives way. */
final class TopBar extends HBox {
    /** Below it the lesson is begun by its key alone, and things are broken from the drawing's own menu, px. */
    private static final double NARROW = 1100;

    /** From here on there is room for words on what is not pressed every minute, and to say twice what runs, px. */
    private static final double WIDE = 1400;

    private final Workbench bench;
    private final Phrases phrases;
    private final Parts parts;
    private final Deeds deeds;

    TopBar(Workbench bench, Deeds deeds, Theme theme, KeysPane help) {
        this.bench = bench;
        this.deeds = deeds;
        phrases = bench.phrases();
        parts = new Parts(phrases);
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        // What it shows depends on its width, so its width must not wait for what it shows.
        setMinWidth(0);
        HBox work = new HBox(
                undo(),
                redo(),
                Parts.spacer(),
                new RunBox(bench, widthProperty().greaterThan(WIDE)),
                new BreakButton(
                        bench,
                        widthProperty().greaterThan(NARROW),
                        widthProperty().greaterThan(WIDE)),
                Parts.spacer(),
                new PingBox(bench));
        work.setAlignment(Pos.CENTER_LEFT);
        work.getStyleClass().add("top-bar-work");
        HBox.setHgrow(work, Priority.ALWAYS);
        Parts.onlyWhen(work, bench.welcome().not());
        Region none = Parts.spacer();
        Parts.onlyWhen(none, bench.welcome());
        Button keys = parts.iconButton("help", "action.keys", "F1", help::toggle);
        keys.setId("help");
        getChildren()
                .addAll(file(), work, none, write(), lesson(), language(), new AppearanceMenu(phrases, theme), keys);
    }

    private HBox file() {
        DrawingModel d = bench.drawing();
        Label name = Parts.bound(
                Bindings.createStringBinding(
                        () -> title(d), d.file(), d.drawing(), d.dirty(), bench.welcome(), phrases.locale()),
                "file-name");
        name.setId("file-name");
        Parts.tip(name, name.textProperty());
        Button home = parts.iconButton("gallery", "action.home", "Shortcut+G", deeds::home);
        home.setId("home");
        Parts.onlyWhen(home, bench.welcome().not());
        Button save = parts.iconButton("save", "action.save", "Shortcut+S", deeds::save);
        save.setId("save");
        save.disableProperty().bind(bench.welcome());
        Button imports = parts.iconButton("import", "action.import", "Shortcut+I", deeds::beginImport);
        imports.setId("import-open");
        ExportButton export = new ExportButton(phrases, deeds.exporting());
        Parts.onlyWhen(export, bench.welcome().not());
        Button empty = parts.iconButton("new", "action.new", "Shortcut+N", deeds::newDrawing);
        // Where it is tight, in the gallery and by its key.
        Parts.onlyWhen(empty, bench.welcome().or(widthProperty().greaterThan(WIDE)));
        RecentButton recent = new RecentButton(bench, deeds);
        Parts.onlyWhen(recent, bench.welcome().or(widthProperty().greaterThan(WIDE)));
        Parts.onlyWhen(imports, bench.welcome().or(widthProperty().greaterThan(WIDE)));
        Separator line = new Separator(Orientation.VERTICAL);
        line.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(
                home,
                empty,
                parts.iconButton("open", "action.open", "Shortcut+O", deeds::open),
                recent,
                imports,
                save,
                export,
                name,
                line);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private String title(DrawingModel d) {
        if (bench.welcome().get()) {
            return phrases.say("app.name");
        }
        return d.dirty().get() ? bench.title() + " •" : bench.title();
    }

    private Button undo() {
        ReadOnlyStringProperty what = bench.drawing().undoName();
        Button b = parts.iconButton("undo", "action.undo", "Shortcut+Z", bench::undo);
        return named(b, "action.undo", "action.undo.named", "Ctrl+Z", what);
    }

    private Button redo() {
        ReadOnlyStringProperty what = bench.drawing().redoName();
        Button b = parts.iconButton("redo", "action.redo", "Shortcut+Y", bench::redo);
        return named(b, "action.redo", "action.redo.named", "Ctrl+Y", what);
    }

    private Button named(Button b, String plain, String phrase, String key, ReadOnlyStringProperty what) {
        b.disableProperty().bind(what.isEmpty());
        Parts.tip(
                b,
                Bindings.createStringBinding(
                        () -> (what.get().isEmpty() ? phrases.say(plain) : phrases.say(phrase, what.get())) + "  ("
                                + key + ")",
                        what,
                        phrases.locale()));
        return b;
    }

    private Button lesson() {
        Button b = parts.iconButton("lesson", "lesson.start", "F2", deeds::lesson);
        b.setId("lesson-start");
        var drawing = bench.drawing().drawing();
        Parts.onlyWhen(
                b,
                Bindings.createBooleanBinding(
                        () -> getWidth() > NARROW
                                && (bench.lessons().offered().get().isPresent()
                                        || bench.gallery()
                                                .lessonOf(drawing.get())
                                                .isPresent()),
                        widthProperty(),
                        bench.lessons().offered(),
                        bench.gallery().groups(),
                        drawing));
        return b;
    }

    /** Where it is tight, by its key and by the drawing's own menu. */
    private Button write() {
        Button b = parts.iconButton("pencil", "write.edit", "Shift+F2", deeds::writeLesson);
        b.setId("lesson-write");
        Parts.onlyWhen(b, bench.welcome().not().and(widthProperty().greaterThan(WIDE)));
        return b;
    }

    private Button language() {
        Button b = new Button();
        b.setId("language");
        b.getStyleClass().addAll("flat", "language-button");
        b.setMinWidth(USE_PREF_SIZE);
        b.textProperty().bind(phrases.text("language.other"));
        parts.explain(b, "action.language", "Shortcut+L");
        b.setOnAction(e -> phrases.nextLanguage());
        return b;
    }
}
