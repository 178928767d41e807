package dev.pathlight.live;

import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;

/**
 * One packet seen at one interface in one direction.
 *
 * @param nanos ns since 1970, the capture's stamp
 * @param length bytes on the wire; {@code bytes}, from the Ethernet header on, may hold less and are read-only
 */
public record Sighting(PortId port, Direction direction, long nanos, int length, byte[] bytes) {}
