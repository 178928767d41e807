package dev.pathlight.topology.json;

import dev.pathlight.topology.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in its file each part of a drawing is written, by JSON path ({@code nodes[0].namespaces[1].name}). */
public record Positions(String file, Map<String, Place> places) {
    /** Line and column, both from 1; the column counts UTF-16 units. */
    public record Place(int line, int column) {}

    public Positions {
        places = Map.copyOf(places);
    }

    /**
     * The place of {@code field}, or of the nearest part around it that is written: what is left out has no place of
     * its own. Empty only when nothing is known, as of a drawing that was never in a file.
     */
    public Optional<Place> of(String field) {
        String at = field;
        while (!places.containsKey(at) && !at.isEmpty()) {
            at = FieldPath.parent(at);
        }
        return Optional.ofNullable(places.get(at));
    }

    public static Positions of(String file, Json root) {
        Map<String, Place> places = new HashMap<>();
        collect(root, "", places);
        return new Positions(file, places);
    }

    private static void collect(Json json, String path, Map<String, Place> places) {
        places.put(path, json.place());
        switch (json) {
            case Json.Obj o -> o.members().forEach((key, m) -> collect(m, FieldPath.member(path, key), places));
            case Json.Arr a -> {
                List<Json> items = a.items();
                for (int i = 0; i < items.size(); i++) {
                    collect(items.get(i), FieldPath.item(path, i), places);
                }
            }
            case Json.Text t -> {}
            case Json.Num n -> {}
            case Json.Bool b -> {}
            case Json.Null n -> {}
        }
    }
}
