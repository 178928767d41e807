package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever the window's size and language, nothing falls off it and no button loses a letter. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class WindowShapeTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");

    private Walk walk;
    private Stage stage;

    @Start
    private void start(Stage shown) {
        stage = shown;
        walk = Walk.open(shown, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private void open() {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
    }

    private void look(int width, int height, Locale locale) {
        walk.resize(width, height);
        walk.show(b -> b.phrases().locale().set(locale));
        walk.await("it is laid out", () -> true);
    }

    /** Shown nodes that stick out of the window, and buttons whose words do not fit. */
    private List<String> misfits() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            List<String> found = new ArrayList<>();
            for (String id : List.of(".top-bar", ".palette", ".side", ".dock", ".status-bar")) {
                Node n = stage.getScene().lookup(id);
                Bounds b = n.localToScene(n.getBoundsInLocal());
                boolean inside = b.getMinX() >= -1
                        && b.getMinY() >= -1
                        && b.getMaxX() <= stage.getScene().getWidth() + 1
                        && b.getMaxY() <= stage.getScene().getHeight() + 1;
                if (!inside) {
                    found.add(id + " at " + b);
                }
                cut(n, found);
            }
            return found;
        });
    }

    private static void cut(Node n, List<String> found) {
        boolean button = n instanceof ButtonBase
                || n instanceof Label l && l.getStyleClass().contains("state-chip");
        if (!n.isVisible()) {
            return;
        }
        if (button && n instanceof Labeled l && l.getWidth() < Math.floor(l.prefWidth(-1))) {
            found.add("“" + l.getText() + "” has " + l.getWidth() + " of " + l.prefWidth(-1));
        }
        if (n instanceof Parent p) {
            p.getChildrenUnmodifiable().forEach(c -> cut(c, found));
        }
    }

    @Test
    void nothingFallsOffThoughTheWindowIsSmallAndAProblemIsShown(FxRobot robot) {
        open();
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        for (int[] size : new int[][] {{1024, 700}, {1280, 800}, {1920, 1080}}) {
            for (Locale locale : Phrases.LANGUAGES) {
                walk.show(b -> b.table().open(Path.of("pom.xml")));
                look(size[0], size[1], locale);
                walk.await(
                        "the problem is shown",
                        () -> walk.bench().problem().get().isPresent());
                assertThat(misfits()).as(size[0] + " " + locale).isEmpty();
            }
        }
    }

    @Test
    void aLongNameGivesWayAndNoButtonDoes(@TempDir Path dir) throws IOException {
        String name = "a very long name of a lecture about everything there is to know of Linux networks.json";
        Path file = Files.copy(BRIDGE, dir.resolve(name));
        walk.show(b -> b.table().open(file));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        look(1280, 800, Locale.ENGLISH);
        assertThat(misfits()).isEmpty();
        Label shown = (Label) stage.getScene().lookup("#file-name");
        assertThat(shown.getTooltip().getText()).isEqualTo(name);
    }

    @Test
    void theBannerFollowsTheLanguage() {
        open();
        walk.show(b -> b.table().open(Path.of("pom.xml")));
        walk.await("the problem is shown", () -> walk.bench().problem().get().isPresent());
        look(1280, 800, Locale.CHINESE);
        assertThat(walk.text("#problem-what")).isEqualTo("无法打开 pom.xml。");
    }
}
