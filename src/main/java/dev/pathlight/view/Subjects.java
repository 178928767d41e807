package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.InspectorModel.Fact;
import dev.pathlight.view.InspectorModel.Subject;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what a path on the drawing stands for, and says what there is to know of it. */
final class Subjects {
    private final Topology topology;
    private final Snapshot tables;
    private final Locale locale;

    Subjects(Topology topology, Snapshot tables, Locale locale) {
        this.topology = topology;
        this.tables = tables;
        this.locale = locale;
    }

    Optional<Subject> find(String path) {
        return Element.find(topology, path)
                .filter(e -> !(e instanceof Element.OfTopology))
                .map(e -> new Subject(path, kind(e), title(e), Form.of(e, locale), facts(e)));
    }

    private static String kind(Element element) {
        return switch (element) {
            case Element.OfTopology t -> "kind.node";
            case Element.OfNode n -> "kind.node";
            case Element.OfNamespace s -> "kind.namespace";
            case Element.OfBridge b -> "kind.bridge";
            case Element.OfInterface i -> "kind.interface";
            case Element.OfCable c -> "kind.cable";
            case Element.OfLan l -> "kind.lan";
            case Element.OfNote n -> "kind.note";
        };
    }

    private static String title(Element element) {
        return switch (element) {
            case Element.OfTopology t -> "";
            case Element.OfNode n -> n.node().name().value();
            case Element.OfNamespace s -> s.id().shortName();
            case Element.OfBridge b -> Places.shortName(b.id());
            case Element.OfInterface i -> Places.shortName(i.id());
            case Element.OfCable c ->
                c.cable().a().name() + " – " + c.cable().b().name();
            case Element.OfLan l -> l.lan().name().value();
            case Element.OfNote n -> n.note().id().value();
        };
    }

    private List<Fact> facts(Element element) {
        return switch (element) {
            case Element.OfBridge b -> bridge(b.id(), b.bridge());
            case Element.OfInterface i -> port(i.id(), i.link());
            case Element.OfTopology t -> List.of();
            case Element.OfNode n -> List.of();
            case Element.OfNamespace s -> List.of();
            case Element.OfCable c -> List.of();
            case Element.OfLan l -> List.of();
            case Element.OfNote n -> List.of();
        };
    }

    private List<Fact> bridge(PortId id, Bridge b) {
        List<Fact> facts = new ArrayList<>();
        link(id.space(), b.name())
                .flatMap(LinkRow::bridge)
                .ifPresent(row -> facts.add(new Fact("fact.bridgeid", row.id())));
        live(id.space(), b.name(), facts);
        return facts;
    }

    private List<Fact> port(PortId id, Interface i) {
        List<Fact> facts = new ArrayList<>();
        if (!(i.kind() instanceof LinkKind.CableEnd)) {
            facts.add(new Fact("fact.kind", i.kind().word()));
        }
        topology.peerOf(id).ifPresent(p -> facts.add(new Fact("fact.peer", Places.shortName(p), p.toString())));
        Element.find(topology, id.space().toString())
                .flatMap(e -> switch (e) {
                    case Element.OfNode n -> n.node().root().bridgeOf(i.name());
                    case Element.OfNamespace s -> s.namespace().bridgeOf(i.name());
                    default -> Optional.<Bridge>empty();
                })
                .ifPresent(b -> facts.add(
                        new Fact("fact.bridge", b.name().value(), new PortId(id.space(), b.name()).toString())));
        live(id.space(), i.name(), facts);
        return facts;
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
}
