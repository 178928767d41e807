package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.view.FakeSession;
import dev.pathlight.view.FxThread;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Workbench;
import dev.pathlight.view.files.SafetyCopies.Found;
import dev.pathlight.view.files.StateFolder;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window is killed in the middle of things, as a power cut or the kernel's out-of-memory killer would. */
class CrashTest {
    /** Longer than what may be lost, at one every 20 ms. */
    private static final int EDITS = 200;

    private static final long MAY_BE_LOST = TimeUnit.SECONDS.toNanos(2);

    @TempDir
    private Path dir;

    private record Made(int number, long nanos) {
        static Made parse(String line) {
            String[] words = line.split(" ", 2);
            return new Made(Integer.parseInt(words[0]), Long.parseLong(words[1]));
        }
    }

    @Test
    void aKilledWindowLosesAtMostTheLastTwoSecondsAndOffersTheRestAtTheNextStart() throws Exception {
        Path file = Files.copy(Path.of("topologies/bridge.json"), dir.resolve("class.json"));
        Drawing saved = read(file);
        byte[] bytes = Files.readAllBytes(file);
        Instant start = Instant.now().minusSeconds(2);

        List<Made> made = editUntilKilled(file);

        Workbench bench = next();
        assertThat(bench.keeping().lost()).hasSize(1);
        Found found = bench.keeping().lost().getFirst();
        int kept = number(saved, found.copy().drawing(), made.size());
        assertThat(found.copy().file()).contains(file);
        assertThat(found.written()).isBetween(start, Instant.now());
        long killed = made.getLast().nanos();
        assertThat(made)
                .filteredOn(m -> m.number() > kept)
                .allSatisfy(m -> assertThat(killed - m.nanos()).isLessThan(MAY_BE_LOST));
        assertThat(bench.keeping().title(found)).isEqualTo("class.json");

        bench.table().restore(found);
        assertThat(bench.drawing().drawing().get())
                .isEqualTo(EditingProcess.edit(kept).applyTo(saved));
        assertThat(bench.drawing().dirty().get()).isTrue();
        assertThat(bench.drawing().undoName().get()).isEqualTo("Restore changes");
        assertThat(Files.readAllBytes(file)).as("the file, before it is saved").isEqualTo(bytes);
        assertThat(bench.keeping().lost()).isEmpty();
        bench.table().save(file, () -> {});
        assertThat(read(file)).isEqualTo(bench.drawing().drawing().get());
        try (Stream<Path> left = Files.list(dir.resolve("state/unsaved"))) {
            assertThat(left).isEmpty();
        }
    }

    /** The edits that were made, the last one last. */
    private List<Made> editUntilKilled(Path file) throws Exception {
        Process window = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EditingProcess.class.getName(),
                        dir.resolve("state").toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Made> made = new ArrayList<>();
        try (BufferedReader out = window.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                made.add(Made.parse(line));
                if (made.size() == EDITS) {
                    // SIGKILL: nothing in the process hears of it. By its handle: the process itself would close the
                    // stream.
                    window.toHandle().destroyForcibly();
                }
            }
        } finally {
            window.destroyForcibly().waitFor();
        }
        assertThat(made).hasSizeGreaterThanOrEqualTo(EDITS);
        return made;
    }

    /** Which edit made {@code drawing} of {@code saved}; the process may have made one it could not tell of any more. */
    private static int number(Drawing saved, Drawing drawing, int told) {
        for (int n = 1; n <= told + 1; n++) {
            if (EditingProcess.edit(n).applyTo(saved).equals(drawing)) {
                return n;
            }
        }
        throw new AssertionError("what was kept is none of what was drawn: " + drawing);
    }

    /** The window's next start; all on this thread, at once. */
    private Workbench next() {
        return new Workbench(
                FakeSession.opener(),
                new FxThread(Runnable::run, Runnable::run),
                new Phrases(Locale.ENGLISH),
                List.of(),
                Optional.of(new StateFolder(dir.resolve("state"))));
    }

    private static Drawing read(Path file) {
        return TopologyReader.read(file) instanceof ReadResult.Good good ? good.drawing() : Drawing.empty();
    }
}
