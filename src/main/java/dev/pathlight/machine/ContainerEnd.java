package dev.pathlight.machine;

import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;

/**
 * A container ended by itself.
 *
 * @param exitCode of its command, 128 and the signal's number when it was killed by one; -1 when it could not be started
 * @param lastWords the end of what it wrote to stderr, or ""
 */
public record ContainerEnd(SpaceId space, Name container, int exitCode, String lastWords) {}
