package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Optional;

/**
 * A row of a bridge's MAC table (RTM_NEWNEIGH, family PF_BRIDGE).
 *
 * @param port index of the port
 * @param bridge index of the bridge, 0 when the row belongs to no bridge (a device's own multicast list)
 * @param vlan 0 for none
 * @param local the port's or bridge's own address (NUD_PERMANENT), never aged
 * @param ageCentiseconds since it was last used, 1/100 s, from NDA_CACHEINFO ndm_updated; 0 for local rows
 * @param marks what {@code bridge fdb} tells beside
 */
public record FdbRow(int port, int bridge, Mac mac, int vlan, boolean local, long ageCentiseconds, Marks marks) {
    /** One without marks beyond these. */
    public FdbRow(int port, int bridge, Mac mac, int vlan, boolean local, long ageCentiseconds) {
        this(port, bridge, mac, vlan, local, ageCentiseconds, Marks.of(bridge, local));
    }

    /**
     * @param state NUD_* of {@code linux/neighbour.h}
     * @param flags NTF_*: 2 the device's own row, 4 its master's …
     * @param to the far end of a tunnel that this row sends to
     */
    public record Marks(int state, int flags, Optional<IpAddress> to) {
        public static final int NTF_SELF = 2;
        public static final int NTF_EXT_LEARNED = 0x10;
        public static final int NTF_OFFLOADED = 0x20;
        public static final int NTF_STICKY = 0x40;
        public static final int NTF_ROUTER = 0x80;

        /** Those of a row of which no more is known. */
        public static Marks of(int bridge, boolean local) {
            int state = local ? Neighbour.NUD_PERMANENT : Neighbour.NUD_REACHABLE;
            return new Marks(state, bridge == 0 ? NTF_SELF : 0, Optional.empty());
        }
    }
}
