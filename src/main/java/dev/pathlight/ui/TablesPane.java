package dev.pathlight.ui;

import dev.pathlight.ui.RowTable.Light;
import dev.pathlight.view.ListenersModel;
import dev.pathlight.view.NeighbourTableModel;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RouteTableModel;
import dev.pathlight.view.TablesModel;
import dev.pathlight.view.TablesModel.Standing;
import dev.pathlight.view.TablesModel.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The tables that decide: MAC, routes, neighbours; above them, whether they show now or the hop's moment. */
final class TablesPane extends ScrollPane {
    TablesPane(TablesModel tables, Phrases phrases, Theme theme) {
        getStyleClass().add("side-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        FilterPane filters = new FilterPane(tables, phrases, theme);
        Map<Table, Region> cards = Map.of(
                Table.MACS,
                new MacPane(tables.macs(), phrases, theme, none(tables, phrases, "mac.none")),
                Table.ROUTES,
                routes(tables, phrases, theme),
                Table.NEIGHBOURS,
                neighbours(tables, phrases, theme),
                Table.RULES,
                filters);
        Cards box = new Cards(this);
        box.getChildren()
                .addAll(
                        top(tables, phrases),
                        cards.get(Table.MACS),
                        cards.get(Table.ROUTES),
                        cards.get(Table.NEIGHBOURS),
                        filters,
                        listeners(tables.listeners(), phrases, theme),
                        packet(tables, phrases, theme));
        setContent(box);
        // What decided must be seen.
        tables.deciding().subscribe(d -> d.map(x -> cards.get(x.table())).ifPresent(box::reveal));
    }

    /** The packet that is played, as tcpdump prints it at each interface. */
    private static VBox packet(TablesModel tables, Phrases phrases, Theme theme) {
        Parts parts = new Parts(phrases);
        ClassicPart classic = new ClassicPart(tables.packet(), phrases, theme, "packet-classic").wrapping(theme);
        HBox header =
                new HBox(classic.title(parts.label("packet.title", "panel-title")), Parts.spacer(), classic.buttons());
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("panel-header");
        Label none = parts.label("packet.none", "placeholder");
        none.setWrapText(true);
        VBox panel = new VBox(header, none, classic.insteadOf(none));
        panel.getStyleClass().add("panel");
        return panel;
    }

    private static HBox top(TablesModel tables, Phrases phrases) {
        Label moment = moment(tables, phrases);
        Hyperlink newest = new Hyperlink();
        newest.setId("newest");
        newest.textProperty().bind(phrases.text("tables.newest"));
        newest.setMinWidth(USE_PREF_SIZE);
        newest.setOnAction(e -> tables.showNewest());
        Parts.onlyWhen(
                newest,
                tables.standing().isEqualTo(Standing.HOP).or(tables.standing().isEqualTo(Standing.GONE)));
        HBox top = new HBox(moment, newest);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setSpacing(8);
        return top;
    }

    private static Label moment(TablesModel tables, Phrases phrases) {
        Label label = new Label();
        label.setId("moment");
        label.getStyleClass().add("moment");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> said(tables, phrases), tables.standing(), tables.seen(), phrases.locale()));
        tables.standing().subscribe(s -> {
            label.pseudoClassStateChanged(PseudoClass.getPseudoClass("past"), s == Standing.HOP || s == Standing.GONE);
            label.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("over"), s == Standing.NOTHING || s == Standing.STOPPED);
        });
        return label;
    }

    private static String said(TablesModel tables, Phrases phrases) {
        return switch (tables.standing().get()) {
            case NOTHING -> phrases.say("tables.nothing");
            case LIVE -> phrases.say("tables.live");
            case STOPPED -> phrases.say("tables.stopped", time(tables.seen().get()));
            case HOP -> phrases.say("tables.moment");
            case GONE -> phrases.say("tables.gone");
        };
    }

    private static String time(long nanos) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                .withZone(ZoneId.systemDefault())
                .format(Instant.ofEpochSecond(0, nanos));
    }

    /** What an empty table says: that rows come with a run, or, once something ran, that there are none. */
    private static StringBinding none(TablesModel tables, Phrases phrases, String phrase) {
        return Bindings.createStringBinding(
                () -> phrases.say(tables.standing().get() == Standing.NOTHING ? "tables.later" : phrase),
                tables.standing(),
                phrases.locale());
    }

    private static SpacePane routes(TablesModel tables, Phrases phrases, Theme theme) {
        RouteTableModel model = tables.routes();
        RowTable<RouteTableModel.Row> table = new RowTable<>(
                        phrases, theme, model.rows(), 6, none(tables, phrases, "route.none"))
                .column("route.destination", 130, false, r -> new ReadOnlyStringWrapper(r.destination))
                .column("route.gateway", 60, false, r -> new ReadOnlyStringWrapper(r.gateway))
                .column("route.device", 40, false, r -> new ReadOnlyStringWrapper(r.device))
                .column("route.source", 60, true, r -> new ReadOnlyStringWrapper(r.source))
                .lit(List.of(Light.of("used", RouteTableModel.Row::used)))
                .named("route.title");
        Label unmatched = new Label();
        unmatched.setId("route-unmatched");
        unmatched.getStyleClass().add("flood-note");
        unmatched.setWrapText(true);
        unmatched
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> phrases.say("route.unmatched", model.unmatched().get()),
                        model.unmatched(),
                        phrases.locale()));
        Parts.onlyWhen(unmatched, model.unmatched().isNotEmpty());
        SpacePane pane = new SpacePane("route.title", model, table, phrases, theme);
        pane.getChildren().add(unmatched);
        return pane;
    }

    private static SpacePane neighbours(TablesModel tables, Phrases phrases, Theme theme) {
        NeighbourTableModel model = tables.neighbours();
        RowTable<NeighbourTableModel.Row> table = new RowTable<>(
                        phrases, theme, model.rows(), 6, none(tables, phrases, "neighbour.none"))
                .column("neighbour.address", 84, true, r -> new ReadOnlyStringWrapper(r.address))
                .column("neighbour.device", 60, false, r -> new ReadOnlyStringWrapper(r.device))
                .column("neighbour.mac", 168, false, r -> new ReadOnlyStringWrapper(r.mac))
                .column("neighbour.state", 96, false, NeighbourTableModel.Row::state)
                .lit(List.of(Light.of("used", NeighbourTableModel.Row::used)))
                .onClick("neighbour.forget", model::forget)
                .named("neighbour.title");
        return new SpacePane("neighbour.title", model, table, phrases, theme);
    }

    /** Only where somebody listens: most lectures have no need of it. */
    private static VBox listeners(ListenersModel model, Phrases phrases, Theme theme) {
        RowTable<ListenersModel.Row> table = new RowTable<>(
                        phrases, theme, model.rows(), 4, phrases.text("listeners.none"))
                .column("listeners.protocol", 60, false, r -> new ReadOnlyStringWrapper(r.protocol()))
                .column("listeners.local", 76, false, r -> new ReadOnlyStringWrapper(r.local()))
                .column("listeners.container", 92, true, r -> new ReadOnlyStringWrapper(r.container()))
                .column("listeners.program", 76, false, r -> new ReadOnlyStringWrapper(r.program()))
                .column("listeners.space", 100, false, r -> new ReadOnlyStringWrapper(r.space()));
        table.named("listeners.title").setId("listeners-table");
        HBox header = new HBox(new Parts(phrases).label("listeners.title", "panel-title"));
        header.getStyleClass().add("panel-header");
        VBox panel = new VBox(header, table);
        panel.getStyleClass().add("panel");
        Parts.onlyWhen(panel, Bindings.isNotEmpty(model.rows()));
        return panel;
    }
}
