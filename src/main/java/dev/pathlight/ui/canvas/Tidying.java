package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.view.scene.AutoLayout;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.View;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Has the drawing arranged, or what is chosen on it: looks for places in the background, then lets the boxes glide there. */
final class Tidying {
    /** How long the boxes glide, ns. */
    private static final double GLIDE = 400e6;
    /** Interfaces; a drawing with more takes too long to lay out for every frame. */
    private static final int GLIDES_UP_TO = 1500;

    static final double IDLE = -1;

    private final Board board;
    private final CanvasPane pane;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(IDLE);
    private final BooleanProperty still = new SimpleBooleanProperty();
    /** Written by the background. */
    private volatile double reached;

    private final AnimationTimer watch = new AnimationTimer() {
        @Override
        public void handle(long now) {
            progress.set(reached);
            found.ifPresent(boxes -> {
                found = Optional.empty();
                done();
                show(boxes);
            });
        }
    };
    /** What was found, to be shown within the next pulse. */
    private Optional<Map<String, Layout.Box>> found = Optional.empty();

    private Optional<Glide> glide = Optional.empty();

    Tidying(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
        board.gesture().addListener((g, was, is) -> glide.ifPresent(Glide::end));
    }

    /** Whether boxes jump instead of gliding. */
    BooleanProperty still() {
        return still;
    }

    /** 0..1 while places are looked for, else {@link #IDLE}. */
    ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Arranges what is chosen, or everything when that is less than two boxes. */
    void tidy() {
        if (progress.get() != IDLE || board.scene().frames().isEmpty()) {
            return;
        }
        Drawing d = board.model().drawing().get();
        Set<String> chosen = Set.copyOf(board.model().selection().get());
        Locale locale = board.words().locale();
        reached = 0;
        progress.set(0);
        watch.start();
        board.model()
                .intents()
                .background(
                        () -> AutoLayout.arrange(d, chosen, locale, board.fonts(), f -> reached = f),
                        boxes -> {
                            if (board.model().drawing().get().equals(d)) {
                                found = Optional.of(boxes);
                            } else {
                                done();
                                tidy();
                            }
                        },
                        this::done);
    }

    private void done() {
        watch.stop();
        progress.set(IDLE);
    }

    private void show(Map<String, Layout.Box> boxes) {
        glide.ifPresent(Glide::end);
        Map<String, Rect> from = new HashMap<>();
        boxes.keySet()
                .forEach(path -> board.scene().frame(path).map(Frame::rect).ifPresent(r -> from.put(path, r)));
        View before = board.view().get();
        boolean fitted = pane.isFitted();
        board.model().intents().edit(board.words().say("edit.arrange"), new Edit.MoveBoxes(boxes));
        if (fitted) {
            pane.fit();
        }
        boolean glides =
                !still.get() && pane.getScene() != null && board.scene().portCount() <= GLIDES_UP_TO && !from.isEmpty();
        if (glides) {
            Glide g = new Glide(from, boxes, before, board.view().get());
            glide = Optional.of(g);
            g.start();
        }
    }

    /** From where the boxes were to where the drawing has them now. */
    private final class Glide extends AnimationTimer {
        private final Map<String, Rect> from;
        private final Map<String, Layout.Box> to;
        private final View before;
        private final View after;
        private final Drawing drawing = board.model().drawing().get();
        private long begun;

        Glide(Map<String, Rect> from, Map<String, Layout.Box> to, View before, View after) {
            this.from = from;
            this.to = to;
            this.before = before;
            this.after = after;
            at(0);
        }

        @Override
        public void handle(long now) {
            begun = begun == 0 ? now : begun;
            double t = (now - begun) / GLIDE;
            if (t >= 1 || !board.model().drawing().get().equals(drawing)) {
                end();
            } else {
                at(t * t * (3 - 2 * t));
            }
        }

        private void at(double part) {
            Map<String, Layout.Box> now = new HashMap<>();
            to.forEach((path, box) -> {
                Rect a = from.getOrDefault(path, Rect.of(box));
                now.put(path, a.towards(Rect.of(box), part).box());
            });
            if (!before.equals(after)) {
                board.view().set(before.towards(after, part));
            }
            board.preview(now);
        }

        void end() {
            stop();
            glide = Optional.empty();
            board.preview(Map.of());
            if (!before.equals(after)) {
                board.view().set(after);
            }
        }
    }
}
