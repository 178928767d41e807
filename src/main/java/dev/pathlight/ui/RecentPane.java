package dev.pathlight.ui;

import dev.pathlight.view.Keeping;
import dev.pathlight.view.Keeping.Recent;
import dev.pathlight.view.Workbench;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** The files that were opened last, in the gallery. */
final class RecentPane extends FlowPane {
    private static final int MOST = 6;

    private final Workbench bench;
    private final Deeds deeds;

    RecentPane(Workbench bench, Deeds deeds) {
        this.bench = bench;
        this.deeds = deeds;
        setId("recent-files");
        getStyleClass().add("recent-files");
        setAlignment(Pos.CENTER);
        Keeping keeping = bench.keeping();
        Parts.onlyWhen(this, Bindings.isNotEmpty(keeping.recent()));
        keeping.recent().addListener((ListChangeListener<Recent>) c -> fill());
        bench.phrases().locale().subscribe(l -> fill());
        bench.welcome().subscribe(home -> {
            if (home) {
                keeping.refresh();
            }
        });
    }

    private void fill() {
        Label head = new Parts(bench.phrases()).label("recent.head", "recent-head");
        getChildren().setAll(head);
        bench.keeping().recent().stream().limit(MOST).map(this::button).forEach(getChildren()::add);
    }

    private Button button(Recent recent) {
        String name = RecentButton.name(recent.file());
        Button b = new Button(recent.exists() ? name : bench.phrases().say("recent.named.gone", name));
        b.setId("again-" + RecentButton.stem(recent.file()));
        b.setMnemonicParsing(false);
        b.getStyleClass().addAll("flat", recent.exists() ? "recent-file" : "recent-gone");
        b.setGraphic(Parts.icon(recent.exists() ? "file" : "file-gone"));
        b.setTooltip(new Tooltip(recent.file().toString()));
        b.setOnAction(e -> deeds.open(recent));
        return b;
    }
}
