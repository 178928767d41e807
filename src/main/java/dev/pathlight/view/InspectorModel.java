package dev.pathlight.view;

import dev.pathlight.check.Mend;
import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What there is to know of, and to change about, the thing that is selected. */
public final class InspectorModel {
    /** Behind the last of several lines: the line that adds one. */
    public static final int NEW = FormReader.NEW;

    /** A line: the phrase that names it, what it is, and the path of what it leads to, or "". */
    public record Fact(String phrase, String value, String path) {
        Fact(String phrase, String value) {
            this(phrase, value, "");
        }
    }

    /**
     * The selected thing.
     *
     * @param kind the phrase that names what it is
     * @param form what can be changed
     * @param facts what can only be read
     * @param live what the kernel says, while it runs
     */
    public record Subject(String path, String kind, String title, List<Entry> form, List<Fact> facts, List<Fact> live) {
        public Subject {
            form = List.copyOf(form);
            facts = List.copyOf(facts);
            live = List.copyOf(live);
        }
    }

    private record Drawn(Drawing drawing, List<String> paths, Locale locale) {}

    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Phrases phrases;
    private final DrawingModel drawing;
    private final BiConsumer<String, Edit> edit;
    private final Consumer<String> goTo;
    private final FeaturesModel features;
    private final Foresight foresight;
    private List<String> paths = List.of();
    private Snapshot tables = Snapshot.EMPTY;
    private Drawn known = new Drawn(Drawing.empty(), List.of(), Locale.ROOT);
    private Optional<Subject> several = Optional.empty();

    /**
     * @param edit changes the drawing, under a name for undo
     * @param goTo selects the thing at a path
     */
    InspectorModel(
            Phrases phrases,
            DrawingModel drawing,
            FeaturesModel features,
            Foresight foresight,
            BiConsumer<String, Edit> edit,
            Consumer<String> goTo) {
        this.features = features;
        this.foresight = foresight;
        this.phrases = phrases;
        this.drawing = drawing;
        this.edit = edit;
        this.goTo = goTo;
        features.known().subscribe(k -> refresh(tables));
    }

    /** Shows the things at {@code next}, paths on the drawing; of none, the drawing itself. */
    void turnTo(Set<String> next, Snapshot tables) {
        paths = next.stream().sorted().toList();
        refresh(tables);
    }

    void refresh(Snapshot now) {
        tables = now;
        Subjects subjects = new Subjects(
                drawing.drawing().get(), now, phrases, features.known().get());
        Optional<Subject> found = switch (paths.size()) {
            case 0 -> subjects.find("");
            case 1 -> subjects.find(paths.getFirst());
            default -> several(subjects);
        };
        if (!found.equals(subject.get())) {
            subject.set(found);
        }
        if (found.filter(s -> s.kind().equals("kind.bridge")).isPresent()) {
            features.want();
        }
    }

    /** What the kernel says is not told of several, so only a change of the drawing or of the language makes another. */
    private Optional<Subject> several(Subjects subjects) {
        Drawn now = new Drawn(drawing.drawing().get(), paths, phrases.locale().get());
        if (!now.equals(known)) {
            known = now;
            several = subjects.several(paths);
        }
        return several;
    }

    public ReadOnlyObjectProperty<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /** What is wrong with {@code text}, typed for line {@code index} of a property of the thing at {@code at}; changes nothing. */
    public Optional<Problem> mistake(String at, Property property, int index, String text) {
        return mistakeOf(read(at, property, index, text));
    }

    /** Changes what {@code text} asks for; where it asks for nothing sensible, nothing changes and the problem is told. */
    public Optional<Problem> change(String at, Property property, int index, String text) {
        Optional<Typed> typed = read(at, property, index, text);
        typed.ifPresent(t -> {
            if (t instanceof Typed.Meant m) {
                edit(at, property, m.edit());
            }
        });
        return mistakeOf(typed);
    }

