package dev.pathlight.ui;

import dev.pathlight.view.FeaturesModel;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Gallery.Piece;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where one begins: the drawings that come with the program, an empty one, or a file. */
final class WelcomePane extends ScrollPane {
    /** Lengths at scale 1, px. */
    private static final double PREVIEW_WIDTH = 416;

    private static final double PREVIEW_HEIGHT = 190;
    private static final double PLAIN_WIDTH = 300;
    private static final double BROKEN_WIDTH = 132;
    private static final double BROKEN_HEIGHT = 62;
    /** About: columns are balanced by it. */
    private static final double CARD_HEIGHT = 484;

    private static final double WAYS_HEIGHT = 52;

    private static final double BROKEN_CARD_HEIGHT = 94;
    private static final int FRAMES_FIRST = 2;
    /** What cannot run here stands back. */
    private static final double FADED = 0.55;

    private static final Map<String, String> CARD_KEYS =
            Map.of("welcome.new", "Shortcut+N", "welcome.open", "Shortcut+O", "welcome.import", "Shortcut+I");

    private final Workbench bench;
    private final Deeds deeds;
    private final Theme theme;
    private final Phrases phrases;
    private final CardColumns cards;
    private final Queue<Runnable> previews = new ArrayDeque<>();
    private final Later later = new Later();

    WelcomePane(Workbench bench, Deeds deeds, Theme theme) {
        this.theme = theme;
        this.bench = bench;
        this.deeds = deeds;
        phrases = bench.phrases();
        cards = new CardColumns(theme.scale());
        Parts parts = new Parts(phrases);
        getStyleClass().add("welcome");
        setFitToWidth(true);
        setFitToHeight(true);
        Label slogan = parts.label("welcome.slogan", "slogan");
        slogan.setWrapText(true);
        slogan.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(
                parts.label("app.name", "welcome-title"), slogan, plainCards(), new RecentPane(bench, deeds), cards);
        box.getStyleClass().add("welcome-box");
        box.setAlignment(Pos.CENTER);
        setContent(box);
        bench.gallery().groups().addListener((ListChangeListener<Gallery.Group>) c -> fill());
        fill();
    }

    private void fill() {
        cards.clear();
        previews.clear();
        for (Gallery.Group g : bench.gallery().groups()) {
            cards.add(group(g), height(g));
        }
        cards.fill();
        later.start();
    }

    private HBox plainCards() {
        Button empty = plainCard("new", "welcome.new", "welcome.new.long");
        empty.setId("welcome-new");
        empty.setOnAction(e -> deeds.newDrawing());
        Button open = plainCard("open", "welcome.open", "welcome.open.long");
        open.setOnAction(e -> deeds.open());
        Button imports = plainCard("import", "welcome.import", "welcome.import.long");
        imports.setId("welcome-import");
        imports.setOnAction(e -> deeds.beginImport());
        HBox plain = new HBox(empty, open, imports);
        plain.getStyleClass().add("plain-cards");
        plain.setAlignment(Pos.CENTER);
        return plain;
    }

    /** Draws one preview a frame, once the gallery is in sight: they must not keep the window from opening. */
    private final class Later extends AnimationTimer {
        private int seen;

        @Override
        public void handle(long now) {
            if (!isVisible() || seen++ < FRAMES_FIRST) {
                return;
            }
            Optional.ofNullable(previews.poll()).ifPresentOrElse(Runnable::run, () -> {
                stop();
                bench.features().want();
            });
        }
    }

    private static double height(Gallery.Group g) {
        return CARD_HEIGHT + WAYS_HEIGHT + g.broken().size() * BROKEN_CARD_HEIGHT;
    }

    private VBox group(Gallery.Group group) {
        VBox box = new VBox(card(group.scene()));
        box.getStyleClass().add("gallery-group");
        HBox ways = new HBox(live(group.scene()));
        ways.getStyleClass().add("card-ways");
        group.scene().lesson().ifPresent(start -> ways.getChildren().add(lesson(group.scene(), start)));
        box.getChildren().add(ways);
        if (!group.broken().isEmpty()) {
            box.getChildren().add(new Parts(phrases).label("welcome.broken", "broken-head"));
        }
        group.broken().forEach(p -> box.getChildren().add(brokenCard(p)));
        return box;
    }

    /** The way into a scene that runs. */
    private Button live(Piece piece) {
        Button b = way("live", piece, "success", "play", "action.live");
        new Parts(phrases).explain(b, "action.live.long", "");
        b.setOnAction(e -> deeds.live(piece));
        return b;
    }

    /** The way into a scene's lesson. */
    private Button lesson(Piece piece, Gallery.Start lesson) {
        Button b = way("lesson", piece, "accent", "lesson", "lesson.start");
        b.setOnAction(e -> deeds.begin(lesson));
        return b;
    }

