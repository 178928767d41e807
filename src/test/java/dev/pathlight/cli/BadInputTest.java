package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said in three lines, by the exit code too, and nothing has been run. */
class BadInputTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"plan FILE", "trace FILE --ping ns1 ns2", "snapshot FILE", "run FILE", "bench FILE"})
    void everyCommandThatTakesADrawingRefusesOneThatIsNotThere(String line) {
        assertRefused(line.replace("FILE", "no/such.json"), 2, "no/such.json: there is no such file");
    }

    @Test
    void aFileCutShortIsRefusedWithThePlaceOfItsEnd() throws IOException {
        String bridge = Files.readString(BRIDGE);
        assertRefused(trace(bridge.substring(0, bridge.indexOf("ns1"))), 2, "the file ends in the middle");
    }

    @Test
    void aWrongTypeIsRefusedWithItsFieldAndWhatIsWanted() throws IOException {
        String file = changed("[\"10.1.1.2/24\"]", "\"10.1.1.2/24\"");
        assertRefused(trace(file), 2, "nodes[0].namespaces[0].interfaces[0].addresses: an array is wanted here");
    }

    @Test
    void anUnknownFieldIsRefusedByName() throws IOException {
        assertRefused(trace(changed("\"cables\"", "\"cabels\"")), 2, "\"cabels\"");
    }

    @Test
    void twoNamespacesOfOneNameAreAFinding() throws IOException {
        String file = changed("\"name\": \"ns2\"", "\"name\": \"ns1\"");
        assertRefused(trace(file), 1, "there is already a namespace named ns1");
    }

    @Test
    void anInterfaceNameLinuxWouldNotTakeIsRefusedWithItsLength() throws IOException {
        String file = Files.readString(BRIDGE).replace("br-veth0", "a-name-over-15-bytes");
        assertRefused(trace(file), 2, "has 20 bytes; Linux allows interface names of at most 15");
    }

    @Test
    void oneAddressTwiceOnAWireIsAWarningForTheKernelRunsIt() throws IOException {
        String line = trace(changed("10.1.1.3/24", "10.1.1.2/24"));
        String file = line.substring("trace ".length(), line.indexOf(" --ping"));
        CommandLineRun run = CommandLineRun.of("validate", file);
        assertThat(run.out() + run.err()).contains("warning", "both have 10.1.1.2");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aCableToNowhereIsAFinding() throws IOException {
        String file = changed("\"this/br-veth0\"]", "\"this/br-veth9\"]");
        assertRefused(trace(file), 1, "the cable leads to this/br-veth9, which is not drawn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trace topologies/bridge.json",
                "trace topologies/bridge.json --ping ns1",
                "trace topologies/bridge.json --ping ns1 ns2 --count 0",
                "trace topologies/bridge.json --ping ns1 ns2 --ping ns1 ns2",
                "trace topologies/bridge.json --ping ns1 nowhere",
                "trace topologies/bridge.json --ping nowhere ns1",
                "bench topologies/bridge.json --repeat none",
                "plan topologies/bridge.json --as poem",
                "run topologies/bridge.json --on moon",
                "demo --jsn",
                "validate",
                "redner"
            })
    void aCommandLineThatMakesNoSenseEndsWithTwo(String line) {
        assertRefused(line, 2, "");
    }

    @Test
    void aMisspelledPlaceOrCommandIsAnsweredWithTheLikelyOne() {
        assertThat(run("trace topologies/bridge.json --ping ns1 ns22").err()).contains("Did you mean \"ns2\"?");
        assertThat(run("tarce").err()).contains("Did you mean \"trace\"?");
    }

    @Test
    void aMistakeOfPathlightItselfShowsItsPlaceOnlyWithDebug() {
        CommandLineRun plain = run("demo");
        CommandLineRun debug = run("demo --debug");
        assertThat(List.of(plain.exitCode(), debug.exitCode())).containsOnly(70);
        assertThat(plain.err().lines()).hasSize(3);
        assertThat(debug.err()).contains("\tat dev.pathlight.");
    }

    private static CommandLineRun run(String line) {
        return CommandLineRun.of(
                (drawing, events) -> {
                    throw new IllegalStateException("a drawing was run");
                },
                line.split(" "));
    }

    private static void assertRefused(String line, int exitCode, String why) {
        CommandLineRun run = CommandLineRun.of(line.split(" "));
        assertThat(run.err().lines().toList())
                .as(run.toString())
                .hasSize(3)
                .satisfiesExactly(
                        what -> assertThat(what).startsWith("pathlight: "),
                        reason -> assertThat(reason).startsWith("  why: ").contains(why),
                        remedy -> assertThat(remedy).startsWith("  do:  ").hasSizeGreaterThan(12));
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    private static String changed(String from, String to) throws IOException {
        String bridge = Files.readString(BRIDGE);
        assertThat(bridge).contains(from);
        return bridge.replace(from, to);
    }

    private String trace(String json) throws IOException {
        Path file = folder.resolve("drawing.json");
        Files.writeString(file, json);
        return "trace " + file + " --ping ns1 ns2";
    }
}
