package dev.pathlight.lesson;

import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Says actions, observations and journeys in words. */
public final class Saying {
    private Saying() {}

    /** What an action's button says. */
    public static Sentence of(Action action) {
        return switch (action) {
            case Action.Run r -> Sentence.of("Run");
            case Action.Stop s -> Sentence.of("Stop");
            case Action.Ping(SpaceId from, Action.Goal to) -> Sentence.of("Ping {0} → {1}", from.shortName(), goal(to));
            case Action.Change c ->
                c.label().isEmpty()
                        ? Sentence.of("In {0}: {1}", place(c.in()), commands(c))
                        : Sentence.verbatim(c.label());
            case Action.Open(Action.Panel panel) ->
                switch (panel) {
                    case TABLES -> Sentence.of("Show the tables");
                    case INSPECTOR -> Sentence.of("Show the inspector");
                    case PLAN -> Sentence.of("Show the plan");
                };
        };
    }

    private static String goal(Action.Goal goal) {
        return switch (goal) {
            case Action.Goal.Space(SpaceId id) -> id.shortName();
            case Action.Goal.Address(var address) -> address.toString();
        };
    }

    private static String commands(Action.Change c) {
        return String.join(
                "; ", c.commands().stream().map(w -> String.join(" ", w)).toList());
    }

    /** What an observation's line says, where its author says nothing else. */
    public static Sentence of(Observation observation) {
        return switch (observation) {
            case Observation.Running(boolean runs) ->
                runs ? Sentence.of("The drawing runs") : Sentence.of("Nothing runs");
            case Observation.Packet p -> packet(p);
            case Observation.Route r -> route(r);
            case Observation.Neighbour(SpaceId in, var address, boolean present) ->
                present
                        ? Sentence.of("{0} knows the MAC address of {1}", place(in), address)
                        : Sentence.of("{0} does not know the MAC address of {1}", place(in), address);
            case Observation.MacLearned m -> mac(m);
            case Observation.Forwarding(SpaceId in, boolean on) ->
                on
                        ? Sentence.of("{0} forwards packets (ip_forward is 1)", place(in))
                        : Sentence.of("{0} does not forward packets (ip_forward is 0)", place(in));
        };
    }

    private static Sentence route(Observation.Route r) {
        if (!r.present()) {
            return Sentence.of("{0} has no route {1}", place(r.in()), r.row());
        }
        return r.before()
                .map(b -> Sentence.of("{0} has the route {1} in front of {2}", place(r.in()), r.row(), b))
                .orElseGet(() -> Sentence.of("{0} has the route {1}", place(r.in()), r.row()));
    }

    private static Sentence mac(Observation.MacLearned m) {
        Sentence owner = place(m.owner());
        if (!m.present()) {
            return Sentence.of("{0} has not learned where {1} is", m.bridge().name(), owner);
        }
        return m.port()
                .map(p -> Sentence.of(
                        "{0} has learned that {1} is behind {2}", m.bridge().name(), owner, p))
                .orElseGet(() ->
                        Sentence.of("{0} has learned where {1} is", m.bridge().name(), owner));
    }

    private static Sentence packet(Observation.Packet p) {
        Sentence who = p.from()
                .map(f -> Sentence.of("{0} from {1}", p.kind().said(), place(f)))
                .orElseGet(p.kind()::said);
        Sentence said = Sentence.of("{0} {1}", who, ending(p.ending()));
        if (!p.through().isEmpty()) {
            List<Sentence> ports = p.through().stream().map(Saying::place).toList();
            said = Sentence.of("{0}, through {1}", said, Sentence.list(ports));
        }
        Sentence way = said;
        return p.used()
                .map(u -> Sentence.of("{0}; in {1} the row {2} decided", way, place(u.in()), u.row()))
                .orElse(way);
    }

    private static Sentence ending(Observation.Ending e) {
        return switch (e.outcome()) {
            case DELIVERED -> arrival(e.at(), e.ttl());
            case LOST -> loss(e);
            case FLOODED ->
                e.at().map(a -> Sentence.of("is flooded and reaches {0}", place(a)))
                        .orElseGet(() -> Sentence.of("is flooded"));
            case AMBIGUOUS -> Sentence.of("cannot be told from another");
        };
    }