    private Button way(String id, Piece piece, String kind, String icon, String phrase) {
        Button b = new Button();
        b.setId(id + "-" + piece.name().replace(".json", ""));
        b.getStyleClass().addAll(kind, "card-way");
        b.setGraphic(Parts.icon(icon));
        b.textProperty().bind(phrases.text(phrase));
        b.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(b, Priority.ALWAYS);
        return b;
    }

    private Button card(Piece piece) {
        Label title = Parts.bound(phrases.locale().map(l -> piece.title().in(l)), "card-title");
        Label text = Parts.bound(phrases.locale().map(l -> piece.description().in(l)), "card-text");
        Label size = Parts.bound(
                Bindings.createStringBinding(
                        () -> phrases.say("welcome.size", piece.namespaces(), piece.bridges(), piece.cables()),
                        phrases.locale()),
                "card-size");
        Label lacking = lacking(piece);
        Button b = card(PREVIEW_WIDTH, frame(piece, PREVIEW_WIDTH, PREVIEW_HEIGHT), title, text, size, lacking);
        for (Node n : new Node[] {title, text, size}) {
            n.opacityProperty()
                    .bind(Bindings.when(lacking.visibleProperty()).then(FADED).otherwise(1));
        }
        b.getStyleClass().add("gallery-card");
        b.setId("gallery-" + piece.name().replace(".json", ""));
        b.accessibleTextProperty().bind(title.textProperty());
        b.setOnAction(e -> deeds.open(piece));
        return b;
    }

    /** Why a drawing cannot run here; nothing where it can. */
    private Label lacking(Piece piece) {
        Label why = Parts.bound(
                Bindings.createStringBinding(
                        () -> FeaturesModel.obstacle(
                                        piece.drawing().topology(),
                                        bench.features().known().get())
                                .map(phrases::say)
                                .orElse(""),
                        bench.features().known(),
                        phrases.locale()),
                "lacking");
        why.visibleProperty().bind(why.textProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        return why;
    }

    /** A broken variant: a line with its picture under its scene. */
    private Button brokenCard(Piece piece) {
        Label title = Parts.bound(phrases.locale().map(l -> piece.title().in(l)), "broken-title");
        title.setWrapText(true);
        Button b = new Button("", new HBox(frame(piece, BROKEN_WIDTH, BROKEN_HEIGHT), title));
        ((HBox) b.getGraphic()).getStyleClass().add("broken-box");
        b.getStyleClass().addAll("card-button", "broken-card");
        b.setMinHeight(Region.USE_PREF_SIZE);
        b.setId("gallery-" + piece.name().replace(".json", ""));
        b.accessibleTextProperty().bind(title.textProperty());
        Parts.tip(b, phrases.locale().map(l -> piece.description().in(l)));
        b.setOnAction(e -> deeds.open(piece));
        return b;
    }

    /** Room for the preview, which is drawn later. */
    private Pane frame(Piece piece, double width, double height) {
        Pane frame = new Pane();
        theme.scale().subscribe(s -> {
            frame.setMinSize(width * s.doubleValue(), height * s.doubleValue());
            frame.setMaxSize(width * s.doubleValue(), height * s.doubleValue());
        });
        previews.add(() -> frame.getChildren().add(new Thumbnail(piece, theme, phrases, width, height)));
        return frame;
    }

    private Button plainCard(String icon, String title, String text) {
        Parts parts = new Parts(phrases);
        Label head = parts.label(title, "card-title");
        head.setGraphic(Parts.icon(icon));
        Button b = card(PLAIN_WIDTH, head, parts.label(text, "card-text"));
        parts.explain(b, title, CARD_KEYS.getOrDefault(title, ""));
        return b;
    }

    private Button card(double width, Node... lines) {
        VBox box = new Lines(lines);
        theme.scale().subscribe(s -> box.setPrefWidth(width * s.doubleValue()));
        for (Node n : lines) {
            if (n instanceof Label l) {
                l.setWrapText(true);
                l.setMinHeight(Region.USE_PREF_SIZE);
            }
        }
        Button b = new Button("", box);
        b.getStyleClass().add("card-button");
        b.setAlignment(Pos.TOP_LEFT);
        b.setMinHeight(Region.USE_PREF_SIZE);
        return b;
    }

    /** As high as its lines are when they are broken at its width: a button asks without saying how wide. */
    private static final class Lines extends VBox {
        Lines(Node... lines) {
            super(lines);
            getStyleClass().add("card-box");
            setMaxWidth(USE_PREF_SIZE);
            setMinHeight(USE_PREF_SIZE);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? getPrefWidth() : width);
        }
    }
}
