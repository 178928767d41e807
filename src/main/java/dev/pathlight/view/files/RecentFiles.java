package dev.pathlight.view.files;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** Which files were opened or saved last, the last one first; all windows of the user share the list. */
public final class RecentFiles {
    private static final int MOST = 12;

    private final StateFolder state;

    public RecentFiles(StateFolder state) {
        this.state = state;
    }

    public List<Path> list() throws IOException {
        Path file = state.folder("recent").resolve("files");
        return Files.exists(file) ? read(file) : List.of();
    }

    /** Puts {@code used} first; returns the list as it is then. */
    public List<Path> used(Path used) throws IOException {
        return change(List.of(used.toAbsolutePath().normalize()), List.of());
    }

    /** Takes {@code gone} off the list. */
    public List<Path> drop(Path gone) throws IOException {
        return change(List.of(), List.of(gone));
    }

    /** Under a lock, so that two windows do not lose what the other one wrote. */
    private synchronized List<Path> change(List<Path> first, List<Path> without) throws IOException {
        Path folder = state.folder("recent");
        Path file = folder.resolve("files");
        try (FileChannel gate =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Let go when the channel is closed.
            gate.lock();
            SequencedSet<Path> all = new LinkedHashSet<>(first);
            if (Files.exists(file)) {
                all.addAll(read(file));
            }
            without.forEach(all::remove);
            List<Path> next = all.stream().limit(MOST).toList();
            StateFolder.write(
                    file,
                    String.join("", next.stream().map(p -> p.toUri() + "\n").toList()));
            return next;
        }
    }

    private static List<Path> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .flatMap(RecentFiles::path)
                .limit(MOST)
                .toList();
    }

    private static Stream<Path> path(String uri) {
        try {
            return Stream.of(Path.of(URI.create(uri)));
        } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return Stream.empty();
        }
    }
}
