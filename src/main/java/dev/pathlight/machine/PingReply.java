package dev.pathlight.machine;

/** What came of an echo request. */
public sealed interface PingReply {
    /** The reply came after {@code roundTripNanos}. */
    record Answered(long roundTripNanos) implements PingReply {}

    /** No reply within the time asked for. */
    record Silence() implements PingReply {}

    /** The kernel refused to send: errno (101 ENETUNREACH, 113 EHOSTUNREACH …) with its name. */
    record Refused(int errno, String errnoName) implements PingReply {}

    /** An ICMP error came back instead: type and code (RFC 792, RFC 4443), and who sent it. */
    record Error(int type, int code, String from) implements PingReply {}
}
