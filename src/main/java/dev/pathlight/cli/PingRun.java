package dev.pathlight.cli;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.Session;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Chatter;
import dev.pathlight.trace.Journey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Echo requests sent one after the other in a running drawing, and what came of them.
 *
 * @param replies one per request, in order
 * @param journeys of the echoes and of the address resolution and errors around them, in order of time
 */
record PingRun(SpaceId from, IpAddress to, List<PingReply> replies, List<Journey> journeys) implements Traffic {
    private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");

    static PingRun send(Session session, String fromWord, String toWord, int count) throws Refusal {
        return send(session, fromWord, toWord, count, Session.PING_PAYLOAD);
    }

    /** @param size bytes of payload */
    static PingRun send(Session session, String fromWord, String toWord, int count, int size) throws Refusal {
        Places.Spot spot = new Places(session.drawing().topology()).spot(fromWord);
        SpaceId from = spot.space();
        IpAddress to = target(session, spot, toWord);
        long before = session.journeys().stream().mapToLong(Journey::id).max().orElse(0);
        List<PingReply> replies = new ArrayList<>();
        try {
            for (int sequence = 1; sequence <= count; sequence++) {
                replies.add(session.ping(from, to, sequence, size));
            }
        } catch (MachineLost e) {
            throw Refusal.machineLost(e);
        }
        List<Journey> own = session.journeys().stream()
                .filter(j -> j.id() > before && belongs(j, to))
                .sorted(Comparator.comparingLong(Journey::startNanos).thenComparingLong(Journey::id))
                .toList();
        return new PingRun(from, to, List.copyOf(replies), own);
    }

    @Override
    public boolean allAnswered() {
        return replies.stream().allMatch(PingReply.Answered.class::isInstance);
    }

    @Override
    public List<String> told() {
        List<String> lines = new ArrayList<>();
        for (PingReply reply : replies) {
            lines.add("%s pings %s, seq %d: %s".formatted(from, to, lines.size() + 1, text(reply)));
        }
        return lines;
    }

    static String text(PingReply reply) {
        return switch (reply) {
            case PingReply.Answered(long nanos) -> "answered in %.3f ms".formatted(nanos / 1e6);
            case PingReply.Silence() -> "no answer";
            case PingReply.Refused(int errno, String name) ->
                "not sent: the kernel said %s (%d)".formatted(name, errno);
            case PingReply.Error(int type, int code, String who) ->
                "%s answered with an ICMP error, type %d, code %d".formatted(who, type, code);
        };
    }

    /** Containers of one namespace reach each other where each reaches itself. */
    static IpAddress target(Session session, Places.Spot from, String word) throws Refusal {
        if (Places.isAddress(word)) {
            return IpAddress.parse(word);
        }
        Places.Spot to = new Places(session.drawing().topology()).spot(word);
        if (to.isBeside(from)) {
            return LOOPBACK;
        }
        SpaceId space = to.space();
        return session.addressOf(space, from.space())
                .orElseThrow(() -> new Refusal(
                        Exit.DOES_NOT_HOLD,
                        space + " cannot be pinged.",
                        "It has no address.",
                        "Give one of its interfaces an address, or name an address instead."));
    }

    /** The links' own chatter (router solicitations, multicast reports) starts by itself and is left out. */
    private static boolean belongs(Journey journey, IpAddress to) {
        boolean kind = to.v6()
                ? journey.protocol().equals("icmpv6")
                : journey.protocol().equals("icmp") || journey.protocol().equals("arp");
        return kind && !Chatter.is(journey);
    }
}
