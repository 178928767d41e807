package dev.pathlight.session.breaking;

import dev.pathlight.live.Snapshot;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What can be broken in a running drawing. */
public final class Breakages {
    private Breakages() {}

    /** Every mistake that makes sense as things are, place by place. */
    public static List<Breakage> of(Topology running, Snapshot now) {
        Stacks stacks = Stacks.of(running, now);
        return stacks.all().stream()
                .flatMap(s -> Stream.of(
                                new LinkBreakages(s).all(),
                                new AddressBreakages(stacks, s).all(),
                                new RouteBreakages(stacks, s).all(),
                                new StackBreakages(stacks, s).all(),
                                new ContainerBreakages(s).all())
                        .flatMap(b -> b))
                .toList();
    }

    /** Those of {@code all} that are made at what is selected: at it, inside it, at a cable's ends, at a bridge's ports. */
    public static List<Breakage> at(Set<String> selection, List<Breakage> all, Topology running) {
        return all.stream()
                .filter(b ->
                        selection.stream().anyMatch(path -> ends(path, running).anyMatch(p -> isAt(p, b.at()))))
                .toList();
    }

    private static boolean isAt(String path, String at) {
        return at.equals(path) || at.startsWith(path + "/");
    }

    private static Stream<String> ends(String path, Topology running) {
        return Element.find(running, path).stream().flatMap(element -> switch (element) {
            case Element.OfCable c -> Stream.of(c.cable().a(), c.cable().b()).map(PortId::toString);
            case Element.OfLan l -> l.lan().nics().stream().map(PortId::toString);
            case Element.OfBridge b ->
                Stream.concat(Stream.of(path), b.bridge().ports().stream().map(p -> beside(b.id(), p)));
            case Element.OfInterface i -> Stream.of(path);
            case Element.OfContainer c -> Stream.of(path);
            case Element.OfNamespace n -> Stream.of(path);
            case Element.OfNode n -> Stream.of(path);
            case Element.OfNote n -> Stream.empty();
            case Element.OfTopology t -> Stream.empty();
        });
    }

    private static String beside(PortId id, IfName name) {
        return new PortId(id.space(), name).toString();
    }

    /** Those of {@code all} that keep a ping from being answered; none where it is not answered anyway, as the tables say. */
    public static List<Breakage> against(SpaceId from, SpaceId to, List<Breakage> all, Topology running, Snapshot now) {
        Stacks stacks = Stacks.of(running, now);
        return new WhatIf(stacks, List.of()).isAnswered(from, to)
                ? all.stream()
                        .filter(b -> !new WhatIf(stacks, b.doing()).isAnswered(from, to))
                        .toList()
                : List.of();
    }

    /** Any of {@code all}: each kind is as likely as the others, however many places it can be made at. */
    public static Optional<Breakage> any(List<Breakage> all, RandomGenerator random) {
        List<Breakage.Kind> kinds =
                all.stream().map(Breakage::kind).distinct().sorted().toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        Breakage.Kind kind = kinds.get(random.nextInt(kinds.size()));
        List<Breakage> alike = all.stream().filter(b -> b.kind() == kind).toList();
        return Optional.of(alike.get(random.nextInt(alike.size())));
    }
}
