package dev.pathlight.plan;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.DeviceSysctl;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One network stack as operations leave it, with what the kernel does besides: a link that goes down takes its routes and
 * its IPv6 addresses along, the last IPv4 address takes the device's IPv4 routes. What it makes by itself (connected
 * routes, link-local addresses) is left out. Each method tells whether it changed anything. Belongs to one thread.
 */
final class StackState {
    private static final int TABLE_MAIN = 254;
    private static final int IPV6_METRIC = 1024;

    private final int number;
    private final String element;
    private final Map<IfName, HeldLink> links = new TreeMap<>();
    private final List<Address> addresses = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();
    private final Map<String, String> sysctls = new TreeMap<>();
    private final List<NetOp> filters = new ArrayList<>();
    private final Map<Name, Container> containers = new LinkedHashMap<>();
    private final Set<Row> rows = new LinkedHashSet<>();
    private boolean loopbackUp;

    record Address(IfName device, Cidr cidr) {
        boolean v6() {
            return cidr.address().v6();
        }

        /** The kernel keeps an order among these: the first of a network is its primary address, and has the first route. */
        Object group() {
            return v6() ? this : cidr.network();
        }
    }

    /** A route, and the device it leads by where it names none. */
    record Way(Route route, Optional<IfName> device) {
        /** The kernel keeps an order among these. */
        Object group() {
            boolean v6 = route.destination().address().v6();
            return List.of(
                    route.destination(),
                    route.table().orElse(TABLE_MAIN),
                    route.metric().orElse(v6 ? IPV6_METRIC : 0));
        }

        private boolean isMeantBy(Route told) {
            boolean leads =
                    told.device().isEmpty() || device.isEmpty() || told.device().equals(device);
            return leads
                    && new Way(told, device).group().equals(group())
                    && told.kind() == route.kind()
                    && told.via().equals(route.via());
        }
    }

    /** What is noted at a device: {@code mac} is behind {@code at}, or of a neighbour, {@code at} has {@code mac}. */
    record Row(IfName device, boolean tunnel, Mac mac, IpAddress at) {}

    StackState(int number, String element) {
        this.number = number;
        this.element = element;
        sysctls.put(Sysctls.IPV6_OFF, "0");
        sysctls.put(Sysctls.IPV6_OFF_BY_DEFAULT, "0");
    }

    StackState(StackState other) {
        this(other.number, other.element);
        links.putAll(other.links);
        addresses.addAll(other.addresses);
        ways.addAll(other.ways);
        sysctls.putAll(other.sysctls);
        filters.addAll(other.filters);
        containers.putAll(other.containers);
        rows.addAll(other.rows);
        loopbackUp = other.loopbackUp;
    }

    int number() {
        return number;
    }

    String element() {
        return element;
    }

    Map<IfName, HeldLink> links() {
        return links;
    }

    Optional<HeldLink> link(IfName name) {
        return Optional.ofNullable(links.get(name));
    }

    List<Address> addresses() {
        return addresses;
    }

    List<Way> ways() {
        return ways;
    }

    Map<String, String> sysctls() {
        return sysctls;
    }

    List<NetOp> filters() {
        return filters;
    }

    Map<Name, Container> containers() {
        return containers;
    }

    Set<Row> rows() {
        return rows;
    }

    boolean isLoopbackUp() {
        return loopbackUp;
    }

    /** Everything that two stacks have to have in common to be alike, orders included where the kernel keeps one. */
    List<Object> alike() {
        Map<IfName, Object> devices = new TreeMap<>();
        links.forEach((name, link) -> devices.put(name, link.alike()));
        Map<Object, List<Address>> byNetwork = new LinkedHashMap<>();
        addresses.forEach(a ->
                byNetwork.computeIfAbsent(a.group(), g -> new ArrayList<>()).add(a));
        Map<Object, List<Route>> byDestination = new LinkedHashMap<>();
        ways.forEach(w ->
                byDestination.computeIfAbsent(w.group(), g -> new ArrayList<>()).add(w.route()));
        return List.of(devices, byNetwork, byDestination, sysctls, filters, containers, rows, loopbackUp);
    }

    boolean loopback(boolean up) {
        boolean changed = loopbackUp != up;
        loopbackUp = up;
        return changed;
    }

    boolean add(IfName name, HeldLink link) {
        boolean off = !"0".equals(sysctls.get(Sysctls.IPV6_OFF_BY_DEFAULT));
        return links.putIfAbsent(name, link.withIpv6Off(off)) == null;
    }

    /** Takes a device away, with what leads over it; a cable's other end is not looked after. */
    boolean remove(IfName name) {
        if (links.remove(name) == null) {
            return false;
        }
        addresses.removeIf(a -> a.device().equals(name));
        ways.removeIf(w -> w.device().equals(Optional.of(name)));
        rows.removeIf(r -> r.device().equals(name));
        sysctls.keySet().removeIf(k -> DeviceSysctl.device(k).equals(Optional.of(name)));
        links.replaceAll((n, l) -> l.port().bridge().equals(Optional.of(name)) ? l.with(HeldLink.Port.NONE) : l);
        return true;
    }

    boolean change(IfName name, UnaryOperator<HeldLink> change) {
        HeldLink before = links.get(name);
        return before != null && !before.equals(links.compute(name, (n, link) -> change.apply(before)));
    }

