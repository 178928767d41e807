package dev.pathlight.ui;

import dev.pathlight.session.breaking.Breakage;
import dev.pathlight.view.BreakModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** While it runs: what can be broken, at what is selected and place by place; or anything, as a riddle. */
final class BreakButton extends MenuButton {
    private static final int MOST = 16;

    private final Workbench bench;
    private final Phrases phrases;

    /** @param fits whether there is room for it, {@code roomy} whether for its words too */
    BreakButton(Workbench bench, BooleanExpression fits, BooleanExpression roomy) {
        this.bench = bench;
        phrases = bench.phrases();
        setId("break");
        getStyleClass().addAll("flat", "break-button");
        setGraphic(Parts.icon("hammer"));
        setMinWidth(USE_PREF_SIZE);
        contentDisplayProperty()
                .bind(Bindings.when(roomy).then(ContentDisplay.LEFT).otherwise(ContentDisplay.GRAPHIC_ONLY));
        textProperty().bind(phrases.text("action.break"));
        new Parts(phrases).explain(this, "action.break.long", "");
        Parts.onlyWhen(
                this, bench.runModel().state().isEqualTo(RunState.RUNNING).and(fits));
        disableProperty().bind(bench.runModel().breaking().busy());
        // An empty menu would not open, and what it holds is asked for when it does.
        getItems().add(new MenuItem());
        setOnShowing(e -> getItems().setAll(items()));
    }

    private List<MenuItem> items() {
        BreakModel model = bench.runModel().breaking();
        MenuItem surprise = new MenuItem(phrases.say("action.surprise"));
        surprise.setId("surprise");
        surprise.setOnAction(e -> model.surprise());
        List<MenuItem> items = new ArrayList<>();
        items.add(surprise);
        Set<String> selection = bench.canvas().selection().get();
        List<Breakage> selected = model.offers(selection);
        if (!selected.isEmpty()) {
            items.add(new SeparatorMenuItem());
            selected.stream().limit(MOST).map(this::item).forEach(items::add);
        }
        items.add(new SeparatorMenuItem());
        Map<String, Menu> places = new LinkedHashMap<>();
        for (Breakage b : model.offers()) {
            String place = b.doing().getFirst().space().toString();
            places.computeIfAbsent(place, BreakButton::menu).getItems().add(item(b));
        }
        items.addAll(places.values());
        return items;
    }

    private static Menu menu(String place) {
        Menu menu = new Menu(place);
        menu.setMnemonicParsing(false);
        return menu;
    }

    private MenuItem item(Breakage b) {
        MenuItem item = new MenuItem(phrases.say(b.words()));
        item.setMnemonicParsing(false);
        item.setOnAction(e -> bench.runModel().breaking().breakIt(b));
        return item;
    }
}
