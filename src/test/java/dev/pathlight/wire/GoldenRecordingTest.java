package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The golden scene on this machine's kernel. With {@code -Dgolden.record=src/test/resources/golden} it writes the
 * fixtures anew.
 */
class GoldenRecordingTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void thisKernelAcceptsEveryRequestAndItsAnswersAreUnderstood() throws IOException {
        Sandboxed.assumePossible();
        Path target = Path.of(System.getProperty("golden.record", directory.toString()));
        Sandboxed.Result result = Sandboxed.main(GoldenRecorder.class, target.toString());
        assertThat(result).isEqualTo(new Sandboxed.Result(0, ""));
        List<KernelNotice> unknown =
                GoldenRecorder.read(Files.readString(target.resolve("answers.hex"))).values().stream()
                        .flatMap(d -> NetlinkDecoder.decode(d).stream())
                        .filter(KernelNotice.Unknown.class::isInstance)
                        .toList();
        assertThat(unknown).isEmpty();
    }
}
