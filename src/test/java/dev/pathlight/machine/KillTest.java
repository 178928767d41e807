package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever of a running sandbox is killed, nothing of it is left, and the host is as before. */
final class KillTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    /** Which process dies by SIGKILL. */
    enum Victim {
        CLIENT(p -> command(p).contains("KilledClient")),
        ENGINE(p -> command(p).contains("EngineMain") && program(p).endsWith("/java")),
        DOOR(p -> program(p).endsWith("/unshare") && command(p).contains("EngineMain"));

        private final Predicate<ProcessHandle> is;

        Victim(Predicate<ProcessHandle> is) {
            this.is = is;
        }

        private static String program(ProcessHandle p) {
            return p.info().command().orElse("");
        }

        private static String command(ProcessHandle p) {
            return Traces.commandLine(p.pid());
        }

        void kill(ProcessHandle client) {
            List<ProcessHandle> found = Stream.concat(Stream.of(client), client.descendants())
                    .filter(is)
                    .toList();
            assertThat(found).hasSize(1);
            found.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfATestersSandbox(Victim victim) throws Exception {
        HostState before = HostState.now();
        try (Client client = Client.start(List.of(), List.of())) {
            killed(client, victim);
        }
        assertThat(HostState.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftOfAnOrdinaryUsersSandbox(Victim victim) throws Exception {
        assumeTrue(
                System.getProperty("user.name").equals("root"),
                "not root: the tester is the ordinary user, and the other test is this one");
        HostState before = HostState.now();
        try (Client client = Client.startUnprivileged(folder)) {
            killed(client, victim);
        }
        assertThat(HostState.now()).isEqualTo(before);
    }

    @Test
    void nothingIsLeftWhicheverStepOfADrawingTheClientDiesAfter() throws Exception {
        Path drawing = Path.of("topologies/bridge.json").toAbsolutePath();
        int steps = KilledClient.plan(drawing).steps().size();
        assertThat(steps).isGreaterThan(10);
        HostState before = HostState.now();
        for (int k = 0; k <= steps; k++) {
            try (Client client = Client.start(List.of(), List.of("steps", "" + k, drawing.toString()))) {
                Traces traces = Traces.of(client.line());
                assertThat(client.process().waitFor()).isEqualTo(128 + 9);
                assertThat(traces.awaitNone(SOON, List.of()))
                        .as("after step " + k)
                        .isEmpty();
            }
        }
        assertThat(HostState.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 250, 500, 900, 1500, 2500})
    void nothingIsLeftWhenTheClientDiesAmidABigDeploymentOrItsRemoval(int millis) throws Exception {
        HostState before = HostState.now();
        try (Client client = Client.start(List.of(), List.of("star", "400"))) {
            Traces traces = Traces.of(client.line());
            Thread.sleep(millis);
            client.process().destroyForcibly();

            assertThat(traces.awaitNone(SOON, List.of())).isEmpty();
        }
        assertThat(HostState.now()).isEqualTo(before);
    }

    private static void killed(Client client, Victim victim) throws Exception {
        String[] words = client.line().split(" ");
        assertThat(words[0]).isEqualTo("up");
        Traces traces = Traces.of(words[1]);
        List<Long> inodes = Stream.of(words).skip(2).map(Long::parseLong).toList();
        assertThat(inodes).hasSize(4).doesNotContain(0L).doesNotHaveDuplicates();
        assertThat(traces.processes()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(traces.holders(inodes)).isNotEmpty();

        victim.kill(client.process().toHandle());

        assertThat(traces.awaitNone(SOON, inodes)).isEmpty();
        if (victim != Victim.CLIENT) {
            assertThat(client.line())
                    .startsWith("The sandbox is gone: the engine ended")
                    .endsWith("| Everything that ran in it is removed. Run the drawing again.");
        }
    }
}
