package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.InspectorModel.Addresses;
import dev.pathlight.view.InspectorModel.Fact;
import dev.pathlight.view.InspectorModel.Subject;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what a path on the drawing stands for, and says what there is to know of it. */
final class Subjects {
    private final Topology topology;
    private final Snapshot tables;

    Subjects(Topology topology, Snapshot tables) {
        this.topology = topology;
        this.tables = tables;
    }

    Optional<Subject> find(String path) {
        if (path.startsWith("cable:")) {
            return topology.cables().stream()
                    .filter(c -> ("cable:" + c.a()).equals(path))
                    .findFirst()
                    .map(c -> cable(path, c));
        }
        for (Node node : topology.nodes()) {
            for (Namespace space : node.spaces().toList()) {
                Optional<Subject> found = inSpace(path, node.id(space), space);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Subject> inSpace(String path, SpaceId id, Namespace space) {
        if (path.equals(id.toString())) {
            return Optional.of(space(path, id, space));
        }
        Optional<Subject> bridge = space.bridges().stream()
                .filter(b -> path.equals(id + "/" + b.name()))
                .findFirst()
                .map(b -> bridge(path, id, b));
        return bridge.or(() -> space.interfaces().stream()
                .filter(i -> path.equals(id + "/" + i.name()))
                .findFirst()
                .map(i -> port(path, id, space, i)));
    }

    private Subject space(String path, SpaceId id, Namespace space) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "fact.interfaces",
                joined(space.interfaces().stream().map(Interface::name).toList())));
        if (!space.bridges().isEmpty()) {
            facts.add(new Fact(
                    "fact.bridges",
                    joined(space.bridges().stream().map(Bridge::name).toList())));
        }
        if (!space.routes().isEmpty()) {
            facts.add(new Fact(
                    "fact.routes",
                    space.routes().stream()
                            .map(r -> r.destination()
                                    + r.via().map(v -> " via " + v).orElse(""))
                            .collect(Collectors.joining("\n"))));
        }
        space.sysctls().forEach((k, v) -> facts.add(new Fact("fact.sysctl", k + " = " + v)));
        String kind = id.isRoot() ? "kind.node" : "kind.namespace";
        return new Subject(path, kind, id.shortName(), facts, Optional.empty());
    }

    private Subject bridge(String path, SpaceId id, Bridge b) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("fact.ports", joined(b.ports())));
        facts.add(new Fact("fact.stp", b.options().stp() ? "fact.on" : "fact.off"));
        link(id, b.name()).flatMap(LinkRow::bridge).ifPresent(row -> facts.add(new Fact("fact.bridgeid", row.id())));
        live(id, b.name(), facts);
        PortId port = new PortId(id, b.name());
        return new Subject(path, "kind.bridge", b.name().value(), facts, Optional.of(addresses(port, b.addresses())));
    }

    private Subject port(String path, SpaceId id, Namespace space, Interface i) {
        PortId port = new PortId(id, i.name());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("fact.kind", i.kind().word()));
        topology.peerOf(port).ifPresent(p -> facts.add(new Fact("fact.peer", Places.shortName(p))));
        space.bridgeOf(i.name())
                .ifPresent(b -> facts.add(new Fact("fact.bridge", b.name().value())));
        live(id, i.name(), facts);
        String title = Places.shortName(port);
        return new Subject(path, "kind.interface", title, facts, Optional.of(addresses(port, i.addresses())));
    }

    private Subject cable(String path, Cable c) {
        List<Fact> facts =
                List.of(new Fact("fact.end", Places.shortName(c.a())), new Fact("fact.end", Places.shortName(c.b())));
        return new Subject(path, "kind.cable", c.a().name() + " – " + c.b().name(), facts, Optional.empty());
    }

    /** What the kernel says while it runs. The peer's index is what {@code ethtool -S} calls peer_ifindex. */
    private void live(SpaceId id, IfName name, List<Fact> facts) {
        link(id, name).ifPresent(row -> {
            facts.add(new Fact("fact.mac", row.mac().map(Mac::toString).orElse("–")));
            facts.add(new Fact("fact.mtu", String.valueOf(row.mtu())));
            facts.add(new Fact("fact.index", String.valueOf(row.index())));
            if (row.peer() != 0) {
                facts.add(new Fact("fact.peerindex", String.valueOf(row.peer())));
            }
            if (row.portNumber() != 0) {
                facts.add(new Fact("fact.portno", String.valueOf(row.portNumber())));
            }
        });
    }

    private Optional<LinkRow> link(SpaceId id, IfName name) {
        return tables.space(id).flatMap(s -> s.link(name.value()));
    }

    private static Addresses addresses(PortId port, List<Cidr> list) {
        return new Addresses(port, joined(list));
    }

    private static String joined(List<?> things) {
        return things.isEmpty() ? "" : things.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
