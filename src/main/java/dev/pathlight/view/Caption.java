package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Topology;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.LinkRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says one hop in one sentence. */
final class Caption {
    private final Phrases phrases;
    private final Topology topology;
    private final Snapshot tables;

    Caption(Phrases phrases, Topology topology, Snapshot tables) {
        this.phrases = phrases;
        this.topology = topology;
        this.tables = tables;
    }

    /** What happened here, and by which row. */
    String sentence(Moment moment) {
        Optional<Journey.Lost> lost = moment.lost();
        if (lost.isPresent()) {
            return phrases.say(
                    "caption.lost", place(lost.get()), phrases.say(lost.get().explanation()));
        }
        Hop hop = moment.hop();
        String sentence = deciding(moment).map(d -> decided(d, hop)).orElseGet(() -> passed(moment, hop));
        return new Copies(phrases, tables, moment).after(sentence);
    }

    /** What decided here. A frame that leaves carries the decision made when it came in; it was said there. */
    static Optional<Decision> deciding(Moment moment) {
        if (moment.isUnsent()) {
            return Optional.empty();
        }
        Hop hop = moment.hop();
        List<Decision> before = hop.parent() < 0
                ? List.of()
                : moment.journey().hops().get(hop.parent()).decisions();
        return hop.decisions().stream().filter(d -> !before.contains(d)).findFirst();
    }

    /** In which table the row stands: {@code route table of k8s-1}. */
    String table(Decision d) {
        String place = Places.shortName(d.space());
        return switch (d.kind()) {
            case FDB, FLOOD -> phrases.say("deciding.macs", d.table());
            case ROUTE, LOCAL -> phrases.say("deciding.routes", place);
            case RULE -> phrases.say("deciding.rules", place);
            case NEIGHBOUR -> phrases.say("deciding.neighbours", place);
            case NAT -> phrases.say("deciding.nat", place);
            case ENCAP, DECAP -> phrases.say("deciding.tunnel", place);
        };
    }

    /** The row as its command prints it; a flood has none. */
    String row(Decision d) {
        return d.kind() == Decision.Kind.FLOOD || d.doubt().isPresent() ? phrases.say("deciding.none") : d.row();
    }

    private static String place(Journey.Lost lost) {
        return lost.port().map(Places::shortName).orElseGet(() -> Places.shortName(lost.space()));
    }

    private String decided(Decision d, Hop hop) {
        String place = Places.shortName(d.space());
        String to = Packets.destination(hop.bytes()).map(Object::toString).orElseGet(() -> shorten(hop.destination()));
        if (d.doubt().isPresent()) {
            String table = d.kind() == Decision.Kind.FDB ? d.table() : place;
            return phrases.say("caption.doubt", table, phrases.say(d.doubt().get()));
        }
        return switch (d.kind()) {
            case FDB -> fdb(d, hop);
            case FLOOD ->
                hop.destination().isGroup()
                        ? phrases.say("caption.broadcast", d.table())
                        : phrases.say("caption.flood", d.table(), shorten(hop.destination()));
            case ROUTE -> phrases.say("caption.route", place, to, d.row());
            case RULE -> phrases.say("caption.rule", place, d.row());
            case NEIGHBOUR -> neighbour(d, hop, place);
            case LOCAL ->
                Copies.climbed(hop).isPresent()
                        ? phrases.say("caption.bridge.hears", d.table())
                        : hop.direction() == Direction.IN
                                ? phrases.say("caption.local", place, to)
                                : phrases.say("caption.answer", place, own(d.row(), to));
            case NAT -> phrases.say("caption.nat", place, d.row());
            case ENCAP -> phrases.say("caption.encap", place, d.row());
            case DECAP -> phrases.say("caption.decap", place, d.row());
        };
    }

    /** A question asked leaves no row behind that decided it: only why it was asked. */
    private String neighbour(Decision d, Hop hop, String place) {
        String about = d.row().split(" ", 2)[0];
        if (!d.row().contains("so ask")) {
            return phrases.say("caption.neighbour", place, d.row());
        }
        return hop.destination().isGroup()
                ? phrases.say("caption.ask", place, about)
                : phrases.say("caption.ask.again", place, about, shorten(hop.destination()));
    }

    /** The address in {@code local 10.1.1.3 dev veth1 …}. */
    private static String own(String row, String otherwise) {
        String[] words = row.split(" ");
        return words.length > 1 && words[0].equals("local") ? words[1] : otherwise;
    }

    private String fdb(Decision d, Hop hop) {
        int dev = d.row().indexOf(" dev ");
        String port = dev < 0 ? "" : d.row().substring(dev + 5).split(" ", 2)[0];
        int number = tables.space(d.space())
                .flatMap(s -> s.link(port))
                .map(LinkRow::portNumber)
                .orElse(0);
        return number == 0
                ? phrases.say("caption.fdb.port", d.table(), shorten(hop.destination()), port)
                : phrases.say("caption.fdb", d.table(), shorten(hop.destination()), number, port);
    }

    private String passed(Moment moment, Hop hop) {
        String here = Places.shortName(hop.port());
        boolean several = moment.copies() > 1;
        if (hop.direction() == Direction.OUT) {
            String next = topology.peerOf(hop.port()).map(Places::shortName).orElse("");
            if (several) {
                return phrases.say("caption.copies", moment.copies());
            }
            return next.isEmpty() ? phrases.say("caption.out", here) : phrases.say("caption.out.to", here, next);
        }
        return several
                ? phrases.say("caption.copies.in", moment.copies())
                : bridgeOf(hop.port()).isPresent()
                        ? phrases.say("caption.in.bridge", bridgeOf(hop.port()).get(), here)
                        : phrases.say("caption.in", here);
    }

    private Optional<String> bridgeOf(PortId port) {
        return topology.find(port.space())
                .flatMap(n -> n.bridgeOf(port.name()))
                .map(b -> b.name().value());
    }

    /** The facts beneath: addresses, TTL, and the real time since the journey began. */
    String facts(Moment moment) {
        if (moment.isUnsent()) {
            return phrases.say("caption.unsent");
        }
        Hop hop = moment.hop();
        StringBuilder s = new StringBuilder();
        s.append(shorten(hop.source())).append(" → ").append(shorten(hop.destination()));
        hop.ttl().ifPresent(t -> s.append("  ·  TTL ").append(t));
        s.append("  ·  +").append(String.format(Locale.ROOT, "%.1f µs", hop.timeNanos() / 1e3));
        hop.coat().ifPresent(c -> s.append("  ·  ").append(phrases.say("caption.coat", c.from(), c.to(), c.vni())));
        boolean rewritten = hop.parent() >= 0
                && !moment.journey().hops().get(hop.parent()).destination().equals(hop.destination());
        if (rewritten) {
            s.append("  ·  ").append(phrases.say("caption.rewritten"));
        }
        return s.toString();
    }

    /** The middle of an address left out: {@code 06:b5:…:75}, as it is said aloud. */
    static String shorten(Mac mac) {
        String s = mac.toString();
        return mac.equals(Mac.BROADCAST) ? s : s.substring(0, 5) + ":…" + s.substring(14);
    }

    /** How a stop is named under the transport bar. */
    static String stop(Moment moment) {
        if (moment.isUnsent()) {
            return moment.lost().map(Caption::place).orElse("");
        }
        Hop hop = moment.hop();
        String name = Places.shortName(hop.port());
        return moment.copies() == 1 ? name : name + " +" + (moment.copies() - 1);
    }
}
