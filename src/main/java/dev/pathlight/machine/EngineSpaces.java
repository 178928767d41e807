package dev.pathlight.machine;

import dev.pathlight.topology.SpaceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which number an engine knows a namespace by, and which name it has for {@code ip netns}. */
final class EngineSpaces {
    private final Map<SpaceId, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, SpaceId> ids = new ConcurrentHashMap<>();
    private final Map<SpaceId, String> names = new ConcurrentHashMap<>();

    void add(SpaceId id, int number) {
        numbers.put(id, number);
        ids.put(number, id);
    }

    void remove(SpaceId id) {
        numbers.remove(id);
        names.remove(id);
    }

    /** Throws IllegalArgumentException for a namespace that was never made here. */
    int number(SpaceId id) {
        Integer n = numbers.get(id);
        if (n == null) {
            throw new IllegalArgumentException("the namespace " + id + " has not been made on this machine");
        }
        return n;
    }

    /** The namespace last known by a number, also after its end: notices of its end come late. */
    Optional<SpaceId> id(int number) {
        return Optional.ofNullable(ids.get(number));
    }

    Set<SpaceId> all() {
        return Set.copyOf(numbers.keySet());
    }

    /**
     * Chooses names for namespaces about to be made: {@code ns1}, as a lecture would say it, unless two nodes have one of that
     * name, which are {@code node1.ns1} and {@code node2.ns1} then.
     */
    void name(Collection<SpaceId> wanted) {
        Set<String> once = new HashSet<>(names.values());
        Set<String> twice = new HashSet<>();
        List<SpaceId> distinct = wanted.stream().distinct().toList();
        distinct.stream().map(SpaceId::shortName).filter(n -> !once.add(n)).forEach(twice::add);
        for (SpaceId id : distinct) {
            boolean unique = id.isRoot() || !twice.contains(id.shortName());
            names.put(id, unique ? id.shortName() : id.node() + "." + id.namespace());
        }
    }

    String name(SpaceId id) {
        return names.getOrDefault(id, id.shortName());
    }
}
