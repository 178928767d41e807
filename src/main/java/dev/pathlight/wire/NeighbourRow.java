package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Optional;

/**
 * A neighbour entry (ARP or ND). {@code state} is NUD_* of {@code linux/neighbour.h}: 1 incomplete, 2 reachable, 4
 * stale, 0x20 failed …; {@code flags} is NTF_*: 0x80 a router.
 */
public record NeighbourRow(int index, IpAddress address, Optional<Mac> mac, int state, int flags) {
    public static final int NTF_ROUTER = 0x80;
    public static final int NTF_EXT_LEARNED = 0x10;

    /** One without flags. */
    public NeighbourRow(int index, IpAddress address, Optional<Mac> mac, int state) {
        this(index, address, mac, state, 0);
    }
}
