package dev.pathlight.view;

import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Sentence;
import dev.pathlight.view.Entry.Choice;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Switch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one box is drawn and held, in the form: where it stands, and what of it says something to people only. */
final class MarksForm {
    private static final List<String> COLOURS =
            Arrays.stream(Group.Colour.values()).map(MarksForm::word).toList();

    private final Drawing drawing;
    private final Marks marks;
    private final String path;

    MarksForm(Drawing drawing, String path) {
        this.drawing = drawing;
        marks = drawing.layout().marks();
        this.path = path;
    }

    private static String word(Group.Colour colour) {
        return colour.name().toLowerCase(Locale.ROOT);
    }

    /** The phrase that names a colour of the theme. */
    static String phrase(String word) {
        return switch (Group.Colour.valueOf(word.toUpperCase(Locale.ROOT))) {
            case GREY -> "colour.grey";
            case BLUE -> "colour.blue";
            case GREEN -> "colour.green";
            case AMBER -> "colour.amber";
            case RED -> "colour.red";
            case PURPLE -> "colour.purple";
        };
    }

    /** @param folds it can be drawn as a single box */
    List<Entry> rows(boolean folds) {
        List<Entry> rows = new ArrayList<>();
        drawing.layout().box(path).ifPresent(b -> rows.add(new Line(Property.BOX, BoxLine.write(b), "")));
        int height = marks.height(path);
        rows.add(new Line(Property.HEIGHT, height == 0 ? "" : String.valueOf(height), "0"));
        rows.add(new Switch(Property.LOCKED, marks.locked().contains(path)));
        if (folds) {
            rows.add(new Switch(Property.COLLAPSED, marks.collapsed().contains(path)));
        }
        return rows;
    }

    static Choice colour(Group group) {
        return new Choice(Property.COLOUR, COLOURS, word(group.colour()), "");
    }

    Edit typed(Property property, String text) {
        return switch (property) {
            case BOX -> new Edit.MoveBoxes(Map.of(path, BoxLine.parse(text)));
            case HEIGHT -> new Edit.SetMarks(marks.withHeight(path, height(text)));
            case LOCKED -> new Edit.SetMarks(marks.withLocked(path, Boolean.parseBoolean(text)));
            case COLLAPSED -> new Edit.SetMarks(marks.withCollapsed(path, Boolean.parseBoolean(text)));
            case COLOUR ->
                new Edit.SetMarks(marks.with(marks.group(path)
                        .orElseThrow()
                        .withColour(Group.Colour.valueOf(text.toUpperCase(Locale.ROOT)))));
            default -> throw new IllegalArgumentException(property.toString());
        };
    }

    private static int height(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        if (!text.matches("-?\\d{1,7}") || Math.abs(Integer.parseInt(text)) > Marks.HIGHEST) {
            throw new Malformed(
                    Sentence.of("\"{0}\" is not a number from {1} to {2}", text, -Marks.HIGHEST, Marks.HIGHEST));
        }
        return Integer.parseInt(text);
    }
}
