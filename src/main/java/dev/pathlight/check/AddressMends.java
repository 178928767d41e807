package dev.pathlight.check;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.graph.Segments;
import dev.pathlight.topology.graph.Suggest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives an interface another address, or takes one away. */
final class AddressMends {
    private AddressMends() {}

    static List<Mend> of(Place at) {
        if (at.finding().rule().equals("address-on-port")) {
            return ontoTheBridge(at);
        }
        int index = at.index("addresses");
        List<Cidr> drawn = drawn(at);
        List<Mend> mends = new ArrayList<>();
        if (at.finding().rule().equals("address-ipv6-off")) {
            String key = "ipv6.conf." + at.port().name() + ".disable_ipv6";
            Edit on = new Edit.SetSysctl(at.space(), key, Optional.of("0"));
            mends.addAll(at.mend(Sentence.of("Turn IPv6 on at {0}", at.port().name()), on));
        } else {
            another(at, drawn.get(index))
                    .ifPresent(c -> mends.addAll(at.mend(
                            Sentence.of("Use {0}", c), new Edit.SetAddresses(at.port(), Place.with(drawn, index, c)))));
        }
        mends.addAll(at.mend(
                Sentence.of("Take {0} away here", drawn.get(index)),
                new Edit.SetAddresses(at.port(), Place.without(drawn, index))));
        return mends;
    }

    private static List<Cidr> drawn(Place at) {
        return at.link()
                .map(Interface::addresses)
                .or(() -> at.bridge().map(Bridge::addresses))
                .orElseThrow();
    }

    /** The next free one of the subnet, or what fits its segment where the subnet is none. */
    private static Optional<Cidr> another(Place at, Cidr wrong) {
        if (at.finding().rule().equals("address-of-no-host")) {
            return Suggest.address(at.topology(), at.port()).filter(c -> !wrong.contains(c.address()));
        }
        Set<IpAddress> taken = new HashSet<>();
        Segments.of(at.topology()).addressesOf(at.port()).forEach(c -> taken.add(c.address()));
        at.stack().interfaces().forEach(i -> i.addresses().forEach(c -> taken.add(c.address())));
        return Suggest.free(wrong, taken);
    }

    private static List<Mend> ontoTheBridge(Place at) {
        Namespace s = at.stack();
        List<Cidr> moved = drawn(at);
        PortId port = at.port();
        return s.bridgeOf(port.name()).stream()
                .map(b -> {
                    List<Cidr> all = new ArrayList<>(b.addresses());
                    moved.stream().filter(c -> !all.contains(c)).forEach(all::add);
                    return new Mend(
                            Sentence.of("Give it to {0}", b.name()),
                            new Edit.All(List.of(
                                    new Edit.SetAddresses(port, List.of()),
                                    new Edit.SetAddresses(new PortId(port.space(), b.name()), all))));
                })
                .toList();
    }
}
