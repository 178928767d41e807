package dev.pathlight.view.files;

import dev.pathlight.topology.Drawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Leaves what a window leaves that is killed: a copy that nobody holds. */
public final class Crashed {
    private Crashed() {}

    public static void leave(StateFolder in, Drawing drawing, Optional<Path> file) throws IOException {
        StateFolder alive = new StateFolder(in.path().resolve("alive"));
        SafetyCopies copies = new SafetyCopies(alive);
        copies.keep(new SafetyCopies.Copy(drawing, file));
        leaveAs(alive, in);
        copies.close();
    }

    /** What is held in {@code alive} is in {@code dead} too, and nobody holds it there. */
    public static void leaveAs(StateFolder alive, StateFolder dead) throws IOException {
        try (Stream<Path> all = Files.list(alive.folder("unsaved"))) {
            for (Path f : all.filter(p -> p.toString().endsWith(".drawing")).toList()) {
                String name = f.getFileName().toString();
                Files.copy(f, dead.folder("unsaved").resolve(name));
                Files.createFile(dead.folder("unsaved").resolve(name.replace(".drawing", ".lock")));
            }
        }
    }
}
