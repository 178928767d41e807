package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.view.Keeping.Recent;
import dev.pathlight.view.files.Crashed;
import dev.pathlight.view.files.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");

    @TempDir
    private Path dir;

    private Workbench bench(String state) {
        return new Workbench(
                FakeSession.opener(),
                new FxThread(Runnable::run, Runnable::run),
                new Phrases(Locale.ENGLISH),
                List.of(),
                Optional.of(new StateFolder(dir.resolve(state))));
    }

    private static void edit(Workbench bench) {
        bench.edit(
                "Set addresses",
                new Edit.SetAddresses(PortId.parse("this/ns1/veth0"), List.of(Cidr.parse("10.9.9.9/24"))));
    }

    private List<Path> kept(String state) throws IOException {
        try (Stream<Path> all = Files.list(dir.resolve(state).resolve("unsaved"))) {
            return all.filter(f -> f.toString().endsWith(".drawing")).toList();
        }
    }

    private void crash(String from, String to) throws IOException {
        Crashed.leaveAs(new StateFolder(dir.resolve(from)), new StateFolder(dir.resolve(to)));
    }

    @Test
    void onlyWhatIsNotSavedIsKept() throws IOException {
        Workbench bench = bench("a");
        bench.table().open(BRIDGE);
        assertThat(kept("a")).isEmpty();
        edit(bench);
        assertThat(kept("a")).hasSize(1);
        bench.undo();
        assertThat(kept("a")).isEmpty();
        bench.redo();
        assertThat(kept("a")).hasSize(1);
        bench.table().save(dir.resolve("mine.json"), () -> {});
        assertThat(kept("a")).isEmpty();
        edit(bench);
        bench.table().newDrawing();
        assertThat(kept("a")).isEmpty();
    }

    @Test
    void aWindowThatIsClosedLeavesNothingBehind() throws IOException {
        Workbench bench = bench("a");
        bench.table().open(BRIDGE);
        edit(bench);
        bench.close();
        edit(bench);
        assertThat(kept("a")).isEmpty();
    }

    @Test
    void whatAnotherWindowIsStillEditingIsNotOffered() {
        Workbench bench = bench("a");
        bench.table().open(BRIDGE);
        edit(bench);
        assertThat(bench("a").keeping().lost()).isEmpty();
    }

    @Test
    void aRestoredDrawingThatWasNeverSavedHasNoFileAndStaysKeptUntilItIsSaved() throws IOException {
        Workbench first = bench("a");
        first.table().newDrawing();
        first.edit("Add node", new Edit.ReplaceDrawing(drawn()));
        crash("a", "b");
        Workbench next = bench("b");
        next.table().restore(next.keeping().lost().getFirst());
        assertThat(next.drawing().drawing().get()).isEqualTo(drawn());
        assertThat(next.drawing().file().get()).isEmpty();
        assertThat(kept("b")).hasSize(1);
        crash("b", "c");
        assertThat(bench("c").keeping().lost().getFirst().copy().drawing()).isEqualTo(drawn());
        next.table().save(dir.resolve("mine.json"), () -> {});
        assertThat(kept("b")).isEmpty();
    }

    private Drawing drawn() {
        Workbench bench = bench("other");
        bench.table().open(BRIDGE);
        return bench.drawing().drawing().get();
    }

    @Test
    void whatCannotBeKeptIsToldOnceAndNothingThatWasKeptIsThrownAway() throws IOException {
        Workbench first = bench("a");
        first.table().open(BRIDGE);
        edit(first);
        crash("a", "b");
        Workbench next = bench("b");
        List<Path> before = kept("b");
        // Where a file stands, nobody can make a folder; not even root.
        Path folder = dir.resolve("b/unsaved");
        Path aside = dir.resolve("b/aside");
        Files.move(folder, aside);
        Files.createFile(folder);
        next.table().restore(next.keeping().lost().getFirst());
        assertThat(next.problem().get().map(Problem::what))
                .contains("Changes that are not saved would be lost in a crash.");
        Files.delete(folder);
        Files.move(aside, folder);
        assertThat(kept("b")).isEqualTo(before);
    }

    @Test
    void aCopyThatCannotBeReadIsLeftAlone() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("a/unsaved"));
        Files.createFile(folder.resolve("1.lock"));
        Files.writeString(folder.resolve("1.drawing"), "pathlight safety copy 2\n\n{}");
        assertThat(bench("a").keeping().lost()).isEmpty();
        assertThat(folder.resolve("1.drawing")).exists();
    }

    @Test
    void theFilesOpenedLastAreListedAndThoseThatAreGoneAreSaidToBe() throws IOException {
        Path one = Files.copy(BRIDGE, dir.resolve("one.json"));
        Path two = Files.copy(BRIDGE, dir.resolve("二 2.json"));
        Workbench bench = bench("a");
        bench.table().open(one);
        bench.table().open(two);
        bench.table().open(one);
        assertThat(bench.keeping().recent()).containsExactly(new Recent(one, true), new Recent(two, true));
        Files.delete(two);
        Workbench next = bench("a");
        assertThat(next.keeping().recent()).containsExactly(new Recent(one, true), new Recent(two, false));
        next.keeping().drop(new Recent(two, false));
        assertThat(bench("a").keeping().recent()).containsExactly(new Recent(one, true));
    }
}
