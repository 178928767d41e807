package dev.pathlight.view.files;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.topology.json.TopologyWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of drawings with changes that are not saved, one for each window that is open. A window holds its copy by a lock,
 * which the kernel lets go when its process ends, however that ends: a copy nobody holds is what a crash left behind. Its
 * methods may be called on any thread, one after another.
 */
public final class SafetyCopies {
    private static final String DRAWING = ".drawing";
    private static final String HEADER = "pathlight safety copy 1\n";
    private static final String FILE = "file ";

    private final StateFolder state;
    private Optional<Slot> own = Optional.empty();
    private final Set<Path> held = new HashSet<>();
    private boolean closed;

    public SafetyCopies(StateFolder state) {
        this.state = state;
    }

    /** A drawing, and the file it was opened from or saved to. */
    public record Copy(Drawing drawing, Optional<Path> file) {}

    /** A copy whose window is gone. It is held from now on: no other window offers it. */
    public record Found(Copy copy, Instant written, Slot slot) {}

    /** Keeps {@code copy}; the one before it is gone then. */
    public synchronized void keep(Copy copy) throws IOException {
        if (closed) {
            return;
        }
        if (own.isEmpty()) {
            own = Optional.of(Slot.fresh(state.folder("unsaved")));
            held.add(own.get().lock());
        }
        String file = copy.file().map(f -> FILE + f.toAbsolutePath().toUri()).orElse("");
        StateFolder.write(own.get().beside(DRAWING), HEADER + file + "\n\n" + TopologyWriter.write(copy.drawing()));
    }

    /** Nothing is unsaved any more. */
    public synchronized void forget() throws IOException {
        if (own.isPresent()) {
            own.get().remove(DRAWING);
            own = Optional.empty();
        }
    }

    /** The window is closed; whatever comes later is not kept. */
    public synchronized void close() throws IOException {
        forget();
        closed = true;
    }

    /** What windows that are gone left behind, the latest first; what cannot be read is left alone. */
    public synchronized List<Found> abandoned() throws IOException {
        List<Found> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(state.folder("unsaved"))) {
            for (Path lock :
                    files.filter(f -> Slot.isOne(f) && !held.contains(f)).toList()) {
                Optional<Slot> slot = Slot.take(lock);
                if (slot.isPresent()) {
                    Optional<Found> found = read(slot.get());
                    found.ifPresent(f -> {
                        held.add(lock);
                        all.add(f);
                    });
                    if (found.isEmpty()) {
                        slot.get().release(DRAWING);
                    }
                }
            }
        }
        all.sort((a, b) -> b.written().compareTo(a.written()));
        return all;
    }

    private static Optional<Found> read(Slot slot) throws IOException {
        Path file = slot.beside(DRAWING);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int body = text.indexOf("\n\n");
        if (!text.startsWith(HEADER) || body < 0) {
            return Optional.empty();
        }
        byte[] json = text.substring(body + 2).getBytes(StandardCharsets.UTF_8);
        if (!(TopologyReader.read(file.toString(), json) instanceof ReadResult.Good good)) {
            return Optional.empty();
        }
        Optional<Path> from = text.substring(0, body)
                .lines()
                .filter(l -> l.startsWith(FILE))
                .findFirst()
                .flatMap(l -> path(l.substring(FILE.length())));
        return Optional.of(new Found(
                new Copy(good.drawing(), from), Files.getLastModifiedTime(file).toInstant(), slot));
    }

    private static Optional<Path> path(String uri) {
        try {
            return Optional.of(Path.of(URI.create(uri)));
        } catch (IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Throws it away. */
    public synchronized void discard(Found found) throws IOException {
        found.slot().remove(DRAWING);
    }
}
