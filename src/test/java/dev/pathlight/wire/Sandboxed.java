package dev.pathlight.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs things in a throw-away user, network and mount namespace, so that a test touches nothing of this machine. */
public final class Sandboxed {
    private static final List<String> UNSHARE = List.of("unshare", "--user", "--map-root-user", "--net", "--mount");

    private Sandboxed() {}

    /** What a program printed, and its exit code. */
    public record Result(int exitCode, String output) {}

    /** Skips the calling test, with the reason, where this machine allows no namespaces. */
    public static void assumePossible() {
        Result probe = run(List.of("true"));
        Assumptions.assumeTrue(probe.exitCode == 0, "no namespaces on this machine: " + probe.output.strip());
    }

    /** Runs a main class of the test's class path. */
    public static Result main(Class<?> main, String... arguments) {
        return main(List.of(), main, arguments);
    }

    /** The same, started by a command that ends by executing its arguments. */
    public static Result main(List<String> starter, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(starter);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** Runs a command; stderr is part of the output. */
    public static Result run(List<String> command) {
        List<String> whole = new ArrayList<>(UNSHARE);
        whole.addAll(command);
        try {
            Path output = Files.createTempFile("sandboxed", ".txt");
            Process process = new ProcessBuilder(whole)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException | InterruptedException e) {
            return new Result(-1, String.valueOf(e));
        }
    }
}
