package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Scene;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What becomes of namespaces that are dragged into another node: they are its own from then on. */
final class Adoption {
    private final Board board;
    private final Scene before;
    private final List<SpaceId> spaces;

    /** @param paths what is dragged; one node is dragged as a node, and nothing is adopted */
    Adoption(Board board, Scene before, Set<String> paths) {
        this.board = board;
        this.before = before;
        this.spaces = paths.stream()
                .flatMap(p -> before.frame(p).stream())
                .filter(f -> f.kind() == Frame.Kind.SPACE)
                .filter(f -> !board.marks().locked().contains(f.path()))
                .filter(f -> f.parent().filter(paths::contains).isEmpty())
                .map(f -> SpaceId.parse(f.path()))
                .toList();
    }

    boolean isEmpty() {
        return spaces.isEmpty();
    }

    List<SpaceId> spaces() {
        return spaces;
    }

    /** The nodes that would take all of them: not theirs, and with none of their names. */
    List<String> takers() {
        if (spaces.isEmpty()) {
            return List.of();
        }
        Topology t = before.topology();
        return before.frames().stream()
                .filter(f -> f.kind() == Frame.Kind.NODE)
                .map(Frame::path)
                .filter(node -> spaces.stream()
                        .noneMatch(s -> s.node().value().equals(node)
                                || Element.find(t, node + "/" + s.namespace()).isPresent()))
                .toList();
    }

    /** The one at this point. */
    Optional<String> at(Pt p) {
        return takers().stream()
                .filter(node ->
                        before.frame(node).filter(f -> f.rect().contains(p)).isPresent())
                // Where the node they come from reaches to here, they have not left it.
                .filter(node -> spaces.stream()
                        .noneMatch(s -> before.frame(s.node().value())
                                .filter(f -> f.rect().contains(p))
                                .isPresent()))
                .findFirst();
    }

    Edit into(String node) {
        return new Edit.All(spaces.stream()
                .<Edit>map(s -> new Edit.MoveNamespace(s, new Name(node)))
                .toList());
    }

    Set<String> paths(String node) {
        Set<String> paths = new TreeSet<>();
        spaces.forEach(s -> paths.add(node + "/" + s.namespace()));
        return paths;
    }

    void paint(Brush b, CanvasStyle style, String node) {
        Target.outline(board, b, style, node);
        spaces.stream()
                .findFirst()
                .flatMap(s -> board.anchor(s.toString()))
                .ifPresent(at -> Target.hint(
                        board,
                        b,
                        style,
                        at,
                        board.words().say("hint.adopt", spaces.getFirst().namespace(), node)));
    }
}
