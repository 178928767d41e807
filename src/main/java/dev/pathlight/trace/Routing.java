package dev.pathlight.trace;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says by which rows a network stack sent, took or forwarded a packet: routes, neighbours, local addresses. */
final class Routing {
    /** {@code RTN_*} of {@code linux/rtnetlink.h}: packets of these types are for the stack itself. */
    private static final int RTN_UNICAST = 1;

    private static final int RTN_LOCAL = 2;
    private static final int RTN_MULTICAST = 5;

    private final Tables tables;
    private final Filtering filtering;

    Routing(Tables tables) {
        this.tables = tables;
        this.filtering = new Filtering(tables);
    }

    /** Out at an interface that is no bridge's port. */
    List<Decision> out(Step s) {
        Frame f = s.frame();
        boolean sentHere = s.parent().isEmpty();
        if (Discovery.isQuestion(f) && sentHere) {
            Optional<IpAddress> subject = Discovery.subject(f);
            return subject.map(a -> List.of(tables.neighbours().question(s.place(), a, f)))
                    .orElse(List.of());
        }
        if (Discovery.isAnswer(f) && sentHere) {
            return Discovery.subject(f).flatMap(a -> local(s, a)).map(List::of).orElse(List.of());
        }
        return f.isIp() ? routedOut(s) : List.of();
    }

    private List<Decision> routedOut(Step s) {
        if (s.gap().isPresent()) {
            return List.of();
        }
        Optional<Step> from = s.parent().filter(Step::isIn);
        Optional<RouteMemory.Known> known =
                from.isPresent() ? from.get().route() : lookup(s, s.frame().to(), 0);
        Optional<RouteRow> row = known.flatMap(RouteMemory.Known::row);
        List<Decision> translated = translatedOut(s);
        if (known.isEmpty() || row.isEmpty()) {
            return translated;
        }
        RouteRow r = row.get();
        if (contradicts(r, s.place())) {
            Decision d = unknown(s, r);
            from.ifPresent(p -> p.decide(List.of(d)));
            return List.of(d);
        }
        Decision route = decision(s.place().id().space(), known.get(), r, r.type() == RTN_LOCAL);
        Optional<Decision> neighbour =
                s.frame().isGroup() || s.place().isLoopback() ? Optional.empty() : neighbour(s, r);
        List<Decision> all = new ArrayList<>(translated);
        all.add(route);
        neighbour.ifPresent(all::add);
        return all;
    }

    /** A packet that came in had its destination translated there. */
    List<Decision> translatedOut(Step s) {
        List<Decision> all = new ArrayList<>(0);
        if (s.parent().isEmpty() && Flow.of(s.frame()).isEmpty()) {
            // An error made here quotes the packet as its sender sent it.
            return all;
        }
        Optional<Translations.Passage> gone =
                tables.translations().gone(s.place().id().space(), s.frame());
        gone.filter(p -> s.parent().isEmpty() && p.changesDestination())
                .ifPresent(p -> all.add(filtering.translated(p, true)));
        gone.filter(Translations.Passage::changesSource).ifPresent(p -> all.add(filtering.translated(p, false)));
        return all;
    }

    /** The packet left, and by this interface: a row that names another one, or sends nothing out, was not used. */
    private static boolean contradicts(RouteRow r, Place out) {
        return switch (r.type()) {
            case RTN_UNICAST -> r.device() != 0 && r.device() != out.index();
            case RTN_LOCAL -> !out.isLoopback();
            default -> r.type() > RTN_MULTICAST;
        };
    }

    private Optional<Decision> neighbour(Step s, RouteRow r) {
        IpAddress hop = r.gateway().orElse(s.frame().to());
        return tables.neighbours().decision(state(s), s.seen(), hop);
    }

    private Decision unknown(Step s, RouteRow r) {
        SpaceId space = s.place().id().space();
        Sentence doubt = Sentence.of(
                "the kernel's lookup says {0}, yet it left by {1}",
                text(space, r), s.place().name());
        return Decision.unknown(Decision.Kind.ROUTE, space, tableName(r), doubt);
    }

    /** In at an interface that is no bridge's port: taken here, or on its way through. */
    List<Decision> in(Step s) {
        Frame f = s.frame();
        if (!s.place().takes(f)) {
            return List.of();
        }
        if (s.place().isLoopback() && s.parent().isPresent()) {
            return s.parent().get().decisions();
        }
        if (f.isArp() || Discovery.isQuestion(f) || Discovery.isAnswer(f)) {
            Optional<IpAddress> mine = (f.isArp() || Discovery.isAnswer(f) ? Optional.of(f.to()) : Discovery.subject(f))
                    .filter(a -> tables.places().owns(s.place().id().space(), a));
            return mine.flatMap(a -> local(s, a))
                    .or(() -> climbed(s))
                    .map(List::of)
                    .orElse(List.of());
        }
        List<Decision> routed = f.isIp() ? routedIn(s) : List.of();
        return routed.isEmpty() ? climbed(s).map(List::of).orElse(routed) : routed;
    }

