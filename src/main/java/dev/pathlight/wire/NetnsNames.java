package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code ip netns} calls namespaces, in scripts and on machines alike: their short names ({@code ns1}; the node's name
 * for its root), or {@code node-namespace} where a short name would mean several.
 */
public final class NetnsNames {
    private final Map<SpaceId, String> names;

    NetnsNames(Plan plan) {
        List<SpaceId> spaces = plan.steps().stream()
                .map(Step::op)
                .flatMap(op -> spaces(op).stream())
                .toList();
        names = choose(spaces, Set.of());
    }

    private static List<SpaceId> spaces(NetOp op) {
        return op instanceof NetOp.CreateVeth v ? List.of(v.a().space(), v.b().space()) : List.of(op.space());
    }

    /** Names for these namespaces, each another one and none of {@code taken}. */
    public static Map<SpaceId, String> choose(Collection<SpaceId> wanted, Collection<String> taken) {
        List<SpaceId> spaces = wanted.stream().distinct().sorted().toList();
        Map<String, Integer> uses = new HashMap<>();
        taken.forEach(name -> uses.merge(name, 1, Integer::sum));
        spaces.forEach(s -> uses.merge(s.shortName(), 1, Integer::sum));
        Map<SpaceId, String> names = new LinkedHashMap<>();
        Set<String> given = new HashSet<>(taken);
        for (SpaceId s : spaces) {
            if (uses.getOrDefault(s.shortName(), 0) == 1) {
                names.put(s, s.shortName());
                given.add(s.shortName());
            }
        }
        for (SpaceId s : spaces) {
            if (!names.containsKey(s)) {
                String name = free(s, given);
                names.put(s, name);
                given.add(name);
            }
        }
        return names;
    }

    private static String free(SpaceId space, Set<String> given) {
        String wanted = space.isRoot() ? space.node().value() : space.node() + "-" + space.namespace();
        String name = wanted;
        for (int n = 2; given.contains(name); n++) {
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
