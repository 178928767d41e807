package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Runtime;

/** System calls that either work or are {@link Refused}. Numbers are those of Linux on every 64-bit architecture Java runs on. */
final class Sys {
    static final int CLONE_NEWNET = 0x40000000;
    static final int AF_INET = 2;
    static final int AF_INET6 = 10;
    static final int AF_NETLINK = 16;
    static final int NETLINK_ROUTE = 0;
    static final int NETLINK_NETFILTER = 12;
    static final int SOCK_RAW = 3;
    static final int NETLINK_SOCK_DIAG = 4;
    static final int SOL_SOCKET = 1;
    static final int SO_RCVTIMEO = 20;
    static final int SO_TIMESTAMPNS = 35;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    static final int SOL_NETLINK = 270;
    static final int MSG_DONTWAIT = 0x40;
    static final int EAGAIN = 11;
    static final int EINTR = 4;
    static final int ENOBUFS = 105;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int O_WRONLY = 1;
    private static final int O_CREAT = 0x40;
    private static final int O_CLOEXEC = 0x80000;
    private static final int MS_BIND = 4096;
    private static final int MNT_DETACH = 2;
    private static final int RLIMIT_NOFILE = 7;

    private final Libc libc;
    private final Runtime runtime;

    Sys() {
        libc = LibraryLoader.create(Libc.class).load("c");
        runtime = Runtime.getRuntime(libc);
    }

    /** The raw calls, for those whose failure is an ordinary answer; {@link #errno} tells why, right after a -1. */
    Libc raw() {
        return libc;
    }

    Runtime runtime() {
        return runtime;
    }

    int errno() {
        return runtime.getLastError();
    }

    private int ok(int result, String call) throws Refused {
        if (result < 0) {
            throw new Refused(call, errno());
        }
        return result;
    }

    /** Puts the calling thread into a new network namespace. */
    void unshareNetwork() throws Refused {
        ok(libc.unshare(CLONE_NEWNET), "unshare(CLONE_NEWNET)");
    }

    /** Puts the calling thread into the network namespace behind a descriptor. */
    void enter(int descriptor) throws Refused {
        ok(libc.setns(descriptor, CLONE_NEWNET), "setns");
    }

    /** A descriptor of the calling thread's network namespace. */
    int openOwnNetwork() throws Refused {
        return ok(libc.open("/proc/thread-self/ns/net", O_CLOEXEC, 0), "open(/proc/thread-self/ns/net)");
    }

    /** Gives a descriptor the wanted number, whose former holder is closed. */
    void renumber(int from, int to) throws Refused {
        ok(libc.dup3(from, to, O_CLOEXEC), "dup3");
        close(from);
    }

    void close(int descriptor) {
        libc.close(descriptor);
    }

    /** Makes the calling thread's network namespace known by name, as {@code ip netns add} does. */
    void bindOwnNetwork(String path) throws Refused {
        close(ok(libc.open(path, O_CREAT | O_CLOEXEC, 0444), "open(" + path + ")"));
        ok(libc.mount("/proc/thread-self/ns/net", path, "none", MS_BIND, null), "mount(" + path + ")");
    }

    void detach(String path) {
        libc.umount2(path, MNT_DETACH);
    }

    /** Writes a short text to a file of /proc in one call. */
    void writeFile(String path, String value) throws Refused {
        int d = ok(libc.open(path, O_WRONLY | O_CLOEXEC, 0), "open(" + path + ")");
        try {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            ok((int) libc.write(d, bytes, bytes.length), "write(" + path + ")");
        } finally {
            close(d);
        }
    }

    int socket(int family, int type, int protocol) throws Refused {
        return ok(libc.socket(family, type | SOCK_CLOEXEC, protocol), "socket");
    }

    /** A descriptor that can be read from once somebody wrote to it ({@code eventfd(2)}). */
    int eventDescriptor() throws Refused {
        return ok(libc.eventfd(0, O_CLOEXEC), "eventfd");
    }

    void option(int socket, int level, int option, int value) throws Refused {
        byte[] v = nativeInts(value);
        ok(libc.setsockopt(socket, level, option, v, v.length), "setsockopt " + option);
    }

    /** The socket's receive buffer in bytes: above net.core.rmem_max only where the host allows. */
    void receiveBuffer(int socket, int bytes) throws Refused {
        byte[] size = nativeInts(bytes);
        if (libc.setsockopt(socket, SOL_SOCKET, SO_RCVBUFFORCE, size, size.length) < 0) {
            option(socket, SOL_SOCKET, SO_RCVBUF, bytes);
        }
    }

    /** How long a receive on the socket waits before EAGAIN, above 0. */
    void receiveTimeout(int socket, long nanos) throws Refused {
        byte[] timeval = ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putLong(nanos / 1_000_000_000)
                .putLong(Math.max(1, nanos % 1_000_000_000 / 1000))
                .array();
        ok(libc.setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, timeval, timeval.length), "setsockopt SO_RCVTIMEO");
    }

    /** How many descriptors this process may have. */
    long descriptorLimit() throws Refused {
        long[] limits = new long[2];
        ok(libc.getrlimit(RLIMIT_NOFILE, limits), "getrlimit");
        return limits[0];
    }

    static byte[] nativeInts(int... values) {
        ByteBuffer b = ByteBuffer.allocate(4 * values.length).order(ByteOrder.nativeOrder());
        for (int v : values) {
            b.putInt(v);
        }
        return b.array();
    }
}
