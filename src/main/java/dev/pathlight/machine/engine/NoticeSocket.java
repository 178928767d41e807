package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Event.Notice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/**
 * One socket that hears the route notices, or those of netfilter, of every namespace that has been given an id, instead of one socket for each,
 * which would slow every change down ({@code linux/netlink.h}, NETLINK_LISTEN_ALL_NSID).
 */
final class NoticeSocket {
    private static final int NETLINK_ADD_MEMBERSHIP = 1;
    private static final int NETLINK_LISTEN_ALL_NSID = 8;

    /**
     * RTNLGRP_LINK, NEIGH, IPV4_IFADDR, IPV4_ROUTE, IPV4_RULE, IPV6_IFADDR, IPV6_ROUTE, IPV6_RULE, IPV4_NETCONF,
     * IPV6_NETCONF, NSID.
     */
    private static final int[] ROUTE_GROUPS = {1, 3, 5, 7, 8, 9, 11, 19, 24, 25, 28};

    /** NFNLGRP_CONNTRACK_NEW, _UPDATE, _DESTROY, NFTABLES, NFTRACE ({@code linux/netfilter/nfnetlink_compat.h}). */
    private static final int[] FILTER_GROUPS = {1, 2, 3, 7, 9};

    private static final int RECEIVE_BUFFER = 8 << 20;
    private static final int DATAGRAM = 1 << 16;
    private static final int CONTROL = 256;

    /** Datagrams per event at most, so that a storm does not delay the first. */
    private static final int BATCH = 256;

    private final Sys sys;
    private final int descriptor;
    private final ByteBuffer datagram = RouteSocket.newBuffer();
    private final Pointer header;
    private final Pointer vector;
    private final Pointer control;

    static NoticeSocket ofRoutes(Sys sys) throws Refused {
        return new NoticeSocket(sys, Sys.NETLINK_ROUTE, ROUTE_GROUPS);
    }

    /** What connection tracking and nftables tell. */
    static NoticeSocket ofFilters(Sys sys) throws Refused {
        return new NoticeSocket(sys, Sys.NETLINK_NETFILTER, FILTER_GROUPS);
    }

    private NoticeSocket(Sys sys, int protocol, int[] groups) throws Refused {
        this.sys = sys;
        descriptor = sys.socket(Sys.AF_NETLINK, Sys.SOCK_RAW, protocol);
        // An overrun is told, not hidden.
        sys.receiveBuffer(descriptor, RECEIVE_BUFFER);
        sys.option(descriptor, Sys.SOL_NETLINK, NETLINK_LISTEN_ALL_NSID, 1);
        byte[] address = ByteBuffer.allocate(12)
                .order(ByteOrder.nativeOrder())
                .putShort((short) Sys.AF_NETLINK)
                .array();
        if (sys.raw().bind(descriptor, address, address.length) < 0) {
            throw new Refused("bind", sys.errno());
        }
        for (int group : groups) {
            sys.option(descriptor, Sys.SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
        }
        Runtime runtime = sys.runtime();
        control = Memory.allocateDirect(runtime, CONTROL);
        header = Memory.allocateDirect(runtime, 56);
        vector = Memory.allocateDirect(runtime, 16);
        vector.putPointer(0, Pointer.wrap(runtime, datagram));
        vector.putLong(8, DATAGRAM);
        header.putPointer(16, vector); // msg_iov
        header.putLong(24, 1); // msg_iovlen
        header.putPointer(32, control); // msg_control
    }

    /** Reads for ever on the calling thread. */
    void listen(Consumer<Event> events) {
        List<Notice> batch = new ArrayList<>();
        while (true) {
            header.putInt(8, 0); // msg_namelen: the sender is the kernel
            header.putLong(40, CONTROL); // msg_controllen
            long n = sys.raw().recvmsg(descriptor, header, batch.isEmpty() ? 0 : Sys.MSG_DONTWAIT);
            int errno = n < 0 ? sys.errno() : 0;
            if (n >= 0) {
                byte[] bytes = new byte[(int) n];
                datagram.get(0, bytes);
                batch.add(new Notice(sender(), now(), bytes));
            }
            if (!batch.isEmpty() && (n < 0 || batch.size() == BATCH)) {
                events.accept(new Event.Noticed(List.copyOf(batch)));
                batch.clear();
            }
            if (errno == Sys.ENOBUFS) {
                events.accept(new Event.Overrun());
            } else if (errno != 0 && errno != Sys.EAGAIN && errno != Sys.EINTR) {
                events.accept(new Event.Failed("reading kernel notices", errno));
                return;
            }
        }
    }

    /** The sending namespace's id from the datagram's control message, -1 for the engine's own. */
    private int sender() {
        long length = header.getLong(40);
        boolean told =
                length >= 20 && control.getInt(8) == Sys.SOL_NETLINK && control.getInt(12) == NETLINK_LISTEN_ALL_NSID;
        return told ? control.getInt(16) : -1;
    }

    /** CLOCK_REALTIME in ns. */
    static long now() {
        Instant t = Instant.now();
        return t.getEpochSecond() * 1_000_000_000 + t.getNano();
    }
}