    private static Sentence arrival(Optional<SpaceId> at, OptionalInt ttl) {
        Sentence said = at.map(a -> Sentence.of("arrives at {0}", place(a))).orElseGet(() -> Sentence.of("arrives"));
        return ttl.isPresent() ? Sentence.of("{0} with TTL {1}", said, ttl.getAsInt()) : said;
    }

    private static Sentence loss(Observation.Ending e) {
        Sentence said =
                e.at().map(a -> Sentence.of("is lost at {0}", place(a))).orElseGet(() -> Sentence.of("is lost"));
        return e.why().map(w -> Sentence.of("{0}: {1}", said, why(w))).orElse(said);
    }

    /** How a packet can end, in a word or two. */
    public static Sentence outcome(Journey.Outcome outcome) {
        return ending(new Observation.Ending(outcome, Optional.empty(), Optional.empty(), OptionalInt.empty()));
    }

    /** What kind of row it is that decided. */
    public static Sentence row(Decision.Kind kind) {
        return switch (kind) {
            case ROUTE -> Sentence.of("a route");
            case RULE -> Sentence.of("a rule");
            case NEIGHBOUR -> Sentence.of("a neighbour's row");
            case FDB -> Sentence.of("a row of the MAC table");
            case FLOOD -> Sentence.of("the flood");
            case LOCAL -> Sentence.of("a local route");
            case NAT -> Sentence.of("an address translation");
            case ENCAP -> Sentence.of("the wrapping up");
            case DECAP -> Sentence.of("the unwrapping");
        };
    }

    /** What kind of change it is. */
    public static Sentence kind(Action.Kind kind) {
        return switch (kind) {
            case CHANGE -> Sentence.of("Change");
            case BREAK -> Sentence.of("Break");
            case MEND -> Sentence.of("Mend");
        };
    }

    /** A packet's journey as it was seen. */
    static Sentence journey(Journey j) {
        if (j.lost().isPresent()) {
            Journey.Lost l = j.lost().get();
            Sentence where = l.port().map(Saying::place).orElseGet(() -> place(l.space()));
            return Sentence.of("{0}: lost at {1}. {2}", j.what(), where, l.explanation());
        }
        Sentence outcome = switch (j.outcome()) {
            case DELIVERED -> Sentence.of("delivered");
            case FLOODED -> Sentence.of("flooded");
            case AMBIGUOUS -> Sentence.of("ambiguous");
            case LOST -> Sentence.of("lost");
        };
        Optional<Hop> last = Endings.arrival(j);
        if (last.isEmpty()) {
            return Sentence.of("{0}: {1}", j.what(), outcome);
        }
        Sentence said = Sentence.of(
                "{0}: {1} at {2}", j.what(), outcome, place(last.get().port()));
        OptionalInt ttl = last.get().ttl();
        return ttl.isPresent() ? Sentence.of("{0} with TTL {1}", said, ttl.getAsInt()) : said;
    }

    /** Reasons as the command line writes them, in words. */
    public static Sentence why(String word) {
        return switch (word) {
            case "no-route" -> Sentence.of("no route");
            case "no-neighbour" -> Sentence.of("nobody answers for the address");
            case "forwarding-off" -> Sentence.of("forwarding is off");
            case "rp-filter" -> Sentence.of("the reverse path filter");
            case "link-down" -> Sentence.of("a link is down");
            case "filtered" -> Sentence.of("a firewall rule");
            case "ttl-expired" -> Sentence.of("the TTL ran out");
            case "mtu" -> Sentence.of("larger than the MTU");
            case "stp-blocked" -> Sentence.of("the spanning tree blocks the port");
            case "no-listener" -> Sentence.of("nobody listens");
            default -> Sentence.of("nobody knows why");
        };
    }

    static Sentence place(SpaceId space) {
        return space.said();
    }

    /** As one says it: {@code ns1 veth0}, {@code br-veth0}. */
    static Sentence place(PortId port) {
        return Sentence.verbatim(
                port.space().isRoot() ? port.name().value() : port.space().shortName() + " " + port.name());
    }
}
