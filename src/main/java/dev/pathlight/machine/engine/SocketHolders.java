package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Event.Holding;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which processes of the sandbox hold which sockets, and in which container they are ({@code proc(5)}). */
final class SocketHolders {
    private static final Path PROC = Path.of("/proc");
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");

    /** By the process namespace, of which each container has one. */
    private final Map<String, String> containers = new HashMap<>();

    /** @param firsts the number of each container's first process, by the container's name */
    SocketHolders(Map<String, Long> firsts) {
        firsts.forEach((name, process) ->
                link(PROC.resolve(process + "/ns/pid")).ifPresent(namespace -> containers.put(namespace, name)));
    }

    /** Of all processes but the engine itself, whose sockets are no service. Those that end meanwhile are left out. */
    List<Holding> all() throws IOException {
        List<Holding> all = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                int number = Integer.parseInt(process.getFileName().toString());
                if (number != ProcessHandle.current().pid()) {
                    add(process, number, all);
                }
            }
        }
        return all;
    }

    private void add(Path process, int number, List<Holding> into) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            String program = Files.readString(process.resolve("comm")).strip();
            String container = link(process.resolve("ns/pid"))
                    .map(namespace -> containers.getOrDefault(namespace, ""))
                    .orElse("");
            for (Path descriptor : descriptors) {
                Matcher socket = SOCKET.matcher(link(descriptor).orElse(""));
                if (socket.matches()) {
                    into.add(new Holding(Long.parseLong(socket.group(1)), number, program, container));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It ended while it was looked at.
        }
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
