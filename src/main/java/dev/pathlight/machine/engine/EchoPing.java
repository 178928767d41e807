package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Event.Outcome;
import dev.pathlight.machine.engine.Event.Pinged;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/** Sends one echo request from a namespace by a raw socket of its own: no program has to be installed for it. */
final class EchoPing {
    private static final int IPPROTO_IP = 0;
    private static final int IPPROTO_ICMP = 1;
    private static final int IPPROTO_IPV6 = 41;
    private static final int IPPROTO_ICMPV6 = 58;
    private static final int DATAGRAM = 1 << 16;
    /** {@code linux/in.h}: sets IPv4's "don't fragment". */
    private static final int IP_MTU_DISCOVER = 10;

    private static final int IP_PMTUDISC_DO = 2;
    /** {@code linux/in6.h}. */
    private static final int IPV6_DONTFRAG = 62;

    private static final byte[] NOBODY = {};

    private final Sys sys;

    EchoPing(Sys sys) {
        this.sys = sys;
    }

    /** Blocks until there is an outcome; the calling thread stays in the namespace for ever. */
    Pinged ping(Space space, Command.Ping p) throws Refused {
        sys.enter(space.descriptor());
        boolean v6 = p.to().length == 16;
        int socket = sys.socket(v6 ? Sys.AF_INET6 : Sys.AF_INET, Sys.SOCK_RAW, v6 ? IPPROTO_ICMPV6 : IPPROTO_ICMP);
        try {
            if (v6) {
                sys.option(socket, IPPROTO_IPV6, IPV6_DONTFRAG, 1);
            } else {
                sys.option(socket, IPPROTO_IP, IP_MTU_DISCOVER, IP_PMTUDISC_DO);
            }
            EchoPacket echo = new EchoPacket(v6, p.identifier() & 0xffff, p.sequence() & 0xffff);
            byte[] request = echo.request(Math.clamp(p.payloadBytes(), 0, 65_000));
            byte[] to = socketAddress(p.to());
            long start = System.nanoTime();
            if (sys.raw().sendto(socket, request, request.length, 0, to, to.length) < 0) {
                return new Pinged(Outcome.REFUSED, 0, 0, 0, sys.errno(), NOBODY);
            }
            return await(socket, echo, start, start + p.timeoutMillis() * 1_000_000L);
        } finally {
            sys.close(socket);
        }
    }

    private Pinged await(int socket, EchoPacket echo, long start, long end) throws Refused {
        ByteBuffer buffer = ByteBuffer.allocateDirect(DATAGRAM);
        byte[] from = new byte[28];
        for (long left = end - start; left > 0; left = end - System.nanoTime()) {
            sys.receiveTimeout(socket, left);
            int[] size = {from.length};
            long n = sys.raw().recvfrom(socket, buffer, DATAGRAM, 0, from, size);
            long now = System.nanoTime();
            if (n < 0) {
                continue;
            }
            byte[] datagram = new byte[(int) n];
            buffer.get(0, datagram);
            Optional<EchoPacket.Answer> answer = echo.read(datagram);
            if (answer.isPresent()) {
                EchoPacket.Answer a = answer.get();
                Outcome outcome = a.reply() ? Outcome.ANSWERED : Outcome.ERROR;
                return new Pinged(outcome, now - start, a.type(), a.code(), 0, address(from, echo.v6()));
            }
        }
        return new Pinged(Outcome.SILENCE, 0, 0, 0, 0, NOBODY);
    }

    /** {@code struct sockaddr_in} or {@code sockaddr_in6}, port 0. */
    private static byte[] socketAddress(byte[] ip) {
        boolean v6 = ip.length == 16;
        ByteBuffer b = ByteBuffer.allocate(v6 ? 28 : 16).order(ByteOrder.nativeOrder());
        b.putShort((short) (v6 ? Sys.AF_INET6 : Sys.AF_INET));
        return b.put(v6 ? 8 : 4, ip).array();
    }

    private static byte[] address(byte[] socketAddress, boolean v6) {
        return v6 ? Arrays.copyOfRange(socketAddress, 8, 24) : Arrays.copyOfRange(socketAddress, 4, 8);
    }
}
