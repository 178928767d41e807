package dev.pathlight.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Linux bridge in a namespace. Its ports are interfaces of the same namespace; their order is the order in which they
 * join, so it gives the port numbers that {@code brctl showmacs} prints, from 1.
 */
public record Bridge(
        IfName name,
        List<IfName> ports,
        BridgeOptions options,
        Optional<Mac> mac,
        OptionalInt mtu,
        List<Cidr> addresses) {
    public Bridge {
        Bounds.notNegative("mtu", mtu);
        ports = List.copyOf(ports);
        addresses = List.copyOf(addresses);
    }

    public static Bridge plain(IfName name, List<IfName> ports) {
        return new Bridge(name, ports, BridgeOptions.DEFAULT, Optional.empty(), OptionalInt.empty(), List.of());
    }

    public Bridge withPorts(List<IfName> next) {
        return new Bridge(name, next, options, mac, mtu, addresses);
    }

    public Bridge withAddresses(List<Cidr> next) {
        return new Bridge(name, ports, options, mac, mtu, next);
    }

    public Bridge withName(IfName next) {
        return new Bridge(next, ports, options, mac, mtu, addresses);
    }

    public Bridge withOptions(BridgeOptions next) {
        return new Bridge(name, ports, next, mac, mtu, addresses);
    }

    public Bridge withMac(Optional<Mac> next) {
        return new Bridge(name, ports, options, next, mtu, addresses);
    }

    public Bridge withMtu(OptionalInt next) {
        return new Bridge(name, ports, options, mac, next, addresses);
    }
}
