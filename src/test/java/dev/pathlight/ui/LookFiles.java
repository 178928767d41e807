package dev.pathlight.ui;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.view.ExportForm;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.Crashed;
import dev.pathlight.view.files.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/**
 * Draws what the window asks and lists about files to PNG files, to be looked at. Needs a display. Arguments: the folder to draw
 * into, and part of a shape's name.
 */
public final class LookFiles {
    private LookFiles() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0], LookWindow.Shape.all(args.length > 1 ? args[1] : ""), FakeSession.opener(), LookFiles::again);
    }

    /** Beside the window that is given, one with a folder of its own. */
    private static void again(LookWindow plain) throws Exception {
        Path state = Files.createTempDirectory("look-files");
        Drawing drawing = ((ReadResult.Good) TopologyReader.read(Path.of("topologies/flannel-host-gw.json"))).drawing();
        Path file = state.resolve("lecture-3-flannel.json");
        Files.writeString(file, TopologyWriter.write(drawing));
        Crashed.leave(new StateFolder(state), Drawing.empty(), Optional.of(file));
        Crashed.leave(new StateFolder(state), drawing, Optional.empty());
        LookWindow w = LookWindow.open(
                plain.folder(), plain.shape(), FakeSession.opener(), Optional.of(new StateFolder(state)));
        Workbench bench = w.bench();
        Look.until(() -> bench.keeping().lost().size() == 2);
        Look.until(() -> !bench.gallery().groups().isEmpty());
        w.shoot("1-lost");
        Look.onWindow(() -> bench.table().open(file));
        Look.until(() -> !bench.welcome().get());
        Look.rest(2000);
        Files.writeString(
                file,
                TopologyWriter.write(new Edit.SetAddresses(PortId.parse("k8s-1/ens33"), List.of()).applyTo(drawing)));
        Look.until(() -> bench.keeping().disk().change().get().isPresent());
        w.shoot("2-changed");
        dialog(w, "3-unsaved", d -> d.unsaved("lecture-3-flannel.json"));
        dialog(w, "4-overwrite", d -> d.overwrite(file));
        dialog(w, "5-throwaway", d -> d.throwAway("lecture-3-flannel.json"));
        Look.onWindow(() -> bench.keeping().disk().keepMine());
        Path gone = Files.copy(Path.of("topologies/bridge.json"), state.resolve("lecture-2-bridge.json"));
        Look.onWindow(() -> bench.table().open(gone));
        Look.rest(1000);
        Files.delete(gone);
        Look.onWindow(() -> bench.keeping().refresh());
        menu(w, "6-export", "#export");
        menu(w, "7-recent", "#recent");
        Look.onWindow(() -> bench.table().exports().write(ExportForm.DOT, state.resolve("out.dot"), () -> new byte[0]));
        Look.until(() -> bench.table().exports().done().get().isPresent());
        w.shoot("8-done");
        Look.onWindow(bench.table().exports()::noPrinter);
        w.shoot("9-noprinter");
        film(w);
        Look.onWindow(bench.table()::home);
        w.shoot("9-recent");
        w.close();
    }

    /** A ping's journey as an animated GIF, beside the pictures. */
    private static void film(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        Answers answers = new Answers();
        answers.toExport(w.folder());
        Settings settings = new Settings();
        settings.colours().set(w.shape().colours());
        Theme theme = new Theme(settings);
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.onWindow(() -> bench.ping());
        Look.until(() -> bench.playback()
                .moment()
                .get()
                .filter(m -> m.journey().protocol().equals("icmp"))
                .isPresent());
        Look.onWindow(bench.table().exports()::dismiss);
        Look.onWindow(() -> new Exporting(bench, answers, theme).export(ExportForm.GIF));
        Look.until(() -> bench.table().exports().done().get().isPresent());
        Look.onWindow(bench::stop);
        Look.until(() -> bench.runModel().state().get() == RunState.STOPPED);
    }

    private static void menu(LookWindow w, String what, String button) throws Exception {
        MenuButton[] menu = new MenuButton[1];
        Look.onWindow(() -> {
            menu[0] = (MenuButton) w.stage().getScene().lookup(button);
            menu[0].show();
        });
        Look.rest(500);
        w.shoot(what);
        Look.onWindow(() -> {
            var image =
                    menu[0].getItems().getFirst().getParentPopup().getScene().snapshot(null);
            try {
                ImageIO.write(
                        SwingFXUtils.fromFXImage(image, null),
                        "png",
                        w.folder()
                                .resolve(w.shape().name() + "-" + what + "-menu.png")
                                .toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            menu[0].hide();
        });
    }

    private static void dialog(LookWindow w, String what, java.util.function.Consumer<Dialogs> asks) throws Exception {
        Dialogs dialogs = new Dialogs(w.stage(), w.bench().phrases());
        Platform.runLater(() -> asks.accept(dialogs));
        Look.rest(700);
        Stage[] shown = new Stage[1];
        Look.onWindow(() -> shown[0] = Window.getWindows().stream()
                .filter(s -> s instanceof Stage stage && stage.getOwner() == w.stage())
                .map(Stage.class::cast)
                .findFirst()
                .orElseThrow());
        Look.shoot(shown[0], w.folder().resolve(w.shape().name() + "-" + what + ".png"));
        Look.onWindow(shown[0]::close);
    }
}
