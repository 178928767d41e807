package dev.pathlight.lesson;

import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a ping: what a class predicts, and what the kernel then did.
 *
 * @param at whose stack or interface the packet was lost at; empty when none was, or when the class did not say
 */
public record Fate(Kind kind, Optional<SpaceId> at) {
    public enum Kind {
        ANSWERED,
        REQUEST_LOST,
        REPLY_LOST
    }

    /** What became of the newest ping among {@code journeys}; empty while it is under way, or when there was none. */
    public static Optional<Fate> of(List<Journey> journeys) {
        return journeys.stream()
                .filter(j -> PacketKind.ECHO_REQUEST.is(j) || PacketKind.ECHO_REPLY.is(j))
                .reduce((a, b) -> b)
                .filter(Journey::settled)
                .flatMap(Fate::of);
    }

    private static Optional<Fate> of(Journey last) {
        boolean reply = PacketKind.ECHO_REPLY.is(last);
        if (last.lost().isPresent()) {
            return Optional.of(new Fate(
                    reply ? Kind.REPLY_LOST : Kind.REQUEST_LOST, last.lost().map(Journey.Lost::space)));
        }
        return reply ? Optional.of(new Fate(Kind.ANSWERED, Optional.empty())) : Optional.empty();
    }

    /** Whether this prediction came true; where it names no place, any place will do. */
    public boolean isBorneOutBy(Fate truth) {
        return kind == truth.kind && (at.isEmpty() || at.equals(truth.at));
    }

    public Sentence said() {
        return switch (kind) {
            case ANSWERED -> Sentence.of("The answer comes back");
            case REQUEST_LOST ->
                at.map(a -> Sentence.of("The request is lost at {0}", Saying.place(a)))
                        .orElseGet(() -> Sentence.of("The request is lost"));
            case REPLY_LOST ->
                at.map(a -> Sentence.of("The reply is lost at {0}", Saying.place(a)))
                        .orElseGet(() -> Sentence.of("The reply is lost"));
        };
    }
}
