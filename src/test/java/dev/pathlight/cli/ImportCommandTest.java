package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.json.FlannelReaderTest;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    @TempDir
    private Path folder;

    private Path yaml(String text) throws IOException {
        return Files.writeString(folder.resolve("kube-flannel.yml"), text);
    }

    private CommandLineRun imported(Path yaml, String... more) {
        String[] args = Stream.concat(
                        Stream.of("import", "flannel", yaml.toString(), "-o", out().toString()), Stream.of(more))
                .toArray(String[]::new);
        return CommandLineRun.of(args);
    }

    private Path out() {
        return folder.resolve("out.json");
    }

    @Test
    void theLecturesConfigMapBecomesADrawingThatIsSound() throws IOException {
        CommandLineRun run = imported(yaml(FlannelReaderTest.lecture()), "--nodes", "3", "--pods", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("%s: flannel-host-gw, 3 nodes, 1 pods on each, out of 10.244.0.0/16%n".formatted(out()));
        assertThat(TopologyReader.read(out())).isInstanceOf(ReadResult.Good.class);
        assertThat(CommandLineRun.of("validate", out().toString()).exitCode()).isZero();
    }

    @Test
    void whatIsLeftOutIsToldBesides() throws IOException {
        String odd = FlannelReaderTest.lecture().replace("\"host-gw\"", "\"host-gw\", \"MTU\": 9000");
        CommandLineRun run = imported(yaml(odd));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("kube-flannel.yml:35:28: data[\"net-conf.json\"].Backend.MTU: left out:");
    }

    @Test
    void aBackendThatIsNotDrawnIsRefusedAndNothingIsWritten() throws IOException {
        CommandLineRun run = imported(yaml(FlannelReaderTest.lecture().replace("\"host-gw\"", "\"udp\"")));

        assertThat(run.exitCode()).isEqualTo(Exit.WRONG);
        assertThat(run.err())
                .contains(
                        "why: the backend udp is not drawn",
                        "do:  Write \"Backend\": {\"Type\": \"host-gw\"} or vxlan.");
        assertThat(out()).doesNotExist();
    }

    @Test
    void moreNodesThanThereIsRoomForAreRefused() throws IOException {
        String small = FlannelReaderTest.lecture().replace("10.244.0.0/16", "10.244.0.0/23");
        CommandLineRun run = imported(yaml(small), "--nodes", "5");

        assertThat(run.exitCode()).isEqualTo(Exit.DOES_NOT_HOLD);
        assertThat(run.err()).contains("5 nodes with 2 pods each cannot be drawn", "Every /25 of 10.244.0.0/23");
        assertThat(imported(yaml(small), "--nodes", "0").exitCode()).isEqualTo(Exit.WRONG);
    }
}
