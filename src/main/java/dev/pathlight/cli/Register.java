package dev.pathlight.cli;

import dev.pathlight.session.Session;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs on this computer by {@code pathlight run}, of this user: one small JSON file each, in a directory that only the
 * user may enter. A file whose process is gone counts for nothing and is removed.
 */
final class Register {
    private static final String OWNER_ONLY = "rwx------";

    private final Path folder;

    Register(Path folder) {
        this.folder = folder;
    }

    /** The user's own: {@code $XDG_RUNTIME_DIR/pathlight}, or {@code /tmp/pathlight-USER} where there is no such directory. */
    static Register ofUser() {
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        boolean usable = runtime != null && Files.isWritable(Path.of(runtime));
        return new Register(
                usable
                        ? Path.of(runtime, "pathlight")
                        : Path.of(
                                System.getProperty("java.io.tmpdir"), "pathlight-" + System.getProperty("user.name")));
    }

    /**
     * One running drawing.
     *
     * @param startedMillis when its process began, ms since 1970: a number given anew to another process is told by it
     * @param spaces by path, the descriptor's path by which each namespace is entered
     * @param containers by path, the directory of /proc of each one's first process
     */
    record Entry(
            String name,
            long pid,
            long startedMillis,
            String file,
            Map<String, String> spaces,
            @Nullable Map<String, String> containers) {
        /** An entry of an earlier version knows of none. */
        Map<String, String> containersOrNone() {
            return containers == null ? Map.of() : containers;
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(p -> startOf(p) == startedMillis);
        }
    }

    /** Enters a session of this very process under a name nobody else has: the drawing's, or with a number behind it. */
    Entry enter(Session session, Path file) throws IOException {
        prepare();
        Map<String, String> spaces = new LinkedHashMap<>();
        for (SpaceId space : session.drawing().topology().spaces().toList()) {
            spaces.put(space.toString(), session.namespacePath(space));
        }
        Map<String, String> containers = new LinkedHashMap<>();
        new Places(session.drawing().topology())
                .containers()
                .forEach(spot -> spot.container()
                        .flatMap(c -> session.containerPath(spot.space(), c))
                        .ifPresent(path -> containers.put(spot.toString(), path)));
        List<String> taken = entries().stream().map(Entry::name).toList();
        String wanted = session.drawing().topology().name().value();
        String name = wanted;
        for (int i = 2; taken.contains(name); i++) {
            name = wanted + "-" + i;
        }
        ProcessHandle self = ProcessHandle.current();
        Entry entry =
                new Entry(name, self.pid(), startOf(self), file.toAbsolutePath().toString(), spaces, containers);
        Files.writeString(folder.resolve(name + ".json"), Json.text(entry));
        return entry;
    }

    void leave(Entry entry) {
        remove(folder.resolve(entry.name() + ".json"));
    }

    /** What runs now, by name. */
    List<Entry> entries() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Entry> alive = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                Optional<Entry> entry = read(file).filter(e -> e.process().isPresent());
                entry.ifPresentOrElse(alive::add, () -> remove(file));
            }
        }
        return alive;
    }

    private void prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        }
        // In /tmp somebody else may have been first: then what stands there is not ours to trust.
        if (!Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
            throw new IOException(
                    folder + " belongs to " + Files.getOwner(folder).getName());
        }
    }

    private static Optional<Entry> read(Path file) throws IOException {
        try {
            return Optional.of(JsonMapper.shared().readValue(Files.readString(file), Entry.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It only names a process that is gone: whoever reads it next sees that too.
        }
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
