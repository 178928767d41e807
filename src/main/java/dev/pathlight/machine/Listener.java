package dev.pathlight.machine;

import dev.pathlight.topology.Name;
import dev.pathlight.wire.ListenerRow;
import java.util.Optional;

/**
 * Who listens on a port of a namespace.
 *
 * @param program the name of a process that holds the socket, or "" when none here does
 * @param container the one that process belongs to
 */
public record Listener(ListenerRow row, String program, Optional<Name> container) {}
