package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.session.SessionOpener;
import dev.pathlight.session.Sessions;
import dev.pathlight.topology.Sentence;
import dev.pathlight.wire.Sandboxed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lessons, taken on the real kernel. */
class LessonCommandTest {
    private static final Path BRIDGE = Path.of("topologies/bridge.json").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.pathlight.lesson.json.LessonReaderTest#shipped")
    void everyStepOfAShippedLessonHolds(Path file) {
        Sandboxed.assumePossible();
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "lesson", file.toString(), "--lang", "en");

        assertThat(run.out()).contains("steps hold.\n", "✓").doesNotContain("✗");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsToldWithWhatIsSeenInsteadAndNothingIsDoneAfterIt() throws IOException {
        Sandboxed.assumePossible();
        Path file = lesson("""
            {"do": [{"do": "run"}, {"do": "ping", "from": "this/ns1", "to": "this/ns2"}],
             "expect": [
              {"see": "packet", "packet": "echo-request", "outcome": "delivered", "ttl": 63},
              {"see": "route", "in": "this/ns1", "row": "default"},
              {"see": "mac", "bridge": "this/br0", "owner": "this/ns1/veth0", "absent": true}]},
            {"do": [{"do": "stop"}]}
            """);
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "lesson", file.toString(), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsSubsequence(
                        "✗ The echo request arrives with TTL 63",
                        "seen instead: ICMP echo request 10.1.1.2 → 10.1.1.3",
                        "delivered at ns2 veth1 with TTL 64",
                        "✗ ns1 has the route default",
                        "seen instead: 10.1.1.0/24 dev veth0 scope link src 10.1.1.2",
                        "✗ br0 has not learned where ns1 veth0 is",
                        "dev br-veth0 (ns1 veth0)",
                        "Step 1 of 2 does not hold.")
                .doesNotContain("2. ");
    }

    @Test
    void aCommandThatFailsIsToldWithWhatItSaid() throws IOException {
        Sandboxed.assumePossible();
        Path file = lesson("""
            {"do": [{"do": "run"},
                    {"do": "change", "in": "this/ns1", "commands": [["ip", "link", "set", "nosuch", "up"]]}]}
            """);
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "lesson", file.toString(), "--json", "--lang", "zh");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .containsSubsequence(
                        "\"holds\" : false",
                        "\"action\" : \"运行\"",
                        "在 ns1 中执行 ip link set nosuch up，退出码是 1：",
                        "nosuch");
    }

    @Test
    void aFileThatIsWrongIsToldWithThePlace() throws IOException {
        Path unknown = lesson("{\"do\": [{\"do\": \"pong\"}]}");
        CommandLineRun run = CommandLineRun.of("lesson", unknown.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(unknown + ":2:16: steps[0].do[0].do: \"pong\" is not known here.");

        CommandLineRun misfit = CommandLineRun.of(
                "lesson",
                lesson("{\"do\": [{\"do\": \"ping\", \"from\": \"this/ns1\", \"to\": \"this/ns7\"}]}")
                        .toString());
        assertThat(misfit.exitCode()).isEqualTo(2);
        assertThat(misfit.err()).contains(":2:9: steps[0].do[0]: ", " has no this/ns7");
    }

    @Test
    void aMachineThatRefusesIsNoFaultOfTheLesson() throws IOException {
        Path file = lesson("{\"do\": [{\"do\": \"run\"}], \"expect\": [{\"see\": \"running\"}]}");
        SessionOpener refusing = (drawing, events) -> {
            throw new MachineLost(
                    Sentence.verbatim("This kernel refuses user namespaces."),
                    Sentence.verbatim("Ask your administrator to allow them."));
        };
        CommandLineRun run = CommandLineRun.of(refusing, "lesson", file.toString(), "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("This kernel refuses user namespaces.", "Ask your administrator to allow them.");
        assertThat(run.out()).doesNotContain("✓", "✗");
    }

    private Path lesson(String steps) throws IOException {
        Files.copy(BRIDGE, folder.resolve("bridge.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return Files.writeString(
                folder.resolve("x.lesson.json"),
                "{\"version\": 1, \"name\": \"x\", \"drawing\": \"bridge.json\", \"steps\": [\n%s]}".formatted(steps));
    }
}
