package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/** Rules about what every device has: its Ethernet address and its MTU. */
final class LinkRules {
    static final List<Rule> ALL = List.of(LinkRules::macs, LinkRules::duplicateMacs, LinkRules::mtus);

    /** {@code ETH_MIN_MTU} and {@code ETH_MAX_MTU} of {@code linux/if_ether.h}. */
    private static final int LEAST_MTU = 68;

    private static final int MOST_MTU = 65_535;
    /** {@code IPV6_MIN_MTU}, RFC 8200: below it Linux switches IPv6 off on the device. */
    private static final int LEAST_V6_MTU = 1280;

    private LinkRules() {}

    private static Optional<Mac> mac(Drawn.Port p) {
        return p.link().flatMap(Interface::mac).or(() -> p.bridge().flatMap(Bridge::mac));
    }

    private static OptionalInt mtu(Drawn.Port p) {
        return p.link()
                .map(Interface::mtu)
                .or(() -> p.bridge().map(Bridge::mtu))
                .orElse(OptionalInt.empty());
    }

    private static void macs(Drawn drawn, Findings out) {
        drawn.ports()
                .forEach(p -> mac(p).filter(m -> m.isGroup() || m.bits() == 0)
                        .ifPresent(m -> out.error(
                                "mac-not-usable",
                                p.id(),
                                FieldPath.member(p.field(), "mac"),
                                Sentence.of(
                                        m.isGroup()
                                                ? "{0} is a group address: its first octet is odd"
                                                : "{0} means no address",
                                        m),
                                Sentence.of("Write one whose first octet is even and not all is zero, as"
                                        + " 02:00:00:00:00:01, or leave it out."))));
    }

    private static void duplicateMacs(Drawn drawn, Findings out) {
        for (SortedSet<PortId> segment : drawn.segments().all()) {
            Map<Mac, Drawn.Port> seen = new HashMap<>();
            for (PortId id : segment) {
                drawn.port(id)
                        .ifPresent(p -> mac(p).ifPresent(m -> {
                            Optional<Drawn.Port> first = Optional.ofNullable(seen.putIfAbsent(m, p));
                            first.filter(f -> !isBridgeWithItsPort(f, p))
                                    .ifPresent(f -> out.warning(
                                            "mac-twice-in-segment",
                                            p.id(),
                                            FieldPath.member(p.field(), "mac"),
                                            Sentence.of(
                                                    "{0} and {1} are joined and have the same MAC address {2}",
                                                    p.id(), f.id(), m),
                                            Sentence.of(
                                                    "Give one of them another, or leave it out: bridges will not know"
                                                            + " where {0} lives.",
                                                    m)));
                        }));
            }
        }
    }

    /** A bridge takes its MAC address from one of its ports: that is how Linux does it too. */
    private static boolean isBridgeWithItsPort(Drawn.Port a, Drawn.Port b) {
        boolean sameSpace = a.id().space().equals(b.id().space());
        boolean holds = a.bridge().map(x -> x.ports().contains(b.id().name())).orElse(false)
                || b.bridge().map(x -> x.ports().contains(a.id().name())).orElse(false);
        return sameSpace && holds;
    }

    private static void mtus(Drawn drawn, Findings out) {
        drawn.ports()
                .forEach(p -> mtu(p).ifPresent(mtu -> {
                    String field = FieldPath.member(p.field(), "mtu");
                    if (mtu < LEAST_MTU || mtu > MOST_MTU) {
                        out.error(
                                "mtu-out-of-range",
                                p.id(),
                                field,
                                Sentence.of(
                                        "the MTU of {0} is {1}; Linux takes {2} to {3}",
                                        p.id(), mtu, LEAST_MTU, MOST_MTU),
                                Sentence.of("Write a value in that range, or leave it out for 1500."));
                    } else if (mtu < LEAST_V6_MTU
                            && p.addresses().stream().anyMatch(a -> a.address().v6())) {
                        out.error(
                                "mtu-too-small-for-ipv6",
                                p.id(),
                                field,
                                Sentence.of(
                                        "{0} has an IPv6 address, but IPv6 needs an MTU of {1}, not {2}",
                                        p.id(), LEAST_V6_MTU, mtu),
                                Sentence.of("Raise the MTU, or take the IPv6 address away."));
                    }
                }));
    }
}
