package dev.pathlight.check;

import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about the members of bonds and VRFs. */
final class MemberRules {
    static final List<Rule> ALL = List.of(MemberRules::members);

    private MemberRules() {}

    private static void members(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            Map<IfName, IfName> masterOf = new HashMap<>();
            s.namespace().bridges().forEach(b -> b.ports().forEach(p -> masterOf.putIfAbsent(p, b.name())));
            for (Drawn.Port master : s.ports()) {
                master.link()
                        .ifPresent(link -> Drawn.eachOf(
                                link.kind().masterOf(),
                                FieldPath.member(master.field(), "members"),
                                (name, at) -> member(drawn, s, master, link, name, at, masterOf, out)));
            }
        }
    }

    private static void member(
            Drawn drawn,
            Drawn.Space s,
            Drawn.Port master,
            Interface link,
            IfName name,
            String at,
            Map<IfName, IfName> masterOf,
            Findings out) {
        Optional<Drawn.Port> member = s.find(name.value()).filter(m -> !m.id().equals(master.id()));
        if (member.isEmpty()) {
            out.error(
                    "member-unknown",
                    master.id(),
                    at,
                    Sentence.of(
                            "{0} has the member {1}, which is no other interface of that namespace", link.name(), name),
                    Spelling.didYouMean(
                            name.value(),
                            s.namespace().interfaces().stream()
                                    .map(i -> i.name().value())
                                    .filter(n -> !n.equals(link.name().value()))
                                    .toList(),
                            Sentence.of("Name one of its interfaces, or take it out of the list.")));
            return;
        }
        if (!drawn.isMade(member.get())) {
            out.error(
                    "member-without-cable",
                    master.id(),
                    at,
                    Sentence.of("{0} has the member {1}, which has no cable and so is not made", link.name(), name),
                    Sentence.of("Draw a cable from it, or take it out of the list."));
        }
        Optional.ofNullable(masterOf.putIfAbsent(name, link.name()))
                .ifPresent(earlier -> out.error(
                        "member-taken",
                        master.id(),
                        at,
                        Sentence.of("{0} already belongs to {1}", name, earlier),
                        Sentence.of("An interface has one master: take it out of one of the lists.")));
        if (link.kind() instanceof LinkKind.Bond && !member.get().addresses().isEmpty()) {
            out.warning(
                    "address-on-member",
                    member.get().id(),
                    FieldPath.member(member.get().field(), "addresses"),
                    Sentence.of(
                            "{0} has an address but is a member of {1}: its packets are the bond's, so the address will"
                                    + " not answer",
                            member.get().id(), link.name()),
                    Sentence.of("Give the address to {0} instead.", link.name()));
        }
    }
}
