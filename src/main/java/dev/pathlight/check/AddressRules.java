package dev.pathlight.check;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Rules about addresses. */
final class AddressRules {
    static final List<Rule> ALL = List.of(
            AddressRules::twiceInNamespace,
            AddressRules::twiceInSegment,
            AddressRules::overlappingSubnets,
            AddressRules::unusable,
            AddressRules::withoutIpv6);

    private static final Cidr LINK_LOCAL_V6 = Cidr.parse("fe80::/10");
    private static final Cidr LOOPBACK_V4 = Cidr.parse("127.0.0.0/8");
    private static final Cidr MULTICAST_V4 = Cidr.parse("224.0.0.0/4");
    private static final Cidr MULTICAST_V6 = Cidr.parse("ff00::/8");

    private AddressRules() {}

    /** One address of one device. */
    private record Held(Drawn.Port port, Cidr cidr, String field) {
        IpAddress address() {
            return cidr.address();
        }
    }

    private static List<Held> held(Drawn.Port p) {
        List<Held> out = new ArrayList<>();
        for (int i = 0; i < p.addresses().size(); i++) {
            out.add(new Held(p, p.addresses().get(i), p.addressField(i)));
        }
        return out;
    }

    private static List<Held> held(Drawn.Space s) {
        return s.ports().stream().flatMap(p -> held(p).stream()).toList();
    }

    /** Link-local addresses are told apart by their device, so two devices may have the same. */
    private static void twiceInNamespace(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            Map<IpAddress, Held> seen = new HashMap<>();
            for (Held h : held(s)) {
                Optional<Held> first = Optional.ofNullable(seen.putIfAbsent(h.address(), h));
                first.filter(f -> f.port().id().equals(h.port().id()) || !LINK_LOCAL_V6.contains(h.address()))
                        .ifPresent(f -> out.error(
                                "address-twice-in-namespace",
                                h.port().id(),
                                h.field(),
                                Sentence.of(
                                        "{0} has {1} twice, already on {2}",
                                        s.id().shortName(),
                                        h.address(),
                                        f.port().id().name()),
                                Sentence.of("Take it away from one of the two.")));
            }
        }
    }

    private static void twiceInSegment(Drawn drawn, Findings out) {
        for (SortedSet<PortId> segment : drawn.segments().all()) {
            Map<IpAddress, Held> seen = new HashMap<>();
            for (PortId id : segment) {
                drawn.port(id)
                        .ifPresent(p -> held(p).forEach(h -> {
                            Optional<Held> first = Optional.ofNullable(seen.putIfAbsent(h.address(), h));
                            first.filter(f -> !f.port().id().space().equals(id.space()))
                                    .ifPresent(f -> out.warning(
                                            "address-twice-in-segment",
                                            id,
                                            h.field(),
                                            Sentence.of(
                                                    "{0} and {1} are joined and both have {2}",
                                                    id, f.port().id(), h.address()),
                                            Sentence.of("Give one of them another address: neighbours would find"
                                                    + " now one, now the other.")));
                        }));
            }
        }
    }

    private static void overlappingSubnets(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            List<Held> all = held(s).stream().filter(AddressRules::makesSubnet).toList();
            Set<String> told = new HashSet<>();
            for (int i = 0; i < all.size(); i++) {
                for (Held earlier : all.subList(0, i)) {
                    overlap(earlier, all.get(i), told, out);
                }
            }
        }
    }

    private static boolean makesSubnet(Held h) {
        return h.cidr().prefix() < h.address().width() && !LINK_LOCAL_V6.contains(h.address());
    }

    private static void overlap(Held a, Held b, Set<String> told, Findings out) {
        boolean twoDevices = !a.port().id().equals(b.port().id());
        boolean overlap = a.cidr().contains(b.cidr().network().address())
                || b.cidr().contains(a.cidr().network().address());
        if (twoDevices && overlap && !a.address().equals(b.address()) && told.add(b.field())) {
            out.warning(
                    "overlapping-subnets",
                    b.port().id(),
                    b.field(),
                    Sentence.of(
                            "{0} on {1} overlaps {2} on {3} in the same namespace",
                            b.cidr().network(),
                            b.port().id().name(),
                            a.cidr().network(),
                            a.port().id().name()),
                    Sentence.of(
                            "Linux sends to what both cover by the longer prefix only, or by the first: use separate"
                                    + " subnets."));
        }
    }

    private static void unusable(Drawn drawn, Findings out) {
        drawn.ports()
                .forEach(p -> held(p).forEach(h -> {
                    noHost(h, out);
                    edgeOfSubnet(h, out);
                }));
    }

    /** What is said for one device is said last; what is said for all is said for those to come too. */
    private static void withoutIpv6(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            for (Held h : held(s)) {
                Map<String, String> sysctls = s.namespace().sysctls();
                IfName device = h.port().id().name();
                Stream.of(device.value(), "all", "default")
                        .map("ipv6.conf.%s.disable_ipv6"::formatted)
                        .filter(sysctls::containsKey)
                        .findFirst()
                        .filter(key -> h.address().v6() && !"0".equals(sysctls.get(key)))
                        .ifPresent(key -> out.error(
                                "address-ipv6-off",
                                h.port().id(),
                                h.field(),
                                Sentence.of(
                                        "{0} does without IPv6 ({1}), so the kernel refuses {2}",
                                        device, key, h.address()),
                                Sentence.of("Turn IPv6 on for it, or take the address away.")));
            }
        }
    }

    private static void noHost(Held h, Findings out) {
        IpAddress a = h.address();
        boolean multicast = MULTICAST_V4.contains(a) || MULTICAST_V6.contains(a);
        boolean nothing = a.high() == 0 && a.low() == 0;
        boolean loopback = LOOPBACK_V4.contains(a) || a.v6() && a.high() == 0 && a.low() == 1;
        if (multicast || nothing || loopback) {
            Sentence what = multicast
                    ? Sentence.of("{0} is a multicast address, not one for an interface", a)
                    : loopback
                            ? Sentence.of("{0} is a loopback address, not one for an interface", a)
                            : Sentence.of("{0} is the address of no host, not one for an interface", a);
            out.error(
                    "address-of-no-host",
                    h.port().id(),
                    h.field(),
                    what,
                    Sentence.of("Write an address of a host, as 10.1.1.2/24."));
        }
    }

    /** A /31 and a /32 have neither network nor broadcast address (RFC 3021); nor has IPv6. */
    private static void edgeOfSubnet(Held h, Findings out) {
        Cidr c = h.cidr();
        boolean multicastOrNothing =
                MULTICAST_V4.contains(h.address()) || h.address().low() == 0;
        if (h.address().v6() || c.prefix() >= 31 || multicastOrNothing) {
            return;
        }
        long hostBits = 0xffff_ffffL >> c.prefix();
        if ((c.address().low() & hostBits) == hostBits) {
            out.error(
                    "broadcast-address",
                    h.port().id(),
                    h.field(),
                    Sentence.of("{0} is the broadcast address of {1}: nobody could reach it", h.address(), c.network()),
                    Sentence.of("Write another address of that subnet."));
        } else if (c.address().equals(c.network().address())) {
            out.warning(
                    "network-address",
                    h.port().id(),
                    h.field(),
                    Sentence.of("{0} is the address of the network {1} itself", h.address(), c),
                    Sentence.of("Linux takes it, other systems do not: write the address of a host."));
        }
    }
}
