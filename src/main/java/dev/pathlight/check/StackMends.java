package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.LinkKind.Macvlan;
import dev.pathlight.topology.LinkKind.Vlan;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts right what an interface stands on, and between which addresses it leads. */
final class StackMends {
    private static final int TAG_MOST = 4094;

    private final Place at;
    private final Interface link;

    private StackMends(Place at, Interface link) {
        this.at = at;
        this.link = link;
    }

    static List<Mend> of(Place at) {
        return at.link().map(link -> new StackMends(at, link).all()).orElse(List.of());
    }

    private List<Mend> all() {
        return switch (at.finding().rule()) {
            case "parent-unknown" ->
                link.kind().standsOn().flatMap(now -> meant(now, near())).stream()
                        .map(this::standOn)
                        .toList();
            case "parent-taken" -> takers().map(this::standOn).toList();
            case "parent-shared" -> shared();
            case "vlan-twice" -> link.kind() instanceof Vlan v ? tag(v) : List.of();
            case "tunnel-wrong-family" -> link.kind() instanceof LinkKind.Tunnel t ? family(t) : List.of();
            default -> List.of();
        };
    }

    private Mend kind(Sentence name, LinkKind kind) {
        return new Mend(name, new Edit.SetKind(at.port(), kind));
    }

    /** The one of these that was meant by {@code named}, or the only one there is. */
    static Optional<IfName> meant(IfName named, List<String> names) {
        return Spelling.nearest(named.value(), names)
                .or(() -> names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty())
                .map(IfName::new);
    }

    private static Stream<IfName> names(Namespace stack) {
        return Stream.concat(
                stack.interfaces().stream().map(Interface::name),
                stack.bridges().stream().map(Bridge::name));
    }

    /** What it could stand on: of its own stack, or of its node's. */
    private List<String> near() {
        return Stream.concat(
                        names(at.stack()).filter(n -> !n.equals(link.name())),
                        names(at.node().root()).filter(n -> !at.port().equals(new PortId(at.space(), n))))
                .filter(n -> !n.equals(link.name()))
                .map(IfName::value)
                .distinct()
                .toList();
    }

    private Mend standOn(IfName next) {
        return kind(Sentence.of("Let it stand on {0}", next), link.kind().renamed(now -> next));
    }

    /** Who has what comes in where it stands. */
    private Stream<IfName> takers() {
        PortId below = at.topology().below(at.port()).orElse(at.port());
        return at.topology().find(below.space()).stream()
                .flatMap(s -> Stream.concat(
                        s.bridgeOf(below.name()).stream().map(Bridge::name),
                        s.interfaces().stream()
                                .filter(i -> i.kind() instanceof LinkKind.Bond b
                                        && b.members().contains(below.name()))
                                .map(Interface::name)));
    }

    /** Like the one that was there first; where that wants to be alone, that one like this. */
    private List<Mend> shared() {
        Optional<PortId> below = at.topology().below(at.port());
        return at.topology()
                .spaces()
                .flatMap(s -> at.topology().find(s).stream()
                        .flatMap(n -> n.interfaces().stream().map(i -> new PortId(s, i.name()))))
                .filter(p -> !p.equals(at.port()) && at.topology().below(p).equals(below))
                .filter(p -> kindOf(p)
                        .filter(k -> k instanceof Macvlan || k instanceof LinkKind.Ipvlan)
                        .isPresent())
                .findFirst()
                .map(first -> alike(first, kindOf(first).orElseThrow()))
                .orElse(List.of());
    }

    private Optional<LinkKind> kindOf(PortId port) {
        return at.topology().find(port).map(Interface::kind);
    }

    private List<Mend> alike(PortId first, LinkKind model) {
        if (!(model instanceof Macvlan m) || !(link.kind() instanceof Macvlan own)) {
            return List.of(kind(
                    Sentence.of("Make it a {0} too", model.word()),
                    model.renamed(n -> link.kind().standsOn().orElse(n))));
        }
        return m.mode().equals("passthru")
                ? List.of(new Mend(
                        Sentence.of("Give {0} the mode {1}", first.name(), own.mode()),
                        new Edit.SetKind(first, new Macvlan(m.parent(), own.mode()))))
                : List.of(kind(Sentence.of("Give it the mode {0}", m.mode()), new Macvlan(own.parent(), m.mode())));
    }

    /** The next tag that nobody has there. */
    private List<Mend> tag(Vlan v) {
        Optional<PortId> below = at.topology().below(at.port());
        Set<Integer> taken = at.topology()
                .spaces()
                .flatMap(s -> at.topology().find(s).stream()
                        .flatMap(n -> n.interfaces().stream())
                        .filter(i ->
                                at.topology().below(new PortId(s, i.name())).equals(below)))
                .flatMap(i -> i.kind() instanceof Vlan o ? Stream.of(o.tag()) : Stream.of())
                .collect(Collectors.toSet());
        return IntStream.concat(IntStream.rangeClosed(v.tag(), TAG_MOST), IntStream.range(1, v.tag()))
                .filter(t -> !taken.contains(t))
                .mapToObj(t -> kind(Sentence.of("Give it the tag {0}", t), new Vlan(v.parent(), t)))
                .limit(1)
                .toList();
    }

    /** Where both ends are of the other family, that is what was meant; where only its own is, one of its own addresses is. */
    private List<Mend> family(LinkKind.Tunnel t) {
        boolean v6 = t.kind().equals("ip6tnl");
        if (t.local().v6() != v6 && t.remote().v6() != v6) {
            String kind = v6 ? "ipip" : "ip6tnl";
            return List.of(
                    kind(Sentence.of("Make it an {0} tunnel", kind), new LinkKind.Tunnel(kind, t.local(), t.remote())));
        }
        if (!at.isAt("local")) {
            return List.of();
        }
        return at.stack().interfaces().stream()
                .flatMap(i -> i.addresses().stream())
                .map(Cidr::address)
                .filter(a -> a.v6() == v6)
                .limit(1)
                .map((IpAddress a) ->
                        kind(Sentence.of("Send from {0}", a), new LinkKind.Tunnel(t.kind(), a, t.remote())))
                .toList();
    }
}
