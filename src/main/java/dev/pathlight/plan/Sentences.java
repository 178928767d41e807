package dev.pathlight.plan;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Says each step of a plan as one sentence without a full stop: {@code Create bridge br0 in this}. The window and the terminal both
 * have their words from here.
 */
public final class Sentences {
    /** What to call a place: its path, or its title in several languages. */
    private final Function<SpaceId, Object> names;

    private Sentences(Function<SpaceId, Object> names) {
        this.names = names;
    }

    /** Places by their paths, which is unmistakable: {@code this/ns1}. */
    public static Sentence of(Step step) {
        return of(step.op());
    }

    public static Sentence of(NetOp op) {
        return new Sentences(space -> space).say(op);
    }

    /** Places as the drawing calls them: a node by its title where it has one; a lone node's namespaces without its name. */
    public static Sentence of(Step step, Topology topology) {
        return new Sentences(space -> called(space, topology)).say(step.op());
    }

    private static Object called(SpaceId space, Topology topology) {
        if (!space.isRoot()) {
            return topology.nodes().size() == 1 ? space.namespace() : space;
        }
        return topology.nodes().stream()
                .filter(n -> n.name().equals(space.node()))
                .map(n -> n.title())
                .filter(title -> !title.in(Locale.ENGLISH).isBlank())
                .<Object>map(title -> title)
                .findFirst()
                .orElse(space);
    }

    private Sentence say(NetOp op) {
        Object in = names.apply(op.space());
        return switch (op) {
            case NetOp.MakeNamespace n when n.space().isRoot() -> Sentence.of("Make the network stack of {0}", in);
            case NetOp.MakeNamespace n -> Sentence.of("Make namespace {0}", in);
            case NetOp.DropNamespace n -> Sentence.of("Remove {0} with everything in it", in);
            case NetOp.WriteSysctl s -> sysctl(s, in);
            case NetOp.ResetSysctl _, NetOp.SetMac _, NetOp.RenameLink _, NetOp.SetBridge _, NetOp.DeleteTunnelRow _ ->
                changed(op, in);
            case NetOp.CreateBridge b -> Sentence.of("Create bridge {0} in {1}", b.name(), in);
            case NetOp.CreateVeth v -> cable(v);
            case NetOp.JoinBridge j -> Sentence.of("Make {0} a port of bridge {1} in {2}", j.port(), j.bridge(), in);
            case NetOp.SetUp s -> Sentence.of(s.up() ? "Bring up {0} in {1}" : "Take down {0} in {1}", s.name(), in);
            case NetOp.SetMtu m -> Sentence.of("Set the MTU of {0} in {1} to {2} bytes", m.name(), in, m.mtu());
            case NetOp.SetSnooping s ->
                Sentence.of(
                        s.on()
                                ? "Turn multicast snooping on for bridge {0} in {1}"
                                : "Turn multicast snooping off for bridge {0} in {1}",
                        s.bridge(),
                        in);
            case NetOp.AddPortVlan v -> Sentence.of("Put port {0} in {1} into VLAN {2}", v.port(), in, v.vlan());
            case NetOp.RemovePortVlan v -> Sentence.of("Take port {0} in {1} out of VLAN {2}", v.port(), in, v.vlan());
            case NetOp.SetHairpin h ->
                Sentence.of(
                        h.on()
                                ? "Turn hairpin mode on for port {0} in {1}"
                                : "Turn hairpin mode off for port {0} in {1}",
                        h.port(),
                        in);
            case NetOp.DeleteLink d -> Sentence.of("Delete {0} in {1}", d.name(), in);
            case NetOp.AddAddress a -> Sentence.of("Give {0} in {1} the address {2}", a.device(), in, a.address());
            case NetOp.DeleteAddress a ->
                Sentence.of("Take the address {0} from {1} in {2}", a.address(), a.device(), in);
            case NetOp.AddRoute r ->
                Sentence.of(
                        r.inFront() ? "Add {0} in {1}, in front of the connected one" : "Add {0} in {1}",
                        route(r.route()),
                        in);
            case NetOp.DeleteRoute r -> Sentence.of("Delete {0} in {1}", route(r.route()), in);
            case NetOp.AddFilterTable t -> Sentence.of("Make the nftables table {0} in {1}", t.table(), in);
            case NetOp.DeleteFilterTable t -> Sentence.of("Delete the nftables table {0} in {1}", t.table(), in);
            case NetOp.AddFilterChain c -> FilterSentences.chain(c.chain(), in);
            case NetOp.AddFilterRule r -> FilterSentences.rule(r, in);
            case NetOp.DeleteNeighbour n ->
                Sentence.of("Forget the neighbour {0} of {1} in {2}", n.address(), n.device(), in);
            case NetOp.LeaveBridge l -> Sentence.of("Take {0} in {1} out of its bridge", l.port(), in);
            case NetOp.CreateLink l -> LinkSentences.create(l, names.apply(l.at()));
            case NetOp.Enslave e -> Sentence.of("Make {0} a member of {1} in {2}", e.name(), e.master(), in);
            case NetOp.AddTunnelRow r ->
                Sentence.of("Note at {0} in {1} that {2} is behind {3}", r.device(), in, r.mac(), r.remote());
            case NetOp.AddNeighbour n ->
                Sentence.of("Note at {0} in {1} that {2} is at {3}", n.device(), in, n.address(), n.mac());
            case NetOp.StartContainer c -> container(c.container(), in);
            case NetOp.StopContainer c -> Sentence.of("Stop container {0} in {1}", c.container(), in);
            case NetOp.AwaitUsable a -> Sentence.of("Wait until {0} in {1} is usable", a.name(), in);
        };
    }

