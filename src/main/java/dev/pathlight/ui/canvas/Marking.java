package dev.pathlight.ui.canvas;

import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.Marks;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Texts;
import dev.pathlight.ui.canvas.CanvasAction.Part;
import dev.pathlight.view.scene.Frame;
import dev.pathlight.view.scene.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.control.TextInputDialog;

/** Groups boxes, locks them, folds nodes up, and lays what overlaps above or below. */
final class Marking {
    private static final Part SECTION = new Part("menu.hold", "needs.boxes");
    private static final Part OF_GROUP = new Part("menu.hold", "needs.group");
    private static final Part COLOURS = new Part("menu.colour", "needs.group");
    private static final Part LOCKS = new Part("menu.hold", "needs.lock");
    private static final Part OF_NODE = new Part("menu.hold", "needs.node");
    private static final double AROUND = 24;

    private final Board board;
    private final CanvasPane pane;

    Marking(Board board, CanvasPane pane) {
        this.board = board;
        this.pane = pane;
    }

    void offer(CanvasActions to) {
        to.add(
                "mend.first",
                "Alt+Enter",
                new Part("", "needs.wrong"),
                () -> MendItems.first(board).isPresent(),
                () -> MendItems.first(board).ifPresent(board.model().intents()::mend));
        to.add("mark.group", "Shortcut+Shift+G", SECTION, () -> !frames().isEmpty(), this::group);
        to.add("mark.title", "", OF_GROUP, () -> chosenGroup().isPresent(), this::title);
        for (Group.Colour colour : Group.Colour.values()) {
            String phrase = "colour." + colour.name().toLowerCase(Locale.ROOT);
            to.add(phrase, "", COLOURS, () -> chosenGroup().isPresent(), () -> colour(phrase, colour));
        }
        to.add("mark.lock", "Shortcut+Shift+K", LOCKS, () -> mayLock(false), () -> lock("mark.lock", true));
        to.add("mark.unlock", "Shortcut+Shift+U", LOCKS, () -> mayLock(true), () -> lock("mark.unlock", false));
        to.add("mark.collapse", "Shortcut+Shift+B", OF_NODE, () -> !nodes(false).isEmpty(), () -> fold(true));
        to.add("mark.expand", "Shortcut+Shift+X", OF_NODE, () -> !nodes(true).isEmpty(), () -> fold(false));
        to.add(
                "mark.front",
                "Shortcut+Close Bracket",
                SECTION,
                () -> !frames().isEmpty(),
                () -> stack("mark.front", true));
        to.add(
                "mark.back",
                "Shortcut+Open Bracket",
                SECTION,
                () -> !frames().isEmpty(),
                () -> stack("mark.back", false));
    }

    private Set<String> frames() {
        Set<String> all = new TreeSet<>();
        board.model().selection().get().stream()
                .flatMap(p -> board.scene().frame(p).stream())
                .filter(Frame::isPlaceable)
                .forEach(f -> all.add(f.path()));
        return all;
    }

    private void edit(String phrase, Edit edit) {
        board.model().intents().edit(board.words().say(phrase), edit);
    }

    private void group() {
        Rect all = frames().stream()
                .flatMap(p -> board.scene().frame(p).stream())
                .map(Frame::rect)
                .reduce(Rect::union)
                .orElseThrow()
                .grown(AROUND);
        Rect titled = new Rect(all.x(), all.y() - AROUND, all.width(), all.height() + AROUND);
        group(board, titled);
    }

    /** A new group with this place, selected. */
    static void group(Board board, Rect place) {
        Marks marks = board.marks();
        int n = 1;
        while (marks.group(Group.PATH + "g" + n).isPresent()) {
            n++;
        }
        Texts title = Texts.NONE.with(
                board.words().locale().getLanguage(), board.words().say("group.title", n));
        Group.Colour colour = Group.Colour.values()[n % Group.Colour.values().length];
        Group group = new Group(new Name("g" + n), title, colour);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.MoveBoxes(Arrange.unplaced(board)));
        edits.add(new Edit.SetMarks(marks.with(group)));
        edits.add(new Edit.MoveBoxes(Map.of(group.path(), place.box())));
        board.model().intents().edit(board.words().say("mark.group"), new Edit.All(edits));
        board.model().selection().set(Set.of(group.path()));
        board.focused().set(Optional.of(group.path()));
    }

    private Optional<Group> chosenGroup() {
        return board.model().selection().get().stream()
                .flatMap(p -> board.marks().group(p).stream())
                .findFirst();
    }

    private void title() {
        chosenGroup().ifPresent(group -> {
            Locale locale = board.words().locale();
            TextInputDialog dialog = new TextInputDialog(group.title().in(locale));
            dialog.initOwner(pane.getScene().getWindow());
            dialog.setTitle(board.words().say("mark.title"));
            dialog.setHeaderText(board.words().say("group.ask"));
            dialog.setGraphic(null);
            dialog.showAndWait().ifPresent(words -> {
                Texts title = group.title().with(locale.getLanguage(), words.strip());
                edit("mark.title", new Edit.SetMarks(board.marks().with(group.withTitle(title))));
            });
        });
    }

    private void colour(String phrase, Group.Colour colour) {
        Marks next = board.marks();
        for (String path : board.model().selection().get()) {
            Optional<Group> group = next.group(path);
            next = group.isPresent() ? next.with(group.get().withColour(colour)) : next;
        }
        edit(phrase, new Edit.SetMarks(next));
    }

    private boolean mayLock(boolean locked) {
        return frames().stream().anyMatch(p -> board.marks().locked().contains(p) == locked);
    }

    private void lock(String phrase, boolean on) {
        Marks next = board.marks();
        for (String path : frames()) {
            next = next.withLocked(path, on);
        }
        edit(phrase, new Edit.SetMarks(next));
    }

    /** The selected nodes, or those the selection is in, that are folded up or not. */
    private Set<String> nodes(boolean collapsed) {
        Set<String> all = new TreeSet<>();
        board.model().selection().get().stream()
                .flatMap(p -> Stream.of(p.substring(0, p.indexOf('/') < 0 ? p.length() : p.indexOf('/'))))
                .flatMap(p -> board.scene().frame(p).stream())
                .filter(f -> f.kind() == Frame.Kind.NODE)
                .filter(f -> board.marks().collapsed().contains(f.path()) == collapsed)
                .forEach(f -> all.add(f.path()));
        return all;
    }

    private void fold(boolean on) {
        Marks next = board.marks();
        Set<String> nodes = nodes(!on);
        for (String path : nodes) {
            next = next.withCollapsed(path, on);
        }
        edit(
                on ? "mark.collapse" : "mark.expand",
                new Edit.All(List.of(new Edit.MoveBoxes(Arrange.unplaced(board)), new Edit.SetMarks(next))));
        board.model().selection().set(nodes);
    }

    private void stack(String phrase, boolean front) {
        Marks next = board.marks();
        for (String path : frames()) {
            Stream<Integer> heights = Stream.concat(next.heights().values().stream(), Stream.of(0));
            int beyond = front
                    ? heights.max(Integer::compare).orElse(0) + 1
                    : heights.min(Integer::compare).orElse(0) - 1;
            next = next.withHeight(path, beyond);
        }
        edit(phrase, new Edit.SetMarks(next));
    }
}
