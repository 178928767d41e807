package dev.pathlight.house;

import java.util.Comparator;

/** Where a rule is broken, and how. */
record Breach(String where, String what) implements Comparable<Breach> {
    @Override
    public int compareTo(Breach other) {
        return Comparator.comparing(Breach::where).thenComparing(Breach::what).compare(this, other);
    }

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
