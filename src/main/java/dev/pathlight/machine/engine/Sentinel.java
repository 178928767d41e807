package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells when namespaces that were let go are gone with their devices. The kernel cleans up asynchronously but in order: a
 * namespace made now and dropped now is cleaned up no earlier than those dropped before it, and its one cable's end here
 * disappears when the cleaner reaches it.
 */
final class Sentinel {
    private static final int NR_MEMBARRIER = "aarch64".equals(System.getProperty("os.arch")) ? 283 : 324;
    private static final int MEMBARRIER_CMD_GLOBAL = 1;
    private static final int NETLINK_ADD_MEMBERSHIP = 1;
    private static final int RTNLGRP_LINK = 1;

    private final Sys sys;

    Sentinel(Sys sys) {
        this.sys = sys;
    }

    /** Waits until what was let go before is gone. False when it takes longer than {@code limitNanos}. */
    boolean await(long limitNanos) throws Refused {
        // A netlink socket lets its namespace go only after an RCU grace period, which this call waits for.
        for (int i = 0; i < 2; i++) {
            sys.raw().syscall(NR_MEMBARRIER, MEMBARRIER_CMD_GLOBAL, 0, 0);
        }
        AtomicReference<Refused> refused = new AtomicReference<>();
        boolean[] gone = {false};
        Threads.together("engine-sentinel", 1, () -> {
            try {
                gone[0] = watchOneDie(limitNanos);
            } catch (Refused e) {
                refused.set(e);
            }
        });
        Refused e = refused.get();
        if (e != null) {
            throw e;
        }
        return gone[0];
    }

    /** On a thread of its own: its first namespace is the watching place, its second the one that dies. */
    private boolean watchOneDie(long limitNanos) throws Refused {
        sys.unshareNetwork();
        int home = sys.openOwnNetwork();
        try (RouteSocket routes = new RouteSocket(sys)) {
            sys.unshareNetwork();
            int dying = sys.openOwnNetwork();
            int errno = routes.ask(NetlinkBytes.cableInto(dying, 1), RouteSocket.newBuffer())
                    .errno();
            sys.option(routes.descriptor(), Sys.SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, RTNLGRP_LINK);
            sys.enter(home);
            sys.close(dying);
            if (errno != 0) {
                throw new Refused("RTM_NEWLINK of the sentinel", errno);
            }
            return awaitDeletion(routes.descriptor(), limitNanos);
        } finally {
            sys.close(home);
        }
    }

    private boolean awaitDeletion(int socket, long limitNanos) throws Refused {
        ByteBuffer buffer = RouteSocket.newBuffer();
        long end = System.nanoTime() + limitNanos;
        for (long left = limitNanos; left > 0; left = end - System.nanoTime()) {
            sys.receiveTimeout(socket, left);
            long n = sys.raw().recv(socket, buffer, buffer.capacity(), 0);
            if (n >= NetlinkBytes.HEADER && buffer.getShort(4) == NetlinkBytes.RTM_DELLINK) {
                return true;
            }
        }
        return false;
    }
}
