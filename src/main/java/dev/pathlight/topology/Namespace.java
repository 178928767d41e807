package dev.pathlight.topology;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A network namespace: one network stack inside a node. The root namespace of a node has the name "".
 *
 * @param sysctls by name below /proc/sys/net, with dots: {@code ipv4.ip_forward}
 */
public record Namespace(
        String name,
        Texts title,
        List<Interface> interfaces,
        List<Bridge> bridges,
        List<Route> routes,
        SortedMap<String, String> sysctls,
        Nat nat,
        Firewall firewall,
        List<Container> containers) {
    public Namespace {
        if (!name.isEmpty()) {
            new Name(name);
        }
        interfaces = List.copyOf(interfaces);
        bridges = List.copyOf(bridges);
        routes = List.copyOf(routes);
        sysctls = Collections.unmodifiableSortedMap(new TreeMap<>(sysctls));
        containers = List.copyOf(containers);
    }

    public static Namespace empty(String name) {
        return new Namespace(
                name,
                Texts.NONE,
                List.of(),
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                Nat.NONE,
                Firewall.NONE,
                List.of());
    }

    public Optional<Interface> findInterface(IfName wanted) {
        return interfaces.stream().filter(i -> i.name().equals(wanted)).findFirst();
    }

    public Optional<Bridge> findBridge(IfName wanted) {
        return bridges.stream().filter(b -> b.name().equals(wanted)).findFirst();
    }

    /** Is an interface or a bridge called so? */
    public boolean hasDevice(IfName wanted) {
        return findInterface(wanted).isPresent() || findBridge(wanted).isPresent();
    }

    /** The bridge that {@code port} is enslaved to. */
    public Optional<Bridge> bridgeOf(IfName port) {
        return bridges.stream().filter(b -> b.ports().contains(port)).findFirst();
    }

    public Namespace withInterfaces(List<Interface> next) {
        return new Namespace(name, title, next, bridges, routes, sysctls, nat, firewall, containers);
    }

    public Namespace withBridges(List<Bridge> next) {
        return new Namespace(name, title, interfaces, next, routes, sysctls, nat, firewall, containers);
    }

    public Namespace withRoutes(List<Route> next) {
        return new Namespace(name, title, interfaces, bridges, next, sysctls, nat, firewall, containers);
    }

    public Namespace withSysctls(SortedMap<String, String> next) {
        return new Namespace(name, title, interfaces, bridges, routes, next, nat, firewall, containers);
    }

    public Namespace withName(String next) {
        return new Namespace(next, title, interfaces, bridges, routes, sysctls, nat, firewall, containers);
    }

    public Namespace withTitle(Texts next) {
        return new Namespace(name, next, interfaces, bridges, routes, sysctls, nat, firewall, containers);
    }

    public Namespace withNat(Nat next) {
        return new Namespace(name, title, interfaces, bridges, routes, sysctls, next, firewall, containers);
    }

    public Namespace withFirewall(Firewall next) {
        return new Namespace(name, title, interfaces, bridges, routes, sysctls, nat, next, containers);
    }

    public Namespace withContainers(List<Container> next) {
        return new Namespace(name, title, interfaces, bridges, routes, sysctls, nat, firewall, next);
    }
}
