package dev.pathlight.view;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A route on one line, as {@code ip route add} takes it: {@code default via 10.1.1.1 dev veth0 metric 10}. */
final class RouteLine {
    private static final List<String> WORDS = List.of("via", "dev", "src", "metric", "table");
    private static final List<String> KINDS =
            Arrays.stream(Route.Kind.values()).map(RouteLine::word).toList();

    private RouteLine() {}

    private static String word(Route.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String write(Route r) {
        String kind = r.kind() == Route.Kind.UNICAST ? "" : word(r.kind()) + " ";
        String to = r.isDefault() && r.destination().equals(anywhere(r.via(), r.source()))
                ? "default"
                : r.destination().toString();
        return kind
                + to
                + r.via().map(v -> " via " + v).orElse("")
                + r.device().map(d -> " dev " + d).orElse("")
                + r.source().map(s -> " src " + s).orElse("")
                + (r.metric().isPresent() ? " metric " + r.metric().getAsInt() : "")
                + (r.table().isPresent() ? " table " + r.table().getAsInt() : "")
                + (r.onLink() ? " onlink" : "");
    }

    /** Throws {@link Malformed}, which says why it is not a route. */
    static Route parse(String text) {
        List<String> words = Arrays.asList(text.trim().split("\\s+"));
        boolean named = KINDS.contains(words.getFirst());
        List<String> rest = named ? words.subList(1, words.size()) : words;
        if (rest.isEmpty() || rest.getFirst().isEmpty()) {
            throw new Malformed(Sentence.of("it names no destination"));
        }
        boolean onLink = rest.contains("onlink");
        Map<String, String> said =
                pairs(rest.stream().skip(1).filter(w -> !w.equals("onlink")).toList());
        Optional<IpAddress> via = read(said, "via", IpAddress::parse);
        Optional<IpAddress> source = read(said, "src", IpAddress::parse);
        String to = rest.getFirst();
        return new Route(
                named ? Route.Kind.valueOf(words.getFirst().toUpperCase(Locale.ROOT)) : Route.Kind.UNICAST,
                to.equals("default") ? anywhere(via, source) : Cidr.parse(to),
                via,
                read(said, "dev", IfName::new),
                source,
                number(said, "metric"),
                number(said, "table"),
                onLink);
    }

    private static Map<String, String> pairs(List<String> words) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            String key = words.get(i);
            if (!WORDS.contains(key)) {
                throw new Malformed(Sentence.of("\"{0}\" is none of {1}", key, Sentence.list(WORDS)));
            }
            if (i + 1 == words.size()) {
                throw new Malformed(Sentence.of("nothing follows \"{0}\"", key));
            }
            if (said.put(key, words.get(i + 1)) != null) {
                throw new Malformed(Sentence.of("\"{0}\" is said twice", key));
            }
        }
        return said;
    }

    private static <T> Optional<T> read(Map<String, String> said, String key, Function<String, T> parse) {
        return Optional.ofNullable(said.get(key)).map(parse);
    }

    private static OptionalInt number(Map<String, String> said, String key) {
        String text = said.get(key);
        if (text == null) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new Malformed(Sentence.of("\"{0}\" is not a number for {1}", text, key));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /** What "default" means beside these: the family of the gateway, else of the source address, else IPv4. */
    private static Cidr anywhere(Optional<IpAddress> via, Optional<IpAddress> source) {
        return Cidr.parse(via.or(() -> source).map(IpAddress::v6).orElse(false) ? "::/0" : "0.0.0.0/0");
    }
}
