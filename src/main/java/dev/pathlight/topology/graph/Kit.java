package dev.pathlight.topology.graph;

import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** What the palette puts on a drawing ready to use: routers, gateways, switches, hubs and LANs, each under a free name. */
public final class Kit {
    /** Tells a namespace's kernel to pass packets on. */
    public static final String FORWARD = "ipv4.ip_forward";

    private static final Cidr ANYWHERE = Cidr.parse("0.0.0.0/0");

    private Kit() {}

    /** A new thing: its path, and the edit that adds it. */
    public record Made(String path, Edit edit) {}

    /** {@code r1}: a namespace that forwards. */
    public static Made router(Topology t, Name node, Layout.Box box) {
        SpaceId id = space(t, node, "r");
        return new Made(id.toString(), new Edit.All(List.of(new Edit.AddNamespace(id, box), forward(id))));
    }

    private static Edit forward(SpaceId id) {
        return new Edit.SetSysctl(id, FORWARD, Optional.of("1"));
    }

    /**
     * {@code gw1}, as it stands in every home: a bridge for the machines inside, which has the first address of a free
     * subnet; what they send elsewhere leaves with the gateway's own address.
     */
    public static Made gateway(Topology t, Name node, Layout.Box box) {
        SpaceId id = space(t, node, "gw");
        Set<String> taken = new HashSet<>();
        t.nodes().stream()
                .flatMap(Node::spaces)
                .forEach(s -> s.bridges().forEach(b -> taken.add(b.name().value())));
        PortId inside = new PortId(id, new IfName(next("br", 0, taken::contains)));
        Cidr address = Suggest.subnet(t)
                .map(net -> new Cidr(
                        AddressRange.firstFree(net, net.address(), Set.of()).orElse(net.address()), net.prefix()))
                .orElse(Cidr.parse("10.1.1.1/24"));
        Nat.Masquerade outward = new Nat.Masquerade(address.network(), Optional.of(inside.name()), List.of());
        Layout.Box bar = new Layout.Box(box.x() + 24, box.y() + 110, 260, 80);
        return new Made(
                id.toString(),
                new Edit.All(List.of(
                        new Edit.AddNamespace(id, box),
                        forward(id),
                        new Edit.AddBridge(inside, bar),
                        new Edit.SetAddresses(inside, List.of(address)),
                        new Edit.SetNat(id, new Nat(List.of(outward), List.of())))));
    }

    /** {@code sw0}: a bridge as it is. */
    public static Made networkSwitch(Topology t, SpaceId space, Layout.Box box) {
        PortId id = bar(t, space, "sw");
        return new Made(id.toString(), new Edit.AddBridge(id, box));
    }

    /** {@code hub0}: a bridge that forgets every address at once, and so sends each frame everywhere. */
    public static Made hub(Topology t, SpaceId space, Layout.Box box) {
        PortId id = bar(t, space, "hub");
        BridgeOptions forgetful = BridgeOptions.DEFAULT.withAgeingSeconds(OptionalInt.of(0));
        return new Made(
                id.toString(),
                new Edit.All(List.of(new Edit.AddBridge(id, box), new Edit.SetBridgeOptions(id, forgetful))));
    }

    /**
     * An interface of another kind than a cable's end, by its word of {@link LinkKind#WORDS}.
     *
     * @param below the interface it is to stand on; where empty the stack's first
     */
    public static Made link(Topology t, SpaceId space, Optional<IfName> below, String kind) {
        return new LinkKit(t, space, below).make(kind);
    }

    /** {@code lan0}: a wire between machines. */
    public static Made lan(Topology t, Layout.Box box) {
        Name name = Suggest.lan(t);
        return new Made(Element.LAN + name, new Edit.AddLan(new Lan(name, Texts.NONE, List.of()), box));
    }

    /** Whether a network stack passes IPv4 packets on. */
    static boolean forwards(Topology t, SpaceId space) {
        return t.find(space)
                .map(Namespace::sysctls)
                .filter(s -> "1".equals(s.get(FORWARD)))
                .isPresent();
    }

    /** Whether a network stack is drawn without a default route. */
    static boolean knowsNoWayOut(Topology t, SpaceId space) {
        return t.find(space)
                .filter(s -> s.routes().stream().noneMatch(r -> r.destination().equals(ANYWHERE)))
                .isPresent();
    }

    static Cidr anywhere() {
        return ANYWHERE;
    }

    private static SpaceId space(Topology t, Name node, String stem) {
        Set<String> taken = new HashSet<>();
        t.spaces().forEach(s -> taken.add(s.shortName()));
        return new SpaceId(node, next(stem, 1, n -> taken.contains(n) || isTaken(t, new SpaceId(node, n).toString())));
    }

    private static PortId bar(Topology t, SpaceId space, String stem) {
        return new PortId(space, new IfName(next(stem, 0, n -> isTaken(t, space + "/" + n))));
    }

    private static boolean isTaken(Topology t, String path) {
        return Element.find(t, path).isPresent();
    }

    static String next(String stem, int from, Predicate<String> taken) {
        int n = from;
        while (taken.test(stem + n)) {
            n++;
        }
        return stem + n;
    }
}
