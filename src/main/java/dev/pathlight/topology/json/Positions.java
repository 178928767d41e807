package dev.pathlight.topology.json;

import java.util.Map;
import java.util.Optional;

/** Where in its file each part of a drawing is written, by JSON path ({@code nodes[0].namespaces[1].name}). */
public record Positions(String file, Map<String, Place> places) {
    /** Line and column, both from 1. */
    public record Place(int line, int column) {}

    public Positions {
        places = Map.copyOf(places);
    }

    public Optional<Place> of(String field) {
        return Optional.ofNullable(places.get(field));
    }
}
