package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands print that run nothing. */
class WordsTest {
    @Test
    void aPlanIsReadAsSentences() throws IOException {
        assertThat(CommandLineRun.of("plan", "topologies/bridge.json").out()).isEqualTo(expected("plan.txt"));
    }

    @Test
    void aPlanIsReadAsJson() {
        assertThat(CommandLineRun.of("plan", "topologies/bridge.json", "--as", "json")
                        .out())
                .contains("\"topology\" : \"two-namespaces-one-bridge\"")
                .containsSubsequence(
                        "\"number\" : 10",
                        "\"stage\" : \"links\"",
                        "\"operation\" : \"create-bridge\"",
                        "\"space\" : \"this\"",
                        "\"element\" : \"this/br0\"",
                        "\"sentence\" : \"Create bridge br0 in This machine\"");
    }

    @Test
    void aPlanAsNetlinkShowsTheBytesOfEachMessage() {
        assertThat(CommandLineRun.of("plan", "topologies/bridge.json", "--as", "netlink")
                        .out())
                .containsSubsequence("1. ", "unshare(CLONE_NEWNET)", "RTM_NEWLINK", "RTM_NEWADDR");
    }

    @Test
    void aPlanAsIpIsAScript() {
        assertThat(CommandLineRun.of("plan", "topologies/bridge.json", "--as", "ip")
                        .out())
                .startsWith("#!/bin/sh\n")
                .contains("ip netns add ns1\n");
    }

    @Test
    void aDrawingWithoutFindingsHolds() {
        assertThat(CommandLineRun.of("validate", "topologies/bridge.json"))
                .isEqualTo(new CommandLineRun(0, "topologies/bridge.json: nothing to object to\n", ""));
    }

    @Test
    void findingsAreResultsWithTheirPlaceAndTheWorstDecidesTheExitCode(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("nowhere.json");
        Files.writeString(
                file, Files.readString(Path.of("topologies/bridge.json")).replace("this/br-veth0\"]", "this/br9\"]"));
        CommandLineRun run = CommandLineRun.of("validate", "topologies/bridge.json", file.toString(), "--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .containsSubsequence(
                        "\"severity\" : \"error\"",
                        "\"rule\" : \"cable-to-nowhere\"",
                        "\"line\" : 52",
                        "\"field\" : \"cables[0].ends[1]\"",
                        "\"hint\" : ");
    }

    @Test
    void aFileAloneOpensTheWindow() {
        assertThat(CommandLineRun.of("topologies/bridge.json").out()).isEqualTo("window topologies/bridge.json");
        assertThat(CommandLineRun.of().out()).isEqualTo("window empty");
    }

    @Test
    void everyCommandHasAHelp() {
        for (String command :
                new String[] {"demo", "validate", "plan", "trace", "snapshot", "run", "lesson", "bench"}) {
            CommandLineRun run = CommandLineRun.of(command, "--help");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).startsWith("Usage: pathlight " + command).contains("Exit codes:");
        }
    }

    static String expected(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/dev/pathlight/cli", name), StandardCharsets.UTF_8);
    }
}
