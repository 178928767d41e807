package dev.pathlight.machine;

/** A place where a drawing can run. */
public sealed interface Target {
    /** Own user, network, mount and PID namespaces: needs no root, cannot touch the host's network. */
    record Sandbox() implements Target {}
}
