package dev.pathlight.machine.engine;

/** A namespace the engine holds: by a descriptor of fixed number, by its route socket, and by a name under /run/netns. */
record Space(int number, String name, int descriptor, RouteSocket routes) {}
