/**
 * Knows how {@code tcpdump -ne} writes a packet: one line, character for character, for the protocols a lecture meets.
 *
 * <p>Does not know: where the packet went, or what decided that.
 *
 * <p>Start reading at {@link dev.pathlight.trace.tcpdump.Tcpdump}.
 */
@NullMarked
package dev.pathlight.trace.tcpdump;

import org.jspecify.annotations.NullMarked;