    boolean up(IfName name, boolean up) {
        if (!change(name, l -> l.withUp(up))) {
            return false;
        }
        if (!up) {
            ways.removeIf(w -> w.device().equals(Optional.of(name)));
            forgetIpv6(name::equals);
            rows.removeIf(r -> r.device().equals(name) && !r.tunnel());
        }
        return true;
    }

    private void forgetIpv6(Predicate<IfName> at) {
        addresses.removeIf(a -> a.v6() && at.test(a.device()));
        ways.removeIf(w ->
                w.route().destination().address().v6() && w.device().filter(at).isPresent());
    }

    void rename(IfName name, IfName next) {
        HeldLink link = links.remove(name);
        if (link == null) {
            return;
        }
        links.put(next, link);
        addresses.replaceAll(a -> a.device().equals(name) ? new Address(next, a.cidr()) : a);
        ways.replaceAll(w -> w.device().equals(Optional.of(name))
                ? new Way(w.route().withDevice(w.route().device().map(d -> next)), Optional.of(next))
                : w);
        List<Row> moved = rows.stream()
                .map(r -> r.device().equals(name) ? new Row(next, r.tunnel(), r.mac(), r.at()) : r)
                .toList();
        rows.clear();
        rows.addAll(moved);
        Map.copyOf(sysctls).forEach((key, value) -> {
            if (DeviceSysctl.device(key).equals(Optional.of(name))) {
                sysctls.remove(key);
                sysctls.put(DeviceSysctl.renamed(key, name, next), value);
            }
        });
        links.replaceAll((n, l) -> {
            HeldLink.Port p = l.port();
            boolean port = p.bridge().equals(Optional.of(name));
            return port ? l.with(new HeldLink.Port(Optional.of(next), p.hairpin(), p.vlans())) : l;
        });
    }

    boolean add(Address a) {
        return !addresses.contains(a) && addresses.add(a);
    }

    boolean remove(Address a) {
        if (!addresses.remove(a)) {
            return false;
        }
        IpAddress gone = a.cidr().address();
        ways.removeIf(w -> w.route().source().equals(Optional.of(gone)));
        boolean last = !a.v6()
                && addresses.stream().noneMatch(o -> !o.v6() && o.device().equals(a.device()));
        if (last) {
            ways.removeIf(
                    w -> !w.route().destination().address().v6() && w.device().equals(Optional.of(a.device())));
        }
        return true;
    }

    boolean add(Route route, boolean inFront) {
        if (ways.stream().anyMatch(w -> w.route().equals(route))) {
            return false;
        }
        ways.add(inFront ? 0 : ways.size(), new Way(route, route.device().or(() -> towards(route))));
        return true;
    }

    /** A route that is told otherwise than it was written is the first that the kernel would take for it. */
    boolean remove(Route route) {
        return ways.removeIf(w -> w.route().equals(route))
                || ways.stream()
                        .filter(w -> w.isMeantBy(route))
                        .findFirst()
                        .filter(ways::remove)
                        .isPresent();
    }

    /** The device by which the kernel finds the gateway. */
    private Optional<IfName> towards(Route route) {
        return route.via()
                .flatMap(via -> Stream.concat(
                                addresses.stream(),
                                ways.stream()
                                        .filter(w -> w.route().via().isEmpty())
                                        .flatMap(w -> w.device().stream()
                                                .map(d ->
                                                        new Address(d, w.route().destination()))))
                        .filter(a -> a.cidr().contains(via))
                        .filter(a -> link(a.device()).filter(l -> l.set().up()).isPresent())
                        .max(Comparator.comparingInt(a -> a.cidr().prefix()))
                        .map(Address::device));
    }

    boolean write(String key, String value) {
        if (key.equals(Sysctls.IPV6_OFF)) {
            return ipv6Off(value);
        }
        boolean changed = !value.equals(sysctls.put(key, value));
        if (changed) {
            sysctls.keySet().removeIf(k -> Sysctls.setsBack(key, k));
        }
        return ipv6OffAt(key, !value.equals("0")) || changed;
    }

    boolean reset(String key) {
        boolean known = sysctls.remove(key) != null;
        sysctls.keySet().removeIf(k -> Sysctls.setsBack(key, k));
        return ipv6OffAt(key, !"0".equals(sysctls.get(Sysctls.IPV6_OFF_BY_DEFAULT))) || known;
    }

    private boolean ipv6OffAt(String key, boolean off) {
        return DeviceSysctl.device(key)
                .filter(d -> key.equals(Sysctls.ipv6Off(d)))
                .filter(d -> change(d, l -> l.withIpv6Off(off)))
                .map(d -> {
                    if (off) {
                        forgetIpv6(d::equals);
                    }
                    return true;
                })
                .orElse(false);
    }

    /** What is written for all is written for the devices there are, and for those to come. */
    private boolean ipv6Off(String value) {
        boolean off = !value.equals("0");
        boolean changed = !value.equals(sysctls.put(Sysctls.IPV6_OFF, value));
        changed |= !value.equals(sysctls.put(Sysctls.IPV6_OFF_BY_DEFAULT, value));
        for (IfName device : List.copyOf(links.keySet())) {
            changed |= change(device, l -> l.withIpv6Off(off));
        }
        // The loopback, which is no link here, is written too.
        sysctls.replaceAll((key, v) -> Sysctls.turnsIpv6OffAtOne(key) ? value : v);
        if (off) {
            forgetIpv6(d -> true);
        }
        return changed;
    }
}
