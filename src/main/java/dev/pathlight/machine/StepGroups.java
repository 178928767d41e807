package dev.pathlight.machine;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts steps into groups that an engine takes in one command each; the order stays. */
final class StepGroups {
    /** Steps in one group at most, so that progress is seen. */
    private static final int MOST = 256;

    private StepGroups() {}

    /** Steps of one kind, at least one. */
    record Group(Kind kind, List<Step> steps) {}

    enum Kind {
        /** Namespaces, with sysctls of the same namespaces: in parallel. */
        MAKING,
        /** Sysctls and netlink messages: one after another. */
        WORKING,
        /** Namespaces let go, waited for once. */
        DROPPING,
        /** Containers: in parallel. */
        STARTING,
        /** Containers ended, one after another. */
        STOPPING
    }

    static List<Group> of(List<Step> steps) {
        List<Group> groups = new ArrayList<>();
        List<Step> open = new ArrayList<>();
        Set<SpaceId> made = new HashSet<>();
        Kind kind = Kind.WORKING;
        for (Step step : steps) {
            Kind next = kind(step.op(), kind == Kind.MAKING ? made : Set.of());
            boolean full = kind == Kind.WORKING && open.size() == MOST;
            if (!open.isEmpty() && (next != kind || full)) {
                groups.add(new Group(kind, List.copyOf(open)));
                open.clear();
                made.clear();
            }
            kind = next;
            open.add(step);
            if (step.op() instanceof NetOp.MakeNamespace make) {
                made.add(make.space());
            }
        }
        if (!open.isEmpty()) {
            groups.add(new Group(kind, List.copyOf(open)));
        }
        return groups;
    }

    private static Kind kind(NetOp op, Set<SpaceId> beingMade) {
        return switch (op) {
            case NetOp.MakeNamespace o -> Kind.MAKING;
            case NetOp.DropNamespace o -> Kind.DROPPING;
            case NetOp.StartContainer o -> Kind.STARTING;
            case NetOp.StopContainer o -> Kind.STOPPING;
            case NetOp.WriteSysctl o when beingMade.contains(o.space()) -> Kind.MAKING;
            default -> Kind.WORKING;
        };
    }
}
