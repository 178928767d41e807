package dev.pathlight.topology;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant to write. */
public final class Spelling {
    private static final int LONGEST = 64;

    private Spelling() {}

    /** The candidate nearest to {@code word}, when it is near enough to be a slip of the fingers. */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return Optional.empty();
        }
        return candidates.stream()
                .filter(c -> !c.isEmpty() && c.length() <= LONGEST && slips(word, c) <= allowed(word, c))
                .min(Comparator.comparingInt(c -> slips(word, c)));
    }

    /** A hint that begins with {@code nearest}, where there is one: "Did you mean "x"? Known: x, y." or "Known: x, y." */
    public static Sentence didYouMean(String word, Collection<String> candidates, Sentence hint) {
        return nearest(word, candidates)
                .map(c -> Sentence.of("Did you mean \"{0}\"? {1}", c, hint))
                .orElse(hint);
    }

    /** The same with something else to do: "Did you mean "x"? If not: Add it." or "Add it." */
    public static Sentence didYouMeanOr(Sentence otherwise, String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(c -> Sentence.of("Did you mean \"{0}\"? If not: {1}", c, otherwise))
                .orElse(otherwise);
    }

    private static int allowed(String word, String candidate) {
        boolean onePartOfTheOther = candidate.length() >= 3 && word.startsWith(candidate)
                || word.length() >= 3 && candidate.startsWith(word);
        int third = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
        return onePartOfTheOther ? Math.max(third, 4) : third;
    }

    /** Letters to insert, drop, replace or swap with their neighbour, in lower case. */
    private static int slips(String a, String b) {
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[][] d = new int[x.length() + 1][y.length() + 1];
        for (int i = 0; i <= x.length(); i++) {
            for (int j = 0; j <= y.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(d, x, y, i, j);
            }
        }
        return d[x.length()][y.length()];
    }

    private static int cheapest(int[][] d, String x, String y, int i, int j) {
        int replace = d[i - 1][j - 1] + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && x.charAt(i - 1) == y.charAt(j - 2) && x.charAt(i - 2) == y.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
