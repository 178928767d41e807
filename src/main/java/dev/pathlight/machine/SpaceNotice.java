package dev.pathlight.machine;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;

/** A kernel notice with the namespace it comes from and when the engine read it (ns since 1970, CLOCK_REALTIME). */
public record SpaceNotice(SpaceId space, long nanos, KernelNotice notice) {}
