package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Linux bridge in a namespace. Its ports are interfaces of the same namespace; their order is the order in which they
 * join, so it gives the port numbers that {@code brctl showmacs} prints, from 1.
 *
 * @param up false draws it administratively down: then it forwards nothing
 */
public record Bridge(
        IfName name,
        List<IfName> ports,
        BridgeOptions options,
        Optional<Mac> mac,
        OptionalInt mtu,
        List<Cidr> addresses,
        boolean up) {
    public Bridge {
        Bounds.notNegative("mtu", mtu);
        ports = List.copyOf(ports);
        addresses = List.copyOf(addresses);
    }

    public static Bridge plain(IfName name, List<IfName> ports) {
        return new Bridge(name, ports, BridgeOptions.DEFAULT, Optional.empty(), OptionalInt.empty(), List.of(), true);
    }

    public Bridge withPorts(List<IfName> next) {
        return new Bridge(name, next, options, mac, mtu, addresses, up);
    }

    public Bridge withAddresses(List<Cidr> next) {
        return new Bridge(name, ports, options, mac, mtu, next, up);
    }

    public Bridge withName(IfName next) {
        return new Bridge(next, ports, options, mac, mtu, addresses, up);
    }

    public Bridge withOptions(BridgeOptions next) {
        return new Bridge(name, ports, next, mac, mtu, addresses, up);
    }

    public Bridge withMac(Optional<Mac> next) {
        return new Bridge(name, ports, options, next, mtu, addresses, up);
    }

    public Bridge withMtu(OptionalInt next) {
        return new Bridge(name, ports, options, mac, next, addresses, up);
    }

    public Bridge withUp(boolean next) {
        return new Bridge(name, ports, options, mac, mtu, addresses, next);
    }
}
