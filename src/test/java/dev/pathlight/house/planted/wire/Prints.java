package dev.pathlight.house.planted.wire;

/** Wrong: prints. */
final class Prints {
    void hello() {
        System.out.println("hello");
    }
}
