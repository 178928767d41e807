package dev.pathlight.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * A NETLINK_ROUTE socket in a network namespace of its own, for tests that ask the kernel. Run inside a sandbox only.
 */
public final class RouteSocket implements AutoCloseable {
    private static final int NETFILTER = 12;
    private final int fd;
    private final int namespace;

    private RouteSocket(int fd, int namespace) {
        this.fd = fd;
        this.namespace = namespace;
    }

    /** A socket in a new namespace, which is held by descriptor {@code namespaceFd}. */
    public static RouteSocket inNewNamespace(int namespaceFd) {
        return onOwnThread(() -> {
            check(LibC.INSTANCE.unshare(LibC.CLONE_NEWNET), "unshare");
            int held = check(LibC.INSTANCE.open("/proc/thread-self/ns/net", 0), "open");
            check(LibC.INSTANCE.dup2(held, namespaceFd), "dup2");
            check(LibC.INSTANCE.close(held), "close");
            return new RouteSocket(socket(), namespaceFd);
        });
    }

    /** Another socket in the namespace of this one. */
    public RouteSocket another() {
        return onOwnThread(() -> {
            enter();
            return new RouteSocket(socket(), namespace);
        });
    }

    /** A netfilter socket in the namespace of this one. */
    public RouteSocket ofFilters() {
        return onOwnThread(() -> {
            enter();
            return new RouteSocket(socket(NETFILTER), namespace);
        });
    }

    /** Does something on a thread that stands in this namespace. */
    public <T> T inside(Supplier<T> work) {
        return onOwnThread(() -> {
            enter();
            return work.get();
        });
    }

    /** Moves the calling thread, and the processes it starts, into this namespace. */
    public void enter() {
        check(LibC.INSTANCE.setns(namespace, LibC.CLONE_NEWNET), "setns");
    }

    /** Hears notices of a group (RTNLGRP_*). */
    public void join(int group) {
        option(fd, LibC.SOL_NETLINK, LibC.NETLINK_ADD_MEMBERSHIP, group);
    }

    private static int socket() {
        return socket(0);
    }

    private static int socket(int protocol) {
        int fd = check(LibC.INSTANCE.socket(LibC.AF_NETLINK, LibC.SOCK_RAW, protocol), "socket");
        option(fd, LibC.SOL_NETLINK, LibC.NETLINK_EXT_ACK, 1);
        option(fd, LibC.SOL_NETLINK, LibC.NETLINK_CAP_ACK, 1);
        byte[] second = ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putLong(1)
                .array();
        check(LibC.INSTANCE.setsockopt(fd, LibC.SOL_SOCKET, LibC.SO_RCVTIMEO, second, 16), "setsockopt");
        byte[] any = ByteBuffer.allocate(12)
                .order(ByteOrder.nativeOrder())
                .putShort((short) LibC.AF_NETLINK)
                .array();
        check(LibC.INSTANCE.bind(fd, any, 12), "bind");
        return fd;
    }

    private static void option(int fd, int level, int option, int value) {
        byte[] v = ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(value)
                .array();
        check(LibC.INSTANCE.setsockopt(fd, level, option, v, 4), "setsockopt");
    }

    public void send(byte[] message) {
        check((int) LibC.INSTANCE.send(fd, message, message.length, 0), "send");
    }

    /** The next datagram; empty when none comes within a second. */
    public byte[] receive() {
        byte[] room = new byte[1 << 17];
        long n = LibC.INSTANCE.recv(fd, room, room.length, 0);
        return n < 0 ? new byte[0] : Arrays.copyOf(room, (int) n);
    }

    /** Sends a message and gives all datagrams up to the answer or the end of the dump. */
    public List<byte[]> exchange(byte[] message) {
        send(message);
        List<byte[]> datagrams = new ArrayList<>();
        while (true) {
            byte[] datagram = receive();
            if (datagram.length == 0) {
                throw new IllegalStateException("the kernel did not answer within a second");
            }
            datagrams.add(datagram);
            KernelNotice last = NetlinkDecoder.decode(datagram).getLast();
            if (last instanceof KernelNotice.Answer || last instanceof KernelNotice.Done) {
                return datagrams;
            }
        }
    }

    /** Sends a message; the kernel's answer with everything before it. */
    public List<KernelNotice> ask(byte[] message) {
        return exchange(message).stream()
                .flatMap(d -> NetlinkDecoder.decode(d).stream())
                .toList();
    }

    @Override
    public void close() {
        LibC.INSTANCE.close(fd);
    }

    private static int check(int result, String call) {
        if (result < 0) {
            throw new IllegalStateException(call + " failed, errno "
                    + jnr.ffi.Runtime.getRuntime(LibC.INSTANCE).getLastError());
        }
        return result;
    }

    /** Namespaces belong to threads: work that changes its own happens on a thread that ends with it. */
    private static <T> T onOwnThread(Supplier<T> work) {
        List<T> result = new ArrayList<>();
        List<Throwable> failure = new ArrayList<>();
        Thread thread = Thread.ofPlatform().name("test namespace").start(() -> {
            try {
                result.add(work.get());
            } catch (RuntimeException e) {
                failure.add(e);
            }
        });
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!failure.isEmpty()) {
            throw new IllegalStateException(failure.getFirst());
        }
        return result.getFirst();
    }
}
