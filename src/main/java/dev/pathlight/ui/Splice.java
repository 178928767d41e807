package dev.pathlight.ui;

/**
 * What makes one text of another.
 *
 * @param from where the old text begins to differ, UTF-16 units
 * @param to where it has ended to differ
 * @param put what stands between in the new one
 */
record Splice(int from, int to, String put) {
    static Splice between(String old, String next) {
        int most = Math.min(old.length(), next.length());
        int start = 0;
        while (start < most && old.charAt(start) == next.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start && old.charAt(old.length() - 1 - end) == next.charAt(next.length() - 1 - end)) {
            end++;
        }
        return new Splice(start, old.length() - end, next.substring(start, next.length() - end));
    }
}
