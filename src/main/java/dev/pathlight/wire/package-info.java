/**
 * Knows how an operation is said in netlink bytes or iproute2 text, and reads the kernel's answers back.
 *
 * <p>Does not know: sockets, processes, threads, screens.
 *
 * <p>Start reading at {@link dev.pathlight.wire.NetlinkEncoder}.
 */
@NullMarked
package dev.pathlight.wire;

import org.jspecify.annotations.NullMarked;
