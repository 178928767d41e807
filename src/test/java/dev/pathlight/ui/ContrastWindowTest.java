package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Settings.Colours;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.TreeSet;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every word of every screen can be read, whatever colours were chosen: 4.5 : 1, in high contrast 7 : 1. Who does not see it is told
 * what takes the keys and the clicks, in both languages.
 */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class ContrastWindowTest {
    private static final List<Colours> ALL =
            List.of(Colours.LIGHT, Colours.DARK, Colours.CONTRAST_LIGHT, Colours.CONTRAST_DARK);

    private final SequencedSet<String> found = new LinkedHashSet<>();
    private final SequencedSet<String> nameless = new LinkedHashSet<>();
    private Walk walk;
    private Stage stage;
    private int measured;

    @Start
    private void start(Stage shown) {
        stage = shown;
        walk = Walk.open(shown, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    /** Looks at everything that is shown now in all colours there are. */
    private void look(String screen) {
        listen(screen);
        for (Colours colours : ALL) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                walk.settings().colours().set(colours);
                boolean high = colours == Colours.CONTRAST_LIGHT || colours == Colours.CONTRAST_DARK;
                SequencedSet<String> here = new LinkedHashSet<>();
                Contrasts contrasts = new Contrasts(high ? 7 : 4.5, high ? 4.5 : 3, here);
                for (Window w : List.copyOf(Window.getWindows())) {
                    Parent root = w.getScene().getRoot();
                    root.applyCss();
                    root.layout();
                    measured += contrasts.measure(root);
                }
                here.forEach(h -> found.add(colours + " " + screen + ": " + h));
            });
        }
    }

    /** What a screen reader has to say about everything that is shown now. */
    private void listen(String screen) {
        for (Locale language : Phrases.LANGUAGES) {
            // Another language would close what hangs below a button.
            if (WaitForAsyncUtils.waitForAsyncFx(
                            10_000, () -> Window.getWindows().size())
                    == 1) {
                walk.show(b -> b.phrases().locale().set(language));
                WaitForAsyncUtils.waitForFxEvents();
            }
            Nameless.anywhere().forEach(n -> nameless.add(language + " " + screen + ": " + n));
        }
        walk.show(b -> b.phrases().locale().set(Locale.ENGLISH));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void page(int index) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> ((TabPane) stage.getScene().lookup(".side"))
                        .getSelectionModel()
                        .select(index));
    }

    @Test
    void everyTextAndIconStandsOutInAllColoursAndEverythingThatIsUsedHasAName(FxRobot robot) {
        look("gallery");
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        walk.show(b -> b.inspect("this/ns1"));
        look("inspector");
        page(3);
        walk.await(
                "its text is shown",
                () -> robot.lookup(".json-number").tryQuery().isPresent());
        look("json");
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        page(2);
        look("plan");
        page(0);
        walk.show(b -> b.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2")));
        walk.await(
                "a packet plays", () -> walk.bench().playback().moment().get().isPresent());
        walk.show(b -> b.playback().go(2));
        look("at a hop");
        walk.show(b -> b.table().open(Path.of("pom.xml")));
        walk.await("the problem is shown", () -> walk.bench().problem().get().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.B);
        robot.push(KeyCode.F6);
        look("troubles, and a pen");
        robot.push(KeyCode.ESCAPE).push(KeyCode.F1);
        look("keys");
        robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.K);
        look("commands");
        robot.push(KeyCode.ESCAPE);
        windowsOfTheirOwn(robot);
        lessons(robot);
        assertThat(measured).isGreaterThan(3000);
        assertThat(new TreeSet<>(found)).isEmpty();
        assertThat(nameless).isEmpty();
    }

    private void windowsOfTheirOwn(FxRobot robot) {
        robot.rightClickOn(walk.onScreen("this/ns1"));
        look("menu");
        robot.push(KeyCode.ESCAPE).clickOn("#appearance");
        look("settings");
        robot.push(KeyCode.ESCAPE).clickOn("#break");
        look("what can be broken");
        robot.push(KeyCode.ESCAPE).clickOn("#ping-from");
        look("choice");
        robot.push(KeyCode.ESCAPE);
        Platform.runLater(() -> new Dialogs(stage, walk.bench().phrases()).stop("this"));
        walk.await("it asks", () -> Window.getWindows().size() > 1);
        look("question");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.F9);
        look("floating");
        robot.push(KeyCode.F9).push(KeyCode.CONTROL, KeyCode.I);
        look("import");
        robot.push(KeyCode.ESCAPE);
    }

    private void lessons(FxRobot robot) {
        walk.show(b -> b.table().open(Path.of("topologies/lessons/bridge.lesson.json")));
        walk.await(
                "a lesson is taken", () -> walk.bench().lessons().lesson().get().isPresent());
        look("lesson");
        walk.show(b -> b.lessons().next());
        look("lesson, asked");
        robot.push(KeyCode.F11);
        look("presented");
        robot.push(KeyCode.F11).push(KeyCode.SHIFT, KeyCode.F2);
        look("writing");
    }
}