    /**
     * Tells what would be found wrong with the drawing, and is not yet, if {@code text} were taken, each with mends that take
     * it too; soon, and only while nothing newer is asked.
     */
    public void foresee(String at, Property property, int index, String text, Consumer<List<Trouble>> tell) {
        read(at, property, index, text).ifPresent(t -> {
            if (t instanceof Typed.Meant m) {
                foresight.ask(drawing.drawing().get(), m.edit(), seen -> tell.accept(seen.troubles()));
            }
        });
    }

    /** Takes what was typed and mends what it would break, in one. */
    public void mend(Mend mend) {
        edit.accept(phrases.say(mend.name()), mend.edit());
    }

    private static Optional<Problem> mistakeOf(Optional<Typed> typed) {
        return typed.flatMap(t -> t instanceof Typed.Mistaken m ? Optional.of(m.problem()) : Optional.empty());
    }

    private Optional<Typed> read(String at, Property property, int index, String text) {
        try {
            return each(at, r -> r.typed(property, index, text, phrases.locale().get()))
                    .map(Typed.Meant::new);
        } catch (Malformed e) {
            return Optional.of(new Typed.Mistaken(mistaken(property, e.why())));
        }
    }

    /** The topology's own sentences begin small and end bare, to be put into others. */
    private Problem mistaken(Property property, Sentence why) {
        String said = phrases.say(why.ended());
        String sentence = Character.toUpperCase(said.charAt(0)) + said.substring(1);
        return new Problem(phrases.say(property.mistake()), sentence, phrases.say(property.mistake() + ".todo"));
    }

    /** Removes line {@code index} of those that can be typed. */
    public void remove(String at, Property property, int index) {
        each(at, r -> r.without(property, index)).ifPresent(e -> edit(at, property, e));
    }

    /** Moves line {@code index} down, or up when {@code step} is -1. */
    public void move(String at, Property property, int index, int step) {
        each(at, r -> r.moved(property, index, step)).ifPresent(e -> edit(at, property, e));
    }

    /** Selects another thing. */
    public void follow(String to) {
        goTo.accept(to);
    }

    /** The edit that is asked for, of several things one after the other as one; empty where none of them is there any more. */
    private Optional<Edit> each(String at, Function<FormReader, Edit> asked) {
        Drawing next = drawing.drawing().get();
        List<Edit> edits = new ArrayList<>();
        for (String path : Several.parted(at)) {
            Optional<Edit> edit = FormReader.of(next, path).map(asked);
            edit.ifPresent(edits::add);
            next = edit.isPresent() ? edit.get().applyTo(next) : next;
        }
        return switch (edits.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(edits.getFirst());
            default -> Optional.of(new Edit.All(edits));
        };
    }

    private void edit(String at, Property property, Edit change) {
        edit.accept(name(at, property, change), change);
        // The drawing itself is what is shown where nothing is selected, whatever it is called.
        if (change instanceof Edit.Rename r && !r.path().isEmpty()) {
            goTo.accept(renamed(at, r));
        }
    }

    /** What undo calls it. */
    private String name(String at, Property property, Edit change) {
        if (change instanceof Edit.Rename r) {
            return phrases.say("edit.renamed", title(r.path()), r.name());
        }
        return phrases.say("edit.property", phrases.say(property.phrase()), title(at));
    }

    private String title(String at) {
        int count = Several.parted(at).size();
        if (count > 1) {
            return phrases.say("inspector.several", count);
        }
        Drawing d = drawing.drawing().get();
        return Element.find(d.topology(), at)
                .map(Subjects::title)
                .or(() -> d.layout().marks().group(at).map(this::title))
                .orElse(at);
    }

    private String title(Group group) {
        return Subjects.title(group, phrases);
    }

    /** The path that the thing at {@code at} has after {@code rename}: of itself, or of its end a when it is a cable. */
    private static String renamed(String at, Edit.Rename rename) {
        int cut = Math.max(rename.path().lastIndexOf('/'), rename.path().lastIndexOf(':'));
        String next = rename.path().substring(0, cut + 1) + rename.name();
        return at.equals(rename.path()) ? next : at.replace(Element.CABLE + rename.path(), Element.CABLE + next);
    }

    public void undo() {
        drawing.undo();
    }

    public void redo() {
        drawing.redo();
    }
}