    /** A bridge hands what it floods to its own stack too ({@code br_pass_frame_up}). */
    private static Optional<Decision> climbed(Step s) {
        if (!s.place().isBridge() || !s.frame().isGroup()) {
            return Optional.empty();
        }
        String bridge = s.place().name();
        boolean broadcast = s.frame().destination().equals(Mac.BROADCAST);
        String row = s.frame().destination() + (broadcast ? " is broadcast" : " is multicast") + ": the own stack of "
                + bridge + " hears it too";
        return Optional.of(new Decision(Decision.Kind.LOCAL, s.place().id().space(), bridge, row));
    }

    private List<Decision> routedIn(Step s) {
        SpaceId space = s.place().id().space();
        Optional<RouteMemory.Known> known = lookup(
                s,
                tables.translations().destination(space, s.frame()),
                s.place().isLoopback() ? 0 : s.place().index());
        known.ifPresent(s::routedBy);
        List<Decision> all = new ArrayList<>(translatedIn(s));
        known.flatMap(k -> k.row().map(r -> decision(space, k, r, isForStack(r))))
                .ifPresent(all::add);
        return all;
    }

    /** Its destination is translated where it comes in. */
    List<Decision> translatedIn(Step s) {
        return tables
                .translations()
                .coming(s.place().id().space(), s.frame())
                .filter(Translations.Passage::changesDestination)
                .map(p -> filtering.translated(p, true))
                .stream()
                .toList();
    }

    private static boolean isForStack(RouteRow r) {
        return r.type() >= RTN_LOCAL && r.type() <= RTN_MULTICAST;
    }

    /** The row for the packet, as the kernel answers; IPv6 on one link only is looked up by that link, as the sender did. */
    private Optional<RouteMemory.Known> lookup(Step s, IpAddress to, int incoming) {
        if (staysOnLink(to)) {
            return state(s).flatMap(t -> t.routes().stream()
                            .filter(r -> r.device() == s.place().index()
                                    && r.destination().contains(to))
                            .max(Comparator.comparingInt(r -> r.destination().prefix())))
                    .map(RouteMemory::known);
        }
        if (s.seen().route().isEmpty()) {
            s.seen()
                    .routedBy(tables.routes()
                            .lookup(
                                    s.place().id().space(),
                                    to,
                                    Optional.of(s.frame().from()),
                                    incoming,
                                    s.nanos()));
        }
        return s.seen().route();
    }

    private static boolean staysOnLink(IpAddress a) {
        long top = a.high() >>> 48;
        return a.v6() && ((top & 0xff0f) == 0xff01 || (top & 0xff0f) == 0xff02 || (top & 0xffc0) == 0xfe80);
    }

    /** The row that makes {@code a} an address of this stack. */
    private Optional<Decision> local(Step s, IpAddress a) {
        SpaceId space = s.place().id().space();
        RouteMemory.Known known = tables.routes().lookup(space, a, Optional.empty(), 0, s.nanos());
        return known.row().filter(r -> r.type() == RTN_LOCAL).map(r -> decision(space, known, r, true));
    }

    private Decision decision(SpaceId space, RouteMemory.Known known, RouteRow r, boolean local) {
        return known.decision(local ? Decision.Kind.LOCAL : Decision.Kind.ROUTE, kind -> {
            RouteRow listed = listed(space, r);
            return new Decision(kind, space, tableName(listed), text(space, listed));
        });
    }

    /**
     * The row as the namespace's own list has it. While no policy rules exist the kernel keeps the tables local and main in
     * one, and a lookup names a local row as main's; the list does not.
     */
    private RouteRow listed(SpaceId space, RouteRow r) {
        List<RouteRow> rows = tables.state(space).map(SpaceState::routes).orElse(List.of());
        RouteRow bare = r.bare();
        return rows.stream().anyMatch(l -> l.bare().equals(bare))
                ? r
                : rows.stream()
                        .filter(l -> l.inTable(r.table()).bare().equals(bare))
                        .findFirst()
                        .orElse(r);
    }

    private String text(SpaceId space, RouteRow r) {
        return RowText.route(r, i -> tables.nameOf(space, i));
    }

    private Optional<SpaceState> state(Step s) {
        return tables.state(s.place().id().space());
    }

    /** As {@code /etc/iproute2/rt_tables} names it. */
    static String tableName(RouteRow r) {
        return switch (r.table()) {
            case 253 -> "default";
            case 254 -> "main";
            case 255 -> "local";
            default -> Integer.toString(r.table());
        };
    }
}
