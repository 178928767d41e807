package dev.pathlight.trace;

import dev.pathlight.live.Sighting;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Sightings a real kernel gave, one a line: nanoseconds since 1970, interface, direction, length, bytes in hex. */
final class KernelCapture {
    private KernelCapture() {}

    static List<Sighting> read(String resource) {
        var stream = Objects.requireNonNull(KernelCapture.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(KernelCapture::sighting)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> lines(List<Sighting> sightings) {
        return sightings.stream()
                .map(s -> "%d %s %s %d %s"
                        .formatted(
                                s.nanos(),
                                s.port(),
                                s.direction().name().toLowerCase(Locale.ROOT),
                                s.length(),
                                HexFormat.of().formatHex(s.bytes())));
    }

    private static Sighting sighting(String line) {
        String[] f = line.split(" ", -1);
        return new Sighting(
                PortId.parse(f[1]),
                Direction.valueOf(f[2].toUpperCase(Locale.ROOT)),
                Long.parseLong(f[0]),
                Integer.parseInt(f[3]),
                HexFormat.of().parseHex(f[4]));
    }
}
