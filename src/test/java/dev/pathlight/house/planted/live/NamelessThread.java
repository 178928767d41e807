package dev.pathlight.house.planted.live;

/** Wrong: a thread without a name. */
final class NamelessThread {
    Thread make() {
        return new Thread(() -> {});
    }
}
