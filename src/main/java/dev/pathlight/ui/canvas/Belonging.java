package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.graph.Suggest;
import dev.pathlight.ui.canvas.CanvasAction.Part;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.FreePlace;
import dev.pathlight.view.scene.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceDialog;

/** Where things belong, without a mouse: interfaces into bridges and out of them, namespaces into other nodes. */
final class Belonging {
    private static final Part PORTS = new Part("menu.belong", "needs.portAndBridge");
    private static final Part ENSLAVED = new Part("menu.belong", "needs.port");
    private static final Part SPACES = new Part("menu.belong", "needs.spaceAndNode");
    private static final Part SPACE = new Part("menu.belong", "needs.space");
    private static final double AROUND = 40;
    private static final double APART = 60;

    private final Board board;
    private final CanvasPane pane;

    Belonging(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
    }

    void offer(CanvasActions to) {
        to.add(
                "belong.enslave",
                "Shortcut+Shift+E",
                PORTS,
                () -> !bridges().isEmpty(),
                () -> choose("belong.enslave", bridges(), this::enslave));
        to.add("belong.free", "Shortcut+Shift+F", ENSLAVED, () -> !enslaved().isEmpty(), this::free);
        to.add(
                "belong.adopt",
                "Shortcut+Shift+D",
                SPACES,
                () -> !adoption().takers().isEmpty(),
                () -> choose("belong.adopt", adoption().takers(), this::adopt));
        to.add("belong.own", "Shortcut+Shift+I", SPACE, () -> !adoption().isEmpty(), this::settle);
    }

    private Topology topology() {
        return board.model().drawing().get().topology();
    }

    private Set<String> selection() {
        return board.model().selection().get();
    }

    private List<PortId> ports() {
        List<PortId> ports = new ArrayList<>();
        for (String path : selection()) {
            if (Element.find(topology(), path).orElse(null) instanceof Element.OfInterface i) {
                ports.add(i.id());
            }
        }
        return ports;
    }

    private Optional<IfName> bridgeOf(PortId port) {
        return topology()
                .find(port.space())
                .flatMap(s -> s.bridgeOf(port.name()))
                .map(Bridge::name);
    }

    private List<PortId> enslaved() {
        return ports().stream().filter(p -> bridgeOf(p).isPresent()).toList();
    }

    /** Those that all selected interfaces could go into, and at least one of them is not in. */
    private List<String> bridges() {
        List<PortId> ports = ports();
        if (ports.stream().map(PortId::space).distinct().count() != 1) {
            return List.of();
        }
        return topology().find(ports.getFirst().space()).map(Namespace::bridges).orElse(List.of()).stream()
                .map(Bridge::name)
                .filter(b -> ports.stream()
                        .anyMatch(p -> bridgeOf(p).filter(b::equals).isEmpty()))
                .map(IfName::value)
                .toList();
    }

    /** Does it with the only one there is, or asks which. */
    private void choose(String phrase, List<String> names, Consumer<String> deed) {
        if (names.size() == 1) {
            deed.accept(names.getFirst());
            return;
        }
        ChoiceDialog<String> dialog = new ChoiceDialog<>(names.getFirst(), names);
        dialog.initOwner(pane.getScene().getWindow());
        dialog.setTitle(board.words().say(phrase));
        dialog.setHeaderText(board.words().say(phrase));
        dialog.setGraphic(null);
        dialog.showAndWait().ifPresent(deed);
    }

    private void edit(String phrase, Stream<? extends Edit> edits) {
        List<Edit> all = new ArrayList<>();
        all.add(new Edit.MoveBoxes(Arrange.unplaced(board)));
        edits.forEach(all::add);
        board.model().intents().edit(board.words().say(phrase), new Edit.All(all));
    }

    private void enslave(String bridge) {
        edit("belong.enslave", ports().stream().map(p -> new Edit.Enslave(p, new IfName(bridge))));
    }

    private void free() {
        edit("belong.free", enslaved().stream().map(Edit.Free::new));
    }

    private Adoption adoption() {
        return new Adoption(board, board.scene(), selection());
    }

    /** Beside what is in the node already. */
    private void adopt(String node) {
        Adoption adoption = adoption();
        Rect home = board.scene().frame(node).map(Frame::rect).orElse(new Rect(0, 0, 1, 1));
        List<Rect> taken = new ArrayList<>();
        for (Frame f : board.scene().frames()) {
            if (f.kind() != Frame.Kind.NODE && f.kind() != Frame.Kind.GROUP) {
                taken.add(f.rect());
            }
        }
        Map<String, Rect> boxes = places(adoption);
        boxes.replaceAll((path, r) -> {
            Rect wanted = new Rect(home.x() + AROUND, home.y() + 2 * AROUND, r.width(), r.height());
            Rect free = FreePlace.closest(wanted, taken, 24);
            taken.add(free);
            return free;
        });
        into("belong.adopt", node, adoption, Stream.of(move(boxes)));
    }

    private Map<String, Rect> places(Adoption adoption) {
        Map<String, Rect> boxes = new HashMap<>();
        for (SpaceId s : adoption.spaces()) {
            board.scene().frame(s.toString()).ifPresent(f -> boxes.put(f.path(), f.rect()));
        }
        return boxes;
    }

    /** A new node around them, beside the others. */
    private void settle() {
        Adoption adoption = adoption();
        Name node = Suggest.node(topology());
        List<Rect> taken = board.scene().frames().stream()
                .filter(f -> f.parent().isEmpty() && f.kind() != Frame.Kind.GROUP)
                .map(Frame::rect)
                .toList();
        Map<String, Rect> boxes = places(adoption);
        Rect was = boxes.values().stream().reduce(Rect::union).orElseThrow().grown(AROUND);
        Rect around = new Rect(was.x(), was.y() - AROUND, was.width(), was.height() + AROUND);
        Rect home = FreePlace.closest(around, taken, APART);
        boxes.replaceAll((path, r) -> r.moved(home.x() - around.x(), home.y() - around.y()));
        into("belong.own", node.value(), adoption, Stream.of(new Edit.AddNode(node, home.box()), move(boxes)));
    }

    private static Edit move(Map<String, Rect> boxes) {
        Map<String, Layout.Box> places = new HashMap<>();
        boxes.forEach((path, r) -> places.put(path, r.box()));
        return new Edit.MoveBoxes(places);
    }

    private void into(String phrase, String node, Adoption adoption, Stream<Edit> first) {
        edit(phrase, Stream.concat(first, Stream.of(adoption.into(node))));
        Set<String> paths = adoption.paths(node);
        board.model().selection().set(paths);
        board.focused().set(paths.stream().findFirst());
    }
}
