package dev.pathlight.view;

import dev.pathlight.view.Entry.Choice;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Lines;
import dev.pathlight.view.Entry.Links;
import dev.pathlight.view.Entry.Mixed;
import dev.pathlight.view.Entry.Switch;
import dev.pathlight.view.Entry.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What several things have in common, as one form: what is typed there holds for each of them. */
final class Several {
    /** What two things cannot share: their names, their places, what tells them apart in a network. */
    private static final Set<Property> OWN = Set.of(
            Property.NAME,
            Property.BOX,
            Property.MAC,
            Property.ADDRESSES,
            Property.END_A,
            Property.END_B,
            Property.PLUG_A,
            Property.PLUG_B);

    private static final String BETWEEN = "\n";

    private Several() {}

    /** The paths of several things as one. */
    static String joined(List<String> paths) {
        return String.join(BETWEEN, paths);
    }

    /** The paths that {@link #joined} took; of one thing, its own. */
    static List<String> parted(String at) {
        return Arrays.asList(at.split(BETWEEN, -1));
    }

    /** @param mixed stands in the empty place of what each has differently */
    static List<Entry> common(List<List<Entry>> forms, String mixed) {
        List<Entry> common = new ArrayList<>();
        for (Entry e : forms.getFirst()) {
            List<Optional<Entry>> same =
                    forms.stream().skip(1).map(f -> alike(e, f)).toList();
            if (!OWN.contains(e.property()) && same.stream().allMatch(Optional::isPresent)) {
                merged(e, same.stream().map(Optional::orElseThrow).toList(), mixed)
                        .ifPresent(common::add);
            }
        }
        return common;
    }

    private static Optional<Entry> alike(Entry e, List<Entry> form) {
        return form.stream().filter(o -> isSameRow(e, o)).findFirst();
    }

    private static boolean isSameRow(Entry a, Entry b) {
        boolean same = a.property() == b.property();
        return switch (a) {
            case Line l ->
                same
                        && b instanceof Line o
                        && l.index() == o.index()
                        && l.where().equals(o.where());
            case Words w -> same && b instanceof Words o && w.index() == o.index();
            case Switch s -> same && b instanceof Switch o && s.lacking().equals(o.lacking());
            case Choice c -> same && b instanceof Choice o && c.options().equals(o.options());
            case Lines l -> same && b instanceof Lines;
            case Links l -> false;
            case Mixed m -> false;
        };
    }

    /** Lines are shown only where all have the same ones: otherwise nobody could say which one is meant. */
    private static Optional<Entry> merged(Entry e, List<Entry> others, String mixed) {
        return switch (e) {
            case Line l ->
                others.stream().allMatch(o -> o instanceof Line x && x.text().equals(l.text()))
                        ? Optional.of(l)
                        : Optional.of(new Mixed(new Line(l.property(), l.index(), "", mixed, l.where())));
            case Words w ->
                others.stream().allMatch(o -> o instanceof Words x && x.text().equals(w.text()))
                        ? Optional.of(w)
                        : Optional.of(new Mixed(new Words(w.property(), w.index(), "", mixed, w.where())));
            case Switch s ->
                others.stream().allMatch(o -> o instanceof Switch x && x.on() == s.on())
                        ? Optional.of(s)
                        : Optional.of(new Mixed(new Switch(s.property(), false, s.lacking())));
            case Choice c -> {
                Choice unlinked = new Choice(c.property(), c.options(), c.chosen(), "");
                yield others.stream()
                                .allMatch(
                                        o -> o instanceof Choice x && x.chosen().equals(c.chosen()))
                        ? Optional.of(unlinked)
                        : Optional.of(new Mixed(new Choice(c.property(), c.options(), "", "")));
            }
            case Lines l ->
                others.stream().allMatch(o -> o instanceof Lines x && x.items().equals(l.items()))
                        ? Optional.of(l)
                        : Optional.empty();
            case Links l -> Optional.empty();
            case Mixed m -> Optional.empty();
        };
    }
}
