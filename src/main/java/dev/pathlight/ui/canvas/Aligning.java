package dev.pathlight.ui.canvas;

import dev.pathlight.ui.canvas.CanvasAction.Part;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Puts the selected boxes in line with one another, or at even distances. */
final class Aligning {
    private static final Part SECTION = new Part("menu.align", "needs.two");
    private static final Part SPREAD = new Part("menu.align", "needs.three");

    private final Board board;

    Aligning(Board board) {
        this.board = board;
    }

    void offer(CanvasActions to) {
        align(to, "align.left", "Shortcut+Shift+Left", (all, r) -> new Pt(all.x() - r.x(), 0));
        align(to, "align.center", "Shortcut+Shift+C", (all, r) -> new Pt(all.cx() - r.cx(), 0));
        align(to, "align.right", "Shortcut+Shift+Right", (all, r) -> new Pt(all.right() - r.right(), 0));
        align(to, "align.top", "Shortcut+Shift+Up", (all, r) -> new Pt(0, all.y() - r.y()));
        align(to, "align.middle", "Shortcut+Shift+M", (all, r) -> new Pt(0, all.cy() - r.cy()));
        align(to, "align.bottom", "Shortcut+Shift+Down", (all, r) -> new Pt(0, all.bottom() - r.bottom()));
        to.add("align.across", "Shortcut+Shift+H", SPREAD, () -> chosen().size() > 2, () -> spread(true));
        to.add("align.down", "Shortcut+Shift+V", SPREAD, () -> chosen().size() > 2, () -> spread(false));
    }

    private void align(CanvasActions to, String phrase, String keys, BiFunction<Rect, Rect, Pt> way) {
        to.add(phrase, keys, SECTION, () -> chosen().size() > 1, () -> {
            List<Frame> frames = chosen();
            Rect all = frames.stream().map(Frame::rect).reduce(Rect::union).orElseThrow();
            Map<String, Pt> by = new LinkedHashMap<>();
            frames.forEach(f -> by.put(f.path(), way.apply(all, f.rect())));
            Arrange.shift(board, phrase, by);
        });
    }

    /** The outermost stay, and the others stand between them with even gaps. */
    private void spread(boolean across) {
        List<Frame> frames = new ArrayList<>(chosen());
        frames.sort(Comparator.comparingDouble(
                f -> across ? f.rect().cx() : f.rect().cy()));
        Rect all = frames.stream().map(Frame::rect).reduce(Rect::union).orElseThrow();
        double filled = frames.stream()
                .mapToDouble(f -> across ? f.rect().width() : f.rect().height())
                .sum();
        double gap = ((across ? all.width() : all.height()) - filled) / (frames.size() - 1);
        double at = across ? all.x() : all.y();
        Map<String, Pt> by = new LinkedHashMap<>();
        for (Frame f : frames) {
            Rect r = f.rect();
            by.put(f.path(), across ? new Pt(at - r.x(), 0) : new Pt(0, at - r.y()));
            at += (across ? r.width() : r.height()) + gap;
        }
        Arrange.shift(board, across ? "align.across" : "align.down", by);
    }

    /** The selected boxes that may move, those that stand in another selected one left out. */
    private List<Frame> chosen() {
        Set<String> selection = board.model().selection().get();
        return selection.stream()
                .flatMap(p -> board.scene().frame(p).stream())
                .filter(f -> f.isPlaceable() && !board.marks().locked().contains(f.path()))
                .filter(f -> f.parent().filter(selection::contains).isEmpty())
                .toList();
    }
}
