package dev.pathlight.trace;

import static dev.pathlight.trace.Loss.lost;
import static dev.pathlight.trace.Loss.said;

import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.RouteRow;
import dev.pathlight.wire.RowText;
import dev.pathlight.wire.SettingsRow;
import java.util.List;
import java.util.Optional;

/** Why a network stack did not forward a packet that came to it and is not its own: asks the kernel what it would do. */
final class RoutingLoss {
    /** {@code asm-generic/errno-base.h}. */
    private static final int EXDEV = 18;

    /** {@code RTN_BLACKHOLE}, the first of the types that refuse. */
    private static final int RTN_BLACKHOLE = 6;

    private static final int RTN_LOCAL = 2;

    /** For its first packet a stack asks at once, and again every second. */
    private static final long ASKING_NANOS = 1_000_000_000L;

    /** {@code linux/rtnetlink.h}. */
    private static final int RT_SCOPE_LINK = 253;

    /** {@code linux/if_addr.h}. */
    private static final int IFA_F_TENTATIVE = 0x40;

    private final Tables tables;
    private final Refusing refusing;
    private final Absent absent;

    RoutingLoss(Tables tables) {
        this.tables = tables;
        this.refusing = new Refusing(tables);
        this.absent = new Absent(tables);
    }

    Journey.Lost of(Step s) {
        return switch (answer(s)) {
            case Routes.Answer.Found(RouteRow row) -> found(s, row);
            case Routes.Answer.Refused(int errno) -> {
                s.stopped();
                yield refused(s, errno);
            }
            case Routes.Answer.Unknown _ ->
                lost(
                        s,
                        "unknown",
                        Sentence.of(
                                "It came to {0}, and the kernel there could not be asked why it stayed.",
                                said(s.place())));
        };
    }

    /** What the kernel said when the packet came; where that was no refusal, what it says now, for something stopped it. */
    private Routes.Answer answer(Step s) {
        Optional<Routes.Answer> then = s.route().map(RouteMemory.Known::answer);
        return then.filter(Routes.Answer.Refused.class::isInstance)
                .orElseGet(() -> tables.routes()
                        .lookup(
                                s.place().id().space(),
                                to(s),
                                Optional.of(s.frame().from()),
                                s.place().index())
                        .answer());
    }

    /** Its destination as routing sees it. */
    private IpAddress to(Step s) {
        return tables.translations().destination(s.place().id().space(), s.frame());
    }

    private Journey.Lost refused(Step s, int errno) {
        return switch (errno) {
            case Refusing.ENETUNREACH, Refusing.EACCES -> byRoute(s, errno);
            case Refusing.EHOSTUNREACH ->
                forwards(s).orElseGet(() -> isRefusedToOwnPackets(s, errno)) ? byRoute(s, errno) : forwardingOff(s);
            case EXDEV -> reversePath(s);
            // What a kernel refuses for its source; since Linux 6.13 no longer told apart from the filter's EXDEV.
            case Refusing.EINVAL ->
                isRefusedToOwnPackets(s, errno)
                        ? byRoute(s, errno)
                        : filtersReversePath(s) && answersElsewhere(s) ? reversePath(s) : refusedSource(s, errno);
            default -> refusedSource(s, errno);
        };
    }

    private Journey.Lost byRoute(Step s, int errno) {
        PortId at = s.place().id();
        return refusing.of(at.space(), to(s), errno)
                .map(r -> new Journey.Lost(
                        at.space(), Optional.of(at), r.why(), r.told(Sentence::ended), r.row(), r.cause()))
                .orElseGet(() -> refusedSource(s, errno));
    }

    /** Whether the stack forwards what comes in there, as far as its settings are known. */
    private Optional<Boolean> forwards(Step s) {
        return state(s).flatMap(t ->
                to(s).v6() ? t.forwardsV6() : t.forwardsV4(s.place().index()));
    }

    private Journey.Lost forwardingOff(Step s) {
        Sentence who = said(s.place().id().space());
        boolean hereOnly = !to(s).v6()
                && state(s).flatMap(t -> t.forwardsV4(SettingsRow.ALL)).orElse(false);
        String off = hereOnly
                ? "net.ipv4.conf." + s.place().name() + ".forwarding"
                : to(s).v6() ? "net.ipv6.conf.all.forwarding" : "ip_forward";
        return lost(
                s,
                "forwarding-off",
                Sentence.of(
                        "{0} is not an address of {1}, and {1} does not forward: {2} is off there.", to(s), who, off));
    }

    /** Is a reverse path filter on where it came in, or is that not known? */
    private boolean filtersReversePath(Step s) {
        return state(s).map(t -> t.rpFilter(s.place().index()).orElse(1) != 0).orElse(true);
    }

    private Optional<SpaceState> state(Step s) {
        return tables.state(s.place().id().space());
    }

