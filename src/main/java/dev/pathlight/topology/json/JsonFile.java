package dev.pathlight.topology.json;

import dev.pathlight.topology.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file to its JSON. It never throws for what a file may hold: what is wrong goes to {@link Faults}. */
public final class JsonFile {
    private JsonFile() {}

    /** The file's tree; empty after a fault that leaves none. */
    public static Optional<Json> read(Path file, Faults faults) {
        return bytes(file, faults).flatMap(json -> read(json, faults));
    }

    /** What the file holds; empty after a fault. */
    static Optional<byte[]> bytes(Path file, Faults faults) {
        if (Files.isDirectory(file)) {
            return refuse(faults, Sentence.of("this is a directory, not a file"), Sentence.of("Name the file in it."));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(TopologyReader.MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            return refuse(
                    faults,
                    Sentence.of("there is no such file"),
                    Sentence.of("Look at its name and at the directory you are in."));
        } catch (AccessDeniedException e) {
            return refuse(
                    faults,
                    Sentence.of("the file may not be read"),
                    Sentence.of("Its permissions must let you read it."));
        } catch (IOException e) {
            return refuse(
                    faults,
                    Sentence.of("the file cannot be read: {0}", String.valueOf(e.getMessage())),
                    Sentence.of("Copy it to a local disk and try again."));
        }
    }

    /** The same of what a file holds. */
    public static Optional<Json> read(byte[] json, Faults faults) {
        return text(json, faults).flatMap(text -> JsonTree.parse(text, faults));
    }

    private static Optional<byte[]> refuse(Faults faults, Sentence message, Sentence hint) {
        faults.add(message, hint);
        return Optional.empty();
    }

    /** The same as text. */
    static Optional<String> text(byte[] json, Faults faults) {
        if (json.length > TopologyReader.MOST_BYTES) {
            faults.add(
                    Sentence.of("the file is larger than {0} MiB", TopologyReader.MOST_BYTES >> 20),
                    Sentence.of("Is it really a {0}?", faults.kind()));
            return Optional.empty();
        }
        CharBuffer out = CharBuffer.allocate(json.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(json);
        CoderResult end = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (end.isError()) {
            faults.add(
                    endOf(text),
                    "",
                    Sentence.of(
                            "the file is not UTF-8: the byte {0} does not belong here",
                            "0x%02x".formatted(json[in.position()])),
                    Sentence.of("Save it as UTF-8."));
            return Optional.empty();
        }
        // Some editors begin a file with a byte order mark.
        return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    private static Positions.Place endOf(String text) {
        int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
        return new Positions.Place(line, text.length() - text.lastIndexOf('\n'));
    }
}
