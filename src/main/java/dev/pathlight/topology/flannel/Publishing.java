package dev.pathlight.topology.flannel;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Nat.PortMapping;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.flannel.Growth.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the portmap plugin does: a port of the node ({@code hostPort}) leads to a port of a pod. */
public final class Publishing {
    private static final int FIRST = 8080;
    private static final int LAST = 65_535;
    private static final Container WEB =
            new Container(new Name("web"), List.of(), Optional.empty(), List.of(new Listen("http", 80)));

    private Publishing() {}

    /** Whether there is a pod of a flannel network at {@code space}. */
    public static boolean isPod(Topology t, SpaceId space) {
        return !space.isRoot()
                && Growth.member(t, space.node())
                        .flatMap(m -> address(t, m, space))
                        .isPresent();
    }

    private static Optional<IpAddress> address(Topology t, Member m, SpaceId pod) {
        return t.find(pod).stream()
                .flatMap(s -> s.interfaces().stream())
                .flatMap(i -> i.addresses().stream())
                .map(a -> a.address())
                .filter(m.subnet()::contains)
                .findFirst();
    }

    /**
     * What the pod listens on first is published on the next port of its node from 8080 on; a pod that listens on nothing
     * gets a web server.
     */
    public static Outcome publish(Topology t, SpaceId pod) {
        boolean portmap =
                t.flannel().map(Flannel::cni).map(Flannel.Cni::portmap).orElse(false);
        if (!portmap) {
            return new Outcome.NoRoom(
                    Sentence.of("no plugin of this network publishes ports: its CNI chain has no portmap"),
                    Sentence.of("Import a ConfigMap whose cni-conf.json has it."));
        }
        Member m = Growth.member(t, pod.node()).orElseThrow();
        Topology served = serving(t, pod);
        Listen listen = served.find(pod).orElseThrow().containers().stream()
                .flatMap(c -> c.listens().stream())
                .findFirst()
                .orElseThrow();
        String protocol = listen.protocol().equals("udp") ? "udp" : "tcp";
        IpAddress to = address(t, m, pod).orElseThrow();
        Nat nat = m.node().root().nat();
        int port = IntStream.rangeClosed(FIRST, LAST)
                .filter(p -> nat.portMappings().stream().noneMatch(o -> o.hostPort() == p))
                .findFirst()
                .orElse(LAST);
        PortMapping published = new PortMapping(protocol, Optional.empty(), port, to, listen.port());
        Nat with = new Nat(nat.masquerades(), Growth.plus(nat.portMappings(), published));
        Edit publish = new Edit.SetNat(SpaceId.root(pod.node()), with);
        return new Outcome.Grown(after(served, publish), pod.node().value());
    }

    private static Topology serving(Topology t, SpaceId pod) {
        List<Container> containers = t.find(pod).orElseThrow().containers();
        if (containers.stream().anyMatch(c -> !c.listens().isEmpty())) {
            return t;
        }
        boolean taken = containers.stream().anyMatch(c -> c.name().equals(WEB.name()));
        return after(t, new Edit.SetContainer(pod, taken ? WEB.withName(new Name("web-80")) : WEB));
    }

    private static Topology after(Topology t, Edit edit) {
        return edit.applyTo(new Drawing(t, Layout.NONE)).topology();
    }
}
