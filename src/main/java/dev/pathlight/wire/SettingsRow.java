package dev.pathlight.wire;

import java.util.OptionalInt;

/**
 * What an IP stack tells of its settings ({@code linux/netconf.h}), those of one interface or of all. In a notice only what
 * changed is present.
 *
 * @param index the interface, {@link #ALL}, or {@link #DEFAULT}
 * @param forwarding net.ipv4.conf.X.forwarding or net.ipv6.conf.X.forwarding: 0 is off
 * @param rpFilter net.ipv4.conf.X.rp_filter: 0 off, 1 strict, 2 loose
 */
public record SettingsRow(boolean v6, int index, OptionalInt forwarding, OptionalInt rpFilter) {
    /** NETCONFA_IFINDEX_ALL: conf/all. */
    public static final int ALL = -1;

    /** NETCONFA_IFINDEX_DEFAULT: conf/default, for interfaces to come. */
    public static final int DEFAULT = -2;

    /** This row where {@code newer} says nothing. */
    public SettingsRow with(SettingsRow newer) {
        return new SettingsRow(
                v6,
                index,
                newer.forwarding().isPresent() ? newer.forwarding() : forwarding,
                newer.rpFilter().isPresent() ? newer.rpFilter() : rpFilter);
    }
}
