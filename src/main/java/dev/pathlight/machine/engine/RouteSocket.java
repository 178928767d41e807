package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;

/**
 * A netlink socket, for routes or for netfilter: it belongs to the namespace of the thread that opened it and serves from any thread, one at a
 * time. Many messages go out in one send, and each is acknowledged.
 */
final class RouteSocket implements AutoCloseable {
    private static final int NETLINK_CAP_ACK = 10;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int EINVAL = 22;
    private static final int ETIMEDOUT = 110;

    /** The kernel's largest dump datagram is 32 KiB. */
    private static final int BUFFER = 1 << 16;

    /** The RTNL is held for seconds while many devices die; only a dead kernel takes longer than this. */
    private static final long PATIENCE = 60_000_000_000L;

    private final Sys sys;
    private final int descriptor;

    RouteSocket(Sys sys) throws Refused {
        this(sys, Sys.NETLINK_ROUTE);
    }

    RouteSocket(Sys sys, int protocol) throws Refused {
        this.sys = sys;
        descriptor = sys.socket(Sys.AF_NETLINK, Sys.SOCK_RAW, protocol);
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
        return ask(List.of(message), buffer).getFirst();
    }

    /**
     * Sends messages with different sequence numbers in one datagram and reads to the end of all answers; one reply each, in
     * order. The kernel goes on behind a message that it refuses. A dump goes alone.
     */
    List<Reply> ask(List<byte[]> messages, ByteBuffer buffer) {
        if (!messages.stream().allMatch(NetlinkBytes::isMessage)) {
            return Collections.nCopies(messages.size(), new Reply(EINVAL, List.of()));
        }
        return send(messages, NetlinkBytes.joined(messages), buffer);
    }

    /** Sends a transaction, several messages of one sequence number in one datagram, and reads its one answer. */
    Reply transact(byte[] transaction, ByteBuffer buffer) {
        return transaction.length < NetlinkBytes.HEADER
                ? new Reply(EINVAL, List.of())
                : send(List.of(transaction), transaction, buffer).getFirst();
    }

    private List<Reply> send(List<byte[]> messages, byte[] datagram, ByteBuffer buffer) {
        Answers answers = new Answers(messages);
        if (sys.raw().send(descriptor, datagram, datagram.length, 0) < 0) {
            return answers.unanswered(sys.errno());
        }
        while (!answers.complete()) {
            long n = sys.raw().recv(descriptor, buffer, BUFFER, 0);
            if (n >= 0) {
                answers.take(buffer, (int) n);
                continue;
            }
            int errno = sys.errno();
            if (errno != Sys.EINTR) {
                return answers.unanswered(errno == Sys.EAGAIN ? ETIMEDOUT : errno);
            }
        }
        return answers.replies();
    }

    @Override
    public void close() {
        sys.close(descriptor);
    }
}
