package dev.pathlight.ui;

import dev.pathlight.ui.FinderPane.Answer;
import dev.pathlight.ui.canvas.CanvasAction;
import dev.pathlight.ui.canvas.CanvasOffer;
import dev.pathlight.ui.canvas.CanvasPane;
import dev.pathlight.ui.canvas.CanvasText;
import dev.pathlight.view.Phrases;
import dev.pathlight.view.Query;
import dev.pathlight.view.Search;
import dev.pathlight.view.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.StackPane;

/** The two lines that find something: a thing on the drawing, and anything that the window can do. */
final class Finders extends StackPane {
    private static final String DRAWING = "keys.drawing";

    private static final int MOST_OFFERS = 100;

    private final Workbench bench;
    private final Phrases phrases;
    private final CanvasPane canvas;
    private final FinderPane search;
    private final FinderPane commands;
    private List<Act> acts = List.of();

    Finders(Workbench bench, CanvasPane canvas) {
        this.bench = bench;
        this.canvas = canvas;
        phrases = bench.phrases();
        search = new FinderPane("search", "finder.search", phrases, this::things, canvas::requestFocus);
        commands = new FinderPane("commands", "finder.commands", phrases, this::deeds, canvas::requestFocus);
        getChildren().addAll(search, commands);
        // It is nothing for the mouse while neither is open.
        visibleProperty().bind(Bindings.or(search.visibleProperty(), commands.visibleProperty()));
    }

    /** Everything that the window can do. */
    void offer(List<Act> all) {
        acts = List.copyOf(all);
    }

    void search() {
        if (!bench.welcome().get() && !bench.imports().open().get()) {
            commands.hide();
            search.open();
        }
    }

    void commands() {
        if (!bench.imports().open().get()) {
            search.hide();
            commands.openAfresh();
        }
    }

    private List<Answer> things(String typed) {
        return bench.find(typed).stream().map(this::answer).toList();
    }

    private Answer answer(Search.Hit hit) {
        Runnable show = () -> {
            bench.canvas().selection().set(Set.of(hit.path()));
            canvas.reveal(hit.path());
        };
        String kind = phrases.say(hit.kind());
        return new Answer(hit.title(), hit.by().isEmpty() ? kind : kind + " · " + hit.by(), "", show, show);
    }

    /** Named in every language, so that whoever follows English instructions in a Chinese window finds it. */
    private List<Answer> deeds(String typed) {
        Query query = Query.of(typed);
        boolean drawing = !bench.welcome().get();
        List<Answer> answers = new ArrayList<>();
        acts.stream()
                .filter(a -> drawing || a.anywhere())
                .filter(a -> query.isIn(names(a)))
                .map(a -> new Answer(phrases.say(a.phrase()), phrases.say(a.group()), a.keys(), () -> {}, a.deed()))
                .forEach(answers::add);
        canvas.actions().stream()
                .filter(a -> drawing && query.isIn(names(a)))
                .map(this::answer)
                .forEach(answers::add);
        // Of what depends on the drawing there may be much: it is for who looks for it.
        if (drawing && !query.isEmpty()) {
            canvas.offers()
                    .all()
                    .filter(o -> query.isIn(names(o)))
                    .limit(MOST_OFFERS)
                    .map(this::answer)
                    .forEach(answers::add);
        }
        return answers;
    }

    private Answer answer(CanvasOffer o) {
        Locale locale = phrases.locale().get();
        return new Answer(o.called().apply(locale), o.detail().apply(locale), "", () -> {}, o.deed());
    }

    private static List<String> names(CanvasOffer o) {
        return Phrases.LANGUAGES.stream()
                .flatMap(l -> Stream.of(o.called().apply(l), o.detail().apply(l)))
                .toList();
    }

    /** Where nothing is selected that it could be done with, it says what to select. */
    private Answer answer(CanvasAction a) {
        CanvasText words = canvas.text().get();
        String menu = a.part().menu();
        String part = menu.isEmpty() ? phrases.say(DRAWING) : words.say(menu);
        String detail = a.isPossible() ? part : words.say(a.part().needs());
        return new Answer(words.say(a.phrase()), detail, a.keysText(), () -> {}, () -> canvas.take(a));
    }

    private List<String> names(CanvasAction a) {
        List<String> names = new ArrayList<>(phrases.everywhere(DRAWING));
        for (Locale l : Phrases.LANGUAGES) {
            CanvasText words = CanvasText.of(l);
            names.add(words.say(a.phrase()));
            if (!a.part().menu().isEmpty()) {
                names.add(words.say(a.part().menu()));
            }
        }
        return names;
    }

    private List<String> names(Act act) {
        List<String> names = new ArrayList<>(phrases.everywhere(act.phrase()));
        names.addAll(phrases.everywhere(act.group()));
        return names;
    }
}
