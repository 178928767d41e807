package dev.pathlight.plan;

import dev.pathlight.plan.HeldLink.Made;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Devices and namespaces that are no more, and devices that have to be made anew. What lies in a namespace goes with it. */
record LinksGone(Difference difference) {
    void write() {
        KernelState now = difference.now();
        Set<SpaceId> dropped = new HashSet<>(now.stacks().keySet());
        dropped.removeAll(difference.stayed());
        for (PortId id : gone()) {
            Optional<HeldLink> link = now.link(id);
            // With another one it may be gone by now: a cable's other end, a tunnel over it.
            if (link.isPresent() && !leadsInto(link.get(), dropped)) {
                NetOp delete = new NetOp.DeleteLink(id.space(), link.get().index(), id.name());
                difference.add(Stage.REMOVE, delete, link.get().element());
            }
        }
        for (SpaceId space : List.copyOf(now.stacks().keySet())) {
            if (dropped.contains(space)) {
                String element = now.at(space).element();
                difference.add(Stage.REMOVE, new NetOp.DropNamespace(space), element);
            }
        }
        difference.stayed().forEach(this::leave);
    }

    private static boolean leadsInto(HeldLink link, Set<SpaceId> dropped) {
        return link.made() instanceof Made.Cable(var peer) && dropped.contains(peer.space())
                || link.below().filter(b -> dropped.contains(b.space())).isPresent();
    }

    /** What stands on others first, bridges last. */
    private List<PortId> gone() {
        List<PortId> gone = new ArrayList<>();
        for (SpaceId space : difference.stayed()) {
            for (Map.Entry<IfName, HeldLink> e :
                    difference.now().at(space).links().entrySet()) {
                PortId id = new PortId(space, e.getKey());
                if (difference
                        .wanted()
                        .link(id)
                        .filter(w -> canBecome(e.getValue(), w))
                        .isEmpty()) {
                    gone.add(id);
                }
            }
        }
        gone.sort(Comparator.comparingInt(
                id -> order(difference.now().link(id).orElseThrow().made())));
        return gone;
    }

    private static int order(Made made) {
        return switch (made) {
            case Made.Upper _ -> 0;
            case Made.Cable _ -> 1;
            case Made.Bridge _ -> 2;
        };
    }

    /** To let the kernel choose once more, a device has to be made once more. */
    private static boolean canBecome(HeldLink is, HeldLink wanted) {
        boolean mac = is.set().mac().isEmpty() || wanted.set().mac().isPresent();
        boolean mtu = is.set().mtu() == wanted.set().mtu() || wanted.set().mtu() != HeldLink.ANY_MTU;
        return is.made().equals(wanted.made()) && mac && mtu;
    }

    /** Ports that are free now; one that joins another bridge leaves with that. */
    private void leave(SpaceId space) {
        for (Map.Entry<IfName, HeldLink> e :
                List.copyOf(difference.now().at(space).links().entrySet())) {
            PortId id = new PortId(space, e.getKey());
            boolean free = difference
                    .wanted()
                    .link(id)
                    .filter(w -> w.port().bridge().isEmpty())
                    .isPresent();
            if (free && e.getValue().port().bridge().isPresent()) {
                NetOp leave = new NetOp.LeaveBridge(space, e.getValue().index(), e.getKey());
                difference.add(Stage.REMOVE, leave, difference.drawn().element(id));
            }
        }
    }
}
