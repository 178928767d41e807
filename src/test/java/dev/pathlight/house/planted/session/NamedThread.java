package dev.pathlight.house.planted.session;

/** Innocent: a named thread in a room that may make one. */
final class NamedThread {
    Thread make() {
        return Thread.ofPlatform().name("planted").unstarted(() -> {});
    }
}
