package dev.pathlight.ui;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Settings;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.StateFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** The window as a process of its own, in which somebody edits without a pause and never saves, until it is killed. */
final class EditingProcess {
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");

    private EditingProcess() {}

    /** @param args the folder of what is kept, and the drawing. Prints each edit's number and nanosecond once it is made. */
    public static void main(String[] args) {
        PathlightApp.run(
                () -> edited(new StateFolder(Path.of(args[0]))), new Settings(), Optional.of(Path.of(args[1])));
    }

    private static Workbench edited(StateFolder state) {
        Workbench bench = new Workbench(
                FakeSession.opener(),
                FxThread.with(Executors.newCachedThreadPool()),
                new Phrases(Locale.ENGLISH),
                List.of(),
                Optional.of(state));
        int[] count = {0};
        Timeline edits = new Timeline(new KeyFrame(Duration.millis(20), e -> {
            if (bench.drawing().file().get().isPresent()) {
                bench.edit("Set addresses", edit(++count[0]));
                System.out.println(count[0] + " " + System.nanoTime());
            }
        }));
        edits.setCycleCount(Animation.INDEFINITE);
        edits.play();
        return bench;
    }

    static Edit edit(int number) {
        return new Edit.SetAddresses(
                VETH0, List.of(Cidr.parse("10.9.%d.%d/16".formatted(number / 250, number % 250 + 1))));
    }
}
