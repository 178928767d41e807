package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Event.Called;
import dev.pathlight.machine.engine.Event.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** Calls a port from a namespace by an ordinary socket, as any program there would. */
final class PortCall {
    private static final int MOST = 1 << 16;

    private final Sys sys;

    PortCall(Sys sys) {
        this.sys = sys;
    }

    /** Has the library start its own threads, which must be born at home: whoever calls first would give them its namespace. */
    static void warm() {
        try (SocketChannel stream = SocketChannel.open();
                DatagramChannel datagrams = DatagramChannel.open()) {
            stream.socket().setSoTimeout(1);
            datagrams.socket().setSoTimeout(1);
        } catch (IOException e) {
            // Then the first call does it.
        }
    }

    /** Blocks until there is an outcome; the calling thread stays in the namespace for ever. */
    Called call(Space space, Command.Call c) throws Refused {
        sys.enter(space.descriptor());
        long start = System.nanoTime();
        try {
            InetSocketAddress to = new InetSocketAddress(InetAddress.getByAddress(c.to()), c.port());
            ProtocolFamily family = c.to().length == 16 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
            byte[] answer = c.datagram() ? datagram(family, to, c) : stream(family, to, c);
            Outcome outcome = answer.length > 0 ? Outcome.ANSWERED : Outcome.SILENCE;
            return new Called(outcome, System.nanoTime() - start, "", answer);
        } catch (SocketTimeoutException e) {
            return new Called(Outcome.SILENCE, 0, "", new byte[0]);
        } catch (PortUnreachableException e) {
            return new Called(Outcome.REFUSED, 0, "Port unreachable", new byte[0]);
        } catch (IOException e) {
            return new Called(Outcome.REFUSED, 0, String.valueOf(e.getMessage()), new byte[0]);
        }
    }

    private static byte[] datagram(ProtocolFamily family, InetSocketAddress to, Command.Call c) throws IOException {
        try (DatagramChannel channel = DatagramChannel.open(family)) {
            // Connected, so that an ICMP error is told.
            channel.connect(to);
            channel.socket().setSoTimeout(c.timeoutMillis());
            channel.socket().send(new DatagramPacket(c.request(), c.request().length));
            DatagramPacket answer = new DatagramPacket(new byte[MOST], MOST);
            channel.socket().receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    private static byte[] stream(ProtocolFamily family, InetSocketAddress to, Command.Call c) throws IOException {
        try (SocketChannel channel = SocketChannel.open(family)) {
            channel.socket().connect(to, c.timeoutMillis());
            channel.socket().setSoTimeout(c.timeoutMillis());
            channel.socket().getOutputStream().write(c.request());
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InputStream in = channel.socket().getInputStream();
            byte[] part = new byte[MOST];
            int enough = c.toEnd() ? MOST : c.request().length;
            while (answer.size() < enough) {
                int n = in.read(part);
                if (n < 0) {
                    break;
                }
                answer.write(part, 0, n);
            }
            return answer.toByteArray();
        }
    }
}
