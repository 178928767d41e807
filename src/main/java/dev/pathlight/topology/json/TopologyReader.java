package dev.pathlight.topology.json;

import dev.pathlight.topology.Drawing;
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

/**
 * Reads topology JSON, version 1. It never throws for what a file may hold: every fault is told with its line, column
 * and field. Whatever the drawing's values can hold is read; whether it makes sense is the checker's question.
 */
public final class TopologyReader {
    /** The largest file in bytes: room for some ten thousand elements. */
    public static final int MOST_BYTES = 4 << 20;

    private TopologyReader() {}

    public static ReadResult read(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            return refuse(
                    name, Sentence.of("this is a directory, not a file"), Sentence.of("Name the .json file in it."));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in.readNBytes(MOST_BYTES + 1));
        } catch (NoSuchFileException e) {
            return refuse(
                    name,
                    Sentence.of("there is no such file"),
                    Sentence.of("Look at its name and at the directory you are in."));
        } catch (AccessDeniedException e) {
            return refuse(
                    name,
                    Sentence.of("the file may not be read"),
                    Sentence.of("Its permissions must let you read it."));
        } catch (IOException e) {
            return refuse(
                    name,
                    Sentence.of("the file cannot be read: {0}", String.valueOf(e.getMessage())),
                    Sentence.of("Copy it to a local disk and try again."));
        }
    }

    /** {@code name} stands for the file in messages. */
    public static ReadResult read(String name, byte[] json) {
        Faults faults = new Faults(name);
        Optional<Json> tree = text(json, faults).flatMap(text -> JsonTree.parse(text, faults));
        Optional<Drawing> drawing = tree.flatMap(t -> Fields.of(t, "", faults, Sentence.of("a drawing")))
                .map(DrawingReader::read);
        return tree.isPresent() && drawing.isPresent() && faults.isEmpty()
                ? new ReadResult.Good(drawing.get(), Positions.of(name, tree.get()))
                : faults.bad();
    }

    private static ReadResult refuse(String name, Sentence message, Sentence hint) {
        Faults faults = new Faults(name);
        faults.add(message, hint);
        return faults.bad();
    }

    private static Optional<String> text(byte[] json, Faults faults) {
        if (json.length > MOST_BYTES) {
            faults.add(
                    Sentence.of("the file is larger than {0} MiB", MOST_BYTES >> 20),
                    Sentence.of("Is it really a drawing?"));
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
