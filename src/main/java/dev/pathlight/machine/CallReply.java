package dev.pathlight.machine;

/** What came of traffic to a port. */
public sealed interface CallReply {
    /** Something came back, {@code roundTripNanos} after the first packet was sent. */
    record Answered(long roundTripNanos, String text) implements CallReply {}

    /** Nothing came back within the time asked for. */
    record Silence() implements CallReply {}

    /** The other side turned it away, or the kernel here did not send it: its own words. */
    record Refused(String why) implements CallReply {}
}
