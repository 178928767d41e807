package dev.pathlight.check;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Impairment;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.LinkKind;
import java.util.List;

/** What the format can say and this version cannot run yet: said plainly, rather than left out in silence. */
final class NotYetRunnable {
    static final List<Rule> ALL = List.of(
            NotYetRunnable::hosts,
            NotYetRunnable::kinds,
            NotYetRunnable::nat,
            NotYetRunnable::containers,
            NotYetRunnable::impairments);

    private static final String RULE = "not-yet-runnable";
    private static final String HINT = "The drawing can be kept as it is; take this out to run it with this version.";

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
                                n.name() + " is bound to " + host
                                        + "; this version runs every node in the sandbox of this machine only",
                                HINT)));
    }

    private static void kinds(Drawn drawn, Findings out) {
        drawn.ports()
                .forEach(p -> p.link()
                        .map(Interface::kind)
                        .filter(k -> !(k instanceof LinkKind.CableEnd))
                        .ifPresent(k -> out.error(
                                RULE,
                                p.id(),
                                FieldPath.member(p.field(), "kind"),
                                p.id() + " is a " + k.word() + " interface; this version makes cables and bridges only",
                                HINT)));
    }

    private static void nat(Drawn drawn, Findings out) {
        drawn.spaces().stream()
                .filter(s -> !s.namespace().nat().isEmpty())
                .forEach(s -> out.error(
                        RULE,
                        s.id(),
                        FieldPath.member(s.field(), "nat"),
                        s.id().shortName() + " translates addresses; this version does not set NAT up yet",
                        HINT));
    }

    private static void containers(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            String list = FieldPath.member(s.field(), "containers");
            Drawn.eachOf(s.namespace().containers(), list, (c, at) -> container(s, c, at, out));
        }
    }

    private static void container(Drawn.Space s, Container c, String field, Findings out) {
        String path = s.id() + "/" + c.name();
        if (!c.command().isEmpty()) {
            String message = path + " starts a command; this version starts no processes yet";
            out.error(RULE, path, FieldPath.member(field, "command"), message, HINT);
        }
        if (!c.listens().isEmpty()) {
            out.warning(
                    RULE,
                    path,
                    FieldPath.member(field, "listens"),
                    path + " listens on ports; in this version nothing answers there yet",
                    "The network runs all the same; a connection to it is refused.");
        }
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
                                "the cable from " + c.a()
                                        + " delays or loses packets; this version cannot do that to a link yet",
                                HINT)));
    }
}
