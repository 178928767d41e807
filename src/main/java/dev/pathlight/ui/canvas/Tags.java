package dev.pathlight.ui.canvas;

import dev.pathlight.view.Health;
import dev.pathlight.view.TreeMark;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import dev.pathlight.view.scene.Type;
import dev.pathlight.view.scene.Vacancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is said in words beside interfaces and bridges while they run, and where: that one is down, what the spanning tree
 * does with it. Where there is no room for the words the colours alone say it.
 */
final class Tags {
    static final double HEIGHT = 28;
    private static final double BADGE = 20;
    /** No word grows while its seconds pass: they have room for two digits. */
    private static final int WIDEST_SECONDS = 88;

    private final Board board;
    private final Scene scene;
    private final Map<String, Health> health;
    private final Map<String, TreeMark> tree;
    private final Map<String, Integer> drift;
    private final CanvasText words;
    private final Map<String, Rect> places = new HashMap<>();
    private final Map<String, Rect> drifted = new HashMap<>();

    private Tags(Board board) {
        this.board = board;
        scene = board.scene();
        health = board.model().health().get();
        tree = board.model().tree().get();
        drift = board.model().drift().get();
        words = board.words();
    }

    /** Those of the drawing as it runs now; {@code last} is returned when nothing has changed since. */
    static Tags of(Board board, Optional<Tags> last) {
        return last.filter(Tags::isCurrent).orElseGet(() -> new Tags(board).place());
    }

    private boolean isCurrent() {
        return scene.equals(board.scene())
                && health.equals(board.model().health().get())
                && tree.equals(board.model().tree().get())
                && drift.equals(board.model().drift().get())
                && words.equals(board.words());
    }

    /** Where the words or the mark of an interface or bridge stand. */
    Optional<Rect> at(String path) {
        return Optional.ofNullable(places.get(path));
    }

    /** What is said of a port's state in the spanning tree; {@code widest}: in as many digits as it may need. */
    static String state(CanvasText words, TreeMark m, boolean widest) {
        String key = "stp." + m.kind().name().toLowerCase(Locale.ROOT);
        return m.seconds() > 0 ? words.say(key + ".wait", widest ? WIDEST_SECONDS : m.seconds()) : words.say(key);
    }

    private Tags place() {
        if (health.isEmpty() && tree.isEmpty() && drift.isEmpty()) {
            return this;
        }
        Vacancy vacancy = scene.vacancy();
        for (Port p : scene.ports()) {
            place(p, vacancy).ifPresent(r -> places.put(p.path(), r));
        }
        for (Frame f : scene.frames()) {
            if (f.kind() == Frame.Kind.BRIDGE && tree.containsKey(f.path())) {
                root(f, vacancy).ifPresent(r -> places.put(f.path(), r));
            }
        }
        drifted(vacancy);
        return this;
    }

    /** What is live otherwise than drawn says so, beside an interface or on the edge of a box. */
    private void drifted(Vacancy vacancy) {
        double w = width(words.say("drift.tag"));
        for (Port p : scene.ports()) {
            if (drift.containsKey(p.path())) {
                vacancy.beside(p, w, HEIGHT).ifPresent(r -> drifted.put(p.path(), r));
            }
        }
        for (Frame f : scene.frames()) {
            if (drift.containsKey(f.path())) {
                vacancy.edge(around(f, w)).ifPresent(r -> drifted.put(f.path(), r));
            }
        }
    }

    /** On the edge of a box; a node is as large as the picture, so within it, on the line of its title. */
    private List<Rect> around(Frame f, double w) {
        double in = 44;
        Rect box = f.rect();
        double[] lines = f.kind() == Frame.Kind.NODE
                ? new double[] {box.y() + 30, box.bottom() - 30}
                : new double[] {box.y(), box.bottom()};
        List<Rect> places = new ArrayList<>();
        for (double y : lines) {
            for (double x : new double[] {box.right() - in - w, box.x() + in, box.cx() - w / 2}) {
                places.add(new Rect(x, y - HEIGHT / 2, w, HEIGHT));
            }
        }
        for (Port p : scene.ports()) {
            places.removeIf(PortPainter.shape(p)::intersects);
        }
        return places;
    }

    /** Where it is said that something is live otherwise than drawn. */
    Optional<Rect> drifted(String path) {
        return Optional.ofNullable(drifted.get(path));
    }

    private Optional<Rect> place(Port p, Vacancy vacancy) {
        TreeMark mark = tree.get(p.path());
        return switch (board.health(p.path())) {
            case DRAWN -> Optional.empty();
            case UP -> mark == null ? Optional.empty() : beside(p, state(words, mark, true), vacancy);
            case DOWN -> beside(p, words.say("mark.down"), vacancy);
            case PENDING, FAILED -> vacancy.corner(p, PortPainter.shape(p), BADGE);
        };
    }

    private Optional<Rect> beside(Port p, String said, Vacancy vacancy) {
        return vacancy.beside(p, width(said), HEIGHT);
    }

    /** At the right of what stands on the bar, or else beside the bar. */
    private Optional<Rect> root(Frame f, Vacancy vacancy) {
        double w = width(words.say("stp.root"));
        Rect bar = f.rect();
        Rect inside = new Rect(bar.right() - 44 - w, f.titleLine() - HEIGHT / 2, w, HEIGHT);
        if (inside.x() >= FramePainter.barText(f, f.title(), board.fonts())) {
            return Optional.of(inside);
        }
        double gap = 8;
        return vacancy.first(List.of(
                new Rect(bar.right() - w, bar.y() - HEIGHT - gap, w, HEIGHT),
                new Rect(bar.x(), bar.y() - HEIGHT - gap, w, HEIGHT),
                new Rect(bar.right() - w, bar.bottom() + gap, w, HEIGHT),
                new Rect(bar.x(), bar.bottom() + gap, w, HEIGHT),
                new Rect(bar.right() + gap, bar.cy() - HEIGHT / 2, w, HEIGHT),
                new Rect(bar.x() - gap - w, bar.cy() - HEIGHT / 2, w, HEIGHT),
                new Rect(bar.cx() - w / 2, bar.y() - HEIGHT - gap, w, HEIGHT),
                new Rect(bar.cx() - w / 2, bar.bottom() + gap, w, HEIGHT)));
    }

    private double width(String said) {
        return board.fonts().width(said, Type.NUMBER) + 18;
    }
}
