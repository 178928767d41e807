package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.Main;
import dev.pathlight.wire.Sandboxed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drawing that one terminal runs is found, entered and stopped from another; each command is a process of its own. */
class RegisterTest {
    @TempDir
    private Path runtime;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void namespacesAreAllowed() {
        Sandboxed.assumePossible();
    }

    @AfterEach
    void nothingIsLeft() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void whatRunsIsListedEnteredAndStoppedFromAnotherTerminal() throws Exception {
        Process run = start("run", "topologies/bridge.json");
        BufferedReader printed = run.inputReader(StandardCharsets.UTF_8);
        assertThat(printed.readLine()).isEqualTo("bridge.json runs in a sandbox. Ctrl-C stops and removes it.");

        assertThat(said("status")).contains("two-namespaces-one-bridge", "this  this/ns1  this/ns2");
        assertThat(said("exec", "two-namespaces-one-bridge", "ns1", "--", "ip", "-br", "addr", "show", "veth0"))
                .contains("veth0", "10.1.1.2/24");
        assertThat(said("exec", "two-namespaces-one-bridge", "this", "--", "ls", "/sys/class/net/br0/brif"))
                .contains("br-veth0", "br-veth1");
        assertThat(said("exec", "two-namespaces-one-bridge", "ns1", "--", "cat", "/proc/net/route"))
                .contains("veth0");
        assertThat(said("stop")).isEqualTo("two-namespaces-one-bridge is stopped and removed.\n");
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said("status")).isEqualTo("Nothing runs.\n");
    }

    @Test
    void aProgramsExitCodeAndItsArgumentsPassUnread() throws Exception {
        Process run = start("run", "topologies/bridge.json");
        run.inputReader(StandardCharsets.UTF_8).readLine();

        Process exec = start(
                "exec",
                "two-namespaces-one-bridge",
                "ns2",
                "--",
                "sh",
                "-c",
                "printf %s \"$1\"; exit 7",
                "x",
                "$(id); '");
        assertThat(text(exec)).isEqualTo("$(id); '");
        assertThat(exec.waitFor()).isEqualTo(7);
        assertThat(said("stop", "two-namespaces-one-bridge")).contains("stopped");
    }

    @Test
    void anEntryWhoseProcessIsGoneCountsForNothing() throws Exception {
        Path folder = Files.createDirectory(runtime.resolve("pathlight"));
        Files.writeString(
                folder.resolve("old.json"),
                "{\"name\":\"old\",\"pid\":1,\"startedMillis\":5,\"file\":\"/x\",\"spaces\":{}}");
        Files.writeString(folder.resolve("torn.json"), "{\"name\":");

        assertThat(said("status")).isEqualTo("Nothing runs.\n");
        assertThat(folder).isEmptyDirectory();
    }

    private String said(String... words) throws IOException {
        return text(start(words));
    }

    private static String text(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }
}
