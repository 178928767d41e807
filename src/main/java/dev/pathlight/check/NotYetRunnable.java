package dev.pathlight.check;

import dev.pathlight.topology.Element;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Impairment;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;
import java.util.List;

/** What the format can say and this version cannot run yet: said plainly, rather than left out in silence. */
final class NotYetRunnable {
    static final List<Rule> ALL = List.of(NotYetRunnable::hosts, NotYetRunnable::kinds, NotYetRunnable::impairments);

    private static final String RULE = "not-yet-runnable";
    private static final Sentence HINT =
            Sentence.of("The drawing can be kept as it is; take this out to run it with this version.");

    private NotYetRunnable() {}

    private static void hosts(Drawn drawn, Findings out) {
        Drawn.eachOf(
                drawn.topology().nodes(),
                "nodes",
                (n, at) -> n.host()
                        .ifPresent(host -> out.error(
                                RULE,
                                n.name(),
                                FieldPath.member(at, "host"),
                                Sentence.of(
                                        "{0} is bound to {1}; this version runs every node in the sandbox of this"
                                                + " machine only",
                                        n.name(), host),
                                HINT)));
    }

    private static void kinds(Drawn drawn, Findings out) {
        drawn.ports()
                .forEach(p -> p.link()
                        .map(Interface::kind)
                        .filter(LinkKind.Wireguard.class::isInstance)
                        .ifPresent(k -> out.error(
                                RULE,
                                p.id(),
                                FieldPath.member(p.field(), "kind"),
                                Sentence.of(
                                        "{0} is a {1} interface, whose keys this version cannot make yet",
                                        p.id(), k.word()),
                                HINT)));
    }

    private static void impairments(Drawn drawn, Findings out) {
        Drawn.eachOf(
                drawn.topology().cables(),
                "cables",
                (c, at) -> c.impairment()
                        .filter(i -> !i.equals(Impairment.NONE))
                        .ifPresent(i -> out.error(
                                RULE,
                                Element.CABLE + c.a(),
                                FieldPath.member(at, "impairment"),
                                Sentence.of(
                                        "the cable from {0} delays or loses packets; this version cannot do that to a"
                                                + " link yet",
                                        c.a()),
                                HINT)));
    }
}
