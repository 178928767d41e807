package dev.pathlight.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.ui.NeedsDisplay;
import dev.pathlight.view.CanvasModel;
import dev.pathlight.view.scene.Drawings;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What comes from outside the canvas or pops up over it: the palette's drag, the context menu. */
@NeedsDisplay
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CanvasOffersTest {
    private final FxRobot robot = new FxRobot();
    private final SimpleObjectProperty<Drawing> drawing = new SimpleObjectProperty<>(Drawings.bridge());
    private final List<String> asked = new ArrayList<>();
    private final CanvasModel model = new CanvasModel(drawing, new CanvasModel.Intents() {
        @Override
        public void edit(String name, Edit edit) {
            asked.add(name);
            drawing.set(edit.applyTo(drawing.get()));
        }

        @Override
        public void ping(SpaceId from, SpaceId to) {
            asked.add("ping " + from + " " + to);
        }

        @Override
        public void inspect(String path) {
            asked.add("inspect " + path);
        }
    });

    private CanvasPane pane;

    @BeforeEach
    void openAWindow() throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            pane = new CanvasPane(model, CanvasStyle.dark());
            pane.text().set(CanvasText.of(Locale.ENGLISH));
            Button palette = new Button("palette");
            palette.setOnDragDetected(e -> {
                ClipboardContent content = new ClipboardContent();
                content.putString("pathlight/tool:BRIDGE");
                palette.startDragAndDrop(TransferMode.COPY).setContent(content);
            });
            BorderPane root = new BorderPane(pane);
            root.setLeft(palette);
            stage.setScene(new javafx.scene.Scene(root, 1100, 700));
            stage.setX(20);
            stage.setY(20);
            stage.show();
        });
    }

    @AfterEach
    void closeIt() throws Exception {
        robot.release(new MouseButton[0]);
        FxToolkit.hideStage();
    }

    @Test
    void whatIsDraggedFromThePaletteIsPlacedWhereItIsDropped() {
        robot.drag("palette")
                .moveTo(screen(new Pt(380, 200)))
                .moveTo(screen(new Pt(380, 310)))
                .drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).containsExactly("Add bridge");
        assertThat(model.selection().get()).containsExactly("this/br1");
        Rect placed = Rect.of(drawing.get().layout().box("this/br1").orElseThrow());
        assertThat(placed.centre().distance(new Pt(380, 310))).isLessThan(8);
    }

    @Test
    void theMenuOffersWhatCanBeDoneWithAThing() {
        robot.rightClickOn(screen(centre("this/ns2"))).clickOn("Properties");
        robot.rightClickOn(screen(centre("this/ns2"))).clickOn("Delete");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).containsExactly("inspect this/ns2", "Delete");
        assertThat(drawing.get().topology().find(SpaceId.parse("this/ns2"))).isEmpty();
    }

    @Test
    void theMenuPings() throws TimeoutException {
        robot.rightClickOn(screen(centre("this/ns1")));
        robot.moveTo("Ping from ns1 to");
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> robot.lookup("this/ns2")
                        .tryQuery()
                        .filter(n -> n.getScene() != null)
                        .isPresent());
        // Along the first row, lest the pointer crosses another item on its way.
        robot.moveTo("this").clickOn("this/ns2");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).containsExactly("ping this/ns1 this/ns2");
    }

    @Test
    void theMenuRenamesAndRefusesATakenName() {
        robot.rightClickOn(screen(centre("this/ns1"))).clickOn("Rename …");
        robot.eraseText(3).write("br0").clickOn("OK");
        WaitForAsyncUtils.waitForFxEvents();
        // The name is taken: the dialog stays until there is a better one.
        assertThat(asked).isEmpty();
        robot.eraseText(3).write("web").clickOn("OK");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).containsExactly("Rename");
        assertThat(drawing.get().topology().find(SpaceId.parse("this/web"))).isPresent();
    }

    private Pt centre(String path) {
        return Rect.of(drawing.get().layout().box(path).orElseThrow()).centre();
    }

    private Point2D screen(Pt world) {
        Pt p = pane.view().get().toScreen(world);
        return pane.localToScreen(p.x(), p.y());
    }
}
