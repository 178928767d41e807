package dev.pathlight.ui;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth;
import dev.pathlight.topology.flannel.Publishing;
import dev.pathlight.topology.json.FlannelReaderTest;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Gallery;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.scene.GrowthLayout;
import dev.pathlight.view.scene.TextMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Draws flannel's import dialog, and its networks as they are shipped, imported and grown: FOLDER [filter]. */
final class LookFlannel {
    private final Path folder;
    private final Workbench bench;
    private final Stage stage;

    private LookFlannel(Path folder, Workbench bench, Stage stage) {
        this.folder = folder;
        this.bench = bench;
        this.stage = stage;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        for (int[] size : List.of(new int[] {1280, 800}, new int[] {1920, 1080})) {
            for (boolean dark : List.of(false, true)) {
                for (Locale locale : Phrases.LANGUAGES) {
                    String name = size[0] + "-" + (dark ? "dark" : "light") + "-" + locale.getLanguage();
                    if (args.length < 2 || name.contains(args[1])) {
                        draw(folder, name, size, dark, locale);
                    }
                }
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static void draw(Path folder, String name, int[] size, boolean dark, Locale locale) throws Exception {
        LookFlannel[] look = new LookFlannel[1];
        Look.onWindow(() -> {
            Workbench bench = new Workbench(
                    FakeSession.opener(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    Gallery.shipped());
            Stage stage = new Stage();
            MainWindow w = new MainWindow(bench, stage, Optional.empty());
            w.show(size[0], size[1]);
            w.theme().dark().set(dark);
            look[0] = new LookFlannel(folder, bench, stage);
        });
        look[0].dialog(name);
        look[0].scenes(name);
        Look.onWindow(look[0].stage::hide);
    }

    private void dialog(String name) throws Exception {
        Path file = folder.resolve("kube-flannel.yml");
        Look.until(() -> !bench.gallery().groups().isEmpty());
        Thread.sleep(900);
        shoot(name + "-1-gallery");
        Look.onWindow(() -> bench.imports().show());
        Thread.sleep(200);
        shoot(name + "-2-empty");
        Files.writeString(file, FlannelReaderTest.lecture().replace("host-gw", "udp"));
        Look.onWindow(() -> bench.imports().take(file));
        Thread.sleep(300);
        shoot(name + "-3-refused");
        Files.writeString(
                file,
                "kind: DaemonSet\n---\n"
                        + FlannelReaderTest.lecture().replace("\"host-gw\"", "\"vxlan\", \"DirectRouting\": true"));
        Look.onWindow(() -> bench.imports().take(file));
        Thread.sleep(300);
        shoot(name + "-4-read");
        Look.onWindow(() -> bench.imports().draw(bench.table()::imported));
        Thread.sleep(700);
        shoot(name + "-5-drawn");
    }

    private void scenes(String name) throws Exception {
        for (String scene : List.of("flannel-host-gw", "flannel-vxlan")) {
            Look.onWindow(() -> bench.table().open(Path.of("topologies/" + scene + ".json")));
            Thread.sleep(700);
            shoot(name + "-6-" + scene);
        }
        grow(t -> Growth.pod(t, new Name("k8s-1")));
        grow(Growth::node);
        grow(t -> Growth.pod(t, new Name("k8s-3")));
        grow(t -> Publishing.publish(t, SpaceId.parse("k8s-1/cni-vmntp")));
        Look.onWindow(() -> stage.getScene().lookup("#canvas").requestFocus());
        Thread.sleep(500);
        shoot(name + "-7-grown");
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

    private void shoot(String name) throws Exception {
        Look.shoot(stage, folder.resolve(name + ".png"));
    }
}
