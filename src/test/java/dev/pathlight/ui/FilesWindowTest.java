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
import dev.pathlight.view.files.Crashed;
import dev.pathlight.view.files.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
    private static Path dir;

    private Walk walk;

    @BeforeAll
    static void crash() throws IOException {
        Path file = Files.copy(BRIDGE, dir.resolve("class.json"));
        Crashed.leave(new StateFolder(dir), edited("10.9.9.9/24"), Optional.of(file));
        Crashed.leave(new StateFolder(dir), edited("10.6.6.6/24"), Optional.empty());
    }

    @Start
    private void start(Stage shown) {
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
    }
}
