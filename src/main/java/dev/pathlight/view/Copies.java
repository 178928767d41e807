package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.wire.LinkRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what becomes of the copies that a bridge floods where nobody waits for them: a host that a copy is not for ignores it,
 * and the bridge's own stack hears a broadcast too.
 */
final class Copies {
    private final Phrases phrases;
    private final Snapshot tables;
    private final Moment moment;

    Copies(Phrases phrases, Snapshot tables, Moment moment) {
        this.phrases = phrases;
        this.tables = tables;
        this.moment = moment;
    }

    /** The sentence, and after it what is to be said of the other copies. */
    String after(String sentence) {
        StringBuilder all = new StringBuilder(sentence);
        moment.all().stream()
                .filter(h -> !h.equals(moment.hop()))
                .flatMap(h -> climbed(h).stream())
                .forEach(bridge -> all.append(' ').append(phrases.say("caption.bridge.hears", bridge)));
        ignored().ifPresent(said -> all.append(' ').append(said));
        return all.toString();
    }

    /** The bridge whose own stack heard a flooded frame here. */
    static Optional<String> climbed(Hop hop) {
        String name = hop.port().name().value();
        return hop.decisions().stream()
                .filter(d -> d.kind() == Decision.Kind.LOCAL && d.table().equals(name))
                .map(Decision::table)
                .findFirst();
    }

    private Optional<String> ignored() {
        List<Hop> all = moment.all().stream().filter(this::isIgnored).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        String who = all.stream().map(h -> Places.shortName(h.port().space())).collect(Collectors.joining(", "));
        Mac to = all.getFirst().destination();
        if (!to.isGroup()) {
            return Optional.of(phrases.say("caption.otherhost", who, Caption.shorten(to)));
        }
        return Packets.destination(all.getFirst().bytes())
                .map(a -> phrases.say(all.size() == 1 ? "caption.ignored" : "caption.ignored.several", who, a));
    }

    /** Came to a host's stack, which had no use for it: another host's, or a question for an address that it has not. */
    private boolean isIgnored(Hop hop) {
        Optional<SpaceState> state = tables.space(hop.port().space());
        Optional<LinkRow> link = state.flatMap(s -> s.link(hop.port().name().value()));
        boolean atStack = hop.direction() == Direction.IN
                && link.filter(l -> l.master() == 0 && !l.kind().equals("bridge"))
                        .isPresent();
        if (!atStack || !hop.decisions().isEmpty() || moment.goesOn(hop)) {
            return false;
        }
        if (!hop.destination().isGroup()) {
            return link.flatMap(LinkRow::mac)
                    .filter(mac -> !mac.equals(hop.destination()))
                    .isPresent();
        }
        Optional<IpAddress> asked =
                Packets.etherType(hop.bytes()) == Packets.ARP ? Packets.destination(hop.bytes()) : Optional.empty();
        return asked.isPresent()
                && state.get().addresses().stream()
                        .noneMatch(a -> a.address().address().equals(asked.get()));
    }
}
