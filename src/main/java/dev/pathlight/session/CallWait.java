package dev.pathlight.session;

import dev.pathlight.machine.CallReply;
import dev.pathlight.trace.Call;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for the journeys of traffic to a port to end: until some were seen, all have settled and nothing more comes. */
final class CallWait implements Wait {
    /** What strerror(3) says of refusals to send, and their errno ({@code asm-generic/errno.h}). */
    private static final Map<String, Integer> ERRNOS = Map.of(
            "Operation not permitted", 1,
            "Permission denied", 13,
            "Network is unreachable", 101,
            "No route to host", 113);

    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** What is lost is called so after a second; a packet sent again takes another. */
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(4);

    /** Nothing is on its way when the kernel refused to send; its own questions may be. */
    private static final long REFUSED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Call call;
    private final CallReply reply;
    private final long newestBefore;
    private final long begun = System.nanoTime();
    private final CompletableFuture<Void> over = new CompletableFuture<>();

    /** @param newestBefore id of the newest journey before the traffic was sent */
    CallWait(Call call, CallReply reply, long newestBefore) {
        this.call = call;
        this.reply = reply;
        this.newestBefore = newestBefore;
    }

    Call call() {
        return call;
    }

    /** What the kernel said when asked to send it; 0 for nothing we know. */
    int errno() {
        return reply instanceof CallReply.Refused(String why) ? ERRNOS.getOrDefault(why, 0) : 0;
    }

    /** Nothing of it was ever seen, though nothing came back. */
    boolean isUnsent(JourneyLog log) {
        return !(reply instanceof CallReply.Answered)
                && log.after(newestBefore).stream().noneMatch(j -> j.protocol().equals(call.protocol()));
    }

    @Override
    public CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public void giveUp() {
        over.complete(null);
    }

    @Override
    public Set<Long> ripe(JourneyLog log, long nowNanos) {
        return Wait.ripe(log, newestBefore, nowNanos, QUIET_NANOS);
    }

    @Override
    public boolean isOver(JourneyLog log) {
        long waited = System.nanoTime() - begun;
        List<Journey> since = log.after(newestBefore);
        boolean done =
                waited > QUIET_NANOS && !since.isEmpty() && since.stream().allMatch(Journey::settled);
        boolean idle = since.isEmpty() && errno() != 0 && waited > REFUSED_NANOS;
        boolean end = done || idle || waited > LIMIT_NANOS;
        if (end) {
            over.complete(null);
        }
        return end;
    }
}
