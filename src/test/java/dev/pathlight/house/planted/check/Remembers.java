package dev.pathlight.house.planted.check;

import java.util.HashMap;
import java.util.Map;

/** Wrong: the class itself remembers. */
final class Remembers {
    static final Map<String, String> SEEN = new HashMap<>();
}
