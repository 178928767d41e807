package dev.pathlight.machine;

/** Which way a frame crossed an interface, seen from its network stack. */
public enum Direction {
    IN,
    OUT
}
