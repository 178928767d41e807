package dev.pathlight.session.drift;

import dev.pathlight.plan.Held;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What should be there, given the differences found so far: what followed from one of them is no other. */
final class Expected {
    private Inventory there;
    private final Map<SpaceId, Optional<Held>> held = new HashMap<>();
    private final List<Drift> found = new ArrayList<>();

    Expected(Inventory there) {
        this.there = there;
    }

    List<Drift> found() {
        return List.copyOf(found);
    }

    Optional<Held> at(SpaceId space) {
        return held.computeIfAbsent(space, there::stack);
    }

    /** Whether it is known, made by a plan or found by now. */
    boolean has(SpaceId space, String device) {
        return at(space).filter(h -> h.links().containsKey(new IfName(device))).isPresent();
    }

    void add(Drift drift) {
        tell(drift.happened());
        found.add(drift);
    }

    /** Something else about a device: of a new one it is told with its being there. */
    void add(PortId device, Drift.Mark mark, Sentence words, List<NetOp> happened) {
        String at = device.toString();
        for (int i = 0; i < found.size(); i++) {
            Drift d = found.get(i);
            if (d.mark() == Drift.Mark.NEW && d.happened().stream().anyMatch(op -> makes(op, device))) {
                found.set(i, d.with(happened));
                tell(happened);
                return;
            }
        }
        add(Drift.of(at, mark, words, happened));
    }

    private void tell(List<NetOp> happened) {
        there = there.told(happened);
        held.clear();
    }

    private static boolean makes(NetOp op, PortId device) {
        return switch (op) {
            case NetOp.CreateBridge b -> new PortId(b.space(), b.name()).equals(device);
            case NetOp.CreateVeth v ->
                new PortId(v.a().space(), v.a().name()).equals(device)
                        || new PortId(v.b().space(), v.b().name()).equals(device);
            default -> false;
        };
    }
}
