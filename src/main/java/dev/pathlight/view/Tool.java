package dev.pathlight.view;

/** What a press on the canvas means. */
public enum Tool {
    SELECT,
    NODE,
    NAMESPACE,
    CONTAINER,
    BRIDGE,
    CABLE,
    NOTE,
    PING
}
