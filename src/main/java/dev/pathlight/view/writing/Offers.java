package dev.pathlight.view.writing;

import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.view.writing.Blank.Option;
import dev.pathlight.wire.RowText;
import java.util.List;
import java.util.stream.Stream;

/** What a lesson can speak of: the drawing's namespaces, interfaces and bridges, and the routes that stand in what runs. */
public record Offers(
        List<SpaceId> spaces, List<PortId> ports, List<PortId> bridges, List<String> addresses, Snapshot tables) {
    private static final int MAIN = 254;

    public Offers {
        spaces = List.copyOf(spaces);
        ports = List.copyOf(ports);
        bridges = List.copyOf(bridges);
        addresses = List.copyOf(addresses);
    }

    public static Offers of(Topology drawing, Snapshot tables) {
        List<SpaceId> spaces = drawing.spaces().toList();
        return new Offers(
                spaces,
                spaces.stream().flatMap(s -> ports(drawing, s)).toList(),
                spaces.stream().flatMap(s -> bridges(drawing, s)).toList(),
                spaces.stream().flatMap(s -> addresses(drawing, s)).distinct().toList(),
                tables);
    }

    private static Stream<PortId> ports(Topology t, SpaceId id) {
        return t.find(id).stream().flatMap(s -> s.interfaces().stream()).map(i -> new PortId(id, i.name()));
    }

    private static Stream<PortId> bridges(Topology t, SpaceId id) {
        return t.find(id).stream().flatMap(s -> s.bridges().stream()).map(b -> new PortId(id, b.name()));
    }

    private static Stream<String> addresses(Topology t, SpaceId id) {
        return t.find(id).stream()
                .flatMap(s -> Stream.concat(
                        s.interfaces().stream().map(i -> i.addresses()),
                        s.bridges().stream().map(b -> b.addresses())))
                .flatMap(List::stream)
                .map(c -> c.address().toString());
    }

    /** The first namespace that is not a node's root, else any: where most of a lesson happens. */
    SpaceId space(int index) {
        List<SpaceId> named = spaces.stream().filter(s -> !s.isRoot()).toList();
        List<SpaceId> from = named.size() > index ? named : spaces;
        return from.isEmpty() ? SpaceId.parse("this") : from.get(Math.min(index, from.size() - 1));
    }

    /** To choose from; {@code chosen} too where it is not drawn (any more). */
    List<Option> spaceOptions(String chosen) {
        Stream<String> drawn = spaces.stream().map(SpaceId::toString);
        return Stream.concat(drawn, Stream.of(chosen).filter(c -> !c.isEmpty()))
                .distinct()
                .map(s -> new Option(s, Sentence.verbatim(s)))
                .toList();
    }

    /** The same, and none of them. */
    List<Option> maybeSpaceOptions(String chosen) {
        return Stream.concat(Stream.of(new Option("", Sentence.of("any"))), spaceOptions(chosen).stream())
                .toList();
    }

    List<String> paths(List<PortId> of) {
        return of.stream().map(PortId::toString).toList();
    }

    /** The routes of a namespace that runs, as {@code ip route} prints them. */
    List<String> routes(SpaceId in) {
        return tables.space(in).stream()
                .flatMap(s -> s.routes().stream().filter(r -> r.table() == MAIN).map(r -> RowText.route(r, s::nameOf)))
                .toList();
    }
}
