package dev.pathlight.ui;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth;
import dev.pathlight.topology.flannel.Publishing;
import dev.pathlight.topology.json.FlannelReaderTest;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.scene.GrowthLayout;
import dev.pathlight.view.scene.TextMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.stage.Stage;

/** Draws flannel's import dialog, and its networks as they are shipped, imported and grown: FOLDER [filter]. */
final class LookFlannel {
    private final LookWindow window;
    private final Workbench bench;
    private final Stage stage;

    private LookFlannel(LookWindow window) {
        this.window = window;
        bench = window.bench();
        stage = window.stage();
    }

    public static void main(String[] args) throws Exception {
        LookWindow.draw(args[0], LookWindow.Shape.all(args.length > 1 ? args[1] : ""), FakeSession.opener(), w -> {
            LookFlannel look = new LookFlannel(w);
            look.dialog();
            look.scenes();
        });
    }

    private void dialog() throws Exception {
        Path file = window.folder().resolve("kube-flannel.yml");
        Look.until(() -> !bench.gallery().groups().isEmpty());
        window.shoot("1-gallery");
        Look.onWindow(() -> bench.imports().show());
        window.shoot("2-empty");
        Files.writeString(file, FlannelReaderTest.lecture().replace("host-gw", "udp"));
        Look.onWindow(() -> bench.imports().take(file));
        window.shoot("3-refused");
        Files.writeString(
                file,
                "kind: DaemonSet\n---\n"
                        + FlannelReaderTest.lecture().replace("\"host-gw\"", "\"vxlan\", \"DirectRouting\": true"));
        Look.onWindow(() -> bench.imports().take(file));
        window.shoot("4-read");
        Look.onWindow(() -> bench.imports().draw(bench.table()::imported));
        window.shoot("5-drawn");
    }

    private void scenes() throws Exception {
        for (String scene : List.of("flannel-host-gw", "flannel-vxlan")) {
            Look.onWindow(() -> bench.table().open(Path.of("topologies/" + scene + ".json")));
            window.shoot("6-" + scene);
        }
        grow(t -> Growth.pod(t, new Name("k8s-1")));
        grow(Growth::node);
        grow(t -> Growth.pod(t, new Name("k8s-3")));
        grow(t -> Publishing.publish(t, SpaceId.parse("k8s-1/cni-vmntp")));
        Look.onWindow(() -> stage.getScene().lookup("#canvas").requestFocus());
        window.shoot("7-grown");
    }

    private void grow(Function<Topology, Growth.Outcome> how) throws Exception {
        Look.onWindow(() -> {
            Topology t = bench.drawing().drawing().get().topology();
            Topology grown = ((Growth.Outcome.Grown) how.apply(t)).topology();
            Edit edit = GrowthLayout.edit(bench.drawing().drawing().get(), grown, Locale.ENGLISH, TextMeasure.ROUGH);
            bench.edit("grow", edit);
            ((dev.pathlight.ui.canvas.CanvasPane) stage.getScene().lookup("#canvas")).fit();
        });
    }
}
