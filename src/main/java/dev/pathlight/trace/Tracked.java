package dev.pathlight.trace;

import dev.pathlight.wire.ConnectionRow;
import java.util.stream.Stream;

/** Tells to which connection of connection tracking a packet belongs. */
public final class Tracked {
    private Tracked() {}

    /** Is this frame (from its Ethernet header on) a packet of the connection, in either direction, translated or not? */
    public static boolean isOf(byte[] frame, ConnectionRow row) {
        Flow original = Flow.of(row, row.original());
        Flow reply = Flow.of(row, row.reply());
        return Flow.of(new Frame(frame))
                .filter(f -> Stream.of(original, original.answered(), reply, reply.answered())
                        .anyMatch(f::equals))
                .isPresent();
    }
}
