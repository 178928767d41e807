package dev.pathlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process of its own, ended from outside. */
class KilledWindowTest {
    private static final int SIGTERM = 15;

    @TempDir
    private Path dir;

    @Test
    void aWindowThatIsToldToEndDoesSoQuietly() throws Exception {
        Path err = dir.resolve("err");
        ProcessBuilder start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // On the tests' own display it would take the keys from the windows after it.
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.pathlight.Main",
                        "topologies/bridge.json")
                .redirectError(err.toFile())
                .redirectOutput(dir.resolve("out").toFile());
        start.environment().put("XDG_STATE_HOME", dir.toString());
        Process window = start.start();
        TimeUnit.SECONDS.sleep(5);
        assertThat(window.isAlive()).isTrue();
        window.destroy();
        assertThat(window.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(window.exitValue()).isEqualTo(128 + SIGTERM);
        List<String> said = Files.readAllLines(err).stream()
                .filter(l -> l.contains("Pathlight") || l.contains("Exception") || l.contains("-pl-"))
                .toList();
        assertThat(said).isEmpty();
    }
}
