package dev.pathlight.wire;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import java.util.Optional;

/**
 * An address as the kernel lists it (RTM_NEWADDR, {@code linux/if_addr.h}).
 *
 * @param scope RT_SCOPE_*: 0 global, 253 link, 254 host
 * @param flags IFA_F_*
 */
public record AddressRow(int index, Cidr address, int scope, int flags, Facts facts) {
    /** One of which no more is known. */
    public AddressRow(int index, Cidr address, int scope, int flags) {
        this(index, address, scope, flags, Facts.NONE);
    }

    /**
     * What {@code ip address} tells beside.
     *
     * @param peer the other end's address on a point-to-point link
     * @param label of an IPv4 address, the interface's name unless it was given another; "" for none
     * @param valid seconds, when it was told, for which the address stays; {@link #FOREVER}
     * @param preferred seconds, when it was told, for which it is used for new connections; {@link #FOREVER}
     */
    public record Facts(
            Optional<IpAddress> peer, Optional<IpAddress> broadcast, String label, long valid, long preferred) {
        /** INFINITY_LIFE_TIME. */
        public static final long FOREVER = 0xffff_ffffL;

        public static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), "", FOREVER, FOREVER);
    }
}
