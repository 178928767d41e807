package dev.pathlight.ui.canvas;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import java.util.Optional;

/** Drawing an arrow from one namespace to another: a ping. */
final class Pinging implements Gesture {
    private final Board board;
    private final SpaceId from;
    private final Pt start;
    private Pt end;
    private final Optional<String> container;
    private Optional<SpaceId> target = Optional.empty();
    /** The container pointed at, where one container talks to another. */
    private Optional<String> other = Optional.empty();

    Pinging(Board board, SpaceId from, Pointer p) {
        this.board = board;
        this.from = from;
        this.container = p.hit().flatMap(Pinging::container);
        this.start = container
                .flatMap(board::anchor)
                .or(() -> board.anchor(from.toString()))
                .orElse(p.world());
        this.end = p.world();
    }

    /** The network stack a hit belongs to: a bridge's, kernel's or NIC's is its node's. */
    static Optional<SpaceId> space(Hit hit) {
        return switch (hit) {
            case Hit.OnPort p -> Optional.of(p.port().id().space());
            case Hit.OnWire w -> Optional.empty();
            case Hit.OnFrame f -> space(f.frame());
        };
    }

    /** The namespace of the container that is pointed at. */
    static Optional<SpaceId> containerAt(Pointer p) {
        return p.hit().filter(h -> container(h).isPresent()).flatMap(Pinging::space);
    }

    private static Optional<String> container(Hit hit) {
        return hit instanceof Hit.OnFrame f && f.frame().kind() == Frame.Kind.CONTAINER
                ? Optional.of(f.path())
                : Optional.empty();
    }

    private static Optional<SpaceId> space(Frame f) {
        return switch (f.kind()) {
            case NODE, KERNEL, SPACE -> Optional.of(SpaceId.parse(f.path()));
            case BRIDGE, CONTAINER, LOOPBACK -> f.parent().map(SpaceId::parse);
            case LAN, GROUP, NOTE, TEXT -> Optional.empty();
        };
    }

    @Override
    public void drag(Pointer p) {
        other = container.isEmpty()
                ? Optional.empty()
                : p.hit()
                        .flatMap(Pinging::container)
                        .filter(c -> !Optional.of(c).equals(container));
        if (other.isPresent()) {
            target = p.hit().flatMap(Pinging::space);
            end = other.flatMap(board::anchor).orElse(p.world());
            return;
        }
        target = p.hit().flatMap(Pinging::space).filter(s -> !s.equals(from));
        // Only a namespace draws the arrow to it: a node is so large that its middle would be far away.
        end = target.filter(s -> !s.isRoot())
                .flatMap(s -> board.anchor(s.toString()))
                .orElse(p.world());
    }

    @Override
    public void release(Pointer p) {
        drag(p);
        target.ifPresent(to -> {
            board.used(p);
            if (container.isPresent() && other.isPresent()) {
                board.model().intents().talk(container.get(), other.get());
            } else {
                board.model().intents().ping(from, to);
            }
        });
    }

    @Override
    public void paint(Brush b, CanvasStyle style) {
        double length = start.distance(end);
        if (length < 1) {
            return;
        }
        double size = b.atLeast(20, 12);
        Pt back = end.towards(start, Math.min(1, size / length));
        b.line(start, back, style.lit(), b.atLeast(6, 3));
        b.disc(start, b.atLeast(9, 5), style.lit());
        Ink g = b.raw();
        g.setFill(style.lit());
        double nx = (end.y() - start.y()) / length * size * 0.55;
        double ny = -(end.x() - start.x()) / length * size * 0.55;
        g.fillPolygon(
                new double[] {end.x(), back.x() + nx, back.x() - nx},
                new double[] {end.y(), back.y() + ny, back.y() - ny},
                3);
        target.ifPresent(t -> {
            if (other.isPresent() || !t.isRoot()) {
                Target.outline(board, b, style, other.orElse(t.toString()));
            }
            String name = other.map(c -> c.substring(c.lastIndexOf('/') + 1)).orElse(t.shortName());
            Target.hint(board, b, style, end, board.words().say("hint.ping.release", name));
        });
    }
}
