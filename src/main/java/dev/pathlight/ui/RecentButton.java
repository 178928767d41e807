package dev.pathlight.ui;

import dev.pathlight.view.Keeping.Recent;
import dev.pathlight.view.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** The files that were opened last, with their folders; those that are gone are said to be. */
final class RecentButton extends MenuButton {
    private final Workbench bench;
    private final Deeds deeds;
    private final ContextMenu hanging = new ContextMenu();

    RecentButton(Workbench bench, Deeds deeds) {
        this.bench = bench;
        this.deeds = deeds;
        setId("recent");
        getStyleClass().addAll("flat", "menu-icon");
        setGraphic(Parts.icon("history"));
        setMinWidth(USE_PREF_SIZE);
        new Parts(bench.phrases()).explain(this, "action.recent", "Shortcut+Alt+O");
        disableProperty().bind(Bindings.isEmpty(bench.keeping().recent()));
        bench.keeping().recent().addListener((ListChangeListener<Recent>) c -> fill());
        bench.phrases().locale().subscribe(l -> fill());
        setOnShowing(e -> bench.keeping().refresh());
        deeds.recalled().subscribe(n -> {
            if (n.intValue() > 0) {
                recall();
            }
        });
        fill();
    }

    /** Where the bar has no room for it, the menu hangs below the bar by itself. */
    private void recall() {
        if (isDisabled()) {
            return;
        }
        if (isVisible()) {
            show();
            return;
        }
        bench.keeping().refresh();
        hanging.show(getParent(), Side.BOTTOM, 0, 0);
    }

    private void fill() {
        getItems().setAll(items());
        hanging.getItems().setAll(items());
    }

    private List<MenuItem> items() {
        return bench.keeping().recent().stream().map(this::item).toList();
    }

    private MenuItem item(Recent recent) {
        Label name = new Label(name(recent.file()));
        name.getStyleClass().add("recent-name");
        Label folder = new Label(
                recent.exists() ? folder(recent.file()) : bench.phrases().say("recent.gone"));
        folder.getStyleClass().add(recent.exists() ? "recent-folder" : "recent-gone");
        name.setGraphic(Parts.icon(recent.exists() ? "file" : "file-gone"));
        HBox both = new HBox(name, folder);
        both.getStyleClass().add("recent-item");
        both.setAccessibleText(name.getText() + ", " + folder.getText());
        MenuItem item = new MenuItem("", both);
        item.setId("recent-" + stem(recent.file()));
        item.setOnAction(e -> deeds.open(recent));
        return item;
    }

    static String name(Path file) {
        return Optional.ofNullable(file.getFileName()).orElse(file).toString();
    }

    static String stem(Path file) {
        return name(file).replace(".json", "");
    }

    /** With {@code ~} for the user's own. */
    static String folder(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(file);
        Path home = Path.of(System.getProperty("user.home"));
        return folder.startsWith(home) && !folder.equals(home) ? "~/" + home.relativize(folder) : folder.toString();
    }
}
