package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** On every screen, in every language, all words can be read in a window of 1280 by 800: none is cut, none lies over another. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class ReadableWindowTest {
    private Walk walk;
    private Stage stage;
    private final List<String> found = new ArrayList<>();

    @Start
    private void start(Stage shown) {
        stage = shown;
        walk = Walk.open(shown, FakeSession.opener());
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    /** Looks at what is shown, in every language. */
    private void look(String screen) {
        for (Locale locale : Phrases.LANGUAGES) {
            walk.show(b -> b.phrases().locale().set(locale));
            walk.await("it is laid out", () -> true);
            walk.await("what follows from that too", () -> true);
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                        stage.getScene().getRoot().applyCss();
                        stage.getScene().getRoot().layout();
                        return Misfits.of(stage.getScene());
                    })
                    .forEach(m -> found.add(screen + ", " + locale.getLanguage() + ": " + m));
        }
    }

    private void open(String file) {
        walk.show(b -> b.table().open(Path.of("topologies/" + file + ".json")));
        walk.await(
                file + " is on the table",
                () -> !walk.bench().welcome().get()
                        && walk.bench()
                                .drawing()
                                .file()
                                .get()
                                .filter(f -> f.endsWith(file + ".json"))
                                .isPresent());
    }

    private void page(SidePane.Page page) {
        walk.show(b ->
                ((TabPane) stage.getScene().lookup(".side")).getSelectionModel().select(page.ordinal()));
    }

    private void select(String... paths) {
        walk.show(b -> b.canvas().selection().set(Set.of(paths)));
    }

    @Test
    void whatIsDrawnAndWhatRuns() {
        walk.await(
                "the gallery is there", () -> !walk.bench().gallery().groups().isEmpty());
        look("gallery");
        walk.show(b -> b.table().newDrawing());
        look("an empty drawing");
        open("flannel-host-gw");
        look("a drawing");
        page(SidePane.Page.INSPECTOR);
        for (String path : List.of(
                "k8s-1",
                "k8s-1/cni-vmntp",
                "k8s-1/cni0",
                "k8s-1/ens33",
                "k8s-1/cni-vmntp/eth0",
                "k8s-1/vethe6d6bdc6")) {
            select(path);
            look("the inspector of " + path);
        }
        select("k8s-1", "k8s-2");
        look("the inspector of two nodes");
        page(SidePane.Page.PLAN);
        look("the plan");
        open("kernel-forwarding-gateway-outside-subnet");
        walk.await("it is told what is wrong", () -> !walk.bench().findings().isEmpty());
        look("what is wrong with a drawing");
        page(SidePane.Page.TABLES);
        open("bridge");
        walk.show(b -> b.run());
        walk.await("it runs", () -> walk.bench().runModel().state().get() == RunState.RUNNING);
        look("the tables");
        walk.show(b -> b.ping(SpaceId.parse("this/ns1"), SpaceId.parse("this/ns2")));
        walk.await("a packet is on its way", () -> !walk.hop().isEmpty());
        walk.show(b -> {
            b.playJourney(4);
            b.playback().go(0);
        });
        look("a hop");
        walk.show(b -> b.table().open(Path.of("pom.xml")));
        walk.await("a problem is told", () -> walk.bench().problem().get().isPresent());
        look("a problem");
        assertThat(found).isEmpty();
    }

    @Test
    void whatIsLaidOverTheWorkAndLessons(FxRobot robot) {
        open("bridge");
        walk.show(b -> stage.getScene().lookup("#keys").setVisible(true));
        look("all keys");
        walk.show(b -> stage.getScene().lookup("#keys").setVisible(false));
        walk.show(b -> b.imports().show());
        look("the import");
        walk.show(b -> b.imports().hide());
        walk.show(b -> b.table().open(Path.of("topologies/lessons/bridge.lesson.json")));
        walk.await(
                "the lesson has begun",
                () -> walk.bench().lessons().lesson().get().isPresent());
        for (int i = 1; i <= walk.bench().lessons().size(); i++) {
            look("the lesson's step " + i);
            walk.show(b -> b.lessons().next());
        }
        walk.show(b -> {
            b.desk().write();
            b.desk().editor().choose(1);
        });
        look("a lesson that is written");
        assertThat(found).isEmpty();
    }

    /** Else the two above could not fail. */
    @Test
    void wordsThatAreCutOrOverOthersAreFound() {
        open("bridge");
        List<String> seen = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Label narrow = new Label("these words are cut");
            narrow.setMaxWidth(60);
            Label below = new Label("these lie");
            Label above = new Label("over these");
            StackPane planted = new StackPane(new StackPane(below, above));
            ((StackPane) stage.getScene().getRoot()).getChildren().addAll(new StackPane(narrow), planted);
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            return Misfits.of(stage.getScene());
        });
        assertThat(seen)
                .hasSize(2)
                .anyMatch(m -> m.startsWith("“these words are cut” is cut to"))
                .anyMatch(m -> m.startsWith("“these lie” and “over these” lie over each other"));
    }
}
