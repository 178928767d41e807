package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.view.BreakModel;
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

    private final Growing growing;

    CanvasMenu(Board board, CanvasPane pane, CanvasActions actions, Growing growing) {
        this.growing = growing;
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
        growing.at(hit.map(Hit::path)).forEach(offer -> items.add(growth(offer)));
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

    /** What flannel would add, as one edit; greyed out with the reason where it has no room. */
    private MenuItem growth(Growing.Offer offer) {
        MenuItem i = new MenuItem(offer.lacking()
                .map(why -> growing.refusal(offer, why))
                .orElseGet(() -> board.words().say(offer.phrase())));
        i.setDisable(offer.lacking().isPresent());
        i.setOnAction(e -> growing.take(offer));
        return i;
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
