package dev.pathlight.ui;

import dev.pathlight.view.Presenter;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

/** Gives the whole screen to the class and takes it back; meanwhile the keys mean what clickers send them for. */
final class Presenting {
    /** How long a desktop may take to make a window large. */
    private static final Duration PATIENCE = Duration.millis(400);

    private final Presenter presenter;
    private final Stage stage;
    private final Easel easel;
    private final Theme theme;
    private final StackPane root;
    private final Node work;
    private final PresenterPane pane;
    private final Map<KeyCode, Runnable> keys;
    private Optional<Rectangle2D> before = Optional.empty();

    /**
     * @param root the window's layers, the lowest of which is {@code work}
     * @param work what stands back meanwhile
     */
    Presenting(
            Presenter presenter, Stage stage, Easel easel, Theme theme, StackPane root, Node work, PresenterPane pane) {
        this.presenter = presenter;
        this.stage = stage;
        this.easel = easel;
        this.theme = theme;
        this.root = root;
        this.work = work;
        this.pane = pane;
        keys = Map.of(
                KeyCode.PAGE_DOWN, presenter::forward,
                KeyCode.PAGE_UP, presenter::back,
                KeyCode.B, this::blank,
                KeyCode.PERIOD, this::blank,
                KeyCode.F5, presenter::begin,
                KeyCode.ESCAPE, () -> presenter.on().set(false));
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        presenter.on().addListener((v, was, is) -> {
            if (is) {
                enter();
            } else {
                leave();
            }
        });
    }

    /** Before the window's own keys: some mean something else there. */
    void attach(Scene scene) {
        // Desktops have keys of their own that end it. A stage may outlive what it shows.
        Subscription ended = stage.fullScreenProperty()
                .subscribe((was, is) -> presenter.on().set(presenter.on().get() && is));
        scene.windowProperty().subscribe((was, is) -> {
            if (is == null) {
                ended.unsubscribe();
            }
        });
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            Runnable action = keys.get(e.getCode());
            boolean typed = e.getTarget() instanceof TextInputControl || e.isShortcutDown() || e.isAltDown();
            if (presenter.on().get() && action != null && !typed) {
                action.run();
                e.consume();
            }
        });
    }

    private void blank() {
        presenter.blank().set(!presenter.blank().get());
    }

    private void enter() {
        before = Optional.of(new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        Rectangle2D screen = Screen.getScreensForRectangle(before.get()).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getBounds();
        root.getChildren().set(0, pane);
        easel.canvas().readFromAfar(true);
        easel.carryTo(pane.place());
        theme.presenting().set(true);
        stage.setFullScreen(true);
        // Where nobody manages windows, nobody makes them large.
        PauseTransition unheard = new PauseTransition(PATIENCE);
        unheard.setOnFinished(e -> {
            if (presenter.on().get() && stage.getScene().getWidth() < screen.getWidth()) {
                cover(screen);
            }
        });
        unheard.play();
    }

    private void leave() {
        root.getChildren().set(0, work);
        easel.canvas().readFromAfar(false);
        easel.carryHome();
        theme.presenting().set(false);
        stage.setFullScreen(false);
        before.ifPresent(this::cover);
    }

    private void cover(Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
    }
}
