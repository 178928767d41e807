package dev.pathlight.ui;

import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.TextMeasure;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;

/**
 * Draws what drawing looks like to PNG files, to be looked at: drags half-way with their hints, what is told, a note being
 * written, the card of all keys, a cable held by key. Arguments: the folder to draw into, and words that the size, language and
 * theme must have, as {@code 1280-zh-dark}.
 */
public final class LookDrawing {
    private final LookWindow w;
    private final FxRobot robot = new FxRobot();

    private LookDrawing(LookWindow w) {
        this.w = w;
    }

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0],
                LookWindow.Shape.all(args.length > 1 ? args[1] : ""),
                FakeSession.opener(),
                w -> new LookDrawing(w).draw());
    }

    private void draw() throws Exception {
        Look.onWindow(() -> w.bench().table().open(Path.of("topologies/flannel-host-gw.json")));
        Look.until(() -> !w.bench().welcome().get());
        Look.rest(500);
        half("k8s-1/vethe6d6bdc6", "k8s-1", -20, "1-freed");
        half("k8s-1/cni-vmntp", "k8s-2", 40, "2-adopted");
        Look.onWindow(() -> w.bench().table().open(Path.of("topologies/bridge.json")));
        Look.rest(800);
        Look.onWindow(() -> w.bench().canvas().selection().set(Set.of("this/ns1", "this/ns2")));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        w.shoot("3-duplicated");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        w.shoot("4-told");
        Look.onWindow(() -> w.bench().canvas().selection().set(Set.of("this/ns1")));
        robot.type(KeyCode.ESCAPE, KeyCode.TAB, KeyCode.TAB).type(KeyCode.C, KeyCode.ENTER, KeyCode.TAB, KeyCode.TAB);
        w.shoot("5-cable-by-key");
        robot.type(KeyCode.ESCAPE, KeyCode.T, KeyCode.ENTER);
        robot.write("What does br0 know now?");
        w.shoot("6-note");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER).type(KeyCode.F1);
        w.shoot("7-keys");
        robot.type(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.K);
        robot.interact(() -> robot.lookup("#commands-field")
                .queryTextInputControl()
                .setText(w.shape().locale().equals(Locale.ENGLISH) ? "align" : "对齐"));
        w.shoot("8-commands");
        robot.type(KeyCode.ESCAPE);
    }

    /** A drag from one thing towards another, shot before it is let go, and given up. */
    private void half(String from, String to, double lower, String what) throws Exception {
        robot.drag(at(from), MouseButton.PRIMARY).moveTo(at(to).add(0, lower));
        w.shoot(what);
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
    }

    private Point2D at(String path) {
        CanvasPane canvas = (CanvasPane) w.stage().getScene().lookup("#canvas");
        Scene scene = Scene.of(w.bench().drawing().drawing().get(), Locale.ENGLISH, TextMeasure.ROUGH);
        Pt world = scene.frame(path).map(f -> f.rect().centre()).orElseGet(() -> {
            for (var port : scene.ports()) {
                if (port.path().equals(path)) {
                    return port.at();
                }
            }
            throw new IllegalArgumentException(path);
        });
        Pt p = canvas.view().get().toScreen(world);
        return canvas.localToScreen(p.x(), p.y());
    }
}
