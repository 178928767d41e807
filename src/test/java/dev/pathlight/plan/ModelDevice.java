package dev.pathlight.plan;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A device of {@link PlanModel}. */
final class ModelDevice {
    final SpaceId space;
    IfName name;
    final int peer;
    final Set<Integer> ports = new LinkedHashSet<>();
    final List<Cidr> addresses = new ArrayList<>();
    final Set<String> rows = new TreeSet<>();
    final Map<String, Object> set = new TreeMap<>();
    int master;
    int below;
    boolean up;

    ModelDevice(SpaceId space, IfName name, int peer) {
        this.space = space;
        this.name = name;
        this.peer = peer;
    }

    /** What it stands on may be called otherwise later. */
    void is(LinkKind kind) {
        set.put("kind", kind.withMembers(List.of()).renamed(n -> new IfName("below")));
    }

    boolean isBond() {
        return set.get("kind") instanceof LinkKind.Bond;
    }
}
