package dev.pathlight.ui;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
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

    private LookInspector() {}

    public static void main(String[] args) throws Exception {
        LookWindow.draw(
                args[0],
                LookWindow.Shape.all(args.length > 1 ? args[1] : ""),
                FakeSession.opener(),
                LookInspector::draw);
    }

    private static void draw(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        Look.onWindow(() -> bench.table().open(ALL));
        Look.until(() -> !bench.welcome().get() && !bench.findings().isEmpty());
        for (var e : PATHS.entrySet()) {
            Look.onWindow(() -> bench.inspect(e.getValue()));
            w.shoot(e.getKey());
        }
        Look.onWindow(() -> bench.inspect("this/ns1"));
        Look.rest(300);
        Look.onWindow(() -> type(w.stage(), "#form-routes-new", "10.1.3.1/24 via 10.1.1.3"));
        w.shoot("8-mistake");
        json(w);
        Look.onWindow(() -> bench.table().open(Path.of("topologies/bridge.json")));
        Look.until(() -> bench.canvas()
                                .drawing()
                                .get()
                                .topology()
                                .nodes()
                                .getFirst()
                                .namespaces()
                                .size()
                        == 2
                && bench.canvas().drawing().get().topology().notes().isEmpty());
        Look.onWindow(bench::run);
        Look.until(() -> bench.runModel().state().get() == RunState.RUNNING);
        Look.onWindow(() -> {
            bench.canvas().selection().set(Set.of());
            bench.inspect("this/br-veth0");
        });
        w.shoot("9-running");
    }

    /** The same drawing as text: what is selected, what is found wrong, what cannot be read. */
    private static void json(LookWindow w) throws Exception {
        Workbench bench = w.bench();
        Look.onWindow(() -> {
            bench.inspect("this/ns2");
            ((TabPane) w.stage().getScene().lookup(".side")).getSelectionModel().select(SidePane.Page.JSON.ordinal());
        });
        Look.rest(800);
        w.shoot("json-1");
        JsonArea area = (JsonArea) w.stage().getScene().lookup("#json");
        Look.onWindow(() -> area.insertText(area.getText().indexOf("\"name\""), "oops "));
        Look.rest(800);
        w.shoot("json-2-mistake");
        Look.onWindow(() -> {
            bench.edit("Add", new Edit.AddNode(new Name("other"), new Layout.Box(0, 0, 300, 200)));
            area.replaceText(area.getText().replace("oops ", ""));
        });
        Look.rest(800);
        w.shoot("json-3-crossed");
        Look.onWindow(() -> ((Button) area.getScene().lookup("#json-discard")).fire());
    }

    private static void type(Stage stage, String field, String text) {
        TextInputControl f = (TextInputControl) stage.getScene().lookup(field);
        f.requestFocus();
        f.setText(text);
    }
}
