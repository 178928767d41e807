package dev.pathlight.wire;

import java.util.Optional;
import java.util.OptionalInt;

/** Reads one {@code RTM_NEWNETCONF}: struct netconfmsg, then NETCONFA_* ({@code linux/netconf.h}). */
final class SettingsReader {
    private static final int NETCONFA_IFINDEX = 1;
    private static final int NETCONFA_FORWARDING = 2;
    private static final int NETCONFA_RP_FILTER = 3;

    /** struct netconfmsg: the family in one byte, padded. */
    private static final int NETCONFMSG = 4;

    private SettingsReader() {}

    /** Empty when the message cannot be read, names no interface or is of a family that is neither IPv4 nor IPv6. */
    static Optional<KernelNotice> read(NetlinkDecoder.Header header) {
        int family = header.bodyLength() < NETCONFMSG ? 0 : header.u8(0);
        if (family != Netlink.AF_INET && family != Netlink.AF_INET6) {
            return Optional.empty();
        }
        OptionalInt index = OptionalInt.empty();
        OptionalInt forwarding = OptionalInt.empty();
        OptionalInt rpFilter = OptionalInt.empty();
        AttributeReader a = header.attributes(NETCONFMSG);
        while (a.next()) {
            switch (a.type()) {
                case NETCONFA_IFINDEX -> index = OptionalInt.of(a.u32());
                case NETCONFA_FORWARDING -> forwarding = OptionalInt.of(a.u32());
                case NETCONFA_RP_FILTER -> rpFilter = OptionalInt.of(a.u32());
                default -> {}
            }
        }
        return a.failed() || index.isEmpty()
                ? Optional.empty()
                : Optional.of(new KernelNotice.SettingsChanged(
                        new SettingsRow(family == Netlink.AF_INET6, index.getAsInt(), forwarding, rpFilter)));
    }
}
