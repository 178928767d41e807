package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Keeping.Recent;
import dev.pathlight.view.RunState;
import dev.pathlight.view.files.Crashed;
import dev.pathlight.view.files.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What the window asks about files, and what it lists. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class FilesWindowTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");

    @TempDir
    private Path dir;

    private Walk walk;
    private Stage stage;

    @Start
    private void start(Stage shown) throws IOException {
        Path file = Files.copy(BRIDGE, dir.resolve("class.json"));
        Crashed.leave(new StateFolder(dir), edited("10.9.9.9/24"), Optional.of(file));
        Crashed.leave(new StateFolder(dir), edited("10.6.6.6/24"), Optional.empty());
        stage = shown;
        walk = Walk.open(shown, FakeSession.opener(), Optional.of(new StateFolder(dir)));
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    private static Drawing edited(String address) {
        if (!(TopologyReader.read(BRIDGE) instanceof ReadResult.Good good)) {
            throw new AssertionError("the shipped drawing cannot be read");
        }
        return new Edit.SetAddresses(PortId.parse("this/ns1/veth0"), List.of(Cidr.parse(address)))
                .applyTo(good.drawing());
    }

    private void edit(String address) {
        walk.show(b -> b.edit(
                "Set addresses", new Edit.SetAddresses(PortId.parse("this/ns1/veth0"), List.of(Cidr.parse(address)))));
    }

    private void awaitButtons(FxRobot robot, String id, int count) {
        walk.await(
                count + " " + id,
                () -> robot.lookup("#" + id).queryAll().stream()
                                .filter(Node::isVisible)
                                .count()
                        == count);
    }

    @Test
    void whatACrashLeftIsThrownAwayOrRestoredAndWhatOthersWriteIsTakenOrNot(FxRobot robot) throws IOException {
        awaitButtons(robot, "restore", 2);
        walk.asking().mayReplace(false);
        robot.clickOn("#throw-away");
        assertThat(walk.bench().keeping().lost()).hasSize(2);
        walk.asking().mayReplace(true);
        robot.clickOn("#throw-away");
        awaitButtons(robot, "restore", 1);
        assertThat(walk.text("#notice-what")).contains("class.json");
        robot.clickOn("#restore");
        walk.await("it is on the table", () -> walk.drawing().equals(edited("10.9.9.9/24")));
        awaitButtons(robot, "restore", 0);

        Path file = dir.resolve("class.json");
        Files.writeString(file, TopologyWriter.write(edited("10.8.8.8/24")));
        awaitButtons(robot, "reload", 1);
        robot.clickOn("#keep-mine");
        awaitButtons(robot, "reload", 0);
        assertThat(walk.drawing()).isEqualTo(edited("10.9.9.9/24"));
        Files.writeString(file, TopologyWriter.write(edited("10.7.7.7/24")));
        awaitButtons(robot, "reload", 1);
        robot.clickOn("#reload");
        walk.await("it is on the table", () -> walk.drawing().equals(edited("10.7.7.7/24")));
        openedAgain(robot, file);
    }

    private void openedAgain(FxRobot robot, Path file) throws IOException {
        Path gone = Files.copy(BRIDGE, dir.resolve("gone.json"));
        walk.show(b -> b.table().open(gone));
        walk.await("it is on the table", () -> walk.drawing().equals(edited("10.1.1.2/24")));
        robot.clickOn("#home");
        walk.await("it is listed", () -> robot.lookup("#again-class").tryQuery().isPresent());
        robot.clickOn("#again-class");
        walk.await("it is on the table", () -> walk.drawing().equals(edited("10.7.7.7/24")));
        Files.delete(gone);
        robot.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.O).release(KeyCode.O, KeyCode.ALT, KeyCode.CONTROL);
        walk.await(
                "it is said to be gone",
                () -> robot.lookup(".recent-gone").queryAll().stream().anyMatch(Node::isVisible));
        robot.clickOn("#recent-gone");
        walk.await("it is told", () -> walk.bench().problem().get().isPresent());
        assertThat(walk.drawing()).isEqualTo(edited("10.7.7.7/24"));
        assertThat(walk.bench().keeping().recent()).containsExactly(new Recent(file, true));
    }

    @Test
    void aWindowWithWhatIsNotSavedAndRunsIsClosedOnlyWhenItsUserSaysSo(FxRobot robot) {
        walk.show(b -> b.table().open(BRIDGE));
        walk.await("it is on the table", () -> !walk.bench().welcome().get());
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        edit("10.5.5.5/24");
        walk.asking().answer(Asking.Answer.CANCEL);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(walk.asking().asked()).isEqualTo(1);
        assertThat(stage.isShowing()).isTrue();
        assertThat(walk.bench().runModel().state().get()).isEqualTo(RunState.RUNNING);
        Path saved = dir.resolve("closed.json");
        walk.asking().answer(Asking.Answer.SAVE);
        walk.show(b -> b.table().save(saved, () -> {}));
        walk.await("it is saved", () -> !walk.bench().drawing().dirty().get());
        edit("10.4.4.4/24");
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        walk.await("it is closed", () -> walk.bench().closed().get());
        assertThat(stage.isShowing()).isFalse();
        assertThat(TopologyReader.read(saved))
                .isInstanceOfSatisfying(
                        ReadResult.Good.class, g -> assertThat(g.drawing()).isEqualTo(edited("10.4.4.4/24")));
    }
}
