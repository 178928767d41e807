package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
    private static final String BRIDGE = "topologies/bridge.json";

    @TempDir
    private Path folder;

    private String out(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "a.svg, <?xml",
        "a.pdf, %PDF",
        "a.dot, graph",
        "a.gv, graph",
        "a.mmd, flowchart",
        "a.sh, #!/bin/sh",
        "a.json, {",
    })
    void theFormIsWhatTheNameEndsIn(String name, String begin) throws IOException {
        CommandLineRun run = CommandLineRun.of("export", BRIDGE, "-o", out(name));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve(name), java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith(begin);
    }

    @Test
    void aPictureIsRenderedByThatWordToo() throws IOException {
        assertThat(CommandLineRun.of("render", BRIDGE, "-o", out("a.png"), "--look", "dark")
                        .exitCode())
                .isZero();
        assertThat(Files.readAllBytes(folder.resolve("a.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    private static Drawing drawing(Path file) {
        return ((ReadResult.Good) TopologyReader.read(file)).drawing();
    }

    @Test
    void aCopyIsTheSameDrawing() {
        CommandLineRun.of("export", BRIDGE, "-o", out("copy.json"));
        assertThat(drawing(folder.resolve("copy.json"))).isEqualTo(drawing(Path.of(BRIDGE)));
    }

    @Test
    void textWithoutAPlaceGoesToTheTerminal() {
        CommandLineRun run = CommandLineRun.of("export", BRIDGE, "--to", "mermaid");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("flowchart TB");
    }

    @Test
    void aScriptCanBeRunAndHasItsUndoingBesideIt() {
        CommandLineRun run = CommandLineRun.of("export", BRIDGE, "-o", out("net.sh"));
        assertThat(run.exitCode()).isZero();
        assertThat(folder.resolve("net.sh")).isExecutable().content().contains("ip -n this link add name br0");
        assertThat(folder.resolve("net-undo.sh")).isExecutable().content().contains("ip netns del ns1");
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        assertThat(CommandLineRun.of("export", BRIDGE).exitCode()).isEqualTo(Exit.WRONG);
        assertThat(CommandLineRun.of("export", BRIDGE, "--as", "pdf").exitCode())
                .isEqualTo(Exit.WRONG);
        assertThat(CommandLineRun.of("export", out("none.json"), "--as", "dot").exitCode())
                .isEqualTo(Exit.WRONG);
        assertThat(CommandLineRun.of("export", BRIDGE, "-o", out("nowhere/a.svg"))
                        .exitCode())
                .isEqualTo(Exit.MACHINE);
        String loose = Files.readString(Path.of(BRIDGE)).replaceAll("(?s),\\s*\"cables\": \\[.*?\\n  ]", "");
        Path halfDone = Files.writeString(folder.resolve("half-done.json"), loose);
        assertThat(CommandLineRun.of("export", halfDone.toString(), "--as", "sh")
                        .exitCode())
                .isEqualTo(Exit.DOES_NOT_HOLD);
    }
}
