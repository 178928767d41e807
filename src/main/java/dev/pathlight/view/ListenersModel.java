package dev.pathlight.view;

import dev.pathlight.machine.Listener;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who listens on which port, in the namespaces that have containers; as it is now, for of the past it is not kept. */
public final class ListenersModel {
    /**
     * One socket.
     *
     * @param local as ss prints it: {@code *:80}
     * @param container or, where none holds it, the program's name
     */
    public record Row(String space, String protocol, String local, String container, String program) {}

    private final SortedMap<SpaceId, List<Listener>> bySpace = new TreeMap<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    void take(SpaceId space, List<Listener> now) {
        bySpace.put(space, now);
        rows.setAll(bySpace.entrySet().stream()
                .flatMap(e -> e.getValue().stream().map(l -> row(e.getKey(), l)))
                .toList());
    }

    private static Row row(SpaceId space, Listener l) {
        return new Row(
                Places.shortName(space),
                l.row().protocol(),
                l.row().local(),
                l.container().map(Name::value).orElse(""),
                l.program());
    }

    void clear() {
        bySpace.clear();
        rows.clear();
    }

    public ObservableList<Row> rows() {
        return rows;
    }
}
