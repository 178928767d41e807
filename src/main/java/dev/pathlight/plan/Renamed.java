package dev.pathlight.plan;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A device that is there under another name than it is drawn with now. Two drawings do not say what was renamed, so it is
 * known by what else is the same: a cable's end by its other end, a bridge by its ports or addresses, a tunnel's end by
 * where it leads. Namespaces have no name in the kernel that could be changed: they are made anew.
 */
record Renamed(PortId device, PortId next) {
    /** What {@code drawn} calls otherwise. A name that is taken when the renaming begins is given to nobody. */
    static List<Renamed> find(KernelState existing, Blueprint drawn) {
        if (existing.stacks().isEmpty()) {
            return List.of();
        }
        Search search = new Search(existing, drawn);
        drawn.cables().forEach(search::cable);
        drawn.spaces().forEach(search::space);
        return search.found;
    }

    private static final class Search {
        private final KernelState existing;
        private final Blueprint drawn;
        private final Set<PortId> names = new HashSet<>();
        private final Set<PortId> sources = new HashSet<>();
        private final List<Renamed> found = new ArrayList<>();

        Search(KernelState existing, Blueprint drawn) {
            this.existing = existing;
            this.drawn = drawn;
            for (Blueprint.Space s : drawn.spaces()) {
                s.drawn().interfaces().forEach(i -> names.add(new PortId(s.id(), i.name())));
                s.drawn().bridges().forEach(b -> names.add(new PortId(s.id(), b.name())));
            }
        }

        void cable(Cable cable) {
            end(cable.a(), cable.b());
            end(cable.b(), cable.a());
        }

        /** {@code other} may be what the cable at {@code end} ends in. */
        private void end(PortId end, PortId other) {
            existing.link(end)
                    .filter(l -> l.made() instanceof HeldLink.Made.Cable)
                    .map(l -> ((HeldLink.Made.Cable) l.made()).peer())
                    .ifPresent(peer -> rename(peer, other));
        }

        void space(Blueprint.Space space) {
            for (Interface i : space.drawn().interfaces()) {
                if (!(i.kind() instanceof LinkKind.CableEnd)) {
                    PortId id = new PortId(space.id(), i.name());
                    HeldLink.Made made = HeldLink.Made.Upper.of(i.kind(), drawn.below(id));
                    among(
                            space,
                            i.name(),
                            held -> link(space, held)
                                    .filter(l -> l.made().equals(made))
                                    .isPresent());
                }
            }
            for (Bridge bridge : space.drawn().bridges()) {
                among(space, bridge.name(), held -> isLike(space, held, bridge));
            }
        }

        private interface Likeness {
            boolean holds(IfName held);
        }

        private void among(Blueprint.Space space, IfName next, Likeness likeness) {
            existing.stack(space.id()).stream()
                    .flatMap(s -> s.links().keySet().stream())
                    .filter(likeness::holds)
                    .map(name -> new PortId(space.id(), name))
                    .filter(device -> !names.contains(device))
                    .findFirst()
                    .ifPresent(device -> rename(device, new PortId(space.id(), next)));
        }

        private Optional<HeldLink> link(Blueprint.Space space, IfName name) {
            return existing.link(new PortId(space.id(), name));
        }

        private boolean isLike(Blueprint.Space space, IfName held, Bridge bridge) {
            if (link(space, held)
                    .filter(l -> l.made() instanceof HeldLink.Made.Bridge)
                    .isEmpty()) {
                return false;
            }
            StackState stack = existing.stack(space.id()).orElseThrow();
            Set<IfName> ports = new TreeSet<>();
            stack.links().forEach((name, l) -> {
                if (l.port().bridge().equals(Optional.of(held))) {
                    ports.add(name);
                }
            });
            Set<Object> addresses = new HashSet<>();
            stack.addresses().stream().filter(a -> a.device().equals(held)).forEach(a -> addresses.add(a.cidr()));
            boolean samePorts = !ports.isEmpty() && ports.equals(new TreeSet<>(bridge.ports()));
            return samePorts || !addresses.isEmpty() && addresses.equals(new HashSet<>(bridge.addresses()));
        }

        private void rename(PortId device, PortId next) {
            boolean fits = device.space().equals(next.space())
                    && !device.equals(next)
                    && !names.contains(device)
                    && existing.link(next).isEmpty();
            if (fits
                    && sources.add(device)
                    && found.stream().noneMatch(r -> r.next().equals(next))) {
                found.add(new Renamed(device, next));
            }
        }
    }
}
