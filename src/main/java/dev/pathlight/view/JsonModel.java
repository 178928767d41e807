package dev.pathlight.view;

import dev.pathlight.check.Finding;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.json.Fault;
import dev.pathlight.topology.json.Passages;
import dev.pathlight.topology.json.Positions;
import dev.pathlight.topology.json.ReadResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;

/**
 * The drawing as the text of its file, changed from both sides: what is typed changes the drawing as soon as it can be read, and
 * what cannot be read stays typed until it can.
 */
public final class JsonModel {
    /**
     * The text to be seen.
     *
     * @param number another one whenever it is to be shown anew, over whatever is typed
     */
    public record Shown(long number, String text) {}

    /** Why what is typed is not on the drawing. */
    private sealed interface Hitch {
        record Unreadable(Fault fault) implements Hitch {}

        /** The drawing was changed elsewhere while this was typed. */
        record Crossed(JsonText read) implements Hitch {}
    }

    private final Workbench bench;
    private final ReadOnlyObjectWrapper<Shown> text = new ReadOnlyObjectWrapper<>(new Shown(0, ""));
    private final ReadOnlyObjectWrapper<Optional<Hitch>> hitch = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Remark>> remarks = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty open = new SimpleBooleanProperty();
    private Optional<JsonText> shown = Optional.empty();
    /** The drawing over whose text somebody types; empty while nobody does. */
    private Optional<Drawing> typedOver = Optional.empty();

    private int asked;

    public JsonModel(Workbench bench) {
        this.bench = bench;
        bench.drawing().drawing().subscribe(d -> follow());
        // Of another drawing nothing typed holds.
        bench.drawing().count().subscribe(n -> discard());
        open.subscribe(o -> follow());
        bench.findings().addListener((ListChangeListener<Finding>) c -> remark());
    }

    /** Whether anybody looks: otherwise nothing is written. */
    public BooleanProperty open() {
        return open;
    }

    /** The drawing's text as it was written last; what is typed over it is not in here. */
    public ReadOnlyObjectProperty<Shown> text() {
        return text.getReadOnlyProperty();
    }

    /** What is found wrong with the drawing the text is of, in the order of the text. */
    public ReadOnlyObjectProperty<List<Remark>> remarks() {
        return remarks.getReadOnlyProperty();
    }

    /** Changes whenever {@link #mistake} does. */
    public ObservableValue<?> hitch() {
        return hitch.getReadOnlyProperty();
    }

    /** Why what is typed is not on the drawing, in the language chosen now; empty where it is. */
    public Optional<Mistake> mistake() {
        Phrases say = bench.phrases();
        return hitch.get().map(h -> switch (h) {
            case Hitch.Unreadable(Fault f) ->
                new Mistake(
                        f.line(),
                        f.column(),
                        f.field().isEmpty() ? sentence(say.say(f.message())) : f.field() + ": " + say.say(f.message()),
                        say.say(f.hint()),
                        false);
            case Hitch.Crossed c -> new Mistake(0, 0, say.say("json.crossed"), say.say("json.crossed.todo"), true);
        });
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether something is typed that is not on the drawing, or not yet. */
    public boolean isDraft() {
        return typedOver.isPresent();
    }

    /** Somebody types: the text is theirs until it is on the drawing. */
    public void touched() {
        asked++;
        if (typedOver.isEmpty()) {
            typedOver = Optional.of(shown.map(JsonText::drawing).orElseGet(this::drawing));
        }
    }

    /** Lets go of what was typed and shows the drawing's text again. */
    public void discard() {
        typedOver = Optional.empty();
        hitch.set(Optional.empty());
        if (stands()) {
            shown.ifPresent(this::show);
        } else {
            follow();
        }
    }

    private Drawing drawing() {
        return bench.drawing().drawing().get();
    }

    private boolean stands() {
        Drawing now = drawing();
        return shown.filter(s -> s.drawing().equals(now)).isPresent();
    }

    private void show(JsonText read) {
        shown = Optional.of(read);
        text.set(new Shown(text.get().number() + 1, read.text()));
        remark();
    }

    private void follow() {
        if (!open.get() || isDraft() || stands()) {
            return;
        }
        Drawing now = drawing();
        int mine = ++asked;
        bench.background(
                () -> JsonText.written(now),
                read -> {
                    if (mine == asked && !isDraft()) {
                        show(read);
                    }
                },
                () -> {});
    }

    /** Puts {@code now} on the drawing if it can be read; until then it stays what is typed. {@code then} is done afterwards. */
    public void take(String now, Runnable then) {
        touched();
        int mine = asked;
        Drawing before = drawing();
        bench.background(
                () -> switch (JsonText.read(now)) {
                    // What means the same is the same: nothing that looks at the drawing has to look again.
                    case ReadResult.Good g -> took(g.drawing().equals(before) ? before : g.drawing(), g, now);
                    case ReadResult.Bad b ->
                        (Runnable) () -> hitch.set(
                                Optional.of(new Hitch.Unreadable(b.faults().getFirst())));
                },
                taken -> {
                    if (mine == asked) {
                        taken.run();
                    }
                    then.run();
                },
                then);
    }

    private Runnable took(Drawing next, ReadResult.Good good, String now) {
        JsonText read = JsonText.of(next, good, now);
        return () -> {
            Drawing here = drawing();
            if (next.equals(here) || typedOver.filter(here::equals).isPresent()) {
                put(read);
            } else {
                hitch.set(Optional.of(new Hitch.Crossed(read)));
            }
        };
    }

    private void put(JsonText read) {
        typedOver = Optional.empty();
        hitch.set(Optional.empty());
        show(read);
        if (!read.drawing().equals(drawing())) {
            bench.edit(bench.phrases().say("edit.json"), new Edit.ReplaceDrawing(read.drawing()));
        }
    }

    /** Puts what is typed on the drawing although that was changed elsewhere in the meantime. */
    public void insist() {
        if (hitch.get().orElse(null) instanceof Hitch.Crossed(JsonText read)) {
            put(read);
        }
    }

    /** Findings are of the drawing that was looked at last; their lines are known once the text is of it, too. */
    private void remark() {
        if (isDraft()) {
            return;
        }
        shown.filter(s -> bench.mending().isOf(s.drawing().topology()))
                .ifPresent(s -> remarks.set(s.remarks(bench.mending().troubles())));
    }

    private Optional<Passages> passages() {
        return shown.filter(s -> !isDraft()).map(JsonText::passages);
    }

    /** The line, from 1, on which what is selected begins; empty where nothing is, or the text is not the drawing's. */
    public OptionalInt selectedLine() {
        Set<String> selection = bench.canvas().selection().get();
        return selection.stream()
                .sorted()
                .limit(1)
                .flatMap(p -> passages().flatMap(all -> all.of(p)).stream())
                .mapToInt(Positions.Place::line)
                .findFirst();
    }

    /** Selects what is written at {@code line} and {@code column}, both from 1. */
    public void pointAt(int line, int column) {
        passages().map(all -> all.at(line, column)).ifPresent(path -> {
            Set<String> next = path.isEmpty() ? Set.of() : Set.of(path);
            if (!bench.canvas().selection().get().equals(next)) {
                bench.canvas().selection().set(next);
            }
        });
    }
}
