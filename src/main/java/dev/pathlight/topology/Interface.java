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
 */
public record Interface(
        IfName name, LinkKind kind, Optional<Mac> mac, OptionalInt mtu, List<Cidr> addresses, boolean up) {
    public Interface {
        Bounds.notNegative("mtu", mtu);
        addresses = List.copyOf(addresses);
    }

    /** A cable's end without an address, as the palette makes it. */
    public static Interface cableEnd(IfName name) {
        return new Interface(name, new LinkKind.CableEnd(), Optional.empty(), OptionalInt.empty(), List.of(), true);
    }

    public Interface withAddresses(List<Cidr> next) {
        return new Interface(name, kind, mac, mtu, next, up);
    }

    public Interface withName(IfName next) {
        return new Interface(next, kind, mac, mtu, addresses, up);
    }

    public Interface withKind(LinkKind next) {
        return new Interface(name, next, mac, mtu, addresses, up);
    }

    public Interface withMac(Optional<Mac> next) {
        return new Interface(name, kind, next, mtu, addresses, up);
    }

    public Interface withMtu(OptionalInt next) {
        return new Interface(name, kind, mac, next, addresses, up);
    }

    public Interface withUp(boolean next) {
        return new Interface(name, kind, mac, mtu, addresses, next);
    }
}
