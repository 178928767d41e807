package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An interface drawn in a namespace.
 *
 * @param mac the fixed Ethernet address; empty lets the kernel draw one
 * @param mtu in bytes, 68..65535 (another can be drawn, and is a finding); empty leaves the kernel's default
 * @param up false draws it administratively down
 * @param pvid the VLAN it belongs to as the port of a bridge that filters VLANs, 1..4094 (IEEE 802.1Q): frames come in and leave
 * without a tag; empty leaves the kernel's default, 1
 */
public record Interface(
        IfName name,
        LinkKind kind,
        Optional<Mac> mac,
        OptionalInt mtu,
        List<Cidr> addresses,
        boolean up,
        OptionalInt pvid) {
    public Interface {
        Bounds.notNegative("mtu", mtu);
        pvid.ifPresent(v -> Bounds.within("pvid", v, 1, Bounds.VLAN_TAG));
        addresses = List.copyOf(addresses);
    }

    /** One in no VLAN of its own. */
    public Interface(IfName name, LinkKind kind, Optional<Mac> mac, OptionalInt mtu, List<Cidr> addresses, boolean up) {
        this(name, kind, mac, mtu, addresses, up, OptionalInt.empty());
    }

    /** A cable's end without an address, as the palette makes it. */
    public static Interface cableEnd(IfName name) {
        return new Interface(name, new LinkKind.CableEnd(), Optional.empty(), OptionalInt.empty(), List.of(), true);
    }

    public Interface withAddresses(List<Cidr> next) {
        return new Interface(name, kind, mac, mtu, next, up, pvid);
    }

    public Interface withName(IfName next) {
        return new Interface(next, kind, mac, mtu, addresses, up, pvid);
    }

    public Interface withKind(LinkKind next) {
        return new Interface(name, next, mac, mtu, addresses, up, pvid);
    }

    public Interface withMac(Optional<Mac> next) {
        return new Interface(name, kind, next, mtu, addresses, up, pvid);
    }

    public Interface withMtu(OptionalInt next) {
        return new Interface(name, kind, mac, next, addresses, up, pvid);
    }

    public Interface withUp(boolean next) {
        return new Interface(name, kind, mac, mtu, addresses, next, pvid);
    }

    public Interface withPvid(OptionalInt next) {
        return new Interface(name, kind, mac, mtu, addresses, up, next);
    }
}
