package dev.pathlight.house.planted.plan;

/** Wrong: a pure room makes a thread, though it has a name. */
final class MakesThread {
    Thread make() {
        return Thread.ofPlatform().name("planted").unstarted(() -> {});
    }
}
