package dev.pathlight.check;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.FieldPath;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.Firewall.Hook;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.Spelling;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about address translation and firewalls: what nftables would refuse, and what would never match. */
final class FilterRules {
    static final List<Rule> ALL =
            List.of(FilterRules::filters, FilterRules::masquerades, FilterRules::published, FilterRules::forwarding);

    /** nft keeps 128 bytes of a comment, its end included. */
    private static final int COMMENT_BYTES = 127;

    private static final List<String> WITH_PORTS = List.of("tcp", "udp", "sctp");

    private FilterRules() {}

    private static void filters(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            String list = FieldPath.member(FieldPath.member(s.field(), "firewall"), "rules");
            Drawn.eachOf(s.namespace().firewall().rules(), list, (r, at) -> {
                matches(s, r, at, out);
                device(drawn, s, r.in(), FieldPath.member(at, "in"), out);
                device(drawn, s, r.out(), FieldPath.member(at, "out"), out);
                comment(s, r.comment(), FieldPath.member(at, "comment"), out);
            });
        }
    }

    private static void matches(Drawn.Space s, Firewall.Rule r, String at, Findings out) {
        if (r.port().isPresent() && !WITH_PORTS.contains(r.protocol().orElse(""))) {
            out.error(
                    "filter-port-needs-protocol",
                    s.id(),
                    FieldPath.member(at, "port"),
                    Sentence.of("a filter rule of {0} names a port but no protocol that has ports", s.id().shortName()),
                    Sentence.of("Add \"protocol\": \"tcp\", or udp or sctp."));
        }
        if (families(r).distinct().count() > 1) {
            out.error(
                    "filter-families-mixed",
                    s.id(),
                    at,
                    Sentence.of(
                            "a filter rule of {0} asks for IPv4 and IPv6 at once: no packet is both",
                            s.id().shortName()),
                    Sentence.of("Write one rule for each family."));
        }
        if (r.in().isPresent() && r.hook() == Hook.OUTPUT) {
            nowhere(
                    s,
                    at,
                    "in",
                    Sentence.of("\"in\" can match nothing at the hook output: a packet there is sent here"),
                    out);
        }
        if (r.out().isPresent() && r.hook() == Hook.INPUT) {
            nowhere(
                    s,
                    at,
                    "out",
                    Sentence.of("\"out\" can match nothing at the hook input: a packet there is for this stack"),
                    out);
        }
    }

    private static void nowhere(Drawn.Space s, String at, String field, Sentence why, Findings out) {
        out.error(
                "filter-device-at-hook",
                s.id(),
                FieldPath.member(at, field),
                why,
                Sentence.of("Take it out, or use the hook forward."));
    }

    /** True for IPv6, for each part of the rule that is of one family. */
    private static Stream<Boolean> families(Firewall.Rule r) {
        return Stream.of(
                        r.source().map(FilterRules::isV6),
                        r.destination().map(FilterRules::isV6),
                        r.protocol().filter(p -> p.startsWith("icmp")).map(p -> p.equals("icmpv6")))
                .flatMap(Optional::stream);
    }

    private static boolean isV6(Cidr c) {
        return c.address().v6();
    }

    private static void comment(Drawn.Space s, String comment, String field, Findings out) {
        boolean unsayable = comment.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '"' || c == '\\');
        if (unsayable || comment.getBytes(StandardCharsets.UTF_8).length > COMMENT_BYTES) {
            out.error(
                    "filter-comment",
                    s.id(),
                    field,
                    Sentence.of(
                            "nft cannot write this comment: it has quotes, backslashes or line breaks, or more than"
                                    + " {0} bytes",
                            COMMENT_BYTES),
                    Sentence.of("Write a shorter one in plain words."));
        }
    }

    private static void device(Drawn drawn, Drawn.Space s, Optional<IfName> name, String field, Findings out) {
        if (name.isEmpty()) {
            return;
        }
        String device = name.get().value();
        if (device.chars().anyMatch(c -> c == '"' || c == '\\' || c == '*')) {
            out.error(
                    "filter-device-name",
                    s.id(),
                    field,
                    Sentence.of("{0} has a character that means something else to nft", device),
                    Sentence.of("Rename the interface without quotes, backslashes and stars."));
        } else if (!device.equals("lo") && s.find(device).filter(drawn::isMade).isEmpty()) {
            List<String> known =
                    s.ports().stream().map(p -> p.id().name().value()).toList();
            out.warning(
                    "filter-device-unknown",
                    s.id(),
                    field,
                    Sentence.of("{0} is not a device of {1}: nothing goes by it", device, s.id().shortName()),
                    Spelling.didYouMean(device, known, Sentence.of("Name one of its interfaces.")));
        }
    }

    private static void masquerades(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            String list = FieldPath.member(FieldPath.member(s.field(), "nat"), "masquerade");
            Drawn.eachOf(s.namespace().nat().masquerades(), list, (m, at) -> {
                device(drawn, s, m.exceptOut(), FieldPath.member(at, "except_out"), out);
                Drawn.eachOf(
                        m.exceptTo(),
                        FieldPath.member(at, "except_to"),
                        (n, field) -> excepted(s, m.source(), n, field, out));
            });
        }
    }

    private static void excepted(Drawn.Space s, Cidr source, Cidr to, String field, Findings out) {
        if (isV6(source) != isV6(to)) {
            out.error(
                    "masquerade-families-mixed",
                    s.id(),
                    field,
                    Sentence.of("what comes from {0} never goes to {1}: no packet is IPv4 and IPv6", source, to),
                    Sentence.of("Write a network of the same IP version, or take it out."));
        } else if (to.prefix() == 0) {
            out.error(
                    "masquerade-of-nothing",
                    s.id(),
                    field,
                    Sentence.of("{0} is everywhere: nothing would be masqueraded", to),
                    Sentence.of("Except a smaller network, or take the masquerade out."));
        }
    }

    private static void published(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            Set<List<Object>> taken = new HashSet<>();
            String list = FieldPath.member(FieldPath.member(s.field(), "nat"), "publish");
            Drawn.eachOf(s.namespace().nat().portMappings(), list, (p, at) -> published(s, p, at, taken, out));
        }
    }

    private static void published(Drawn.Space s, Nat.PortMapping p, String at, Set<List<Object>> taken, Findings out) {
        if (p.hostAddress().filter(a -> a.v6() != p.to().v6()).isPresent()) {
            out.error(
                    "publish-families-mixed",
                    s.id(),
                    FieldPath.member(at, "address"),
                    Sentence.of("port {0} is published on one IP version and leads to the other", p.hostPort()),
                    Sentence.of("Use addresses of one version: NAT does not turn IPv4 into IPv6."));
        }
        if (!taken.add(List.of(p.protocol(), p.hostAddress(), p.hostPort(), p.to().v6()))) {
            out.warning(
                    "publish-repeated",
                    s.id(),
                    FieldPath.member(at, "port"),
                    Sentence.of(
                            "{0} port {1} is published twice in {2}: the first one takes all",
                            p.protocol(), p.hostPort(), s.id().shortName()),
                    Sentence.of("Publish one of them on another port."));
        }
    }

    private static void forwarding(Drawn drawn, Findings out) {
        for (Drawn.Space s : drawn.spaces()) {
            Nat nat = s.namespace().nat();
            boolean v4 = Stream.concat(
                            nat.masquerades().stream().map(m -> m.source().address()),
                            nat.portMappings().stream().map(Nat.PortMapping::to))
                    .anyMatch(a -> !a.v6());
            if (v4 && !"1".equals(s.namespace().sysctls().get("ipv4.ip_forward"))) {
                out.warning(
                        "nat-without-forwarding",
                        s.id(),
                        FieldPath.member(s.field(), "nat"),
                        Sentence.of(
                                "{0} translates addresses but forwards nothing: ip_forward is off there",
                                s.id().shortName()),
                        Sentence.of("Add the sysctl \"ipv4.ip_forward\": 1."));
            }
        }
    }
}
