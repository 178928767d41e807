package dev.pathlight.ui.canvas;

import dev.pathlight.ui.canvas.CanvasAction.Part;
import dev.pathlight.view.scene.Frame;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Selects everything, or everything of one kind. */
final class Selecting {
    private static final Part SECTION = new Part("menu.select", "needs.drawn");

    private final Board board;

    Selecting(Board board) {
        this.board = board;
    }

    void offer(CanvasActions to) {
        to.add("select.all", "Shortcut+A", SECTION, () -> !everything().isEmpty(), () -> select(everything()));
        kind(to, "select.nodes", () -> frames(Frame.Kind.NODE));
        kind(to, "select.namespaces", () -> frames(Frame.Kind.SPACE));
        kind(to, "select.bridges", () -> frames(Frame.Kind.BRIDGE));
        kind(to, "select.containers", () -> frames(Frame.Kind.CONTAINER));
        kind(to, "select.interfaces", this::interfaces);
        kind(to, "select.cables", this::cables);
        kind(to, "select.lans", () -> frames(Frame.Kind.LAN));
        kind(to, "select.notes", () -> {
            Set<String> all = frames(Frame.Kind.NOTE);
            all.addAll(frames(Frame.Kind.TEXT));
            return all;
        });
        kind(to, "select.groups", () -> frames(Frame.Kind.GROUP));
    }

    private void kind(CanvasActions to, String phrase, Supplier<Set<String>> paths) {
        to.add(phrase, "", SECTION, () -> !paths.get().isEmpty(), () -> select(paths.get()));
    }

    private void select(Set<String> paths) {
        board.model().selection().set(paths);
    }

    /** Every box that stands in no other, and so all of them. */
    private Set<String> everything() {
        Set<String> paths = new TreeSet<>();
        board.scene().frames().stream()
                .filter(f -> f.isPlaceable() && f.parent().isEmpty())
                .forEach(f -> paths.add(f.path()));
        return paths;
    }

    private Set<String> frames(Frame.Kind kind) {
        Set<String> paths = new TreeSet<>();
        board.scene().frames().stream().filter(f -> f.kind() == kind).forEach(f -> paths.add(f.path()));
        return paths;
    }

    private Set<String> interfaces() {
        Set<String> paths = new TreeSet<>();
        board.scene().ports().forEach(p -> paths.add(p.path()));
        return paths;
    }

    private Set<String> cables() {
        Set<String> paths = new TreeSet<>();
        board.scene().wires().forEach(w -> w.b().ifPresent(b -> paths.add(w.path())));
        return paths;
    }
}
