package dev.pathlight.lesson;

import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something a lesson speaks of that its drawing does not have.
 *
 * @param field where the lesson does, as {@code steps[1].do[0]}
 */
public record Misfit(String field, SpaceId space) {
    /** All of them, in the lesson's order. Interfaces are not asked for: a step may make one. */
    public static List<Misfit> of(Lesson lesson, Topology topology) {
        List<SpaceId> drawn = topology.spaces().toList();
        List<Misfit> found = new ArrayList<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            Step step = lesson.steps().get(i);
            String at = FieldPath.item("steps", i);
            for (int k = 0; k < step.actions().size(); k++) {
                add(FieldPath.item(at + ".do", k), spaces(step.actions().get(k)), drawn, found);
            }
            for (int k = 0; k < step.expected().size(); k++) {
                add(
                        FieldPath.item(at + ".expect", k),
                        spaces(step.expected().get(k).observation()),
                        drawn,
                        found);
            }
        }
        return List.copyOf(found);
    }

    private static void add(String field, Stream<SpaceId> named, List<SpaceId> drawn, List<Misfit> found) {
        named.filter(s -> !drawn.contains(s)).distinct().forEach(s -> found.add(new Misfit(field, s)));
    }

    private static Stream<SpaceId> spaces(Action action) {
        return switch (action) {
            case Action.Ping(SpaceId from, Action.Goal.Space(SpaceId to)) -> Stream.of(from, to);
            case Action.Ping(SpaceId from, Action.Goal.Address to) -> Stream.of(from);
            case Action.Change c -> Stream.of(c.in());
            case Action.Run r -> Stream.empty();
            case Action.Stop s -> Stream.empty();
            case Action.Open o -> Stream.empty();
        };
    }

    private static Stream<SpaceId> spaces(Observation observation) {
        return switch (observation) {
            case Observation.Packet p ->
                Stream.of(
                                p.from().stream(),
                                p.ending().at().stream(),
                                p.through().stream().map(PortId::space),
                                p.used().map(Observation.Used::in).stream())
                        .flatMap(s -> s);
            case Observation.Route r -> Stream.of(r.in());
            case Observation.Neighbour n -> Stream.of(n.in());
            case Observation.MacLearned m ->
                Stream.of(m.bridge().space(), m.owner().space());
            case Observation.Forwarding f -> Stream.of(f.in());
            case Observation.Running r -> Stream.empty();
        };
    }
}
