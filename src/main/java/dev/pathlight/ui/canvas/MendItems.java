package dev.pathlight.ui.canvas;

import dev.pathlight.check.Mend;
import dev.pathlight.topology.Element;
import dev.pathlight.view.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What is wrong with a thing, and its mends, as they stand at the top of its menu. */
final class MendItems {
    private MendItems() {}

    /** None where nothing is wrong at {@code path}. */
    static List<MenuItem> at(Board board, String path) {
        List<MenuItem> items = new ArrayList<>();
        for (Trouble t : troubles(board, path)) {
            MenuItem what = new MenuItem(t.finding().message().in(board.words().locale()));
            what.setMnemonicParsing(false);
            what.setOnAction(e -> board.model().intents().inspect(t.path()));
            what.getStyleClass().add("trouble");
            items.add(what);
            t.mends().forEach(m -> items.add(item(board, m)));
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        return items;
    }

    private static MenuItem item(Board board, Mend mend) {
        MenuItem item = new MenuItem(
                board.words().say("menu.mend", mend.name().in(board.words().locale())));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> board.model().intents().mend(mend));
        return item;
    }

    private static List<Trouble> troubles(Board board, String path) {
        return board.model().troubles().get().stream()
                .filter(t -> t.path().equals(path) || path.equals(Element.CABLE + t.path()))
                .toList();
    }

    /** The likeliest mend of what is selected; empty where there is none. */
    static Optional<Mend> first(Board board) {
        return board.model().selection().get().stream()
                .flatMap(p -> troubles(board, p).stream())
                .flatMap(t -> t.mends().stream())
                .findFirst();
    }
}
