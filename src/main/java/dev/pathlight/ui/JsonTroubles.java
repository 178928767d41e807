package dev.pathlight.ui;

import dev.pathlight.view.JsonModel;
import dev.pathlight.view.Mistake;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Remark;
import dev.pathlight.view.Workbench;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the text: why it is not on the drawing, or what is found wrong with the drawing, each with its place and its mends. */
final class JsonTroubles extends ScrollPane {
    /** The others are marked at their lines. */
    private static final int MOST = 6;

    private final Workbench bench;
    private final Phrases phrases;
    private final JsonModel model;
    private final BiConsumer<Integer, Integer> goTo;
    private final VBox list = new VBox();

    JsonTroubles(Workbench bench, JsonModel model, BiConsumer<Integer, Integer> goTo) {
        this.bench = bench;
        this.model = model;
        this.goTo = goTo;
        phrases = bench.phrases();
        getStyleClass().addAll("side-scroll", "json-troubles");
        list.getStyleClass().add("findings");
        setContent(list);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.hitch().subscribe(h -> fill());
        model.remarks().subscribe(r -> fill());
        phrases.locale().subscribe(l -> fill());
    }

    private void fill() {
        list.getChildren().clear();
        model.mistake().ifPresentOrElse(this::add, () -> add(model.remarks().get()));
        Parts.show(this, !list.getChildren().isEmpty());
        setVvalue(0);
    }

    private void add(Mistake m) {
        VBox box = new VBox(text(m.what(), "finding-message"), text(m.todo()));
        box.setId("json-mistake");
        box.getStyleClass().addAll("finding", m.insist() ? "warning" : "error");
        if (m.line() > 0) {
            box.getChildren().addFirst(place(m.line(), m.column()));
        }
        FlowPane ways = new FlowPane(button("json.discard", "json.discard.tip", "Esc", model::discard));
        ways.getStyleClass().add("mends");
        if (m.insist()) {
            ways.getChildren().addFirst(button("json.insist", "json.insist.tip", "", model::insist));
        }
        box.getChildren().add(ways);
        list.getChildren().add(box);
    }

    private void add(List<Remark> remarks) {
        remarks.stream().limit(MOST).forEach(r -> {
            FindingBox box = new FindingBox(r.trouble(), phrases, bench::mend);
            box.getChildren().addFirst(place(r.line(), r.column()));
            list.getChildren().add(box);
        });
        if (remarks.size() > MOST) {
            list.getChildren().add(text(phrases.say("json.more", remarks.size() - MOST), "placeholder"));
        }
    }

    private Hyperlink place(int line, int column) {
        Hyperlink link = new Hyperlink(phrases.say("json.where", line, column));
        link.getStyleClass().add("json-where");
        link.setOnAction(e -> goTo.accept(line, column));
        return link;
    }

    private Button button(String phrase, String tip, String key, Runnable action) {
        Button b = new Button();
        b.setId(phrase.replace('.', '-'));
        b.textProperty().bind(phrases.text(phrase));
        b.getStyleClass().add("small");
        new Parts(phrases).explain(b, tip, key);
        b.setOnAction(e -> action.run());
        return b;
    }

    private static Label text(String words, String... styles) {
        Label l = new Label(words);
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        l.getStyleClass().addAll(styles);
        return l;
    }
}
