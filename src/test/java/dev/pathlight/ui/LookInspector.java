package dev.pathlight.ui;

import dev.pathlight.view.FakeSession;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/**
 * Draws the inspector of each kind of thing to PNG files, to be looked at: at both sizes, both themes, both languages.
 * Needs a display. Arguments: the folder to draw into, and a part of the names of the pictures that are wanted.
 */
public final class LookInspector {
    /** A drawing with each kind of thing, and one thing wrong. */
    static final Path ALL = Path.of("src/test/resources/dev/pathlight/ui/inspector.json");

    static final Map<String, String> PATHS = new TreeMap<>(Map.of(
            "1-node", "this",
            "2-namespace", "this/ns1",
            "3-interface", "this/ns1/veth0",
            "4-port", "this/br-veth0",
            "5-bridge", "this/br0",
            "6-cable", "cable:this/ns1/veth0",
            "7-note", "note:note1"));

    private final Path folder;

    private LookInspector(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        LookInspector look = new LookInspector(Files.createDirectories(Path.of(args[0])));
        Platform.setImplicitExit(false);
        Platform.startup(() -> {});
        int failed = 1;
        try {
            look.all(args.length > 1 ? args[1] : "");
            failed = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            Runtime.getRuntime().halt(failed);
        }
    }

    private void all(String wanted) throws Exception {
        for (int[] size : List.of(new int[] {1280, 800}, new int[] {1920, 1080})) {
            for (boolean dark : List.of(false, true)) {
                for (Locale locale : Phrases.LANGUAGES) {
                    String name = size[0] + "-" + (dark ? "dark" : "light") + "-" + locale.getLanguage();
                    if (name.contains(wanted)) {
                        draw(name, size, dark, locale);
                    }
                }
            }
        }
    }

    private void draw(String name, int[] size, boolean dark, Locale locale) throws Exception {
        Workbench[] bench = new Workbench[1];
        Stage[] stage = new Stage[1];
        Look.onWindow(() -> {
            bench[0] = new Workbench(
                    FakeSession.opener(),
                    FxThread.with(Executors.newCachedThreadPool()),
                    new Phrases(locale),
                    List.of());
            stage[0] = new Stage();
            MainWindow w = new MainWindow(bench[0], stage[0], Optional.empty());
            w.show(size[0], size[1]);
            w.theme().dark().set(dark);
            bench[0].table().open(ALL);
        });
        Look.until(() -> !bench[0].welcome().get() && !bench[0].findings().isEmpty());
        for (var e : PATHS.entrySet()) {
            Look.onWindow(() -> bench[0].inspect(e.getValue()));
            shoot(stage[0], name + "-" + e.getKey());
        }
        Look.onWindow(() -> bench[0].inspect("this/ns1"));
        Look.rest(300);
        Look.onWindow(() -> type(stage[0], "#form-routes-new", "10.1.3.1/24 via 10.1.1.3"));
        shoot(stage[0], name + "-8-mistake");
        Look.onWindow(() -> bench[0].table().open(Path.of("topologies/bridge.json")));
        Look.until(() -> bench[0].canvas()
                                .drawing()
                                .get()
                                .topology()
                                .nodes()
                                .getFirst()
                                .namespaces()
                                .size()
                        == 2
                && bench[0].canvas().drawing().get().topology().notes().isEmpty());
        Look.onWindow(bench[0]::run);
        Look.until(() -> bench[0].runModel().state().get() == RunState.RUNNING);
        Look.onWindow(() -> {
            bench[0].canvas().selection().set(Set.of());
            bench[0].inspect("this/br-veth0");
        });
        shoot(stage[0], name + "-9-running");
        Look.onWindow(stage[0]::hide);
    }

    private static void type(Stage stage, String field, String text) {
        TextInputControl f = (TextInputControl) stage.getScene().lookup(field);
        f.requestFocus();
        f.setText(text);
    }

    private void shoot(Stage stage, String name) throws Exception {
        Look.rest(500);
        Look.shoot(stage, folder.resolve(name + ".png"));
    }
}
