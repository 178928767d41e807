package dev.pathlight.machine.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
import java.util.HexFormat;
import java.util.List;

/**
 * Sends a request to a port and waits for the answer: in the calling thread's namespace or, as a program of its own, in a
 * container. It uses nothing but the Java library, for inside a container there is nothing else.
 */
public final class Exchange {
    private static final int MOST = 1 << 16;

    private Exchange() {}

    /** All classes it consists of. */
    static List<Class<?>> parts() {
        return List.of(Exchange.class, Result.class);
    }

    /**
     * What came of it.
     *
     * @param nanos from before the first packet to the end
     * @param refused the kernel's words where it or the other side did not want it, or ""
     * @param answer empty when nothing came in time
     */
    record Result(long nanos, String refused, byte[] answer) {
        static Result of(byte[] bytes) throws IOException {
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                return new Result(in.readLong(), in.readUTF(), in.readAllBytes());
            }
        }

        byte[] bytes() throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DataOutputStream(bytes)) {
                out.writeLong(nanos);
                out.writeUTF(refused);
                out.write(answer);
            }
            return bytes.toByteArray();
        }
    }

    /** @param args address, port, whether by UDP, the request in hexadecimal, whether all is read to the end, ms to wait */
    public static void main(String[] args) throws IOException {
        warm();
        InetSocketAddress to = new InetSocketAddress(InetAddress.ofLiteral(args[0]), Integer.parseInt(args[1]));
        Result result = with(
                to,
                Boolean.parseBoolean(args[2]),
                HexFormat.of().parseHex(args[3]),
                Boolean.parseBoolean(args[4]),
                Integer.parseInt(args[5]));
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(result.bytes());
        }
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

    /**
     * Blocks until there is an outcome.
     *
     * @param datagram by UDP; by TCP otherwise
     * @param toEnd what comes back is read until the other side has sent all; otherwise until as much came as was sent
     */
    static Result with(InetSocketAddress to, boolean datagram, byte[] request, boolean toEnd, int timeoutMillis) {
        ProtocolFamily family =
                to.getAddress().getAddress().length == 16 ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        long start = System.nanoTime();
        try {
            byte[] answer = datagram
                    ? datagram(family, to, request, timeoutMillis)
                    : stream(family, to, request, toEnd, timeoutMillis);
            return new Result(System.nanoTime() - start, "", answer);
        } catch (SocketTimeoutException e) {
            return new Result(0, "", new byte[0]);
        } catch (PortUnreachableException e) {
            return new Result(0, "Port unreachable", new byte[0]);
        } catch (IOException e) {
            // Newer libraries add to the kernel's words what they were about.
            return new Result(0, String.valueOf(e.getMessage()).replace(" (connect failed)", ""), new byte[0]);
        }
    }

    private static byte[] datagram(ProtocolFamily family, InetSocketAddress to, byte[] request, int timeoutMillis)
            throws IOException {
        try (DatagramChannel channel = DatagramChannel.open(family)) {
            // Connected, so that an ICMP error is told.
            channel.connect(to);
            channel.socket().setSoTimeout(timeoutMillis);
            channel.socket().send(new DatagramPacket(request, request.length));
            DatagramPacket answer = new DatagramPacket(new byte[MOST], MOST);
            channel.socket().receive(answer);
            return Arrays.copyOf(answer.getData(), answer.getLength());
        }
    }

    private static byte[] stream(
            ProtocolFamily family, InetSocketAddress to, byte[] request, boolean toEnd, int timeoutMillis)
            throws IOException {
        try (SocketChannel channel = SocketChannel.open(family)) {
            channel.socket().connect(to, timeoutMillis);
            channel.socket().setSoTimeout(timeoutMillis);
            channel.socket().getOutputStream().write(request);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InputStream in = channel.socket().getInputStream();
            byte[] part = new byte[MOST];
            int enough = toEnd ? MOST : request.length;
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
