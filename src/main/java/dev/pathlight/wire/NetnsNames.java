package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code ip netns} calls the namespaces of a plan: their short names ({@code ns1}; the node's name for its
 * root), or {@code node-namespace} where a short name would mean several.
 */
final class NetnsNames {
    private final Map<SpaceId, String> names = new LinkedHashMap<>();

    NetnsNames(Plan plan) {
        List<SpaceId> spaces = plan.steps().stream()
                .map(Step::op)
                .flatMap(op -> spaces(op).stream())
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> uses = new HashMap<>();
        spaces.forEach(s -> uses.merge(s.shortName(), 1, Integer::sum));
        spaces.stream().filter(s -> uses.getOrDefault(s.shortName(), 0) == 1).forEach(s -> names.put(s, s.shortName()));
        spaces.stream().filter(s -> !names.containsKey(s)).forEach(s -> names.put(s, free(s)));
    }

    private static List<SpaceId> spaces(NetOp op) {
        return op instanceof NetOp.CreateVeth v ? List.of(v.a().space(), v.b().space()) : List.of(op.space());
    }

    private String free(SpaceId space) {
        String wanted = space.isRoot() ? space.node().value() : space.node() + "-" + space.namespace();
        String name = wanted;
        for (int n = 2; names.containsValue(name); n++) {
            name = wanted + "-" + n;
        }
        return name;
    }

    String of(SpaceId space) {
        String name = names.get(space);
        if (name == null) {
            throw new IllegalArgumentException(space + " is not in this plan");
        }
        return name;
    }
}
