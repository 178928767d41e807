package dev.pathlight.topology.json;

import dev.pathlight.topology.Group;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Out.Obj;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How groups, locks, collapsed nodes and what lies above what are written, as the field {@code canvas}. */
final class MarksFields {
    private static final List<String> COLOURS =
            Arrays.stream(Group.Colour.values()).map(MarksFields::word).toList();

    private MarksFields() {}

    private static String word(Group.Colour colour) {
        return colour.name().toLowerCase(Locale.ROOT);
    }

    static Marks read(Fields f) {
        return new Marks(
                f.objects("groups", Sentence.of("a group"), MarksFields::group),
                new TreeSet<>(f.values("locked", p -> Optional.empty(), p -> p)),
                new TreeSet<>(f.values("collapsed", p -> Optional.empty(), p -> p)),
                f.object("heights", Sentence.of("the heights"), MarksFields::heights)
                        .orElseGet(TreeMap::new));
    }

    private static Group group(Fields f) {
        return new Group(
                DrawingReader.name(f, "id"),
                Words.read(f, "title"),
                f.word("colour", COLOURS)
                        .map(w -> Group.Colour.valueOf(w.toUpperCase(Locale.ROOT)))
                        .orElse(Group.Colour.GREY));
    }

    private static SortedMap<String, Integer> heights(Fields f) {
        TreeMap<String, Integer> heights = new TreeMap<>();
        for (String path : f.names()) {
            f.integer(path, -Marks.HIGHEST, Marks.HIGHEST).ifPresent(h -> heights.put(path, h));
        }
        return heights;
    }

    /** Left out where there are none. */
    static void write(Obj o, Marks marks) {
        if (marks.isEmpty()) {
            return;
        }
        Obj canvas = new Obj(true);
        canvas.list("groups", marks.groups().stream().map(MarksFields::group).toList());
        canvas.texts("locked", List.copyOf(marks.locked()));
        canvas.texts("collapsed", List.copyOf(marks.collapsed()));
        if (!marks.heights().isEmpty()) {
            Obj heights = new Obj(true);
            marks.heights().forEach(heights::number);
            canvas.put("heights", heights);
        }
        o.put("canvas", canvas);
    }

    private static Obj group(Group group) {
        Obj o = new Obj(false);
        o.text("id", group.id());
        Words.write(o, "title", group.title());
        if (group.colour() != Group.Colour.GREY) {
            o.text("colour", word(group.colour()));
        }
        return o;
    }
}
