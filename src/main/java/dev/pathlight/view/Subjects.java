package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.Peers;
import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Group;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.InspectorModel.Fact;
import dev.pathlight.view.InspectorModel.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a path on the drawing stands for, and says what there is to know of it. */
final class Subjects {
    private static final String OWN_FILES = "/tmp, /proc, /sys, /etc/hostname";

    /** Of several things the first ones are named: somebody who has all of a large drawing selected reads no list of it. */
    private static final int MOST_NAMED = 12;

    private final Drawing drawing;
    private final Topology topology;
    private final Snapshot tables;
    private final Phrases phrases;
    private final KernelFeatures kernel;

    Subjects(Drawing drawing, Snapshot tables, Phrases phrases, KernelFeatures kernel) {
        this.kernel = kernel;
        this.drawing = drawing;
        topology = drawing.topology();
        this.tables = tables;
        this.phrases = phrases;
    }

    Optional<Subject> find(String path) {
        return alone(path, new Form(drawing, phrases, kernel));
    }

    private Optional<Subject> alone(String path, Form form) {
        return Element.find(topology, path)
                .map(e -> new Subject(path, kind(e), title(e), form.of(e), facts(e), live(e)))
                .or(() -> drawing.layout().marks().group(path).map(g -> group(g, form)));
    }

    /** What the things at {@code paths} that are on the drawing have in common. */
    Optional<Subject> several(List<String> paths) {
        Form form = new Form(drawing, phrases, kernel);
        List<Subject> each =
                paths.stream().flatMap(p -> alone(p, form).stream()).toList();
        return each.size() > 1 ? Optional.of(together(each)) : each.stream().findFirst();
    }

    private Subject together(List<Subject> each) {
        List<Entry> common = Several.common(each.stream().map(Subject::form).toList(), phrases.say("form.mixed"));
        List<Fact> facts = each.stream()
                .limit(MOST_NAMED)
                .map(s -> new Fact(s.kind(), s.title(), s.path()))
                .toList();
        return new Subject(
                Several.joined(each.stream().map(Subject::path).toList()),
                "kind.several",
                phrases.say("inspector.several", each.size()),
                common,
                facts,
                List.of());
    }

    private Subject group(Group g, Form form) {
        return new Subject(g.path(), "kind.group", title(g, phrases), form.of(g), List.of(), List.of());
    }

    static String title(Group group, Phrases phrases) {
        String title = group.title().in(phrases.locale().get());
        return title.isEmpty() ? group.id().value() : title;
    }

    static String kind(Element element) {
        return switch (element) {
            case Element.OfTopology t -> "kind.drawing";
            case Element.OfNode n -> "kind.node";
            case Element.OfNamespace s -> "kind.namespace";
            case Element.OfBridge b -> "kind.bridge";
            case Element.OfInterface i -> "kind.interface";
            case Element.OfContainer c -> "kind.container";
            case Element.OfCable c -> "kind.cable";
            case Element.OfLan l -> "kind.lan";
            case Element.OfNote n -> "kind.note";
        };
    }

    /** What a person calls it. */
    static String title(Element element) {
        return switch (element) {
            case Element.OfTopology t -> "";
            case Element.OfNode n -> n.node().name().value();
            case Element.OfNamespace s -> s.id().shortName();
            case Element.OfBridge b -> Places.shortName(b.id());
            case Element.OfInterface i -> Places.shortName(i.id());
            case Element.OfContainer c ->
                c.space().shortName() + " " + c.container().name();
            case Element.OfCable c ->
                c.cable().a().name() + " – " + c.cable().b().name();
            case Element.OfLan l -> l.lan().name().value();
            case Element.OfNote n -> n.note().id().value();
        };
    }

    private List<Fact> facts(Element element) {
        return switch (element) {
            case Element.OfInterface i -> port(i.id());
            case Element.OfCable c -> List.of(end(c.cable().a()), end(c.cable().b()));
            case Element.OfContainer c ->
                List.of(
                        new Fact("fact.runs", runs(c.container())),
                        new Fact("fact.files", phrases.say("container.files", OWN_FILES)));
            case Element.OfTopology t -> List.of();
            case Element.OfNode n -> List.of();
            case Element.OfNamespace s -> List.of();
            case Element.OfBridge b -> List.of();
            case Element.OfLan l -> List.of();
            case Element.OfNote n -> List.of();
        };
    }

    private String runs(Container c) {
        return !c.command().isEmpty()
                ? String.join(" ", c.command())
                : phrases.say(c.listens().isEmpty() ? "container.idle" : "container.responder");
    }

    private static Fact end(PortId port) {
        return new Fact("fact.end", Places.shortName(port), port.toString());
    }

    private List<Fact> port(PortId id) {
        List<Fact> facts = new ArrayList<>();
        topology.peerOf(id).ifPresent(p -> facts.add(new Fact("fact.peer", Places.shortName(p), p.toString())));
        return facts;
    }

    private List<Fact> live(Element element) {
        return switch (element) {
            case Element.OfInterface i -> live(i.id());
            case Element.OfBridge b -> live(b.id());
            case Element.OfContainer c -> List.of();
            case Element.OfTopology t -> List.of();
            case Element.OfNode n -> List.of();
            case Element.OfNamespace s -> List.of();
            case Element.OfCable c -> List.of();
            case Element.OfLan l -> List.of();
            case Element.OfNote n -> List.of();
        };
    }

    /** Who is at the other end, as {@code ethtool -S} and {@code ip a} tell by its index. */
    private Fact peer(Peers.Peer peer) {
        boolean drawn = Element.find(topology, peer.port().toString()).isPresent();
        return new Fact(
                "fact.peerof",
                phrases.say("fact.peerof.value", peer.label(), peer.index()),
                drawn ? peer.port().toString() : "");
    }

    /** What the kernel says while it runs. The peer's index is what {@code ethtool -S} calls peer_ifindex. */
    private List<Fact> live(PortId id) {
        List<Fact> facts = new ArrayList<>();
        Optional<SpaceState> space = tables.space(id.space());
        space.flatMap(s -> s.link(id.name().value())).ifPresent(row -> {
            facts.add(new Fact("fact.mac", row.mac().map(Mac::toString).orElse("–")));
            space.get().addresses().stream()
                    .filter(a -> a.index() == row.index())
                    .forEach(a -> facts.add(new Fact("fact.address", a.address().toString())));
            facts.add(new Fact("fact.mtu", String.valueOf(row.mtu())));
            facts.add(new Fact("fact.index", String.valueOf(row.index())));
            new Peers(tables)
                    .of(id)
                    .map(this::peer)
                    .or(() -> row.peer() == 0
                            ? Optional.empty()
                            : Optional.of(new Fact("fact.peerindex", String.valueOf(row.peer()))))
                    .ifPresent(facts::add);
            if (row.portNumber() != 0) {
                facts.add(new Fact("fact.portno", String.valueOf(row.portNumber())));
            }
            row.bridge().ifPresent(b -> facts.add(new Fact("fact.bridgeid", b.id())));
            facts.addAll(new TreeFacts(phrases).of(row, space.get()));
        });
        return facts;
    }
}
