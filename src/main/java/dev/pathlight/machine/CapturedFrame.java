package dev.pathlight.machine;

import dev.pathlight.topology.PortId;

/**
 * A frame as it crossed an interface.
 *
 * @param port as its interface was called when capturing there began; {@code index} stays the same when it is renamed
 * @param nanos ns since 1970 (CLOCK_REALTIME), the capture's stamp
 * @param length the frame's length on the wire in bytes; {@code bytes} may hold less. Treat {@code bytes} as read-only.
 */
public record CapturedFrame(PortId port, int index, Direction direction, long nanos, int length, byte[] bytes) {}
