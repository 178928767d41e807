package dev.pathlight.house.planted.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Innocent: constants, one of them built and then frozen. */
final class Knows {
    static final List<String> WORDS = List.of("a", "b");
    static final Set<String> SORTED = Set.copyOf(new TreeSet<>(WORDS));
}
