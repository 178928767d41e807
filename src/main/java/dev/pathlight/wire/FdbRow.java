package dev.pathlight.wire;

import dev.pathlight.topology.Mac;

/**
 * A row of a bridge's MAC table (RTM_NEWNEIGH, family PF_BRIDGE).
 *
 * @param port index of the port
 * @param bridge index of the bridge, 0 when the row belongs to no bridge (a device's own multicast list)
 * @param vlan 0 for none
 * @param local the port's or bridge's own address (NUD_PERMANENT), never aged
 * @param ageCentiseconds since it was last used, 1/100 s, from NDA_CACHEINFO ndm_updated; 0 for local rows
 */
public record FdbRow(int port, int bridge, Mac mac, int vlan, boolean local, long ageCentiseconds) {}
