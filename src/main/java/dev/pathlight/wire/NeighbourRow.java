package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Optional;

/**
 * A neighbour entry (ARP or ND). {@code state} is NUD_* of {@code linux/neighbour.h}: 1 incomplete, 2 reachable, 4
 * stale, 0x20 failed …
 */
public record NeighbourRow(int index, IpAddress address, Optional<Mac> mac, int state) {}
