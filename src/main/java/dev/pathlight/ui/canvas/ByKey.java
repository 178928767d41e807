package dev.pathlight.ui.canvas;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * A tool in the hands of somebody without a mouse: Enter places a thing where the focus is; for a band, Enter takes hold of
 * what has the focus, Tab stretches the band, and Enter lets go.
 */
final class ByKey {
    /** Between two places that are tried, in drawing units. */
    private static final double STRIDE = 20;

    private final Board board;
    private final CanvasPane pane;
    /** What stays selected while Tab walks on. */
    private Set<String> kept = Set.of();

    ByKey(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
    }

    /** Whether Enter means the tool. {@code again}: the tool stays at hand. */
    boolean enter(boolean again) {
        Tool tool = board.model().tool().get();
        Optional<String> at = board.focused().get();
        if (tool == Tool.SELECT) {
            return false;
        }
        if (tool.places()) {
            board.say("");
            Placing.place(board, tool, spot(tool));
            if (!again) {
                board.model().tool().set(Tool.SELECT);
            }
        } else if (board.gesture().get().isPresent()) {
            Gesture band = board.gesture().get().get();
            board.gesture().set(Optional.empty());
            board.say("");
            at.flatMap(p -> pointer(p, again)).ifPresent(band::release);
        } else {
            Optional<Gesture> band = at.flatMap(p -> pointer(p, again)).flatMap(p -> band(tool, p));
            board.gesture().set(band);
            board.say(board.words().say(band.isPresent() ? "hint.keys.to" : "hint.keys.from"));
        }
        return true;
    }

    private Optional<Gesture> band(Tool tool, Pointer from) {
        Hit hit = from.hit().orElseThrow();
        return tool == Tool.CABLE
                ? Optional.of(new Joining(board, hit, from))
                : Pinging.space(hit).map((SpaceId space) -> new Pinging(board, space, from));
    }

    /** The focus has come to {@code path}: a band that is held ends there now. */
    void reached(Optional<String> path) {
        Optional<Gesture> band = board.gesture().get();
        if (band.isPresent()) {
            path.flatMap(p -> pointer(p, false)).ifPresent(band.get()::drag);
            pane.repaintOverlay();
        }
    }

    /** Keeps what has the focus selected while Tab walks on, or lets it go again. */
    void keep() {
        Set<String> next = new TreeSet<>(kept());
        board.focused().get().ifPresent(path -> {
            if (!next.remove(path)) {
                next.add(path);
            }
        });
        kept = Set.copyOf(next);
        board.model().selection().set(kept);
    }

    /** What was kept, as far as it still is selected. */
    Set<String> kept() {
        return board.model().selection().get().containsAll(kept) ? kept : Set.of();
    }

    private Optional<Pointer> pointer(String path, boolean shift) {
        Optional<Hit> hit = board.scene()
                .frame(path)
                .<Hit>map(Hit.OnFrame::new)
                .or(() -> board.portAt(path).stream().findFirst().map(Hit.OnPort::new))
                .or(() -> board.scene().wire(path).map(Hit.OnWire::new));
        return board.anchor(path)
                .filter(at -> hit.isPresent())
                .map(at -> new Pointer(board.view().get().toScreen(at), at, hit, shift, true));
    }

    /** Into what has the focus, else into the middle of what is seen; a bridge not into a namespace that is not meant. */
    private Pt spot(Tool tool) {
        Rect seen = board.seen();
        Optional<String> at = board.focused().get();
        if (tool.family() == Tool.Family.LINK && at.isPresent()) {
            return board.anchor(at.get()).orElse(seen.centre());
        }
        Optional<Frame> in = at.flatMap(p -> board.scene()
                .frame(p)
                .or(() -> board.portAt(p).stream()
                        .findFirst()
                        .flatMap(port -> board.scene().frame(port.owner().path()))));
        Rect room = in.map(Frame::rect).orElse(seen);
        boolean meant = in.filter(f -> f.kind() == Frame.Kind.SPACE).isPresent();
        return tool.family() == Tool.Family.BRIDGE && !meant ? clear(room) : room.centre();
    }

    /** The place nearest to the lower middle of {@code room} where no namespace stands. */
    private Pt clear(Rect room) {
        List<Rect> spaces = board.scene().frames().stream()
                .filter(f -> f.kind() == Frame.Kind.SPACE)
                .map(Frame::rect)
                .toList();
        Pt best = new Pt(room.cx(), room.bottom() - STRIDE);
        return steps(room.y(), room.bottom())
                .mapToObj(y -> steps(room.x(), room.right()).mapToObj(x -> new Pt(x, y)))
                .flatMap(row -> row)
                .filter(p -> spaces.stream().noneMatch(r -> r.contains(p)))
                .min(Comparator.comparingDouble(best::distance))
                .orElse(best);
    }

    private static DoubleStream steps(double from, double to) {
        return DoubleStream.iterate(from + STRIDE / 2, d -> d < to, d -> d + STRIDE);
    }
}
