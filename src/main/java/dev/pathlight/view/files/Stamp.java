package dev.pathlight.view.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file's content at one moment, so that a later one can be compared: its digest, and what spares reading it again. */
public record Stamp(FileTime modified, long size, String digest) {
    /** Empty when there is no such file. */
    public static Optional<Stamp> of(Path file) throws IOException {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(new Stamp(modified, bytes.length, digest(bytes)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The file as it is now; this very stamp when nobody has written to it. */
    public Optional<Stamp> renewed(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).equals(modified) && Files.size(file) == size
                    ? Optional.of(this)
                    : of(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
