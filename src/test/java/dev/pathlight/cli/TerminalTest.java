package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.Main;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether what was told arrived. */
class TerminalTest {
    private final StringWriter err = new StringWriter();

    @Test
    void resultsThatCouldNotBeWrittenEndTheProcessWithThreeAndTheReason() {
        assertThat(List.of(ended(full(), false, 0), ended(full(), false, 1))).containsOnly(3);
        assertThat(err.toString().lines().limit(3)).containsExactly("""
            pathlight: Not all of the output could be written.
              why: No space left on device
              do:  Make room where it goes, or send it elsewhere, and run this again.\
            """.split("\n"));
    }

    @Test
    void aReaderWhoHasGoneIsNoNewsAndTheVerdictStays() {
        assertThat(List.of(ended(full(), true, 0), ended(full(), true, 1))).containsExactly(0, 1);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whereEverythingArrivedTheVerdictStays() {
        assertThat(List.of(
                        ended(OutputStream.nullOutputStream(), false, 0),
                        ended(OutputStream.nullOutputStream(), false, 70)))
                .containsExactly(0, 70);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFullDeviceFailsAWholeCommandAndAClosedPipeDoesNot() throws Exception {
        String line = String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "'" + System.getProperty("java.class.path") + "'",
                Main.class.getName(),
                "plan topologies/bridge.json");

        assertThat(shell(line + " > /dev/full")).isEqualTo(3);
        assertThat(shell("set -o pipefail; " + line + " | true")).isZero();
    }

    private int ended(OutputStream results, boolean piped, int exitCode) {
        Terminal terminal = new Terminal(results, piped, new PrintWriter(err, true));
        terminal.out().println("a result");
        return terminal.end(exitCode);
    }

    private static int shell(String script) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", script)
                .redirectError(new File("/dev/null"))
                .start()
                .waitFor();
    }

    private static OutputStream full() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
    }
}
