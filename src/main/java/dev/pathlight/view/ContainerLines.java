package dev.pathlight.view;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Sentence;
import java.util.List;
import java.util.Locale;

/** A container's ports as lines: {@code http:80}, {@code tcp:7}. */
final class ContainerLines {
    private static final String SHAPE = "(tcp|udp|http)\\s*:?\\s*[0-9]{1,5}";
    private static final int LAST_PORT = 65_535;

    private ContainerLines() {}

    static List<String> listens(Container c) {
        return c.listens().stream().map(ContainerLines::line).toList();
    }

    static String line(Listen l) {
        return l.protocol() + ":" + l.port();
    }

    /** Throws {@link Malformed} for what names no protocol and port. */
    static Listen parse(String text) {
        String line = text.toLowerCase(Locale.ROOT);
        int port = line.matches(SHAPE) ? Integer.parseInt(line.replaceAll("\\D", "")) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw new Malformed(Sentence.of("\"{0}\" is not a protocol (tcp, udp, http), a colon and a port", text));
        }
        return new Listen(line.replaceAll("[^a-z]", ""), port);
    }
}
