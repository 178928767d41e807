package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Kit;
import dev.pathlight.topology.graph.Plugging;
import dev.pathlight.view.scene.Port;
import dev.pathlight.view.scene.Pt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Dragging an interface: onto a bridge of its namespace it becomes a port of that; off the bridge it is in, it is freed; one
 * without a cable, drawn to something else, gets one.
 */
final class Patching implements Gesture {
    /** A shorter way is a click that trembled, in pixels. */
    private static final double FAR = 24;

    /** What releasing here does. */
    private record Deed(String phrase, Edit edit, String outlined, String hint) {}

    private final Board board;
    private final PortId port;
    private final Pointer start;
    private final Pt from;
    private final Snapping snapping;
    private Pt end;
    private Optional<Deed> deed = Optional.empty();

    Patching(Board board, Port port, Pointer start) {
        this.board = board;
        this.port = port.id();
        this.start = start;
        this.from = port.at();
        this.end = start.world();
        this.snapping = new Snapping(board, path -> at(path).isPresent());
    }

    @Override
    public void drag(Pointer p) {
        end = p.world();
        boolean far = p.screen().distance(start.screen()) >= FAR;
        deed = far ? snapping.at(p).flatMap(this::at).or(this::free) : Optional.empty();
        deed.filter(d -> !d.outlined().isEmpty())
                .flatMap(d -> board.anchor(d.outlined()))
                .ifPresent(a -> end = a);
    }

    private Topology topology() {
        return board.model().drawing().get().topology();
    }

    private Optional<IfName> bridge() {
        return topology()
                .find(port.space())
                .flatMap(s -> s.bridgeOf(port.name()))
                .map(Bridge::name);
    }

    private Optional<Deed> at(String path) {
        Optional<Element> element = Element.find(topology(), path);
        if (element.isPresent()
                && element.get() instanceof Element.OfBridge b
                && b.id().space().equals(port.space())) {
            IfName name = b.bridge().name();
            String hint = board.words().say("hint.enslave", port.name(), name);
            return bridge().filter(name::equals).isPresent()
                    ? Optional.of(new Deed("", new Edit.All(List.of()), "", ""))
                    : Optional.of(new Deed("belong.enslave", new Edit.Enslave(port, name), path, hint));
        }
        // A node's whole face takes no end: there one rather wants to get off a bridge.
        boolean none = topology().peerOf(port).isPresent()
                || element.filter(Element.OfNode.class::isInstance).isPresent();
        Optional<Kit.Made> line = none ? Optional.empty() : Plugging.between(topology(), port.toString(), path);
        return line.map(
                made -> new Deed("edit.cable", made.edit(), path, board.words().say("hint.cable.release")));
    }

    /** Away from everything it could join, it leaves its bridge. */
    private Optional<Deed> free() {
        return bridge().map(b ->
                new Deed("belong.free", new Edit.Free(port), "", board.words().say("hint.free", port.name(), b)));
    }

    @Override
    public void release(Pointer p) {
        drag(p);
        deed.filter(d -> !d.phrase().isEmpty()).ifPresent(d -> {
            Edit all = new Edit.All(List.of(new Edit.MoveBoxes(Arrange.unplaced(board)), d.edit()));
            board.model().intents().edit(board.words().say(d.phrase()), all);
            board.model().selection().set(Set.of(port.toString()));
        });
    }

    @Override
    public void paint(Brush b, CanvasStyle style) {
        if (deed.isEmpty()) {
            return;
        }
        b.line(from, end, style.accent(), b.atLeast(4, 2.5));
        b.disc(from, b.atLeast(8, 5), style.accent());
        b.disc(end, b.atLeast(8, 5), style.accent());
        deed.filter(d -> !d.hint().isEmpty()).ifPresent(d -> {
            if (!d.outlined().isEmpty()) {
                Target.outline(board, b, style, d.outlined());
            }
            Target.hint(board, b, style, end, d.hint());
        });
    }
}
