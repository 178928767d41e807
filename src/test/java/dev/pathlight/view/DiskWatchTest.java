package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import dev.pathlight.view.DiskWatch.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the drawing on the table is written to by somebody else. */
class DiskWatchTest {
    private static final double A_WHILE = 2;

    @TempDir
    private Path dir;

    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());
    private Path file = Path.of("");

    @BeforeEach
    void open() throws IOException {
        file = Files.copy(Path.of("topologies/bridge.json"), dir.resolve("class.json"));
        bench.table().open(file);
        later();
        assertThat(change()).isEmpty();
    }

    private void later() {
        bench.advance(A_WHILE, 0);
    }

    private Optional<Change> change() {
        return bench.keeping().disk().change().get();
    }

    private Drawing mine() {
        return bench.drawing().drawing().get();
    }

    private static Edit addressed(String address) {
        return new Edit.SetAddresses(PortId.parse("this/ns1/veth0"), List.of(Cidr.parse(address)));
    }

    private Drawing onDisk() {
        return TopologyReader.read(file) instanceof ReadResult.Good good ? good.drawing() : Drawing.empty();
    }

    /** Another program puts another address there. */
    private Drawing theirs() throws IOException {
        Drawing theirs = addressed("10.8.8.8/24").applyTo(onDisk());
        Files.writeString(file, TopologyWriter.write(theirs));
        later();
        return theirs;
    }

    @Test
    void whatAnotherProgramWroteIsTakenAndUndoBringsOneselfBack() throws IOException {
        bench.edit("Set addresses", addressed("10.7.7.7/24"));
        Drawing mine = mine();
        Drawing theirs = theirs();
        assertThat(change().map(Change::now)).contains(Optional.of(theirs));
        bench.keeping().disk().reload();
        assertThat(mine()).isEqualTo(theirs);
        assertThat(bench.drawing().dirty().get()).isFalse();
        bench.undo();
        assertThat(mine()).isEqualTo(mine);
        assertThat(bench.drawing().dirty().get()).isTrue();
        later();
        assertThat(change()).isEmpty();
    }

    @Test
    void whoKeepsTheirOwnHasSomethingToSaveAndIsNotAskedAgain() throws IOException {
        Drawing mine = mine();
        theirs();
        bench.keeping().disk().keepMine();
        later();
        assertThat(change()).isEmpty();
        assertThat(mine()).isEqualTo(mine);
        assertThat(bench.drawing().dirty().get()).isTrue();
        bench.table().save(file, () -> false, () -> {});
        assertThat(onDisk()).isEqualTo(mine);
    }

    @Test
    void savingAsksBeforeItReplacesWhatAnotherProgramWrote() throws IOException {
        bench.edit("Set addresses", addressed("10.7.7.7/24"));
        Drawing theirs = addressed("10.8.8.8/24").applyTo(onDisk());
        Files.writeString(file, TopologyWriter.write(theirs));
        bench.table().save(file, () -> false, () -> {});
        assertThat(onDisk()).isEqualTo(theirs);
        assertThat(bench.drawing().dirty().get()).isTrue();
        bench.table().save(file, () -> true, () -> {});
        assertThat(onDisk()).isEqualTo(mine());
        later();
        assertThat(change()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsToldOnceAndTheDrawingIsNotSaved() throws IOException {
        Files.delete(file);
        later();
        assertThat(change().map(Change::isGone)).contains(true);
        bench.keeping().disk().keepMine();
        later();
        assertThat(change()).isEmpty();
        assertThat(bench.drawing().dirty().get()).isTrue();
        bench.table().save(file, () -> false, () -> {});
        assertThat(onDisk()).isEqualTo(mine());
        Files.delete(file);
        later();
        assertThat(change()).isPresent();
    }

    @Test
    void aFileThatIsHalfWrittenIsLookedAtAgain() throws IOException {
        Files.writeString(file, "{\"name\": \"cl");
        later();
        assertThat(change().flatMap(Change::now)).isEmpty();
        assertThat(change()).isPresent();
        Drawing theirs = addressed("10.8.8.8/24").applyTo(mine());
        Files.writeString(file, TopologyWriter.write(theirs));
        later();
        assertThat(change().map(Change::now)).contains(Optional.of(theirs));
    }

    @Test
    void ourOwnSavingAndAnotherOrderOfWordsAreNoChange() throws IOException {
        bench.edit("Set addresses", addressed("10.7.7.7/24"));
        bench.table().save(file, () -> false, () -> {});
        later();
        assertThat(change()).isEmpty();
        Files.writeString(file, Files.readString(file).replace("\n", "\n "));
        later();
        assertThat(change()).isEmpty();
        assertThat(bench.drawing().dirty().get()).isFalse();
    }
}
