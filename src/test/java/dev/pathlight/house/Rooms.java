package dev.pathlight.house;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The picture of the house as two tables: which room may see which, and where a library may be used. A place is a package
 * under the root, with all packages below it that are no place themselves, or one class.
 */
final class Rooms {
    static final String FRONT_DOOR = "";

    private static final Set<String> LEFT_OF_VIEW = Set.of(
            "house",
            "topology",
            "topology.json",
            "topology.graph",
            "topology.flannel",
            "check",
            "plan",
            "wire",
            "machine",
            "live",
            "trace",
            "session",
            "session.breaking",
            "lesson",
            "lesson.json");

    private static final Map<String, Set<String>> SEES = Map.ofEntries(
            Map.entry("house", Set.of()),
            Map.entry("topology", Set.of("house")),
            Map.entry("topology.json", Set.of("house", "topology")),
            Map.entry("topology.graph", Set.of("house", "topology")),
            Map.entry("topology.flannel", Set.of("house", "topology")),
            Map.entry("check", Set.of("house", "topology", "topology.graph")),
            Map.entry("plan", Set.of("house", "topology", "topology.graph", "check")),
            Map.entry("wire", Set.of("house", "topology", "plan")),
            Map.entry("machine", Set.of("house", "topology", "plan", "wire", "machine.engine")),
            Map.entry("machine.engine", Set.of("house")),
            Map.entry("live", Set.of("house", "topology", "plan", "wire", "machine")),
            Map.entry("trace", Set.of("house", "topology", "wire", "machine", "live")),
            Map.entry("session.breaking", Set.of("house", "topology", "topology.graph", "plan", "wire", "live")),
            Map.entry(
                    "session",
                    Set.of(
                            "house",
                            "topology",
                            "topology.json",
                            "check",
                            "plan",
                            "wire",
                            "machine",
                            "live",
                            "trace",
                            "session.breaking")),
            Map.entry(
                    "lesson",
                    Set.of("house", "topology", "check", "plan", "wire", "machine", "live", "trace", "session")),
            Map.entry("lesson.json", Set.of("house", "topology", "topology.json", "trace", "lesson")),
            Map.entry("view", LEFT_OF_VIEW),
            Map.entry(
                    "ui",
                    Set.of(
                            "house",
                            "topology",
                            "topology.graph",
                            "topology.flannel",
                            "check",
                            "plan",
                            "live",
                            "trace",
                            "session",
                            "session.breaking",
                            "lesson",
                            "view")),
            Map.entry("cli", LEFT_OF_VIEW));

    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("org.jgrapht", Set.of("topology.graph")),
            Map.entry("tools.jackson", Set.of("topology.json", "cli")),
            Map.entry("com.fasterxml.jackson", Set.of("topology.json", "cli")),
            Map.entry("org.eclipse.elk", Set.of("view.scene.ElkLayout")),
            Map.entry("jnr", Set.of("machine.engine")),
            Map.entry("org.pcap4j", Set.of("machine.engine", "trace")),
            Map.entry("com.sun.jna", Set.of("machine.engine")),
            Map.entry("com.pty4j", Set.of("machine.PtyShell")),
            Map.entry("com.techsenger.jeditermfx", Set.of("ui.terminal")),
            Map.entry("picocli", Set.of("cli")),
            Map.entry("javafx", Set.of("ui")),
            Map.entry("javafx.beans", Set.of("view", "ui")),
            Map.entry("javafx.collections", Set.of("view", "ui")),
            Map.entry("javafx.application", Set.of("view.FxThread", "ui")),
            Map.entry("atlantafx", Set.of("ui")),
            Map.entry("org.fxmisc", Set.of("ui")),
            Map.entry("org.reactfx", Set.of("ui")),
            // The words in which ImageIO describes the pictures of a GIF.
            Map.entry("org.w3c.dom", Set.of("ui.picture")),
            Map.entry("org.apache.pdfbox", Set.of("ui.picture")),
            Map.entry("org.apache.fontbox", Set.of("ui.picture")),
            Map.entry("java.awt", Set.of("ui")),
            Map.entry("javax.imageio", Set.of("ui")));

    private static final Set<String> EVERYWHERE = Set.of("java", "org.jspecify", "com.google.errorprone.annotations");

    private Rooms() {}

    /** The room a class stands in; {@code relative} is its name under the root. Empty when the house has no such room. */
    static Optional<String> roomOf(String relative) {
        if (relative.indexOf('.') < 0) {
            return Optional.of(FRONT_DOOR);
        }
        return longest(SEES.keySet(), relative);
    }

    static boolean maySee(String room, String other) {
        return room.equals(other)
                || room.equals(FRONT_DOOR)
                || SEES.getOrDefault(room, Set.of()).contains(other);
    }

    /** Whether the class named {@code relative} may use a class outside the house. A library nobody listed is no one's. */
    static boolean mayUse(String relative, String foreignClass) {
        Optional<String> library = longest(LIBRARIES.keySet(), foreignClass);
        return library.map(name -> isIn(LIBRARIES.getOrDefault(name, Set.of()), relative))
                .orElseGet(() -> longest(EVERYWHERE, foreignClass).isPresent());
    }

    static boolean isIn(Set<String> places, String relative) {
        return longest(places, relative).isPresent();
    }

    private static Optional<String> longest(Set<String> places, String name) {
        return places.stream()
                .filter(place -> name.equals(place) || name.startsWith(place + ".") || name.startsWith(place + "$"))
                .max(Comparator.comparingInt(String::length));
    }

    static List<String> names() {
        return SEES.keySet().stream().sorted().toList();
    }
}
