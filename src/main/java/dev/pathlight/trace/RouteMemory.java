package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.RouteRow;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The kernel's answers to route lookups, kept until its tables change. */
final class RouteMemory {
    private static final int REMEMBERED = 16_384;

    private final Routes routes;
    private Map<Question, Known> answers = bounded();

    /** What was answered before the tables changed last. */
    private Map<Question, Known> before = Map.of();

    private long changedNanos = Long.MIN_VALUE;

    private static Map<Question, Known> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Question, Known> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    private record Question(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming) {
        @Override
        public int hashCode() {
            return Long.hashCode(to.low() * 31 + from.map(IpAddress::low).orElse(0L) * 37 + incoming)
                    ^ space.namespace().hashCode();
        }
    }

    /** An answer, with the decision it makes, said once. */
    static final class Known {
        private final Routes.Answer answer;
        private final Optional<RouteRow> row;
        private final Map<Decision.Kind, Decision> decisions = new EnumMap<>(Decision.Kind.class);

        private Known(Routes.Answer answer) {
            this.answer = answer;
            this.row = answer instanceof Routes.Answer.Found(RouteRow found) ? Optional.of(found) : Optional.empty();
        }

        Routes.Answer answer() {
            return answer;
        }

        Optional<RouteRow> row() {
            return row;
        }

        Decision decision(Decision.Kind kind, Function<Decision.Kind, Decision> say) {
            return decisions.computeIfAbsent(kind, say);
        }
    }

    RouteMemory(Routes routes) {
        this.routes = routes;
    }

    /** The answer as at a moment, if it was asked before the tables changed; otherwise as of now. */
    Known lookup(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming, long nanos) {
        Known known = nanos < changedNanos ? before.get(new Question(space, to, from, incoming)) : null;
        return known == null ? lookup(space, to, from, incoming) : known;
    }

    Known lookup(SpaceId space, IpAddress to, Optional<IpAddress> from, int incoming) {
        return answers.computeIfAbsent(
                new Question(space, to, from, incoming),
                q -> new Known(routes.lookup(q.space(), q.to(), q.from(), q.incoming())));
    }

    /** Asked each time: what a kernel learns of a way it tells nobody unasked. */
    OptionalInt pathMtu(SpaceId space, IpAddress to) {
        return routes.pathMtu(space, to);
    }

    /** A row read from a table, as if the kernel had answered it. */
    static Known known(RouteRow row) {
        return new Known(new Routes.Answer.Found(row));
    }

    /** The tables changed at that moment, or a little later; a change may be told twice. */
    void forget(long nanos) {
        if (nanos > changedNanos) {
            before = answers;
            changedNanos = nanos;
        }
        answers = bounded();
    }
}