    /** What only happens to something that is there. */
    private static Sentence changed(NetOp op, Object in) {
        return switch (op) {
            case NetOp.ResetSysctl s -> Sentence.of("Set {0} in {1} back to the kernel's own value", s.key(), in);
            case NetOp.SetMac m -> Sentence.of("Give {0} in {1} the MAC address {2}", m.name(), in, m.mac());
            case NetOp.RenameLink r -> Sentence.of("Rename {0} in {1} to {2}", r.name(), in, r.next());
            case NetOp.SetBridge b -> Sentence.of("Set the options of bridge {0} in {1}", b.name(), in);
            case NetOp.DeleteTunnelRow r ->
                Sentence.of("Forget at {0} in {1} that {2} is behind {3}", r.device(), in, r.mac(), r.remote());
            default -> throw new IllegalArgumentException("said elsewhere: " + op);
        };
    }

    private static Sentence container(Container c, Object in) {
        if (!c.command().isEmpty()) {
            return Sentence.of("Start container {0} in {1}: {2}", c.name(), in, String.join(" ", c.command()));
        }
        if (c.listens().isEmpty()) {
            return Sentence.of("Start container {0} in {1}, which does nothing by itself", c.name(), in);
        }
        List<String> ports = c.listens().stream()
                .map(l -> l.protocol().toUpperCase(Locale.ROOT) + " " + l.port())
                .toList();
        return Sentence.of("Start container {0} in {1}, which answers on {2}", c.name(), in, Sentence.list(ports));
    }

    private static Sentence sysctl(NetOp.WriteSysctl s, Object in) {
        return switch (s.key() + "=" + s.value()) {
            case Sysctls.IPV6_OFF_BY_DEFAULT + "=1" ->
                Sentence.of("Keep IPv6 off new links in {0}, so that they come up silent", in);
            case Sysctls.IPV6_OFF + "=0" -> Sentence.of("Turn IPv6 on in {0}", in);
            case Sysctls.IPV6_OWN_ADDRESS + "=" + Sysctls.NO_OWN_ADDRESS ->
                Sentence.of(
                        "Let new links in {0} make no IPv6 address of their own: so many would flood the bridges", in);
            default -> Sentence.of("Set {0} to {1} in {2}", s.key(), s.value(), in);
        };
    }

    private Sentence cable(NetOp.CreateVeth v) {
        return Sentence.of(
                v.a().bridge().isPresent()
                        ? "Lay a cable from {0} in {1} to {2} in {3}, with {0} as a port of its bridge"
                        : "Lay a cable from {0} in {1} to {2} in {3}",
                v.a().name(),
                names.apply(v.a().space()),
                v.b().name(),
                names.apply(v.b().space()));
    }

    private static Sentence route(Route route) {
        Sentence said = route.isDefault()
                ? Sentence.of("the default route")
                : Sentence.of("the route to {0}", route.destination());
        if (route.kind() != Route.Kind.UNICAST) {
            said = Sentence.of("{0} ({1})", said, route.kind().name().toLowerCase(Locale.ROOT));
        }
        if (route.via().isPresent()) {
            said = Sentence.of("{0} via {1}", said, route.via().get());
        }
        if (route.device().isPresent()) {
            said = Sentence.of("{0} dev {1}", said, route.device().get());
        }
        if (route.metric().isPresent()) {
            said = Sentence.of(
                    "{0} metric {1}",
                    said, Integer.toUnsignedString(route.metric().getAsInt()));
        }
        return route.table().isPresent()
                ? Sentence.of("{0} in table {1}", said, route.table().getAsInt())
                : said;
    }
}
