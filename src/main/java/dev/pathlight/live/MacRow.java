package dev.pathlight.live;

import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.wire.FdbRow;
import java.util.Optional;

/**
 * A row of a bridge's MAC table, ready to read.
 *
 * @param portNumber as {@code brctl showmacs} prints it, from 1; 0 for a row of the bridge itself
 * @param owner whose address it is, as the lecturer notes by hand: {@code this/ns1/veth0}
 * @param sinceNanos when the row appeared (ns since 1970)
 * @param usedNanos when a frame with this source was last seen (ns since 1970): the ageing timer runs from here
 * @param marks what {@code bridge fdb} tells beside
 * @param order the kernel lists its newest rows first: larger for a newer one
 */
public record MacRow(
        String bridge,
        String port,
        int portNumber,
        Mac mac,
        int vlan,
        boolean local,
        Optional<PortId> owner,
        long sinceNanos,
        long usedNanos,
        FdbRow.Marks marks,
        long order) {
    /** One without marks beyond these, which is not listed by order. */
    public MacRow(
            String bridge,
            String port,
            int portNumber,
            Mac mac,
            int vlan,
            boolean local,
            Optional<PortId> owner,
            long sinceNanos,
            long usedNanos) {
        this(bridge, port, portNumber, mac, vlan, local, owner, sinceNanos, usedNanos, FdbRow.Marks.of(1, local), 0);
    }

    /** The row, last used at another time. */
    public MacRow usedAt(long nanos) {
        return new MacRow(bridge, port, portNumber, mac, vlan, local, owner, sinceNanos, nanos, marks, order);
    }

    /** The ageing timer in seconds at {@code nowNanos}; 0 for local rows. */
    public double ageSeconds(long nowNanos) {
        return local ? 0 : Math.max(0, nowNanos - usedNanos) / 1e9;
    }
}
