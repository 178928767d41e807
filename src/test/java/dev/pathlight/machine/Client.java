package dev.pathlight.machine;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@link KilledClient} as a process of its own, as the user who tests or as one without any privilege. */
record Client(Process process, BufferedReader out) implements AutoCloseable {
    private static final Pattern NEEDED =
            Pattern.compile(".*/(jnr-|jffi|asm|pcap4j-core|jna|slf4j|jspecify)[^/]*\\.jar|.*/target/(test-)?classes/?");
    private static final String NOBODY = "65534";

    static Client start(List<String> prefix, List<String> arguments) throws IOException {
        return start(prefix, System.getProperty("java.class.path"), System.getProperty("user.home"), arguments);
    }

    /** As user 65534 in {@code folder}, to which everything it needs is copied: it cannot read another's repository. */
    static Client startUnprivileged(Path folder) throws IOException {
        List<String> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (NEEDED.matcher(entry).matches()) {
                Path copy = folder.resolve(path.size() + "-" + Path.of(entry).getFileName());
                copy(Path.of(entry), copy);
                path.add(copy.toString());
            }
        }
        Path home = Files.createDirectory(folder.resolve("home"));
        run("chmod", "-R", "a+rX", folder.toString());
        run("chown", NOBODY, home.toString());
        List<String> prefix = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        return start(prefix, String.join(File.pathSeparator, path), home.toString(), List.of());
    }

    private static void copy(Path from, Path to) throws IOException {
        run("cp", "-r", from.toString(), to.toString());
    }

    private static Client start(List<String> prefix, String classPath, String home, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:-UsePerfData", "-Duser.home=" + home, "-cp", classPath));
        command.add(KilledClient.class.getName());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .directory(new File("/"))
                .start();
        return new Client(process, process.inputReader());
    }

    private static void run(String... command) throws IOException {
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException(Stream.of(command).collect(Collectors.joining(" ")));
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    String line() throws IOException {
        String line = out.readLine();
        return line == null ? "" : line;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
