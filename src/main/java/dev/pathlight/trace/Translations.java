package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.ConnectionRow;
import dev.pathlight.wire.TraceRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Connections whose packets are translated on their way, as the kernels' connection tracking told them: by these, and by
 * nothing else, a packet is known again behind a translation.
 */
final class Translations {
    private static final int REMEMBERED = 65_536;

    /** Namespaces that may translate one packet, one behind the other. */
    private static final int MOST_IN_A_ROW = 8;

    /** One that was told; {@code rules} are those that the kernel reported to have made it. */
    record Known(SpaceId space, ConnectionRow row, Flow original, Flow reply, List<TraceRow> rules) {
        /** A packet of the first direction behind the translation. */
        Flow originalAfter() {
            return reply.answered();
        }

        Flow replyAfter() {
            return original.answered();
        }
    }

    /**
     * A packet's way through one translation.
     *
     * @param original it is of the connection's first direction
     */
    record Passage(Known by, boolean original) {
        Flow before() {
            return original ? by.original() : by.reply();
        }

        Flow after() {
            return original ? by.originalAfter() : by.replyAfter();
        }

        /** What routing sees: destinations are translated before it, sources behind it. */
        Flow routed() {
            return before().to(after());
        }

        /** That of the packets that answer these. */
        Passage opposite() {
            return new Passage(by, !original);
        }

        boolean changesDestination() {
            return !routed().equals(before());
        }

        boolean changesSource() {
            return !routed().equals(after());
        }
    }

    private record Here(SpaceId space, Flow flow) {}

    private final Map<Here, Passage> coming = bounded();
    private final Map<Here, Passage> gone = bounded();
    /** From a packet's flow behind a translation to the one before. */
    private final Map<Flow, Flow> back = bounded();

    /** All flows of packets that are translated somewhere, in front of it and behind. */
    private final Map<Flow, Boolean> translated = bounded();

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    /** Takes a translated connection in; the flows whose packets it concerns, none when it was known. */
    Set<Flow> add(SpaceId space, ConnectionRow row, List<TraceRow> rules) {
        Known known = new Known(space, row, Flow.of(row, row.original()), Flow.of(row, row.reply()), rules);
        Passage there = new Passage(known, true);
        Passage backAgain = new Passage(known, false);
        Passage before = coming.get(new Here(space, there.before()));
        if (before != null
                && before.by().row().id() == row.id()
                && before.after().equals(there.after())) {
            return Set.of();
        }
        for (Passage p : List.of(there, backAgain)) {
            coming.put(new Here(space, p.before()), p);
            gone.put(new Here(space, p.after()), p);
        }
        // Replies are told as the client sees them: from the address it asked.
        back.put(there.after(), there.before());
        back.put(backAgain.before(), backAgain.after());
        translated.put(there.before(), true);
        translated.put(there.after(), true);
        translated.put(backAgain.before(), true);
        translated.put(backAgain.after(), true);
        return Set.of(there.before(), there.after(), backAgain.before(), backAgain.after());
    }

    /** Are packets of this flow translated somewhere, or were they? */
    boolean isTranslated(Flow flow) {
        return translated.containsKey(flow);
    }

    boolean isEmpty() {
        return coming.isEmpty();
    }

    /** The flow of the same packet as the client knows it, in front of all translations or behind them. */
    Flow known(Flow flow) {
        Flow f = flow;
        for (int i = 0; i < MOST_IN_A_ROW; i++) {
            Flow next = back.get(f);
            if (next == null || next.equals(f)) {
                return f;
            }
            f = next;
        }
        return f;
    }

    /** The translation that a packet coming into a namespace is subject to. */
    Optional<Passage> coming(SpaceId space, Frame f) {
        return find(coming, gone, space, f);
    }

    /** The translation that a packet leaving a namespace has behind it. */
    Optional<Passage> gone(SpaceId space, Frame f) {
        return find(gone, coming, space, f);
    }

    /** @param quoted where the packets stand that an error here quotes */
    private static Optional<Passage> find(Map<Here, Passage> in, Map<Here, Passage> quoted, SpaceId space, Frame f) {
        if (in.isEmpty()) {
            return Optional.empty();
        }
        Optional<Flow> flow = Flow.of(f);
        if (flow.isPresent()) {
            return Optional.ofNullable(in.get(new Here(space, flow.get())));
        }
        // An error goes the way of the answers to the packet that it quotes.
        return Quote.in(f)
                .flatMap(q -> Optional.ofNullable(quoted.get(new Here(space, q.flow()))))
                .map(Passage::opposite);
    }

    /** Is the one the other, translated by this namespace? */
    boolean leadsTo(SpaceId space, Frame in, Frame out) {
        Optional<Passage> passage = coming(space, in);
        return passage.isPresent() && passage.equals(gone(space, out));
    }

    /** Where a namespace's routing sends a packet that comes in: its destination may be translated before. */
    IpAddress destination(SpaceId space, Frame f) {
        return coming(space, f).map(p -> p.routed().to()).orElseGet(f::to);
    }

    /** Where a packet that left a namespace came from before its source was translated there. */
    IpAddress source(SpaceId space, Frame f) {
        return Flow.of(f)
                .flatMap(flow -> gone(space, f))
                .map(p -> p.before().from())
                .orElseGet(f::from);
    }
}
