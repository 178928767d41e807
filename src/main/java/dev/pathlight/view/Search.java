package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.topology.Topology;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** Finds things by what they are called, by their titles, and by their addresses, as drawn and as the kernel has them now. */
public final class Search {
    /** More than anybody reads, and few enough to be shown at each key. */
    public static final int MOST = 50;

    /**
     * A thing that answers.
     *
     * @param kind the phrase that names what it is
     * @param by the words or address that answered, where that is not its name
     */
    public record Hit(String path, String kind, String title, String by) {}

    private record Ranked(Hit hit, int rank) {}

    private final Topology topology;
    private final Snapshot tables;
    private final Map<String, List<String>> words = new LinkedHashMap<>();

    private Search(Topology topology, Snapshot tables) {
        this.topology = topology;
        this.tables = tables;
        topology.nodes().forEach(this::node);
        topology.cables().forEach(c -> add(Element.CABLE + c.a(), c.a().name() + " – " + c.b().name()));
        topology.lans().forEach(l -> {
            add(Element.LAN + l.name(), l.name().value());
            texts(Element.LAN + l.name(), l.title());
        });
        topology.notes().forEach(n -> {
            add(Element.NOTE + n.id(), n.id().value());
            texts(Element.NOTE + n.id(), n.text());
        });
    }

    /** What answers {@code typed}, the best first; nothing typed is answered by nothing. */
    public static List<Hit> hits(Topology topology, Snapshot tables, String typed) {
        Query query = Query.of(typed);
        return query.isEmpty() ? List.of() : new Search(topology, tables).answers(query);
    }

    private void add(String path, String word) {
        words.computeIfAbsent(path, p -> new ArrayList<>()).add(word);
    }

    private void texts(String path, Texts texts) {
        texts.byLanguage().values().forEach(t -> add(path, t.replaceAll("\\s+", " ")));
    }

    private void node(Node n) {
        add(n.name().value(), n.name().value());
        texts(n.name().value(), n.title());
        n.host().ifPresent(h -> add(n.name().value(), h));
        n.spaces().forEach(s -> space(n.id(s), s));
    }

    private void space(SpaceId id, Namespace s) {
        if (!id.isRoot()) {
            add(id.toString(), s.name());
            texts(id.toString(), s.title());
        }
        for (Interface i : s.interfaces()) {
            String path = new PortId(id, i.name()).toString();
            add(path, i.name().value());
            i.addresses().stream().map(Cidr::toString).forEach(a -> add(path, a));
            i.mac().map(Mac::toString).ifPresent(m -> add(path, m));
        }
        for (Bridge b : s.bridges()) {
            String path = new PortId(id, b.name()).toString();
            add(path, b.name().value());
            b.addresses().stream().map(Cidr::toString).forEach(a -> add(path, a));
            b.mac().map(Mac::toString).ifPresent(m -> add(path, m));
        }
        s.containers().forEach(c -> {
            String path = id + "/" + c.name();
            add(path, c.name().value());
            c.image().ifPresent(i -> add(path, i));
        });
        s.routes().forEach(r -> add(id.toString(), RouteLine.write(r)));
        tables.space(id).ifPresent(now -> live(id, now));
    }

    /** What the kernel says of the interfaces, and whom their tables know. */
    private void live(SpaceId id, SpaceState now) {
        Map<Integer, String> ports = new HashMap<>();
        for (LinkRow l : now.links()) {
            String path = id + "/" + l.name();
            ports.put(l.index(), path);
            l.mac().ifPresent(m -> add(path, m.toString()));
        }
        BiConsumer<Integer, String> told = (index, word) -> {
            if (ports.containsKey(index)) {
                add(ports.get(index), word);
            }
        };
        now.addresses().forEach(a -> told.accept(a.index(), a.address().toString()));
        now.neighbours()
                .forEach(n -> told.accept(
                        n.index(),
                        n.address() + n.mac().map(m -> " lladdr " + m).orElse("")));
        now.macs().forEach(m -> add(id + "/" + m.port(), m.mac() + " " + m.bridge()));
    }

    private List<Hit> answers(Query query) {
        List<Ranked> found = new ArrayList<>();
        words.forEach((path, all) -> answer(path, all, query, found));
        return found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .limit(MOST)
                .map(Ranked::hit)
                .toList();
    }

    /** By the best of its words; the earlier of two as good ones. */
    private void answer(String path, List<String> all, Query query, List<Ranked> found) {
        Element.find(topology, path).ifPresent(element -> {
            int best = Integer.MAX_VALUE;
            String by = "";
            for (int i = 0; i < all.size(); i++) {
                OptionalInt rank = query.rank(all.get(i));
                if (rank.isPresent() && rank.getAsInt() < best) {
                    best = rank.getAsInt();
                    by = i == 0 ? "" : all.get(i);
                }
            }
            if (best < Integer.MAX_VALUE || query.rank(path).isPresent()) {
                found.add(new Ranked(
                        new Hit(path, Subjects.kind(element), Subjects.title(element), by), Math.min(best, 4)));
            }
        });
    }
}
