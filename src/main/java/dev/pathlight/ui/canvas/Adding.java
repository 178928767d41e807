package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Note;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Kit;
import dev.pathlight.topology.graph.Suggest;
import dev.pathlight.view.Tool;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.FreePlace;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import dev.pathlight.view.scene.Rect;
import dev.pathlight.view.scene.Scene;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds what a tool of the palette stands for, in the machine or namespace under a point, as one edit. */
final class Adding {
    private final Board board;
    private final Pt at;
    private final List<Edit> edits = new ArrayList<>();

    Adding(Board board, Pt at) {
        this.board = board;
        this.at = at;
    }

    /** Adds it with this place and selects it. */
    void add(Tool tool, Layout.Box box) {
        Topology t = topology();
        switch (tool) {
            case NODE -> {
                Name name = Suggest.node(t);
                did("edit.node", new Kit.Made(name.value(), new Edit.AddNode(name, box)));
            }
            case NAMESPACE -> {
                SpaceId id = Suggest.namespace(t, node());
                did("edit.namespace", new Kit.Made(id.toString(), new Edit.AddNamespace(id, box)));
            }
            case ROUTER -> did("edit.router", Kit.router(t, node(), box));
            case GATEWAY -> did("edit.gateway", Kit.gateway(t, node(), box));
            case CONTAINER -> container();
            case BRIDGE -> {
                PortId id = Suggest.bridge(t, space());
                did("edit.bridge", new Kit.Made(id.toString(), new Edit.AddBridge(id, box)));
            }
            case SWITCH -> did("edit.switch", Kit.networkSwitch(t, space(), box));
            case HUB -> did("edit.hub", Kit.hub(t, space(), box));
            case LAN -> did("edit.lan", Kit.lan(t, box));
            case NOTE -> note("edit.note", box, words("note.text"), true);
            case TEXT -> note("edit.text", box, words("text.text"), false);
            case VXLAN, VLAN, MACVLAN, IPVLAN, DUMMY, VRF, IPIP, GRE, SIT, IP6TNL, WIREGUARD, BOND -> link(tool);
            case SELECT, CABLE, PING, GROUP -> {}
        }
    }

    private Texts words(String phrase) {
        return Texts.of(
                Map.of(board.words().locale().getLanguage(), board.words().say(phrase)));
    }

    /** It is written at once. */
    private void note(String phrase, Layout.Box box, Texts text, boolean framed) {
        Name id = Suggest.note(topology());
        did(phrase, new Kit.Made(Element.NOTE + id, new Edit.AddNote(new Note(id, text, framed), box)));
        board.fresh().set(Optional.of(Element.NOTE + id));
    }

    /** In the stack of what is under the point; on the interface that is. */
    private void link(Tool tool) {
        Optional<Hit> hit = board.hits().at(at, 7);
        Optional<PortId> port = hit.flatMap(Hit::portId);
        SpaceId space =
                port.map(PortId::space).or(() -> hit.flatMap(Pinging::space)).orElseGet(this::space);
        Optional<IfName> below = port.map(PortId::name);
        did("edit.link", Kit.link(topology(), space, below, tool.word()), tool.word());
    }

    /** In the namespace under the point, else in a new one; what it needs more room for moves out of the others' way. */
    private void container() {
        SpaceId space = spaceAt().orElseGet(() -> {
            SpaceId fresh = Suggest.namespace(topology(), node());
            edits.add(new Edit.AddNamespace(
                    fresh, Placing.room(board, Tool.NAMESPACE, at).box()));
            return fresh;
        });
        Container added = Suggest.container(topology(), space);
        edits.add(new Edit.SetContainer(space, added));
        Optional<Edit> moved = moved(space);
        did(
                "edit.container",
                new Kit.Made(
                        space + "/" + added.name(),
                        new Edit.All(moved.map(List::of).orElse(List.of()))));
    }

    /** Where a namespace stands in others' way once it has grown: its move to where it does not. */
    private Optional<Edit> moved(SpaceId space) {
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

    /** The namespace under the point, else the root of the node there. */
    private SpaceId space() {
        return spaceAt().orElseGet(() -> SpaceId.root(node()));
    }

    private Optional<SpaceId> spaceAt() {
        return board.scene().frames().stream()
                .filter(f -> f.kind() == Frame.Kind.SPACE && f.rect().contains(at))
                .findFirst()
                .map(f -> SpaceId.parse(f.path()));
    }

    /** The node under the point, else the nearest; where there is none yet, a new one. */
    private Name node() {
        Optional<Frame> nearest = board.scene().frames().stream()
                .filter(f -> f.kind() == Frame.Kind.NODE)
                .min(Comparator.comparingDouble(
                        f -> f.rect().contains(at) ? -1 : f.rect().centre().distance(at)));
        if (nearest.isPresent()) {
            return new Name(nearest.get().path());
        }
        Name fresh = Suggest.node(topology());
        edits.add(new Edit.AddNode(fresh, Placing.room(board, Tool.NODE, at).box()));
        return fresh;
    }

    private void did(String phrase, Kit.Made made, Object... arguments) {
        List<Edit> all = new ArrayList<>();
        all.add(new Edit.MoveBoxes(Arrange.unplaced(board)));
        all.addAll(edits);
        all.add(made.edit());
        board.model().intents().edit(board.words().say(phrase, arguments), Arrange.givingWay(board, new Edit.All(all)));
        board.model().selection().set(Set.of(made.path()));
        board.focused().set(Optional.of(made.path()));
    }

    private Topology topology() {
        return board.model().drawing().get().topology();
    }
}
