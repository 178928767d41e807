package dev.pathlight.view;

import dev.pathlight.live.classic.ClassicText;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A table as a tool of old prints it: which of the commands that show it, its text, and which line decides just now. */
public final class ClassicModel {
    /**
     * One line.
     *
     * @param note what a lecturer would write beside it; "" for nothing
     * @param lit it shows the row that decided where the packet is
     */
    public record Line(String text, String note, boolean lit) {
        /** With what stands behind it, as a lecturer writes it; {@code here} marks the row that decided. */
        public String noted(String here) {
            return text + (note.isEmpty() ? "" : "  # " + note) + (lit ? "  " + here : "");
        }
    }

    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ObservableList<String> commands = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");

    /** @param changed asked when another text is wanted: {@link #show} follows */
    ClassicModel(Runnable changed) {
        on.addListener(o -> changed.run());
        chosen.addListener(o -> changed.run());
    }

    /**
     * Shows the chosen one of {@code texts}, which are made only while a text is shown.
     *
     * @param decides whether a decision names this row
     */
    void show(Optional<SpaceId> space, Supplier<List<ClassicText>> texts, Predicate<String> decides) {
        if (!on.get()) {
            return;
        }
        List<ClassicText> all = space.isEmpty() ? List.of() : texts.get();
        List<String> next = all.stream().map(ClassicText::command).toList();
        if (!commands.equals(next)) {
            commands.setAll(next);
        }
        place.set(space.map(SpaceId::shortName).orElse(""));
        int index = Math.clamp(chosen.get(), 0, Math.max(0, all.size() - 1));
        List<Line> now = all.isEmpty() ? List.of() : lines(all.get(index), decides);
        if (!lines.equals(now)) {
            lines.setAll(now);
        }
    }

    private static List<Line> lines(ClassicText text, Predicate<String> decides) {
        return text.lines().stream()
                .map(l -> new Line(l.text(), l.note(), !l.row().isEmpty() && decides.test(l.row())))
                .toList();
    }

    /** True where two rows name the same entry: the address and the device, whatever else they tell. */
    static boolean sameEntry(String decision, String row) {
        return entry(decision).equals(entry(row));
    }

    private static List<String> entry(String row) {
        return List.of(row.split(" ")).stream().limit(3).toList();
    }

    /** Whether the text is shown in place of the table. */
    public BooleanProperty on() {
        return on;
    }

    /** What can be typed to see this table. */
    public ObservableList<String> commands() {
        return commands;
    }

    /** Which of the commands. */
    public IntegerProperty chosen() {
        return chosen;
    }

    /** The namespace in which it is typed, as it is called for short. */
    public ReadOnlyStringProperty place() {
        return place.getReadOnlyProperty();
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    /** These lines, or all of them, below the command; {@code here} marks the row that decided. */
    public String copied(List<Line> some, String here) {
        List<Line> taken = some.isEmpty() ? lines : some;
        String head = some.isEmpty() && !commands.isEmpty()
                ? "[" + place.get() + "] # " + commands.get(Math.clamp(chosen.get(), 0, commands.size() - 1)) + "\n"
                : "";
        return head + taken.stream().map(l -> l.noted(here) + "\n").collect(Collectors.joining());
    }
}
