package dev.pathlight.machine;

import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds, in /proc of this host, who keeps network namespaces alive: who stands in one, or has a descriptor of one. The kernel
 * gives the number of one that is gone to the next one that is made, by whomever; so who holds it still is who held it before.
 */
final class Holders {
    private static final Path PROC = Path.of("/proc");

    /** Names of namespaces in /proc ({@code net:[4026532008]}), and whose they are. */
    private final Map<String, SpaceId> spaces = new HashMap<>();

    private final List<Holder> before;

    /** Looks at the namespaces while they are there; a path is one that {@link Machine#namespacePath} gives. */
    Holders(Set<SpaceId> wanted, Function<SpaceId, String> path) {
        wanted.forEach(id -> name(Path.of(path.apply(id))).ifPresent(name -> spaces.put(name, id)));
        before = now();
    }

    /** Who holds one of them still. Processes of other users are not seen by an ordinary one. */
    List<Holder> find() {
        return now().stream().filter(before::contains).toList();
    }

    private List<Holder> now() {
        List<Holder> found = new ArrayList<>();
        if (!spaces.isEmpty()) {
            ProcessHandle.allProcesses()
                    .forEach(p -> held(p.pid()).forEach(s -> found.add(new Holder(s, p.pid(), command(p.pid())))));
        }
        found.sort(Comparator.comparing(Holder::space).thenComparingLong(Holder::pid));
        return found;
    }

    private Set<SpaceId> held(long pid) {
        Path process = PROC.resolve(Long.toString(pid));
        Set<SpaceId> held = new TreeSet<>();
        add(process.resolve("ns/net"), held);
        for (String folder : List.of("task", "fd")) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(process.resolve(folder))) {
                entries.forEach(e -> add(folder.equals("fd") ? e : e.resolve("ns/net"), held));
            } catch (IOException | DirectoryIteratorException e) {
                // It ended meanwhile, or is somebody else's.
            }
        }
        return held;
    }

    private void add(Path link, Set<SpaceId> held) {
        name(link).map(spaces::get).ifPresent(held::add);
    }

    private static Optional<String> name(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String command(long pid) {
        try {
            return new String(Files.readAllBytes(PROC.resolve(pid + "/cmdline")), StandardCharsets.UTF_8)
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }
}
