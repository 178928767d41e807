package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.Sentence;
import dev.pathlight.view.RunState;
import dev.pathlight.view.files.StateFolder;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Who starts the program for the first time sees a packet go its way after one click. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class FirstStartTest {
    @TempDir
    static Path folder;

    private Walk walk;
    private SessionOpener opener = Sessions.sandbox();

    @Start
    private void start(Stage stage) {
        walk = Walk.open(
                stage, (drawing, events) -> opener.open(drawing, events), Optional.of(new StateFolder(folder)));
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private RunState state() {
        return walk.bench().runModel().state().get();
    }

    @Test
    void oneClickInTheGalleryOpensRunsAndPings(FxRobot robot) {
        assertThat(walk.bench().welcome().get()).isTrue();
        robot.clickOn("#live-bridge");
        walk.await("a packet is on its way", () -> !walk.hop().isEmpty());
        walk.await(
                "it was answered",
                () -> walk.bench()
                        .pings()
                        .outcome()
                        .get()
                        .filter(o -> o.micros().isPresent())
                        .isPresent());
        assertThat(walk.drawing().topology().name().value()).isEqualTo("two-namespaces-one-bridge");
        assertThat(state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void soDoesAKeyAndAgainOnceItRuns(FxRobot robot) {
        walk.await(
                "the gallery is there", () -> !walk.bench().gallery().groups().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.F5);
        walk.await("a packet is on its way", () -> !walk.hop().isEmpty());
        walk.await("it was answered", () -> walk.bench().pings().outcome().get().isPresent());
        int seen = walk.bench().journeys().lines().size();
        robot.push(KeyCode.CONTROL, KeyCode.F5);
        walk.await(
                "there are new packets", () -> walk.bench().journeys().lines().size() > seen);
    }

    @Test
    void whereNothingCanRunTheDrawingIsOpenedAndItIsToldWhy(FxRobot robot) {
        opener = (drawing, events) -> {
            throw new MachineLost(Sentence.of("no sandbox can be made here"), Sentence.of("allow user namespaces"));
        };
        robot.clickOn("#live-bridge");
        walk.await("it is told", () -> walk.bench().problem().get().isPresent());
        assertThat(walk.bench().welcome().get()).isFalse();
        assertThat(state()).isEqualTo(RunState.STOPPED);
        assertThat(walk.text("#problem-what")).isNotBlank();
        assertThat(walk.bench().problem().get().orElseThrow().why()).contains("no sandbox can be made here");
    }
}
