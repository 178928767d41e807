package dev.pathlight.view;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Firewall;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Nat;
import dev.pathlight.topology.Sentence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * NAT and filter rules, each on one line: {@code 172.17.0.0/16 except docker0}, {@code
 * 10.244.0.0/16 except to 10.244.0.0/16 224.0.0.0/4}, {@code 8080/tcp to 172.17.0.2:80}, {@code
 * forward drop}, {@code forward drop from 10.1.1.0/24 tcp port 80 # why}.
 */
final class FilterLine {
    private static final Pattern PUBLISHED =
            Pattern.compile("(?:(\\S+):)?(\\d{1,5})(?:/(\\w+))? to \\[?([^\\]\\s]+)]?:(\\d{1,5})");
    private static final Pattern MASQUERADED =
            Pattern.compile("(\\S+)(?: except (?!to (?!except ))(\\S+))?(?: except to (.+))?");
    private static final List<String> WORDS = List.of("from", "to", "port", "in", "out", "state");

    private FilterLine() {}

    static String write(Nat.Masquerade m) {
        String networks = m.exceptTo().stream().map(Cidr::toString).collect(Collectors.joining(" "));
        return m.source()
                + m.exceptOut().map(d -> " except " + d).orElse("")
                + (networks.isEmpty() ? "" : " except to " + networks);
    }

    static Nat.Masquerade masquerade(String text) {
        Matcher m = MASQUERADED.matcher(text.trim().replaceAll("\\s+", " "));
        if (!m.matches()) {
            throw new Malformed(
                    Sentence.of("it is not a network, or a network except an interface or except to networks"));
        }
        List<Cidr> networks = Optional.ofNullable(m.group(3)).stream()
                .flatMap(n -> Stream.of(n.split(" ")))
                .map(Cidr::parse)
                .toList();
        return new Nat.Masquerade(
                Cidr.parse(m.group(1)), Optional.ofNullable(m.group(2)).map(IfName::new), networks);
    }

    static String write(Nat.PortMapping p) {
        return p.hostAddress().map(a -> host(a) + ":").orElse("") + p.hostPort() + "/" + p.protocol() + " to "
                + host(p.to()) + ":" + p.toPort();
    }

    private static String host(IpAddress a) {
        return a.v6() ? "[" + a + "]" : a.toString();
    }

    static Nat.PortMapping published(String text) {
        Matcher m = PUBLISHED.matcher(text.trim().replaceAll("\\s+", " "));
        if (!m.matches()) {
            throw new Malformed(Sentence.of("it is not a port and the address and port it leads to"));
        }
        String protocol = Optional.ofNullable(m.group(3)).orElse("tcp");
        if (!Nat.PortMapping.PROTOCOLS.contains(protocol)) {
            throw noneOf(protocol, Nat.PortMapping.PROTOCOLS);
        }
        Optional<IpAddress> address =
                Optional.ofNullable(m.group(1)).map(a -> IpAddress.parse(a.replaceAll("[\\[\\]]", "")));
        return new Nat.PortMapping(protocol, address, port(m.group(2)), IpAddress.parse(m.group(4)), port(m.group(5)));
    }

    static String write(Map.Entry<Firewall.Hook, Firewall.Policy> policy) {
        return word(policy.getKey()) + " " + word(policy.getValue());
    }

    static Map.Entry<Firewall.Hook, Firewall.Policy> policy(String text) {
        String[] words = text.split("\\s+");
        if (words.length != 2) {
            throw new Malformed(Sentence.of("it is not a hook and accept or drop"));
        }
        return Map.entry(one(words[0], Firewall.Hook.values()), one(words[1], Firewall.Policy.values()));
    }

    static String write(Firewall.Rule r) {
        return word(r.hook()) + " " + word(r.verdict())
                + r.source().map(s -> " from " + s).orElse("")
                + r.destination().map(d -> " to " + d).orElse("")
                + r.protocol().map(p -> " " + p).orElse("")
                + (r.port().isPresent() ? " port " + r.port().getAsInt() : "")
                + r.in().map(d -> " in " + d).orElse("")
                + r.out().map(d -> " out " + d).orElse("")
                + (r.states().isEmpty() ? "" : " state " + String.join(",", r.states()))
                + (r.comment().isEmpty() ? "" : " # " + r.comment());
    }

    /** Throws {@link Malformed}, which says why it is not a rule. */
    static Firewall.Rule rule(String text) {
        String[] parts = text.split("#", 2);
        List<String> words = Arrays.asList(parts[0].trim().split("\\s+"));
        if (words.size() < 2) {
            throw new Malformed(Sentence.of("it names no hook and verdict"));
        }
        Map<String, String> said = said(words.subList(2, words.size()));
        return new Firewall.Rule(
                one(words.getFirst(), Firewall.Hook.values()),
                one(words.get(1), Firewall.Verdict.values()),
                Optional.ofNullable(said.get("from")).map(Cidr::parse),
                Optional.ofNullable(said.get("to")).map(Cidr::parse),
                Optional.ofNullable(said.get("protocol")),
                said.containsKey("port") ? OptionalInt.of(port(said.get("port"))) : OptionalInt.empty(),
                Optional.ofNullable(said.get("in")).map(IfName::new),
                Optional.ofNullable(said.get("out")).map(IfName::new),
                states(Optional.ofNullable(said.get("state"))),
                parts.length == 2 ? parts[1].trim() : "");
    }

    private static Map<String, String> said(List<String> words) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String key = words.get(i);
            boolean protocol = Firewall.Rule.PROTOCOLS.contains(key);
            if (!protocol && !WORDS.contains(key)) {
                throw noneOf(
                        key,
                        Stream.concat(WORDS.stream(), Firewall.Rule.PROTOCOLS.stream())
                                .toList());
            }
            if (!protocol && i + 1 == words.size()) {
                throw new Malformed(Sentence.of("nothing follows \"{0}\"", key));
            }
            if (said.put(protocol ? "protocol" : key, protocol ? key : words.get(++i)) != null) {
                throw new Malformed(Sentence.of("\"{0}\" is said twice", key));
            }
        }
        return said;
    }

    private static List<String> states(Optional<String> text) {
        List<String> states = text.map(t -> List.of(t.split(","))).orElse(List.of());
        states.stream()
                .filter(s -> !Firewall.Rule.STATES.contains(s))
                .findFirst()
                .ifPresent(s -> {
                    throw noneOf(s, Firewall.Rule.STATES);
                });
        return states;
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new Malformed(Sentence.of("\"{0}\" is not a port from 1 to 65535", text));
        }
        return port;
    }

    private static <E extends Enum<E>> E one(String text, E[] values) {
        return Stream.of(values)
                .filter(v -> word(v).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        noneOf(text, Stream.of(values).map(FilterLine::word).toList()));
    }

    private static Malformed noneOf(String word, List<String> words) {
        return new Malformed(Sentence.of("\"{0}\" is none of {1}", word, Sentence.list(words)));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
