package dev.pathlight.check;

import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Spelling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about interfaces that stand on another: VLANs, macvlan and ipvlan. A VXLAN's device has its own in {@link TunnelRules}. */
final class StackRules {
    static final List<Rule> ALL = List.of(StackRules::parents, StackRules::circles, StackRules::sharing);

    private StackRules() {}

    /** An interface that stands on another. */
    private record Upper(Drawn.Space space, Drawn.Port port, LinkKind kind, IfName parent) {
        String field() {
            return FieldPath.member(port.field(), "parent");
        }
    }

    private static List<Upper> uppers(Drawn drawn) {
        return drawn.spaces().stream()
                .flatMap(s -> s.ports().stream()
                        .flatMap(p -> p.link().map(Interface::kind).stream()
                                .filter(k -> !(k instanceof LinkKind.Vxlan))
                                .flatMap(k -> k.standsOn().stream().map(parent -> new Upper(s, p, k, parent)))))
                .toList();
    }

    private static void parents(Drawn drawn, Findings out) {
        for (Upper u : uppers(drawn)) {
            Optional<Drawn.Port> below = drawn.topology().below(u.port.id()).flatMap(drawn::port);
            if (below.isEmpty() || below.get().id().equals(u.port.id())) {
                out.error(
                        "parent-unknown",
                        u.port.id(),
                        u.field(),
                        Sentence.of(
                                "{0} stands on {1}, which is drawn neither in that namespace nor in its node",
                                u.port.id(), u.parent),
                        Spelling.didYouMean(
                                u.parent.value(),
                                near(drawn, u),
                                Sentence.of("Name one of its interfaces or bridges, or one of its node's.")));
            } else if (!drawn.isMade(below.get())) {
                out.error(
                        "parent-without-cable",
                        u.port.id(),
                        u.field(),
                        Sentence.of("{0} stands on {1}, which has no cable and so is not made", u.port.id(), u.parent),
                        Sentence.of("Draw a cable from it, or put it on a LAN."));
            } else {
                taken(drawn, u, below.get(), out);
            }
        }
    }

    private static List<String> near(Drawn drawn, Upper u) {
        SpaceId node = SpaceId.root(u.space.id().node());
        return drawn.spaces().stream()
                .filter(s -> s.id().equals(u.space.id()) || s.id().equals(node))
                .flatMap(s -> s.ports().stream())
                .filter(p -> !p.id().equals(u.port.id()))
                .map(p -> p.id().name().value())
                .distinct()
                .toList();
    }

    /** A device has one taker of what comes in (rx_handler of net/core/dev.c); a VLAN's tag is seen before it. */
    private static void taken(Drawn drawn, Upper u, Drawn.Port below, Findings out) {
        if (u.kind instanceof LinkKind.Vlan) {
            return;
        }
        Drawn.Space space = drawn.spaces().stream()
                .filter(s -> s.id().equals(below.id().space()))
                .findFirst()
                .orElseThrow();
        masters(space, below.id().name())
                .findFirst()
                .ifPresent(master -> out.error(
                        "parent-taken",
                        u.port.id(),
                        u.field(),
                        Sentence.of(
                                "{0} cannot stand on {1}: what comes in there goes to {2} already",
                                u.port.id(), u.parent, master),
                        Sentence.of("Let it stand on {0}, or take {1} out of it.", master, u.parent)));
    }

    /** The bridges and bonds that {@code port} is in. */
    static Stream<IfName> masters(Drawn.Space space, IfName port) {
        return Stream.concat(
                space.namespace().bridges().stream()
                        .filter(b -> b.ports().contains(port))
                        .map(b -> b.name()),
                space.namespace().interfaces().stream()
                        .filter(i -> i.kind() instanceof LinkKind.Bond b
                                && b.members().contains(port))
                        .map(Interface::name));
    }

    private static void circles(Drawn drawn, Findings out) {
        for (Upper u : uppers(drawn)) {
            Set<PortId> passed = new HashSet<>();
            PortId at = u.port.id();
            while (passed.add(at)) {
                Optional<PortId> below = drawn.topology().below(at);
                if (below.isEmpty()) {
                    break;
                }
                at = below.get();
            }
            if (at.equals(u.port.id()) && passed.size() > 1) {
                out.error(
                        "stands-on-itself",
                        u.port.id(),
                        u.field(),
                        Sentence.of("{0} stands on itself by way of {1}", u.port.id(), u.parent),
                        Sentence.of("Let one of them stand on a cable's end."));
            }
        }
    }

    /** What two that stand on the same interface must not have in common. */
    private static void sharing(Drawn drawn, Findings out) {
        Map<List<Object>, Upper> tags = new HashMap<>();
        Map<PortId, Upper> takers = new HashMap<>();
        for (Upper u : uppers(drawn)) {
            Optional<PortId> below = drawn.topology().below(u.port.id());
            if (below.isEmpty()) {
                continue;
            }
            if (u.kind instanceof LinkKind.Vlan v) {
                Optional.ofNullable(tags.putIfAbsent(List.of(below.get(), v.tag()), u))
                        .ifPresent(first -> out.error(
                                "vlan-twice",
                                u.port.id(),
                                FieldPath.member(u.port.field(), "tag"),
                                Sentence.of(
                                        "{0} and {1} both have the frames of VLAN {2} on {3}",
                                        first.port.id(), u.port.id(), v.tag(), u.parent),
                                Sentence.of("Give one of them another tag.")));
            } else {
                Optional.ofNullable(takers.putIfAbsent(below.get(), u))
                        .filter(first -> excludes(first.kind) || excludes(u.kind) || !alike(first.kind, u.kind))
                        .ifPresent(first -> out.error(
                                "parent-shared",
                                u.port.id(),
                                u.field(),
                                Sentence.of(
                                        "{0} and {1} cannot both stand on {2}", first.port.id(), u.port.id(), u.parent),
                                Sentence.of("Linux wants all of one kind on an interface, and one alone in mode"
                                        + " passthru.")));
            }
        }
    }

    private static boolean excludes(LinkKind kind) {
        return kind instanceof LinkKind.Macvlan m && m.mode().equals("passthru");
    }

    private static boolean alike(LinkKind a, LinkKind b) {
        return a.getClass() == b.getClass();
    }
}
