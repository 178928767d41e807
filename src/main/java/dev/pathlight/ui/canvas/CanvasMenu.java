package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth;
import dev.pathlight.topology.flannel.Publishing;
import dev.pathlight.view.BreakModel;
import dev.pathlight.view.scene.GrowthLayout;
import dev.pathlight.view.scene.Hit;
import dev.pathlight.view.scene.Pt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What a right click offers; everything in it is an intent that exists elsewhere too. */
final class CanvasMenu {
    private static final int MOST_TARGETS = 24;

    private final Board board;
    private final CanvasPane pane;
    private final ContextMenu menu = new ContextMenu();
    private Supplier<List<MenuItem>> more = List::of;

    private final CanvasActions actions;

    CanvasMenu(Board board, CanvasPane pane, CanvasActions actions) {
        this.board = board;
        this.pane = pane;
        this.actions = actions;
        menu.setAutoHide(true);
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::show);
    }

    private void show(ContextMenuEvent e) {
        Optional<Hit> hit = e.isKeyboardTrigger()
                ? board.focused()
                        .get()
                        .flatMap(board::anchor)
                        .flatMap(p -> board.hits().at(p, 1))
                : board.hit(new Pt(e.getX(), e.getY()));
        hit.map(Hit::path).ifPresent(path -> {
            if (!board.model().selection().get().contains(path)) {
                board.model().selection().set(Set.of(path));
            }
            board.focused().set(Optional.of(path));
        });
        menu.getItems().setAll(items(hit));
        menu.show(pane, e.getScreenX(), e.getScreenY());
        e.consume();
    }

    /** What is offered wherever it is opened. */
    void offer(Supplier<List<MenuItem>> items) {
        more = items;
    }

    /** While it shows, keys are its own. */
    boolean isShowing() {
        return menu.isShowing();
    }

    private List<MenuItem> items(Optional<Hit> hit) {
        List<MenuItem> items = new ArrayList<>();
        hit.map(Hit::path).ifPresent(path -> items.addAll(MendItems.at(board, path)));
        hit.flatMap(Pinging::space).ifPresent(from -> items.add(pings(from)));
        hit.map(Hit::path).filter(this::isElement).ifPresent(path -> {
            board.model().breaking().get().flatMap(m -> breakIt(m, path)).ifPresent(items::add);
            if (board.model().intents().enters(path)) {
                items.add(item("menu.terminal", () -> board.model().intents().enter(path)));
            }
        });
        Topology t = board.model().drawing().get().topology();
        hit.map(Hit::path)
                .flatMap(path -> nodeOf(t, path))
                .filter(node -> Growth.isMember(t, node))
                .ifPresent(node -> items.add(growth("menu.addPod", Growth.pod(t, node))));
        hit.map(Hit::path)
                .flatMap(path -> podOf(t, path))
                .ifPresent(pod -> items.add(growth("menu.publish", Publishing.publish(t, pod))));
        if (t.flannel().isPresent()) {
            items.add(growth("menu.addFlannelNode", Growth.node(t)));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.addAll(actions.items());
        items.addAll(more.get());
        items.add(item("menu.arrange", pane::arrange));
        items.add(item("menu.fit", pane::fit));
        return items;
    }

    private boolean isElement(String path) {
        return Element.find(board.model().drawing().get().topology(), path).isPresent();
    }

    private static Optional<Name> nodeOf(Topology t, String path) {
        return Element.find(t, path).flatMap(e -> switch (e) {
            case Element.OfNode n -> Optional.of(n.node().name());
            case Element.OfNamespace n -> Optional.of(n.id().node());
            case Element.OfBridge b -> Optional.of(b.id().space().node());
            default -> Optional.empty();
        });
    }

    private static Optional<SpaceId> podOf(Topology t, String path) {
        return Element.find(t, path)
                .flatMap(e -> e instanceof Element.OfNamespace n && Publishing.isPod(t, n.id())
                        ? Optional.of(n.id())
                        : Optional.empty());
    }

    /** What flannel would add, as one edit; greyed out with the reason where it has no room. */
    private MenuItem growth(String key, Growth.Outcome outcome) {
        String name = board.words().say(key);
        return switch (outcome) {
            case Growth.Outcome.Grown(Topology grown, String path) -> {
                MenuItem i = new MenuItem(name);
                i.setOnAction(e -> {
                    Edit edit = GrowthLayout.edit(
                            board.model().drawing().get(), grown, board.words().locale(), board.fonts());
                    board.model().intents().edit(name, edit);
                    board.model().selection().set(Set.of(path));
                });
                yield i;
            }
            case Growth.Outcome.NoRoom(Sentence why, Sentence hint) -> {
                MenuItem i = new MenuItem(board.words()
                        .say("menu.noRoom", name, why.in(board.words().locale())));
                i.setDisable(true);
                yield i;
            }
        };
    }

    private Menu pings(SpaceId from) {
        Menu m = new Menu(board.words().say("menu.pingFrom", from.shortName()));
        board.model()
                .drawing()
                .get()
                .topology()
                .spaces()
                .filter(to -> !to.equals(from))
                .limit(MOST_TARGETS)
                .forEach(to -> {
                    MenuItem i = new MenuItem(to.toString());
                    i.setMnemonicParsing(false);
                    i.setOnAction(e -> board.model().intents().ping(from, to));
                    m.getItems().add(i);
                });
        m.setDisable(m.getItems().isEmpty());
        return m;
    }

    private Optional<Menu> breakIt(BreakModel model, String path) {
        Menu m = new Menu(board.words().say("menu.break"));
        model.offers(Set.of(path)).stream().limit(MOST_TARGETS).forEach(b -> {
            MenuItem i = new MenuItem(b.words().in(board.words().locale()));
            i.setMnemonicParsing(false);
            i.setOnAction(e -> model.breakIt(b));
            m.getItems().add(i);
        });
        return m.getItems().isEmpty() ? Optional.empty() : Optional.of(m);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem i = new MenuItem(board.words().say(key));
        i.setOnAction(e -> action.run());
        return i;
    }

    /** Whether anything that is selected may go. */
    static boolean canDelete(Board board) {
        return !board.marks().locked().containsAll(board.model().selection().get());
    }

    /** Deletes what is selected and not locked, as one edit. */
    static void delete(Board board) {
        delete(board, "edit.remove");
    }

    static void delete(Board board, String phrase) {
        List<Edit> edits = board.model().selection().get().stream()
                .filter(path -> !board.marks().locked().contains(path))
                .sorted()
                .<Edit>map(Edit.Remove::new)
                .toList();
        if (!edits.isEmpty()) {
            board.model().selection().set(Set.of());
            board.model().intents().edit(board.words().say(phrase), new Edit.All(edits));
        }
    }
}
