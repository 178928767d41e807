package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.canvas.CanvasText;
import dev.pathlight.view.Presenter;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Workbench;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The window: puts the panes together, and lets time go by for the models. */
public final class MainWindow {
    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 680;
    /** Up to here a lesson leaves the tables no room beside the drawing, px. */
    private static final double ROOMY = 1700;

    private final Workbench bench;
    private final Stage stage;
    private final Theme theme;
    private final CanvasPane canvas;
    private final Easel easel;
    private final Presenter presenter;
    private final Deeds deeds;
    private final ObservableValue<Boolean> taken;
    /** A lesson is being written, and not just being tried. */
    private final ObservableValue<Boolean> written;

    /** {@code asking} answers for the user in tests; empty asks with dialogs. */
    public MainWindow(Workbench bench, Stage stage, Settings settings, Optional<Asking> asking) {
        this.bench = bench;
        this.stage = stage;
        theme = new Theme(settings);
        taken = bench.lessons().lesson().map(Optional::isPresent);
        written = bench.desk().editor().lesson().flatMap(w -> taken.map(t -> w.isPresent() && !t));
        deeds = new Deeds(bench, asking.orElseGet(() -> new Dialogs(stage, bench.phrases())), theme);
        canvas = new CanvasPane(bench.canvas(), CanvasStyle.light());
        canvas.setId("canvas");
        presenter = new Presenter(bench);
        easel = new Easel(canvas, presenter.chalk(), bench.phrases());
        canvas.offer(new LessonItems(bench, deeds));
        theme.still().subscribe(bench.playback().still()::set);
        theme.still().subscribe(presenter.chalk().still()::set);
        theme.still().subscribe(canvas.still()::set);
    }

    /** Fills the stage and shows it, {@code width} by {@code height} px inside where the stage has no size of its own. */
    public void show(double width, double height) {
        SidePane side = new SidePane(bench, theme);
        Finders finders = new Finders(bench, canvas);
        Shortcuts keys = new Shortcuts(bench, deeds, theme, side, canvas, finders, presenter);
        BorderPane work = work(side, keys.help());
        ImportPane imports = new ImportPane(bench, deeds);
        work.disableProperty().bind(bench.imports().open());
        StackPane root = new StackPane(work, imports, finders, keys.help());
        FileDrop.attach(root, deeds::dropped);
        root.getStyleClass().add("window");
        Scene scene = new Scene(root, width, height);
        theme.dress(scene);
        theme.canvas().subscribe(canvas.look()::set);
        bench.phrases().locale().subscribe(l -> {
            canvas.text().set(CanvasText.of(l));
            theme.write(scene, l);
        });
        easel.attach(scene);
        new Presenting(presenter, stage, easel, theme, root, work, new PresenterPane(bench, deeds, presenter))
                .attach(scene);
        keys.attach(scene);
        new Floating(presenter, stage, easel, theme, bench.phrases(), s -> {
            easel.attach(s);
            keys.attach(s);
        });
        stage.titleProperty().bind(bench.phrases().text("app.name"));
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(e -> {
            e.consume();
            deeds.guarded(this::leave);
        });
        stage.show();
        new Pulse(scene).start();
        canvas.requestFocus();
    }

    /** Leaves once nothing runs any more. */
    private void leave() {
        stage.hide();
        bench.close();
    }

    private BorderPane work(SidePane side, KeysPane help) {
        WorkArea stage = new WorkArea(
                easel, side, new CaptionPane(bench), new TransportPane(bench), new JourneysPane(bench, theme));
        PalettePane palette = new PalettePane(bench, canvas, theme);
        stage.setLeft(palette);
        LessonPane lesson = new LessonPane(bench, deeds);
        EditorPane editor = new EditorPane(bench, deeds);
        BorderPane work = new BorderPane(new TerminalDock(bench, theme, stage, canvas::requestFocus));
        work.setLeft(new StackPane(lesson, editor));
        // A lesson takes the place of the tools: what it does stands on its buttons.
        ObservableValue<Boolean> beside = taken.flatMap(t -> written.map(w -> t || w));
        stage.stacked().bind(beside.flatMap(b -> work.widthProperty().map(w -> b && w.doubleValue() <= ROOMY)));
        work.setBottom(new StatusBar(
                bench, () -> side.turnTo(SidePane.Page.PLAN), new TalkButtons(bench.phrases(), presenter)));
        Parts.onlyWhen(lesson, taken);
        Parts.onlyWhen(editor, written);
        Parts.onlyWhen(palette, beside.map(b -> !b));
        WelcomePane welcome = new WelcomePane(bench, deeds, theme);
        Parts.onlyWhen(welcome, bench.welcome());
        Parts.onlyWhen(work, bench.welcome().not());
        // Whoever comes from the gallery draws, with the keys too.
        bench.welcome().subscribe(w -> {
            if (!w) {
                canvas.requestFocus();
            }
        });
        BorderPane root = new BorderPane(new StackPane(work, welcome));
        root.setTop(new VBox(
                new TopBar(bench, deeds, theme, help),
                new NoticeBar(bench, deeds),
                new Banner(bench),
                new BrokenBar(bench),
                new DriftBar(bench)));
        return root;
    }

    public Theme theme() {
        return theme;
    }

    CanvasPane canvas() {
        return canvas;
    }

    /** Lets the playback and the ageing timers run, once a frame. */
    private final class Pulse extends AnimationTimer {
        private final Scene scene;
        private long last;

        Pulse(Scene scene) {
            this.scene = scene;
        }

        /** Ends with the window, which would never be let go of otherwise. */
        @Override
        public void handle(long now) {
            if (scene.getWindow() == null || !scene.getWindow().isShowing()) {
                stop();
                return;
            }
            // A window that was covered gets no frames; the packet must not jump when it comes back.
            double seconds = last == 0 ? 0 : Math.min(0.1, (now - last) / 1e9);
            last = now;
            java.time.Instant t = java.time.Instant.now();
            bench.advance(seconds, t.getEpochSecond() * 1_000_000_000 + t.getNano());
        }
    }
}
