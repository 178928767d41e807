package dev.pathlight.machine;

import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.NetnsNames;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which number an engine knows a namespace by, and which name it has for {@code ip netns}. */
final class EngineSpaces {
    private final Map<SpaceId, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, SpaceId> ids = new ConcurrentHashMap<>();
    private final Map<SpaceId, String> names = new ConcurrentHashMap<>();
    private final Map<Container, Integer> containers = new ConcurrentHashMap<>();

    private record Container(SpaceId space, String name) {}

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

    /** Whether it is here now. */
    boolean has(SpaceId id) {
        return numbers.containsKey(id);
    }

    void started(SpaceId id, String container, int process) {
        containers.put(new Container(id, container), process);
    }

    void ended(SpaceId id, String container) {
        containers.remove(new Container(id, container));
    }

    /** The number of a running container's first process, as the engine sees it. */
    Optional<Integer> process(SpaceId id, String container) {
        return Optional.ofNullable(containers.get(new Container(id, container))).filter(p -> p > 0);
    }

    /** The namespace last known by a number, also after its end: notices of its end come late. */
    Optional<SpaceId> id(int number) {
        return Optional.ofNullable(ids.get(number));
    }

    Set<SpaceId> all() {
        return Set.copyOf(numbers.keySet());
    }

    /** Chooses names for namespaces about to be made, as a script of their plan would. */
    void name(Collection<SpaceId> wanted) {
        names.putAll(NetnsNames.choose(wanted, names.values()));
    }

    String name(SpaceId id) {
        return names.getOrDefault(id, id.shortName());
    }
}
