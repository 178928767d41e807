package dev.pathlight.ui.canvas;

import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what the end of a band is meant for: what is under the pointer, else what is near; a node only where nothing else is. */
final class Snapping {
    /** How far beside the pointer an end is still found, in pixels. */
    private static final double REACH = 36;

    /** Something that could take the end, and how far from it the pointer is. */
    private record Near(String path, double away) {}

    private final Board board;
    private final Predicate<String> takes;
    private final Map<String, Boolean> known = new HashMap<>();

    /** @param takes whether the end may be at this path; asked once for each */
    Snapping(Board board, Predicate<String> takes) {
        this.board = board;
        this.takes = takes;
    }

    Optional<String> at(Pointer p) {
        Optional<String> under = p.hit().filter(h -> !isNode(h)).map(Hit::path).filter(this::isTaker);
        return under.or(() -> p.exact() ? Optional.empty() : nearest(p.world()))
                .or(() -> p.hit().map(Hit::path).filter(this::isTaker));
    }

    private static boolean isNode(Hit hit) {
        return hit instanceof Hit.OnFrame f && f.frame().kind() == Frame.Kind.NODE;
    }

    private boolean isTaker(String path) {
        return known.computeIfAbsent(path, takes::test);
    }

    private Optional<String> nearest(Pt p) {
        double reach = REACH / board.view().get().scale();
        List<Near> all = new ArrayList<>();
        board.scene()
                .ports()
                .forEach(port -> all.add(new Near(port.path(), port.at().distance(p))));
        board.scene().frames().stream()
                .filter(f -> f.kind() != Frame.Kind.NODE)
                .forEach(f -> all.add(new Near(f.path(), away(f.rect(), p))));
        return all.stream()
                .filter(n -> n.away() <= reach)
                .sorted(Comparator.comparingDouble(Near::away))
                .map(Near::path)
                .filter(this::isTaker)
                .findFirst();
    }

    private static double away(Rect r, Pt p) {
        double dx = Math.max(0, Math.max(r.x() - p.x(), p.x() - r.right()));
        double dy = Math.max(0, Math.max(r.y() - p.y(), p.y() - r.bottom()));
        return Math.hypot(dx, dy);
    }
}
