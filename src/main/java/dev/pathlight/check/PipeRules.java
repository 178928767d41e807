package dev.pathlight.check;

import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about IP tunnels (ipip, gre, sit, ip6tnl): between which addresses they lead. */
final class PipeRules {
    static final List<Rule> ALL = List.of(PipeRules::ends, PipeRules::twice);

    private PipeRules() {}

    private record Pipe(Drawn.Space space, Drawn.Port port, LinkKind.Tunnel tunnel) {
        String field(String name) {
            return FieldPath.member(port.field(), name);
        }
    }

    private static List<Pipe> pipes(Drawn drawn) {
        return drawn.spaces().stream()
                .flatMap(s -> s.ports().stream()
                        .flatMap(p -> p
                                .link()
                                .filter(i -> i.kind() instanceof LinkKind.Tunnel)
                                .map(i -> new Pipe(s, p, (LinkKind.Tunnel) i.kind()))
                                .stream()))
                .toList();
    }

    private static void ends(Drawn drawn, Findings out) {
        for (Pipe p : pipes(drawn)) {
            boolean v6 = p.tunnel.kind().equals("ip6tnl");
            family(p, "local", p.tunnel.local(), v6, out);
            family(p, "remote", p.tunnel.remote(), v6, out);
            if (p.tunnel.local().v6() == v6
                    && RouteRules.owner(p.space, p.tunnel.local()).isEmpty()) {
                out.warning(
                        "tunnel-local-unknown",
                        p.port.id(),
                        p.field("local"),
                        Sentence.of("{0} sends from {1}, which no interface there has", p.port.id(), p.tunnel.local()),
                        Sentence.of("Nothing will answer to that address. Name one of its own."));
            }
        }
    }

    private static void family(Pipe p, String field, IpAddress address, boolean v6, Findings out) {
        if (address.v6() != v6) {
            out.error(
                    "tunnel-wrong-family",
                    p.port.id(),
                    p.field(field),
                    Sentence.of(
                            v6
                                    ? "{0} is an {1} tunnel, which leads over IPv6; {2} is an IPv4 address"
                                    : "{0} is an {1} tunnel, which leads over IPv4; {2} is an IPv6 address",
                            p.port.id(),
                            p.tunnel.kind(),
                            address),
                    Sentence.of("Write an address of that family, or choose another kind of tunnel."));
        }
    }

    private static void twice(Drawn drawn, Findings out) {
        Map<List<Object>, Pipe> seen = new HashMap<>();
        for (Pipe p : pipes(drawn)) {
            Optional.ofNullable(seen.putIfAbsent(List.of(p.space.id(), p.tunnel), p))
                    .ifPresent(first -> out.error(
                            "tunnel-twice",
                            p.port.id(),
                            p.field("remote"),
                            Sentence.of(
                                    "{0} and {1} lead between the same addresses",
                                    first.port.id().name(), p.port.id().name()),
                            Sentence.of("Linux could not tell whose a packet is: give one of them another end.")));
        }
    }
}
