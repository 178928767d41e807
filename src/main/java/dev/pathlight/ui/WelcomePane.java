package dev.pathlight.ui;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.ui.canvas.CanvasStyle;
import dev.pathlight.ui.canvas.CanvasText;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Gallery.Piece;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/** Where one begins: the drawings that come with the program, an empty one, or a file. */
final class WelcomePane extends ScrollPane {
    private static final double PREVIEW_WIDTH = 416;
    private static final double PREVIEW_HEIGHT = 190;
    private static final double SHRINK = 0.5;
    private static final int FRAMES_FIRST = 2;

    private final Workbench bench;
    private final Deeds deeds;
    private final Theme theme;
    private final Phrases phrases;
    private final FlowPane cards = new FlowPane();
    private final Queue<Runnable> previews = new ArrayDeque<>();
    private final Later later = new Later();

    WelcomePane(Workbench bench, Deeds deeds, Theme theme) {
        this.theme = theme;
        this.bench = bench;
        this.deeds = deeds;
        phrases = bench.phrases();
        Parts parts = new Parts(phrases);
        getStyleClass().add("welcome");
        setFitToWidth(true);
        setFitToHeight(true);
        Label slogan = parts.label("welcome.slogan", "slogan");
        slogan.setWrapText(true);
        slogan.setMinHeight(USE_PREF_SIZE);
        cards.getStyleClass().add("cards");
        cards.setAlignment(Pos.CENTER);
        VBox box = new VBox(parts.label("app.name", "welcome-title"), slogan, cards);
        box.getStyleClass().add("welcome-box");
        box.setAlignment(Pos.CENTER);
        setContent(box);
        bench.gallery().pieces().addListener((ListChangeListener<Piece>) c -> fill());
        fill();
    }

    private void fill() {
        cards.getChildren().clear();
        previews.clear();
        bench.gallery().pieces().forEach(p -> cards.getChildren().add(card(p)));
        Button empty = plainCard("mdi2f-file-plus-outline", "welcome.new", "welcome.new.long");
        empty.setId("welcome-new");
        empty.setOnAction(e -> deeds.newDrawing());
        Button open = plainCard("mdi2f-folder-open-outline", "welcome.open", "welcome.open.long");
        open.setOnAction(e -> deeds.open());
        VBox plain = new VBox(empty, open);
        plain.getStyleClass().add("plain-cards");
        cards.getChildren().add(plain);
        later.start();
    }

    /** Draws one preview a frame, once the gallery is in sight: they must not keep the window from opening. */
    private final class Later extends AnimationTimer {
        private int seen;

        @Override
        public void handle(long now) {
            if (!isVisible() || seen++ < FRAMES_FIRST) {
                return;
            }
            Optional.ofNullable(previews.poll()).ifPresentOrElse(Runnable::run, this::stop);
        }
    }

    private Button card(Piece piece) {
        Label title = Parts.bound(phrases.locale().map(l -> piece.title().in(l)), "card-title");
        Label text = Parts.bound(phrases.locale().map(l -> piece.description().in(l)), "card-text");
        Label size = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say("welcome.size", piece.namespaces(), piece.bridges(), piece.cables()),
                        phrases.locale()),
                "card-size");
        Button b = card(frame(piece), title, text, size);
        b.getStyleClass().add("gallery-card");
        b.setId("gallery-" + piece.name().replace(".json", ""));
        b.accessibleTextProperty().bind(title.textProperty());
        b.setOnAction(e -> deeds.open(piece));
        return b;
    }

    /** Room for the preview, which is drawn later. */
    private Pane frame(Piece piece) {
        Pane frame = new Pane();
        frame.setMinSize(PREVIEW_WIDTH, PREVIEW_HEIGHT);
        frame.setMaxSize(PREVIEW_WIDTH, PREVIEW_HEIGHT);
        previews.add(() -> frame.getChildren().add(preview(piece)));
        return frame;
    }

    /** The drawing itself, small; it only looks. */
    private Node preview(Piece piece) {
        CanvasModel.Intents none = new CanvasModel.Intents() {
            @Override
            public void edit(String name, Edit edit) {}

            @Override
            public void ping(SpaceId from, SpaceId to) {}

            @Override
            public void inspect(String path) {}
        };
        CanvasPane canvas = new CanvasPane(
                new CanvasModel(new ReadOnlyObjectWrapper<>(piece.drawing()), none), CanvasStyle.light());
        theme.dark().subscribe(d -> canvas.look().set(d ? CanvasStyle.dark() : CanvasStyle.light()));
        phrases.locale().subscribe(l -> canvas.text().set(CanvasText.of(l)));
        canvas.setMouseTransparent(true);
        canvas.setFocusTraversable(false);
        // Drawn large and shown small: a thumbnail needs no margin of its own.
        canvas.setPrefSize(PREVIEW_WIDTH / SHRINK, PREVIEW_HEIGHT / SHRINK);
        canvas.getTransforms().add(new Scale(SHRINK, SHRINK));
        return new Group(canvas);
    }

    private Button plainCard(String icon, String title, String text) {
        Parts parts = new Parts(phrases);
        Label head = parts.label(title, "card-title");
        head.setGraphic(Parts.icon(icon));
        Button b = card(head, parts.label(text, "card-text"));
        parts.explain(b, title, title.equals("welcome.new") ? "Shortcut+N" : "Shortcut+O");
        return b;
    }

    private static Button card(Node... lines) {
        VBox box = new VBox(lines);
        box.getStyleClass().add("card-box");
        for (Node n : lines) {
            if (n instanceof Label l) {
                l.setWrapText(true);
                l.setMinHeight(Region.USE_PREF_SIZE);
            }
        }
        Button b = new Button("", box);
        b.getStyleClass().add("card-button");
        b.setAlignment(Pos.TOP_LEFT);
        return b;
    }
}
