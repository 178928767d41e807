package dev.pathlight.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a row has some words, one after another and whole. */
final class RowWords {
    /** What another run of the same drawing does not show again: Ethernet addresses, what comes of them, a neighbour's state. */
    private static final Pattern PASSING = Pattern.compile("(?i)([0-9a-f]{2}:){5}[0-9a-f]{2}|fe80:.*|lladdr"
            + "|INCOMPLETE|REACHABLE|STALE|DELAY|PROBE|FAILED|used|expires|\\d+sec");

    private RowWords() {}

    /** The longest part of a row that the next run shows again; "" when there is none. */
    static String lasting(String row) {
        List<String> parts = new ArrayList<>(List.of(""));
        for (String word : row.strip().split("\\s+")) {
            if (PASSING.matcher(word).matches()) {
                parts.add("");
            } else {
                parts.set(parts.size() - 1, (parts.getLast() + " " + word).strip());
            }
        }
        return parts.stream().max(Comparator.comparingInt(String::length)).orElse("");
    }

    /** {@code 10.1.1.0/24 dev v1} is in {@code 10.1.1.0/24 dev v1 scope link} and not in {@code 10.1.1.0/24 dev v10}. */
    static boolean in(String row, String words) {
        return (" " + row + " ").contains(" " + String.join(" ", words.strip().split("\\s+")) + " ");
    }
}
