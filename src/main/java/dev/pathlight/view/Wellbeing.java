package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.Plan;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.wire.LinkRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How each thing on the drawing fares, by its path. */
final class Wellbeing {
    private Wellbeing() {}

    /** While the plan runs: a thing is up once its last step, of the first {@code done}, is done. */
    static Map<String, Health> starting(Topology topology, Plan plan, int done) {
        Set<String> open = new HashSet<>();
        plan.steps().stream().skip(done).forEach(s -> open.add(s.element()));
        Map<String, Health> health = new HashMap<>();
        for (String path : paths(topology)) {
            health.put(path, open.contains(path) ? Health.PENDING : Health.UP);
        }
        cables(topology, health);
        return Map.copyOf(health);
    }

    /** While it runs: what the kernel says. {@code ended} are the paths of containers that run no more. */
    static Map<String, Health> running(Topology topology, Snapshot tables, Set<String> ended) {
        Map<String, Health> health = new HashMap<>();
        topology.nodes()
                .forEach(node -> node.spaces().forEach(space -> {
                    SpaceId id = node.id(space);
                    Optional<SpaceState> state = tables.space(id);
                    health.put(id.toString(), state.isPresent() ? Health.UP : Health.DOWN);
                    links(space).forEach(name -> health.put(id + "/" + name, link(state, name)));
                    space.containers().stream()
                            .map(c -> id + "/" + c.name())
                            .forEach(c ->
                                    health.put(c, state.isPresent() && !ended.contains(c) ? Health.UP : Health.DOWN));
                }));
        cables(topology, health);
        return Map.copyOf(health);
    }

    /** After a refusal: the thing whose step it was. */
    static Map<String, Health> failed(Optional<StepFailure> failure) {
        return failure.map(f -> Map.of(f.step().element(), Health.FAILED)).orElse(Map.of());
    }

    private static Health link(Optional<SpaceState> state, String name) {
        Optional<LinkRow> row = state.flatMap(s -> s.link(name));
        boolean up = row.isPresent() && row.get().isUp() && (row.get().flags() & LinkRow.IFF_LOWER_UP) != 0;
        return up ? Health.UP : Health.DOWN;
    }

    private static void cables(Topology topology, Map<String, Health> health) {
        for (Cable c : topology.cables()) {
            Health a = health.getOrDefault(c.a().toString(), Health.DOWN);
            Health b = health.getOrDefault(c.b().toString(), Health.DOWN);
            health.put("cable:" + c.a(), a == Health.UP ? b : a);
        }
    }

    private static Set<String> links(Namespace space) {
        Set<String> names = new HashSet<>();
        space.interfaces().forEach(i -> names.add(i.name().value()));
        space.bridges().forEach(b -> names.add(b.name().value()));
        return names;
    }

    private static Set<String> paths(Topology topology) {
        Set<String> paths = new HashSet<>();
        topology.nodes()
                .forEach(node -> node.spaces().forEach(space -> {
                    SpaceId id = node.id(space);
                    paths.add(id.toString());
                    links(space).forEach(name -> paths.add(id + "/" + name));
                    space.containers().forEach(c -> paths.add(id + "/" + c.name()));
                }));
        return paths;
    }
}
