package dev.pathlight.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.ui.NeedsDisplay;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.Health;
import dev.pathlight.view.TreeMark;
import dev.pathlight.view.scene.AutoLayout;
import dev.pathlight.view.scene.Drawings;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every shipped drawing is painted as the canvas paints it, in both languages, as its file places it and arranged anew, at rest
 * and in every state that puts marks on it; then no text may lie over another, under a shape or across a shape's edge.
 */
@NeedsDisplay
class PaintedLabelsTest {
    /** The canvas in windows of 1280x800 and 1920x1080 with the lesson beside it; and one on which all is large. */
    private static final List<double[]> SIZES =
            List.of(new double[] {940, 390}, new double[] {1180, 800}, new double[] {4000, 3000});

    private static final Fonts FONTS = new Fonts();

    /** What is painted over a drawing while it runs. */
    private enum State {
        DRAWN,
        UP,
        PENDING,
        DOWN,
        FAILED,
        LISTENING,
        DECIDED
    }

    static Stream<Path> shipped() {
        return Drawings.shipped().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void noPaintedTextOverlapsAnything(Path file) {
        Set<String> faults = new TreeSet<>();
        Drawing drawn = Drawings.read(file);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Drawing arranged =
                    new Edit.MoveBoxes(AutoLayout.arrange(drawn, Set.of(), locale, FONTS, f -> {})).applyTo(drawn);
            for (State state : State.values()) {
                faults(drawn, locale, state).forEach(f -> faults.add("as placed, " + locale + " " + state + ": " + f));
                faults(arranged, locale, state)
                        .forEach(f -> faults.add("arranged, " + locale + " " + state + ": " + f));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void whatOverlapsIsFound() {
        PaintedInk ink = new PaintedInk(FONTS);
        ink.begin(View.PLAIN);
        ink.fillText("eth0", Type.INTERFACE, TextAlignment.LEFT, 20, 20);
        assertThat(ink.faults()).isEmpty();
        ink.fillText("eth1", Type.INTERFACE, TextAlignment.LEFT, 40, 24);
        ink.fillOval(10, 10, 20, 20);
        ink.fillText("a longer one", Type.INTERFACE, TextAlignment.LEFT, 15, 60);
        ink.fillRoundRect(200, 45, 40, 28, 14);
        ink.fillText("across", Type.INTERFACE, TextAlignment.LEFT, 220, 60);
        assertThat(ink.faults())
                .containsExactly(
                        "'eth1' over 'eth0'",
                        "shape [] 20x20 hides 'eth0'",
                        "'across' across the edge of shape [] 40x28");
    }

    private static List<String> faults(Drawing d, Locale locale, State state) {
        CanvasModel model = Portrait.still(d);
        put(model, Scene.of(d, locale, FONTS), state);
        Board board = new Board(model, CanvasStyle.light(), CanvasText.of(locale), FONTS);
        Rect all = board.scene().bounds();
        List<String> faults = new ArrayList<>();
        if (state == State.DOWN || state == State.LISTENING) {
            for (Port p : board.scene().ports()) {
                boolean told = state == State.DOWN || p.number() > 0;
                if (told && board.tags().at(p.path()).isEmpty()) {
                    faults.add("nothing said beside " + p.path() + " " + p.at());
                }
            }
        }
        for (double[] size : SIZES) {
            PaintedInk ink = new PaintedInk(FONTS);
            View view = View.fitting(all, size[0], size[1], 12, 2.2);
            new BasePainter(board).paint(ink, view, size[0], size[1], false);
            assertThat(ink.all()).isNotEmpty();
            faults.addAll(ink.faults());
            Rect canvas = new Rect(0, 0, size[0], size[1]);
            ink.all().stream()
                    .filter(p -> p.isText() && !canvas.contains(p.rect()))
                    .forEach(p -> faults.add("'" + p.words() + "' beyond the edge"));
        }
        return faults;
    }

    private static void put(CanvasModel model, Scene scene, State state) {
        Health health = switch (state) {
            case DRAWN -> Health.DRAWN;
            case UP, LISTENING, DECIDED -> Health.UP;
            case PENDING -> Health.PENDING;
            case DOWN -> Health.DOWN;
            case FAILED -> Health.FAILED;
        };
        Map<String, Health> healths = new HashMap<>();
        Map<String, Boolean> forwarding = new HashMap<>();
        Map<String, TreeMark> tree = new HashMap<>();
        for (Frame f : scene.frames()) {
            if (f.kind() != Frame.Kind.NOTE) {
                healths.put(f.path(), health);
            }
            boolean routes = f.kind() == Frame.Kind.KERNEL || f.kind() == Frame.Kind.SPACE && joins(scene, f);
            if (routes) {
                forwarding.put(f.path(), true);
            }
            if (f.kind() == Frame.Kind.BRIDGE && (state == State.LISTENING || state == State.DECIDED)) {
                tree.put(f.path(), new TreeMark(TreeMark.Kind.ROOT, 0));
            }
        }
        for (Port p : scene.ports()) {
            healths.put(p.path(), health);
            if (p.number() > 0 && state == State.LISTENING) {
                tree.put(p.path(), new TreeMark(TreeMark.Kind.LISTENING, 15));
            }
            if (p.number() > 0 && state == State.DECIDED) {
                tree.put(
                        p.path(),
                        new TreeMark(p.number() % 2 == 0 ? TreeMark.Kind.FORWARDING : TreeMark.Kind.BLOCKING, 0));
            }
        }
        model.health().set(healths);
        model.forwarding().set(forwarding);
        model.tree().set(tree);
    }

    private static boolean joins(Scene scene, Frame f) {
        int ports = 0;
        for (Port p : scene.ports()) {
            ports += p.owner().path().equals(f.path()) ? 1 : 0;
        }
        return ports > 1;
    }
}
