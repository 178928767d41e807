package dev.pathlight.wire;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import java.util.Optional;

/** Reads one {@code RTM_NEWADDR} or {@code RTM_DELADDR}: struct ifaddrmsg, then IFA_* ({@code linux/if_addr.h}). */
final class AddressReader {
    private AddressReader() {}

    /** Empty when the message cannot be read or is of another family than IPv4 and IPv6. */
    static Optional<KernelNotice> read(NetlinkDecoder.Header header) {
        if (header.bodyLength() < IfLink.IFADDRMSG) {
            return Optional.empty();
        }
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> address = Optional.empty();
        Optional<IpAddress> broadcast = Optional.empty();
        String label = "";
        long valid = AddressRow.Facts.FOREVER;
        long preferred = AddressRow.Facts.FOREVER;
        int flags = header.u8(2);
        AttributeReader a = header.attributes(IfLink.IFADDRMSG);
        while (a.next()) {
            switch (a.type()) {
                case IfLink.IFA_LOCAL -> local = a.ip();
                case IfLink.IFA_ADDRESS -> address = a.ip();
                case IfLink.IFA_BROADCAST -> broadcast = a.ip();
                case IfLink.IFA_LABEL -> label = a.string();
                case IfLink.IFA_CACHEINFO -> {
                    preferred = Integer.toUnsignedLong(a.u32());
                    valid = Integer.toUnsignedLong(a.u32At(4));
                }
                case IfLink.IFA_FLAGS -> flags = a.u32();
                default -> {}
            }
        }
        // On a point-to-point link IFA_ADDRESS is the other end's; IPv6 sends IFA_LOCAL only there.
        Optional<IpAddress> own = local.isPresent() ? local : address;
        int prefix = header.u8(1);
        if (a.failed() || own.isEmpty() || prefix > own.get().width()) {
            return Optional.empty();
        }
        Optional<IpAddress> peer = address.filter(p -> !p.equals(own.get()));
        AddressRow row = new AddressRow(
                header.s32(4),
                new Cidr(own.get(), prefix),
                header.u8(3),
                flags,
                new AddressRow.Facts(peer, broadcast, label, valid, preferred));
        return Optional.of(
                header.type() == RtNetlink.RTM_NEWADDR
                        ? new KernelNotice.AddressSet(row)
                        : new KernelNotice.AddressGone(row));
    }
}
