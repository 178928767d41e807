package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Suggest;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.FreePlace;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Putting a new thing of the palette where the pointer is, under the next free name. */
final class Placing implements Gesture {
    /** Around a bridge, so that its cables and their names are seen. */
    private static final double CABLE_ROOM = 48;

    private final Board board;
    private final Tool tool;
    private Pt at;

    Placing(Board board, Tool tool, Pt at) {
        this.board = board;
        this.tool = tool;
        this.at = at;
    }

    /** Whether clicking with this tool places something. */
    static boolean places(Tool tool) {
        return switch (tool) {
            case NODE, NAMESPACE, CONTAINER, BRIDGE, NOTE -> true;
            case SELECT, CABLE, PING -> false;
        };
    }

    @Override
    public void drag(Pointer p) {
        at = p.world();
    }

    @Override
    public void release(Pointer p) {
        place(board, tool, p.world());
        board.used(p);
    }

    @Override
    public void paint(Brush b, CanvasStyle style) {
        Rect r = outline(tool, at);
        b.raw().setGlobalAlpha(0.18);
        b.fill(r, 14, style.accent());
        b.raw().setGlobalAlpha(1);
        b.outline(r, 14, style.accent(), b.atLeast(2, 1.5));
    }

    /** Adds the thing and selects it. */
    static void place(Board board, Tool tool, Pt at) {
        Layout.Box box = room(board, tool, at).box();
        switch (tool) {
            case NODE -> {
                Name name = Suggest.node(topology(board));
                add(board, "edit.node", name.value(), List.of(new Edit.AddNode(name, box)));
            }
            case NAMESPACE -> namespace(board, at, box);
            case CONTAINER -> container(board, at);
            case BRIDGE -> bridge(board, at, box);
            case NOTE -> {
                Name id = Suggest.note(topology(board));
                String language = board.words().locale().getLanguage();
                Texts text = Texts.of(Map.of(language, board.words().say("note.text")));
                add(board, "edit.note", Element.NOTE + id, List.of(new Edit.AddNote(new Note(id, text), box)));
            }
            case SELECT, CABLE, PING -> board.model().tool().set(tool);
        }
    }

    private static void namespace(Board board, Pt at, Layout.Box box) {
        List<Edit> edits = new ArrayList<>();
        Name node = nodeAt(board, at, edits);
        SpaceId id = Suggest.namespace(topology(board), node);
        edits.add(new Edit.AddNamespace(id, box));
        add(board, "edit.namespace", id.toString(), edits);
    }

    private static void bridge(Board board, Pt at, Layout.Box box) {
        List<Edit> edits = new ArrayList<>();
        SpaceId space = spaceAt(board, at).orElseGet(() -> SpaceId.root(nodeAt(board, at, edits)));
        PortId id = Suggest.bridge(topology(board), space);
        edits.add(new Edit.AddBridge(id, box));
        add(board, "edit.bridge", id.toString(), edits);
    }

    /** In the namespace under the point, else in a new one; what it needs more room for moves out of the others' way. */
    private static void container(Board board, Pt at) {
        List<Edit> edits = new ArrayList<>();
        SpaceId space = spaceAt(board, at).orElseGet(() -> {
            SpaceId fresh = Suggest.namespace(topology(board), nodeAt(board, at, edits));
            edits.add(
                    new Edit.AddNamespace(fresh, room(board, Tool.NAMESPACE, at).box()));
            return fresh;
        });
        Container added = Suggest.container(topology(board), space);
        edits.add(new Edit.SetContainer(space, added));
        moved(board, space, edits).ifPresent(edits::add);
        add(board, "edit.container", space + "/" + added.name(), edits);
    }

    /** Where a namespace stands in others' way once it has grown: its move to where it does not. */
    private static Optional<Edit> moved(Board board, SpaceId space, List<Edit> edits) {
        Drawing next = new Edit.All(edits).applyTo(board.model().drawing().get());
        Scene scene = Scene.of(next, board.words().locale(), board.fonts());
        List<Rect> others = scene.frames().stream()
                .filter(f -> !f.path().startsWith(space.toString()))
                .filter(f -> f.kind() == Frame.Kind.SPACE || f.kind() == Frame.Kind.BRIDGE)
                .map(Frame::rect)
                .toList();
        return scene.frame(space.toString()).map(Frame::rect).flatMap(grown -> {
            Rect free = FreePlace.closest(grown, others, 24);
            return free.equals(grown)
                    ? Optional.empty()
                    : Optional.of(new Edit.MoveBoxes(Map.of(space.toString(), free.box())));
        });
    }

    private static Optional<SpaceId> spaceAt(Board board, Pt at) {
        return board.scene().frames().stream()
                .filter(f -> f.kind() == Frame.Kind.SPACE && f.rect().contains(at))
                .findFirst()
                .map(f -> SpaceId.parse(f.path()));
    }

    /** The node under the point, else the nearest; where there is none yet, a new one. */
    private static Name nodeAt(Board board, Pt at, List<Edit> edits) {
        Optional<Frame> nearest = board.scene().frames().stream()
                .filter(f -> f.kind() == Frame.Kind.NODE)
                .min(Comparator.comparingDouble(
                        f -> f.rect().contains(at) ? -1 : f.rect().centre().distance(at)));
        if (nearest.isPresent()) {
            return new Name(nearest.get().path());
        }
        Name fresh = Suggest.node(topology(board));
        edits.add(new Edit.AddNode(fresh, outline(Tool.NODE, at).box()));
        return fresh;
    }

    private static void add(Board board, String key, String path, List<Edit> edits) {
        List<Edit> all = new ArrayList<>();
        all.add(new Edit.MoveBoxes(Arrange.unplaced(board)));
        all.addAll(edits);
        board.model().intents().edit(board.words().say(key), new Edit.All(all));
        board.model().selection().set(Set.of(path));
        board.focused().set(Optional.of(path));
    }

    private static Topology topology(Board board) {
        return board.model().drawing().get().topology();
    }

    /** Where the thing really goes: at the pointer, or as near as it has room beside what is there. */
    private static Rect room(Board board, Tool tool, Pt at) {
        List<Rect> taken = board.scene().frames().stream()
                .filter(f -> stands(f, tool, at))
                .map(Frame::rect)
                .toList();
        return FreePlace.closest(outline(tool, at), taken, tool == Tool.BRIDGE ? CABLE_ROOM : 24);
    }

    /** A bridge may stand in a namespace, and both in a node; all others need room of their own. */
    private static boolean stands(Frame f, Tool tool, Pt at) {
        return switch (f.kind()) {
            case NODE -> tool == Tool.NODE;
            case SPACE -> tool != Tool.NODE && !(tool == Tool.BRIDGE && f.rect().contains(at));
            case BRIDGE, KERNEL -> tool != Tool.NODE;
            case CONTAINER, LOOPBACK -> tool != Tool.NODE;
            case LAN, NOTE -> true;
            case GROUP -> false;
        };
    }

    private static Rect outline(Tool tool, Pt at) {
        double w = tool == Tool.NODE ? 360 : tool == Tool.BRIDGE ? 260 : 180;
        double h = tool == Tool.NODE ? 240 : tool == Tool.BRIDGE ? 80 : tool == Tool.NOTE ? 60 : 100;
        return new Rect(Arrange.snap(at.x() - w / 2), Arrange.snap(at.y() - h / 2), w, h);
    }
}
