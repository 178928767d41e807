package dev.pathlight.ui;

import dev.pathlight.lesson.Action;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.RunState;
import dev.pathlight.view.Workbench;
import java.util.Arrays;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.MouseEvent;

/**
 * The pages at the right: the tables, the inspector, the plan, the drawing as JSON. The plan comes to the front while it starts,
 * the tables once it runs, and the inspector when something is selected on a drawing that does not run.
 */
final class SidePane extends TabPane {
    /** One of the pages, from the left. */
    enum Page {
        TABLES,
        INSPECTOR,
        PLAN,
        JSON
    }

    SidePane(Workbench bench, Theme theme) {
        Phrases phrases = bench.phrases();
        getStyleClass().add("side");
        TablesPane tables = new TablesPane(bench.tables(), phrases, theme);
        setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        accessibleTextProperty().bind(phrases.text("side.name"));
        getTabs()
                .addAll(
                        tab("page.tables", tables, phrases),
                        tab("page.inspector", new InspectorPane(bench), phrases),
                        tab("page.plan", new PlanPane(bench), phrases),
                        tab("page.json", json(bench), phrases));
        bench.tables().classic().subscribe(on -> pseudoClassStateChanged(PseudoClass.getPseudoClass("classic"), on));
        bench.runModel().state().subscribe((was, is) -> {
            if (is == RunState.STARTING) {
                turnTo(Page.PLAN);
            } else if (is == RunState.RUNNING) {
                turnTo(Page.TABLES);
            }
        });
        // Only what a hand turns to is worth a lesson's word.
        addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                e -> Arrays.stream(Action.Panel.values())
                        .filter(p -> isAt(Page.valueOf(p.name())))
                        .forEach(bench.desk().recorder()::opened));
        bench.lessons()
                .panel()
                .subscribe(p -> p.ifPresent(wanted -> {
                    turnTo(Page.valueOf(wanted.name()));
                    // All of them, from the first, whatever decided last.
                    tables.setVvalue(0);
                }));
        bench.inspected().addListener(o -> turnTo(Page.INSPECTOR));
        bench.canvas().selection().subscribe(s -> {
            if (!s.isEmpty() && bench.runModel().state().get() == RunState.STOPPED && !isAt(Page.JSON)) {
                turnTo(Page.INSPECTOR);
            }
        });
    }

    /** The drawing's text is written only while it is looked at. */
    private JsonPane json(Workbench bench) {
        return new JsonPane(
                bench, getSelectionModel().selectedIndexProperty().map(i -> i.intValue() == Page.JSON.ordinal()));
    }

    private boolean isAt(Page page) {
        return getSelectionModel().getSelectedIndex() == page.ordinal();
    }

    private static Tab tab(String phrase, Node content, Phrases phrases) {
        Tab tab = new Tab("", content);
        tab.textProperty().bind(phrases.text(phrase));
        return tab;
    }

    /** Turns to a page by key: the keys are its own from then on. */
    void enter(Page page) {
        turnTo(page);
        requestFocus();
        Node content = getSelectionModel().getSelectedItem().getContent();
        Stream.of(".text-input", ".code-area")
                .flatMap(typed -> content.lookupAll(typed).stream())
                .filter(n -> n.isFocusTraversable() && n.isVisible())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    void turnTo(Page page) {
        getSelectionModel().select(page.ordinal());
    }
}
