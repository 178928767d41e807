package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.house.Latin;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** In Chinese the window says nothing in English, whatever goes wrong. */
@NeedsDisplay
@ExtendWith(ApplicationExtension.class)
class ChineseWindowTest {
    private static final int LAST_TAB = 3;

    /** Keys of the keyboard, and what the packets are called everywhere. */
    private static final Set<String> SAID_SO_EVERYWHERE = Set.of("Ctrl", "Alt", "Shift", "Space", "Esc", "Pod");

    private Walk walk;
    private Stage stage;

    @TempDir
    private Path dir;

    @Start
    private void start(Stage stage) {
        this.stage = stage;
        walk = Walk.open(stage, FakeSession.refusing(5));
        walk.bench().phrases().locale().set(Locale.CHINESE);
    }

    @AfterEach
    void leave() {
        walk.close();
    }

    @Test
    void aFileThatCannotBeReadIsExplained() throws IOException {
        Path file = Files.writeString(dir.resolve("n.json"), """
            {"version": 1, "name": "n", "nodes": [{"nam": "this", "interfaces": 3}], "cables": [{"ends": ["a/b"]}]}
            """);
        walk.show(b -> b.table().open(file));
        walk.await("the problem is shown", () -> walk.bench().problem().get().isPresent());
        assertThat(walk.text("#problem-what")).isEqualTo("无法打开 n.json；除此之外还有 3 处错误。");
        assertThat(english())
                .containsExactlyInAnyOrderElementsOf(
                        Latin.foreign(file + ": nodes").toList());
    }

    @Test
    void findingsSayWhatIsWrongAndWhatToDo() throws IOException {
        walk.show(b -> b.table().open(written("""
            {"version": 1, "name": "n", "nodes": [{"name": "this", "namespaces": [
                {"name": "ns1", "interfaces": [{"name": "veth0", "addresses": ["10.1.1.2/24"], "mtu": 40}],
                 "routes": [{"to": "10.1.2.0/24", "via": "10.9.1.1"}, {"to": "default", "dev": "veth7"}]},
                {"name": "ns2", "interfaces": [{"name": "veth1", "addresses": ["10.1.1.2/24"]}, {"name": "veth2"}]}]}],
             "cables": [{"ends": ["this/ns1/veth0", "this/ns2/veth1"]}]}
            """)));
        walk.await("the findings are there", () -> walk.bench().findings().size() > 3);
        walk.show(b -> b.inspect("this/ns1"));
        assertThat(english()).isEmpty();
    }

    @Test
    void aRefusedStepIsExplained() {
        walk.show(b -> b.table().open(Path.of("topologies/bridge.json")));
        walk.await("the drawing is on the table", () -> !walk.bench().welcome().get());
        walk.show(b -> b.run());
        walk.await("the problem is shown", () -> walk.bench().problem().get().isPresent());
        walk.await("it has stopped", () -> walk.bench().runModel().state().get() == RunState.STOPPED);
        assertThat(walk.text("#problem-what")).startsWith("第 5 步被拒绝，之前的步骤已全部撤销：");
        assertThat(english()).containsExactlyInAnyOrder("EEXIST", "File", "exists");
    }

    private Path written(String json) {
        try {
            return Files.writeString(dir.resolve("n.json"), json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every word in Latin letters that is none of those that belong into Chinese, on all pages. */
    private List<String> english() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Set<String> said =
                    new java.util.LinkedHashSet<>(Spoken.in(stage.getScene().getRoot()));
            if (stage.getScene().lookup(".side") instanceof TabPane tabs) {
                for (int i = 0; i < Math.min(LAST_TAB, tabs.getTabs().size()); i++) {
                    tabs.getSelectionModel().select(i);
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    said.addAll(Spoken.in(stage.getScene().getRoot()));
                }
            }
            return said.stream()
                    .flatMap(Latin::foreign)
                    .filter(word -> !SAID_SO_EVERYWHERE.contains(word))
                    .distinct()
                    .toList();
        });
    }
}
