package dev.pathlight.machine;

import dev.pathlight.topology.SpaceId;

/** An interface where frames are captured: by its index, which stays the same when it is renamed. */
public record CapturePoint(SpaceId space, int index) {}
