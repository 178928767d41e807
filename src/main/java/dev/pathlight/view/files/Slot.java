package dev.pathlight.view.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A place for one copy, held by an open, locked file. */
public final class Slot {
    private static final String LOCK = ".lock";

    private final Path lock;
    private final FileChannel held;

    private Slot(Path lock, FileChannel held) {
        this.lock = lock;
        this.held = held;
    }

    static boolean isOne(Path file) {
        return file.toString().endsWith(LOCK);
    }

    /** A new one, under a name nobody else has. */
    static Slot fresh(Path folder) throws IOException {
        while (true) {
            Path file = Files.createTempFile(folder, "", LOCK);
            Optional<Slot> slot = take(file);
            // Another window may just have looked whether it was abandoned, and removed it.
            if (slot.isPresent()) {
                if (Files.exists(file)) {
                    return slot.get();
                }
                slot.get().held.close();
            }
        }
    }

    /**
     * The one of the lock file {@code file}, unless a living process holds it. Not to be asked of one this process holds: Linux
     * lets a lock go when any descriptor of its file is closed.
     */
    static Optional<Slot> take(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new Slot(file, channel));
            }
        } catch (OverlappingFileLockException e) {
            // Another window of this very process holds it.
        }
        channel.close();
        return Optional.empty();
    }

    Path lock() {
        return lock;
    }

    Path beside(String extension) {
        String name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - LOCK.length()) + extension);
    }

    /** Removes what is in it, then itself. */
    void remove(String extension) throws IOException {
        Files.deleteIfExists(beside(extension));
        Files.deleteIfExists(beside(extension + ".new"));
        Files.deleteIfExists(lock);
        held.close();
    }

    /** Lets it go as it is; one that never held a thing is removed. */
    void release(String extension) throws IOException {
        if (Files.exists(beside(extension))) {
            held.close();
        } else {
            remove(extension);
        }
    }
}
