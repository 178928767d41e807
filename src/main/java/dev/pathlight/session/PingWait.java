package dev.pathlight.session;

import dev.pathlight.machine.Direction;
import dev.pathlight.machine.PingReply;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Decision;
import dev.pathlight.trace.Echo;
import dev.pathlight.trace.EchoMessage;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for the journeys of one echo request, of its reply and of what had to be asked on the way, to end. Lives on the session's thread. */
final class PingWait implements Wait {
    /** How long a packet that arrived is given for copies of it to show up elsewhere. */
    private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long a lost packet's copies may still be on their way to the tracker. */
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** The tracker calls nothing lost before a second has passed. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Echo echo;
    private final PingReply reply;
    private final long newestBefore;
    private final long answerNanos;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /**
     * @param reply what came of it: a reply that came makes a journey too
     * @param newestBefore id of the newest journey before the echo was sent
     * @param answerNanos when the answer came or the waiting for it ended (ns since 1970): what begins later is not its own
     */
    PingWait(Echo echo, PingReply reply, long newestBefore, long answerNanos) {
        this.echo = echo;
        this.reply = reply;
        this.newestBefore = newestBefore;
        this.answerNanos = answerNanos;
    }

    Echo echo() {
        return echo;
    }

    @Override
    public CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public void giveUp() {
        over.complete(null);
    }

    /** Journeys since the echo was sent that arrived and have been quiet since. */
    @Override
    public Set<Long> ripe(JourneyLog log, long nowNanos) {
        return Wait.ripe(log, newestBefore, nowNanos, GRACE_NANOS);
    }

    private boolean isAnswered() {
        return reply instanceof PingReply.Answered;
    }

    /** What the kernel said when asked to send it; 0 for nothing. */
    int errno() {
        return reply instanceof PingReply.Refused refused ? refused.errno() : 0;
    }

    /**
     * An echo request that arrived and whose reply was seen nowhere.
     *
     * @param space who got it
     */
    record Unanswered(SpaceId space, EchoMessage request) {}

    /** Present when nothing came back though the request arrived. */
    Optional<Unanswered> unanswered(JourneyLog log) {
        List<Journey> since = log.after(newestBefore);
        return !(reply instanceof PingReply.Silence) || has(since, false)
                ? Optional.empty()
                : since.stream()
                        .filter(Wait::hasArrived)
                        .flatMap(j -> taken(j).stream())
                        .findFirst();
    }

    private Optional<Unanswered> taken(Journey journey) {
        return own(journey)
                .filter(EchoMessage::request)
                .flatMap(request -> journey.hops().stream()
                        .filter(h -> h.direction() == Direction.IN
                                && h.decisions().stream().anyMatch(d -> d.kind() == Decision.Kind.LOCAL))
                        .findFirst()
                        .map(h -> new Unanswered(h.port().space(), request)));
    }

    @Override
    public boolean isOver(JourneyLog log) {
        long waited = System.nanoTime() - begun;
        List<Journey> since = log.after(newestBefore).stream()
                .filter(j -> j.startNanos() <= answerNanos)
                .toList();
        boolean allSettled = since.stream().allMatch(Journey::settled);
        boolean enough = isAnswered() ? has(since, true) && has(since, false) : waited > QUIET_NANOS;
        boolean done = allSettled && enough || waited > LIMIT_NANOS;
        if (done) {
            over.complete(null);
        }
        return done;
    }

    private boolean has(List<Journey> journeys, boolean request) {
        return journeys.stream()
                .anyMatch(j -> own(j).filter(m -> m.request() == request).isPresent());
    }

    /** What of this ping a journey is of. */
    private Optional<EchoMessage> own(Journey journey) {
        return journey.hops().stream()
                .findFirst()
                .flatMap(h -> EchoMessage.in(h.bytes()))
                .filter(m -> m.identifier() == echo.identifier() && m.sequence() == echo.sequence());
    }
}