    /** With forwarding off the kernel refuses what comes in only; an unreachable or blackhole route refuses all. */
    private boolean isRefusedToOwnPackets(Step s, int errno) {
        return tables.routes()
                                .lookup(s.place().id().space(), to(s), Optional.empty(), 0)
                                .answer()
                        instanceof Routes.Answer.Refused(int own)
                && own == errno;
    }

    /** Would a packet to its sender leave by another interface, or by none? Then a strict reverse path filter drops it. */
    private boolean answersElsewhere(Step s) {
        SpaceId space = s.place().id().space();
        IpAddress sender = s.frame().from();
        boolean back = tables.routes()
                .lookup(space, sender, Optional.empty(), 0)
                .row()
                .map(r -> r.device() == s.place().index())
                .orElse(false);
        return !back && !tables.places().owns(space, sender) && !tables.places().isGroup(space, sender);
    }

    private static Journey.Lost reversePath(Step s) {
        Sentence who = said(s.place().id().space());
        return lost(
                s,
                "rp-filter",
                Sentence.of(
                        "{0} would not answer {1} by {2}, so its reverse path filter drops what comes in there from"
                                + " that address.",
                        who, s.frame().from(), s.place().name()));
    }

    private Journey.Lost refusedSource(Step s, int errno) {
        return lost(
                s,
                "unknown",
                Sentence.of(
                        "The kernel of {0} refuses to forward from {1} to {2} (errno {3}).",
                        said(s.place().id().space()), s.frame().from(), to(s), errno));
    }

    private Journey.Lost found(Step s, RouteRow row) {
        Sentence who = said(s.place().id().space());
        SpaceId space = s.place().id().space();
        String text = RowText.route(row, i -> tables.nameOf(space, i));
        if (row.type() == RTN_LOCAL) {
            return lost(
                    s,
                    "unknown",
                    Sentence.of(
                            "The kernel of {0} says that the address is its own ({1}), which its list of addresses"
                                    + " does not show.",
                            who, text));
        }
        if (row.type() >= RTN_BLACKHOLE) {
            return lost(s, "no-route", Sentence.of("The route of {0} for it refuses: {1}.", who, text));
        }
        if (to(s).v6() && !forwards(s).orElse(true)) {
            return forwardingOff(s);
        }
        if (s.frame().ttl() <= 1) {
            return lost(
                    s,
                    "ttl-expired",
                    Sentence.of(
                            "It came to {0} with TTL {1}; a router makes that 0 and drops the packet.",
                            who, s.frame().ttl()));
        }
        Optional<Place> out = tables.places().at(space, row.device());
        return out.flatMap(p -> beyond(s, row, p))
                .orElseGet(() -> lost(
                        s,
                        "unknown",
                        Sentence.of(
                                "{0} would forward it by {1}, yet it was not seen to leave. Route, link, neighbour,"
                                        + " TTL and MTU allow it; a filter may have dropped it.",
                                who, text)));
    }

    /**
     * For a packet that is not its own IPv6 asks from its link-local address, and not before duplicate address detection has
     * passed that (RFC 4862, 5.4; {@code ndisc_solicit}).
     */
    private boolean isTentative(Place out) {
        List<AddressRow> own = tables.state(out.id().space()).map(SpaceState::addresses).orElse(List.of()).stream()
                .filter(a -> a.index() == out.index() && a.address().address().v6() && a.scope() == RT_SCOPE_LINK)
                .toList();
        return !own.isEmpty() && own.stream().allMatch(a -> (a.flags() & IFA_F_TENTATIVE) != 0);
    }

    private Optional<Journey.Lost> beyond(Step s, RouteRow row, Place out) {
        IpAddress hop = row.gateway().orElse(to(s));
        if (!out.isUp()) {
            return Optional.of(lost(s, "link-down", Sentence.of("Its way goes on by {0}, which is down.", said(out))));
        }
        Optional<Absent.Reason> unheard = absent.unheard(out, hop, s.nanos());
        if (unheard.isPresent()) {
            return unheard.map(r -> lost(s, r.why(), r.because()));
        }
        if (tables.neighbours().silent(tables.state(out.id().space()), out, hop, s.nanos() + ASKING_NANOS)) {
            Absent.Reason reason = absent.unanswered(out, hop, Optional.of(row));
            return Optional.of(lost(s, reason.why(), reason.because()).withCause(reason.cause()));
        }
        if (hop.v6() && isTentative(out)) {
            return Optional.of(lost(
                    s,
                    "no-neighbour",
                    Sentence.of(
                            "{0} may not ask for its next hop {1} yet: its own addresses are still being checked for"
                                    + " duplicates.",
                            said(out), hop)));
        }
        if (out.mtu() > 0 && s.frame().length() > out.mtu() && s.frame().mustNotBeCut()) {
            return Optional.of(lost(
                    s,
                    "mtu",
                    Sentence.of(
                            "It has {0} bytes and must not be cut, and {1} takes {2} at most.",
                            s.frame().length(), said(out), out.mtu())));
        }
        return Optional.empty();
    }
}
