package dev.pathlight.view.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Where the app keeps, for this user, what should outlive it: {@code $XDG_STATE_HOME/pathlight} (XDG base directories 0.8). */
public record StateFolder(Path path) {
    private static final String OWNER_ONLY = "rwx------";

    /** The user's own; {@code environment} as {@link System#getenv()} gives it. */
    public static StateFolder of(Map<String, String> environment, Path home) {
        Path named = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        // A relative one is to be ignored, says the specification.
        return new StateFolder((named.isAbsolute() ? named : home.resolve(".local/state")).resolve("pathlight"));
    }

    /** A folder in it that is there, and that nobody else can look into. */
    Path folder(String name) throws IOException {
        Path folder = path.resolve(name);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
            }
        }
        return folder;
    }

    /** Writes beside it first, and on to the disk: whatever ends us meanwhile, the old or the new text is there. */
    static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(false);
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
