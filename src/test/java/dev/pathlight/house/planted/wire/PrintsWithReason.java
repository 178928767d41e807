package dev.pathlight.house.planted.wire;

import dev.pathlight.house.HouseException;

/** Innocent: excused. */
@HouseException(rule = "console", why = "planted to see that an excuse is honoured")
final class PrintsWithReason {
    void hello() {
        System.out.println("hello");
    }
}
