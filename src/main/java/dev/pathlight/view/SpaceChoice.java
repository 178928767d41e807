package dev.pathlight.view;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which namespace a table panel shows: the user's choice, until a hop is decided by a row elsewhere. */
public final class SpaceChoice {
    private final ObservableList<SpaceId> spaces = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SpaceId>> space = new SimpleObjectProperty<>(Optional.empty());
    private Glance view = Glance.NOTHING;

    SpaceChoice(Runnable changed) {
        space.addListener(o -> changed.run());
    }

    /** Takes in what is there; turns to where a decision of this panel's kind was made. */
    void show(Glance next, Predicate<Decision> mine) {
        boolean moved = !next.pointsAsBefore(view);
        view = next;
        List<SpaceId> all = List.copyOf(next.snapshot().spaces().keySet());
        if (!spaces.equals(all)) {
            spaces.setAll(all);
        }
        Optional<SpaceId> decided = next.decisions().stream()
                .filter(mine)
                .map(Decision::space)
                .filter(all::contains)
                .findFirst();
        if (moved && decided.isPresent()) {
            space.set(decided);
        } else if (space.get().filter(all::contains).isEmpty()) {
            // A root namespace often has no routes at all: better to begin with a named one.
            space.set(all.stream()
                    .filter(s -> !s.isRoot())
                    .findFirst()
                    .or(() -> all.stream().findFirst()));
        }
    }

    Optional<SpaceState> state() {
        return space.get().flatMap(view.snapshot()::space);
    }

    /** The rows that decided in the shown namespace. */
    List<String> decisions(Predicate<Decision> mine) {
        return decided(mine).stream().map(Decision::row).toList();
    }

    /** What decided in the shown namespace. */
    List<Decision> decided(Predicate<Decision> mine) {
        return view.decisions().stream()
                .filter(mine)
                .filter(d -> space.get().filter(d.space()::equals).isPresent())
                .toList();
    }

    Glance view() {
        return view;
    }

    public void choose(SpaceId id) {
        space.set(Optional.of(id));
    }

    /** Nothing changes where it is none of those that can be chosen. */
    void chooseIfThere(SpaceId id) {
        if (spaces.contains(id)) {
            choose(id);
        }
    }

    public ObservableList<SpaceId> spaces() {
        return spaces;
    }

    public ObjectProperty<Optional<SpaceId>> space() {
        return space;
    }
}
