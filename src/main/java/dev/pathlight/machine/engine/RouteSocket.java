package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A netlink route socket: it belongs to the namespace of the thread that opened it and serves from any thread, one at a
 * time. An acknowledgement is awaited before the next message goes out: with several in one datagram the kernel would do
 * those after a refused one too, and its answers cost under 5% of a deployment.
 */
final class RouteSocket implements AutoCloseable {
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int ETIMEDOUT = 110;

    /** The kernel's largest dump datagram is 32 KiB. */
    private static final int BUFFER = 1 << 16;

    /** The RTNL is held for seconds while many devices die; only a dead kernel takes longer than this. */
    private static final long PATIENCE = 60_000_000_000L;

    private final Sys sys;
    private final int descriptor;

    RouteSocket(Sys sys) throws Refused {
        this.sys = sys;
        descriptor = sys.socket(Sys.AF_NETLINK, Sys.SOCK_RAW, 0);
        sys.option(descriptor, Sys.SOL_NETLINK, NETLINK_CAP_ACK, 1);
        sys.option(descriptor, Sys.SOL_NETLINK, NETLINK_EXT_ACK, 1);
        sys.receiveTimeout(descriptor, PATIENCE);
    }

    static ByteBuffer newBuffer() {
        return ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.nativeOrder());
    }

    int descriptor() {
        return descriptor;
    }

    /** What the kernel said to one message: errno 0 or a refusal, and the datagrams in order. */
    record Reply(int errno, List<byte[]> datagrams) {
        byte[] last() {
            return datagrams.isEmpty() ? new byte[0] : datagrams.getLast();
        }
    }

    /** Sends one message and reads to the end of its answer. */
    Reply ask(byte[] message, ByteBuffer buffer) {
        List<byte[]> datagrams = new ArrayList<>(1);
        if (!NetlinkBytes.isMessage(message)) {
            return new Reply(22, datagrams); // EINVAL
        }
        if (sys.raw().send(descriptor, message, message.length, 0) < 0) {
            return new Reply(sys.errno(), datagrams);
        }
        while (true) {
            long n = sys.raw().recv(descriptor, buffer, BUFFER, 0);
            if (n < 0) {
                int errno = sys.errno();
                if (errno == Sys.EINTR) {
                    continue;
                }
                return new Reply(errno == Sys.EAGAIN ? ETIMEDOUT : errno, datagrams);
            }
            byte[] datagram = new byte[(int) n];
            buffer.get(0, datagram);
            End end = end(buffer, (int) n, message);
            if (end.ours()) {
                datagrams.add(datagram);
            }
            if (end.reached()) {
                return new Reply(end.errno(), datagrams);
            }
        }
    }

    private record End(boolean ours, boolean reached, int errno) {}

    /** Looks through a datagram's message headers for the end of the answer to {@code question}. */
    private static End end(ByteBuffer b, int size, byte[] question) {
        boolean ours = false;
        int at = 0;
        while (at + NetlinkBytes.HEADER <= size) {
            int length = b.getInt(at);
            if (length < NetlinkBytes.HEADER || length > size - at) {
                break;
            }
            if (b.getInt(at + 8) == NetlinkBytes.sequence(question)) {
                ours = true;
                int type = b.getShort(at + 4);
                boolean last = type == NetlinkBytes.NLMSG_ERROR || type == NetlinkBytes.NLMSG_DONE;
                if (last) {
                    return new End(true, true, length >= 20 ? -b.getInt(at + NetlinkBytes.HEADER) : 0);
                }
                if (!NetlinkBytes.isDump(question) && !NetlinkBytes.wantsAck(question)) {
                    return new End(true, true, 0);
                }
            }
            at += (length + 3) & ~3;
        }
        return new End(ours, false, 0);
    }

    @Override
    public void close() {
        sys.close(descriptor);
    }
}
