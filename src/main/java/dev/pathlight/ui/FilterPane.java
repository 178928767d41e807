package dev.pathlight.ui;

import dev.pathlight.view.ConnectionTableModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RuleTableModel;
import dev.pathlight.view.SpaceTable;
import dev.pathlight.view.TablesModel;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What netfilter has: rules and connections. Only where there are some, for most lectures have no need of them. */
final class FilterPane extends VBox {
    FilterPane(TablesModel tables, Phrases phrases, Theme theme) {
        RuleTableModel rules = tables.rules();
        ConnectionTableModel connections = tables.connections();
        WordRows<RuleTableModel.Row> ruleRows =
                new WordRows<>(rules.rows(), FilterPane::rule, RuleTableModel.Row::used);
        WordRows<ConnectionTableModel.Row> connectionRows =
                new WordRows<>(connections.rows(), r -> connection(r, phrases), ConnectionTableModel.Row::used);
        getStyleClass().add("filters");
        getChildren()
                .addAll(
                        whereThereAreSome("rule.title", rules, ruleRows, phrases, theme),
                        whereThereAreSome("connection.title", connections, connectionRows, phrases, theme));
        Parts.onlyWhen(this, rules.present().or(connections.present()));
    }

    private static SpacePane whereThereAreSome(
            String title, SpaceTable<?, ?> model, Node rows, Phrases phrases, Theme theme) {
        SpacePane pane = new SpacePane(title, model, rows, phrases, theme);
        Parts.onlyWhen(pane, model.present());
        return pane;
    }

    private static Node rule(RuleTableModel.Row row) {
        Label text = new Label(row.text);
        text.setWrapText(true);
        text.getStyleClass().add(row.chain ? "chain" : "rule");
        VBox words = new VBox(text);
        if (!row.base.isEmpty()) {
            Label base = new Label(row.base);
            base.setWrapText(true);
            base.getStyleClass().add("chain-base");
            words.getChildren().add(base);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Label packets = Parts.bound(row.packets(), "packets");
        packets.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(words, packets);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Node connection(ConnectionTableModel.Row row, Phrases phrases) {
        Label protocol = new Label(row.protocol);
        protocol.getStyleClass().add("chain");
        Label state = Parts.bound(row.state(), "chain-base");
        Label marks = new Label(row.marks);
        marks.getStyleClass().add("nat-marks");
        HBox head = new HBox(protocol, state, Parts.spacer(), marks);
        head.getStyleClass().add("connection-head");
        return new VBox(
                head,
                ends(row.original, "connections.original", phrases),
                ends(row.reply, "connections.reply", phrases));
    }

    private static HBox ends(String tuple, String phrase, Phrases phrases) {
        Label name = Parts.bound(phrases.text(phrase), "chain-base");
        name.setMinWidth(USE_PREF_SIZE);
        Label text = new Label(tuple);
        text.setWrapText(true);
        text.getStyleClass().add("rule");
        HBox line = new HBox(name, text);
        line.getStyleClass().add("connection-head");
        return line;
    }
}
