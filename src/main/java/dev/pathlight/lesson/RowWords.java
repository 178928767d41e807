package dev.pathlight.lesson;

/** Tells whether a row has some words, one after another and whole. */
final class RowWords {
    private RowWords() {}

    /** {@code 10.1.1.0/24 dev v1} is in {@code 10.1.1.0/24 dev v1 scope link} and not in {@code 10.1.1.0/24 dev v10}. */
    static boolean in(String row, String words) {
        return (" " + row + " ").contains(" " + String.join(" ", words.strip().split("\\s+")) + " ");
    }
}
