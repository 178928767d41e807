package dev.pathlight.check;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts right whom a bond or a VRF is the master of. */
final class MemberMends {
    private MemberMends() {}

    static List<Mend> of(Place at) {
        return at.link()
                .map(link -> switch (at.finding().rule()) {
                    case "member-unknown" -> unknown(at, link);
                    case "member-taken" -> List.of(without(at, link));
                    default -> address(at, link);
                })
                .orElse(List.of());
    }

    private static IfName member(Place at, Interface master) {
        return master.kind().masterOf().get(at.index("members"));
    }

    private static List<Mend> unknown(Place at, Interface master) {
        List<IfName> members = master.kind().masterOf();
        List<String> free = at.stack().interfaces().stream()
                .map(Interface::name)
                .filter(n -> !n.equals(master.name()) && !members.contains(n))
                .map(IfName::value)
                .toList();
        List<Mend> mends = new ArrayList<>();
        StackMends.meant(member(at, master), free)
                .ifPresent(n -> mends.add(new Mend(
                        Sentence.of("Put {0} in instead", n),
                        with(at, master, Place.with(members, at.index("members"), n)))));
        mends.add(without(at, master));
        return mends;
    }

    private static Mend without(Place at, Interface master) {
        return new Mend(
                Sentence.of("Take {0} out of {1}", member(at, master), master.name()),
                with(at, master, Place.without(master.kind().masterOf(), at.index("members"))));
    }

    private static Edit with(Place at, Interface master, List<IfName> members) {
        return new Edit.SetKind(at.port(), master.kind().withMembers(members));
    }

    /** The bond answers to it then. */
    private static List<Mend> address(Place at, Interface member) {
        return at.stack().interfaces().stream()
                .filter(i -> i.kind() instanceof LinkKind.Bond b && b.members().contains(member.name()))
                .limit(1)
                .map(bond -> {
                    List<Cidr> all = Stream.concat(bond.addresses().stream(), member.addresses().stream())
                            .distinct()
                            .toList();
                    return new Mend(
                            Sentence.of("Give the address to {0}", bond.name()),
                            new Edit.All(List.of(
                                    new Edit.SetAddresses(at.port(), List.of()),
                                    new Edit.SetAddresses(new PortId(at.space(), bond.name()), all))));
                })
                .toList();
    }
}
