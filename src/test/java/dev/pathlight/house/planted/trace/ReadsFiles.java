package dev.pathlight.house.planted.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Wrong: a pure room reads the disk. */
final class ReadsFiles {
    long size(Path file) throws IOException {
        return Files.size(file);
    }
}
