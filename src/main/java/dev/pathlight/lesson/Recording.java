package dev.pathlight.lesson;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Texts;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.SpaceCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Turns what happened once into what a step says, so that it holds the next time too: Ethernet addresses that the kernel chose at
 * random, the states of neighbours and the order in which a flood's copies were seen are left out.
 */
public final class Recording {
    private Recording() {}

    /** How a packet ended, and its way. Empty where it is under way, or is no packet that a lesson can speak of. */
    public static Optional<Observation.Packet> packet(Journey j) {
        return journey(j, Optional.empty());
    }

    /** The same, and that this row decided on the way. Empty too where the row is not known, or holds nothing that lasts. */
    public static Optional<Observation.Packet> decided(Journey j, Decision d) {
        String row = RowWords.lasting(d.row());
        return d.doubt().isPresent() || row.isEmpty()
                ? Optional.empty()
                : journey(j, Optional.of(new Observation.Used(d.space(), d.kind(), row)));
    }

    private static Optional<Observation.Packet> journey(Journey j, Optional<Observation.Used> used) {
        return PacketKind.of(j)
                .filter(k -> j.settled())
                .map(k -> new Observation.Packet(k, Endings.sender(j), ending(j), through(j), used));
    }

    private static Observation.Ending ending(Journey j) {
        Optional<Journey.Lost> lost = j.lost();
        if (lost.isPresent()) {
            Optional<String> why = Optional.of(lost.get().why()).filter(Observation.Ending.REASONS::contains);
            return new Observation.Ending(j.outcome(), Optional.of(lost.get().space()), why, OptionalInt.empty());
        }
        List<Hop> takers = takers(j);
        boolean one = j.outcome() != Journey.Outcome.AMBIGUOUS && takers.size() == 1;
        return new Observation.Ending(
                j.outcome(),
                one ? Optional.of(takers.getFirst().port().space()) : Optional.empty(),
                Optional.empty(),
                one && j.outcome() == Journey.Outcome.DELIVERED
                        ? takers.getFirst().ttl()
                        : OptionalInt.empty());
    }

    /** Where it ended: of a flood without those that only heard it go by. */
    private static List<Hop> takers(Journey j) {
        List<SpaceId> onTheWay = j.hops().stream()
                .filter(h ->
                        j.hops().stream().anyMatch(n -> n.parent() == j.hops().indexOf(h)))
                .map(h -> h.port().space())
                .toList();
        List<Hop> all = Endings.arrivals(j);
        List<Hop> others =
                all.stream().filter(h -> !onTheWay.contains(h.port().space())).toList();
        return others.isEmpty() ? all : others;
    }

    /** As far as there is one way: interfaces between the two stacks, each once. */
    private static List<PortId> through(Journey j) {
        Optional<SpaceId> from = Endings.sender(j);
        List<SpaceId> to = takers(j).stream().map(h -> h.port().space()).toList();
        return trunk(j).stream()
                .map(Hop::port)
                .filter(p -> !from.equals(Optional.of(p.space())) && !to.contains(p.space()))
                .distinct()
                .toList();
    }

    private static List<Hop> trunk(Journey j) {
        List<Hop> trunk = new ArrayList<>();
        int at = -1;
        List<Integer> next = children(j, at);
        while (next.size() == 1) {
            at = next.getFirst();
            trunk.add(j.hops().get(at));
            next = children(j, at);
        }
        return trunk;
    }

    private static List<Integer> children(Journey j, int of) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < j.hops().size(); i++) {
            if (j.hops().get(i).parent() == of) {
                found.add(i);
            }
        }
        return found;
    }

    /** A change made in what runs, as commands: one deed for each namespace in a row. Empty where no command says it. */
    public static List<Action> change(Action.Kind kind, Sentence words, List<NetOp> operations) {
        List<Action> deeds = new ArrayList<>();
        for (NetOp op : operations) {
            Optional<List<String>> command = SpaceCommand.of(op);
            if (command.isEmpty()) {
                return List.of();
            }
            if (!deeds.isEmpty()
                    && deeds.getLast() instanceof Action.Change before
                    && before.in().equals(op.space())) {
                deeds.set(deeds.size() - 1, before.with(command.get()));
            } else {
                deeds.add(new Action.Change(kind, op.space(), List.of(command.get()), both(words)));
            }
        }
        return List.copyOf(deeds);
    }

    private static Texts both(Sentence words) {
        String said = words.in(Locale.ENGLISH);
        return said.isEmpty() ? Texts.NONE : Texts.of(Map.of("en", said, "zh", words.in(Locale.CHINESE)));
    }

    /** What the tables say once the change is made, as far as a lesson can look for it. */
    public static List<Observation> after(List<NetOp> operations) {
        return operations.stream().flatMap(Recording::after).toList();
    }

    private static Stream<Observation> after(NetOp op) {
        return switch (op) {
            case NetOp.WriteSysctl s
            when s.key().equals("ipv4.ip_forward") ->
                Stream.of(new Observation.Forwarding(s.space(), s.value().equals("1")));
            case NetOp.AddRoute r -> Stream.of(route(r.space(), r.route(), true));
            case NetOp.DeleteRoute r -> Stream.of(route(r.space(), r.route(), false));
            case NetOp.DeleteNeighbour n -> Stream.of(new Observation.Neighbour(n.space(), n.address(), false));
            default -> Stream.empty();
        };
    }

    private static Observation route(SpaceId in, Route route, boolean present) {
        String row = (route.isDefault() ? "default" : route.destination().toString())
                + route.via().map(v -> " via " + v).orElse("")
                + route.device().map(d -> " dev " + d).orElse("");
        return new Observation.Route(in, row, present, Optional.empty());
    }

    /** A row that stands in a routing table now. */
    public static Observation route(SpaceId in, String row) {
        return new Observation.Route(in, RowWords.lasting(row), true, Optional.empty());
    }
}
