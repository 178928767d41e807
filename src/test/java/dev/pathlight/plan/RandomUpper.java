package dev.pathlight.plan;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** An interface of one of the rarer kinds, over or with others, from a random source. */
final class RandomUpper {
    private RandomUpper() {}

    /** @param free interfaces it may take for itself: what it takes is gone from the list */
    static Interface over(List<IfName> free, IfName name, Random random) {
        LinkKind kind = free.isEmpty()
                ? new LinkKind.Dummy()
                : switch (random.nextInt(6)) {
                    case 0 -> new LinkKind.Macvlan(free.getLast(), "bridge");
                    case 1 -> new LinkKind.Vlan(free.removeLast(), 1 + random.nextInt(4094));
                    case 2 -> new LinkKind.Vrf(10 + random.nextInt(20), List.of(free.removeLast()));
                    case 3 -> new LinkKind.Bond("active-backup", List.of(free.removeLast()));
                    case 4 ->
                        new LinkKind.Tunnel(
                                "gre",
                                IpAddress.parse("192.0.2." + random.nextInt(250)),
                                IpAddress.parse("198.51.100.1"));
                    default -> new LinkKind.Dummy();
                };
        boolean addressed = random.nextBoolean();
        return new Interface(
                name,
                kind,
                Optional.empty(),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1280),
                addressed ? List.of(Cidr.parse("10.99." + random.nextInt(250) + ".1/24")) : List.of(),
                random.nextInt(6) > 0);
    }
}
