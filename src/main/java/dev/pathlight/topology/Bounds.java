package dev.pathlight.topology;

import java.util.List;
import java.util.OptionalInt;

/** Refuses numbers and words that a value cannot be born with. */
final class Bounds {
    static final int VNI = 0xff_ffff;
    static final int PORT = 0xffff;
    static final int VLAN_TAG = 4094;

    private Bounds() {}

    static void within(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is not within " + least + ".." + most);
        }
    }

    static void notNegative(String what, OptionalInt value) {
        value.ifPresent(v -> within(what, v, 0, Integer.MAX_VALUE));
    }

    static void oneOf(String what, String value, List<String> words) {
        if (!words.contains(value)) {
            throw new IllegalArgumentException(what + " \"" + value + "\" is none of " + words);
        }
    }
}
