package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.json.FlannelReaderTest;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A kube-flannel ConfigMap becomes a drawing by hand and by keys. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class ImportWindowTest {
    @TempDir
    private Path folder;

    private Walk walk;

    @Start
    private void start(Stage stage) {
        walk = Walk.open(stage, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    @Test
    void aRefusedFileLeavesWhatWasTypedAndAMendedOneIsDrawn(FxRobot robot) throws IOException {
        Path file = folder.resolve("kube-flannel.yml");
        Files.writeString(file, FlannelReaderTest.lecture().replace("host-gw", "udp"));
        dragIn(robot, file);
        walk.await(
                "the file is refused", () -> said(robot, ".finding .label").contains("the backend udp is not drawn"));
        assertThat(said(robot, ".finding .label")).startsWith("Line 35: ");
        assertThat(robot.lookup("#import-draw").query().isDisabled()).isTrue();
        robot.clickOn("#import-nodes").eraseText(1).write("3");

        Files.writeString(file, FlannelReaderTest.lecture().replace("\"cbr0\",", "\"cbr0\""));
        robot.clickOn("#import-again");
        walk.await("its JSON is refused", () -> said(robot, ".finding .label").startsWith("Line 14: this is not JSON"));
        robot.clickOn("#import-cancel");
        walk.await("it is put away", () -> !walk.bench().imports().open().get());
        Path mended = folder.resolve("mended.yml");
        Files.writeString(mended, FlannelReaderTest.lecture());
        walk.asking().toImport(mended);
        robot.clickOn("#welcome-import").clickOn("#import-choose");
        walk.await(
                "what was read is shown",
                () -> said(robot, ".import-facts .label").contains("host-gw"));
        assertThat(said(robot, ".import-facts .label")).contains("10.244.2.0/24", "flannel → bridge cni0 → portmap");
        assertThat(robot.lookup("#import-nodes").queryAs(TextField.class).getText())
                .isEqualTo("3");
        robot.clickOn("#import-draw");
        walk.await("it is on the table", () -> !walk.bench().welcome().get());
        assertThat(walk.drawing().topology().nodes()).hasSize(4);
        assertThat(walk.drawing().topology().spaces().count()).isEqualTo(4 + 6);
        assertThat(walk.bench().drawing().dirty().get()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        walk.await("it is taken back", () -> walk.drawing().topology().nodes().isEmpty());
    }

    @Test
    void keysAloneDoAndNoneReachesTheDrawingBehind(FxRobot robot) throws IOException {
        Path file = folder.resolve("f.yaml");
        Files.writeString(file, FlannelReaderTest.lecture().replace("\"host-gw\"", "\"vxlan\""));
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("a drawing is on the table", () -> !walk.bench().welcome().get());
        robot.clickOn("#run");
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        robot.push(KeyCode.CONTROL, KeyCode.I);
        walk.await("the dialog is there", () -> walk.bench().imports().open().get());
        robot.write(file.toString()).type(KeyCode.ENTER);
        walk.await("it is read", () -> said(robot, ".import-facts .label").contains("vxlan: VNI 1, UDP port 8472"));
        robot.push(KeyCode.SHIFT, KeyCode.F5);
        walk.show(b -> b.phrases().nextLanguage());
        walk.await("the language follows", () -> said(robot, "#import-draw").equals("画出来"));
        walk.show(b -> b.phrases().nextLanguage());
        robot.type(KeyCode.ESCAPE);
        walk.await("it is put away", () -> !walk.bench().imports().open().get());
        assertThat(walk.bench().runModel().state().get()).isEqualTo(RunState.RUNNING);

        robot.push(KeyCode.CONTROL, KeyCode.I);
        walk.asking().mayStop(false);
        robot.type(KeyCode.TAB, 3).write("x").type(KeyCode.ENTER);
        assertThat(said(robot, ".finding .label")).contains("“x” is no number of nodes");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("1").type(KeyCode.ENTER);
        walk.await("it was asked", () -> walk.asking().askedToStop() > 0);
        assertThat(walk.bench().imports().open().get()).isTrue();
        walk.asking().mayStop(true);
        robot.type(KeyCode.ENTER);
        walk.await("it is on the table", () -> walk.bench().title().equals("Flannel vxlan"));
        assertThat(walk.bench().runModel().state().get()).isEqualTo(RunState.STOPPED);
        assertThat(walk.drawing().topology().nodes()).hasSize(2);
    }

    /** Drags a file over the window and lets it go. */
    private static void dragIn(FxRobot robot, Path file) {
        Node from = robot.lookup("#help").query();
        from.setOnDragDetected(e -> {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(List.of(file.toFile()));
            from.startDragAndDrop(TransferMode.COPY).setContent(content);
            e.consume();
        });
        robot.drag("#help").moveTo("#welcome-import").moveTo("#welcome-new").drop();
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String said(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Labeled.class).stream()
                .filter(l -> l.getParent() != null && isShown(l))
                .map(Labeled::getText)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isShown(Node n) {
        for (Node at = n; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
