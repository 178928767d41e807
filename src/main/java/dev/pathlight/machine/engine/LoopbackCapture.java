package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.Tap;
import dev.pathlight.machine.engine.Event.Frame;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Both directions of lo, by a packet socket of its own ({@code packet(7)}, {@code linux/if_packet.h}): the kernel shows every
 * packet twice there, once going out and once coming in, but libpcap passes over the first at the device named lo.
 */
final class LoopbackCapture implements TapCapture {
    private static final int AF_PACKET = 17;
    /** ETH_P_ALL, 3, in network byte order. */
    private static final short ALL_PROTOCOLS =
            ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? (short) 3 : Short.reverseBytes((short) 3);

    private static final int SOL_PACKET = 263;
    private static final int PACKET_STATISTICS = 6;
    private static final int PACKET_HOST = 0;
    private static final int PACKET_OUTGOING = 4;
    private static final int MSG_TRUNC = 0x20;
    private static final int POLLIN = 1;
    private static final int RECEIVE_BUFFER = 8 << 20;

    /** lo's largest packet with its header and room to spare. */
    private static final int FRAME = 1 << 17;

    private static final int ADDRESS = 20;
    private static final int CONTROL = 64;

    private final Sys sys;
    private final Tap tap;
    private final int home;
    private final FrameMerger merger;
    private final Owner owner;
    private int socket = -1;
    private int bell = -1;
    private long drops;
    private volatile boolean stopped;
    private volatile @Nullable String problem;
    private volatile @Nullable Thread thread;

    LoopbackCapture(Sys sys, Tap tap, int home, FrameMerger merger, Owner owner) {
        this.sys = sys;
        this.tap = tap;
        this.home = home;
        this.merger = merger;
        this.owner = owner;
    }

    static boolean isFor(String device) {
        return device.equals("lo");
    }

    @Override
    public Tap tap() {
        return tap;
    }

    @Override
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void start() {
        thread = Threads.start("engine-capture-" + tap.id() + "-lo", this::run);
    }

    private void run() {
        try {
            open();
        } catch (Refused e) {
            problem = tap.device() + ": " + e.getMessage();
        }
        owner.tried();
        try {
            if (problem == null) {
                listen();
            }
        } catch (Refused e) {
            owner.lapsed(this, tap.device() + ": " + e.getMessage());
        } finally {
            close();
        }
    }

    private void open() throws Refused {
        sys.enter(home);
        synchronized (this) {
            bell = sys.eventDescriptor();
            // Without a protocol it hears nothing until it is bound to its device.
            socket = sys.socket(AF_PACKET, Sys.SOCK_RAW, 0);
        }
        sys.receiveBuffer(socket, RECEIVE_BUFFER);
        sys.option(socket, Sys.SOL_SOCKET, Sys.SO_TIMESTAMPNS, 1);
        byte[] address = ByteBuffer.allocate(ADDRESS)
                .order(ByteOrder.nativeOrder())
                .putShort((short) AF_PACKET)
                .putShort(ALL_PROTOCOLS)
                .putInt(Device.named(sys, tap.device()).index())
                .array();
        if (sys.raw().bind(socket, address, address.length) < 0) {
            throw new Refused("bind", sys.errno());
        }
    }

    /** Waits at no cost; the memory to read into comes with the first frame, for most loopbacks stay silent. */
    private void listen() throws Refused {
        byte[] waiting = ByteBuffer.allocate(16)
                .order(ByteOrder.nativeOrder())
                .putInt(socket)
                .putInt(POLLIN)
                .putInt(bell)
                .putInt(POLLIN)
                .array();
        @Nullable Reader reader = null;
        while (!stopped) {
            if (sys.raw().poll(waiting, 2, -1) > 0 && !stopped) {
                reader = reader == null ? new Reader() : reader;
                reader.readAll();
            }
        }
    }

    /** Reads what is there. */
    private final class Reader {
        private final ByteBuffer bytes = ByteBuffer.allocateDirect(FRAME).order(ByteOrder.nativeOrder());
        private final Pointer header = Memory.allocateDirect(sys.runtime(), 56);
        private final Pointer vector = Memory.allocateDirect(sys.runtime(), 16);
        private final Pointer address = Memory.allocateDirect(sys.runtime(), ADDRESS);
        private final Pointer control = Memory.allocateDirect(sys.runtime(), CONTROL);

        Reader() {
            vector.putPointer(0, Pointer.wrap(sys.runtime(), bytes));
            vector.putLong(8, FRAME);
            header.putPointer(0, address); // msg_name
            header.putPointer(16, vector); // msg_iov
            header.putLong(24, 1); // msg_iovlen
            header.putPointer(32, control); // msg_control
        }

        /** A refusal is the device's going down, told once; the socket hears again by itself once it is up. */
        void readAll() {
            while (!stopped) {
                header.putInt(8, ADDRESS); // msg_namelen
                header.putLong(40, CONTROL); // msg_controllen
                long length = sys.raw().recvmsg(socket, header, Sys.MSG_DONTWAIT | MSG_TRUNC);
                if (length < 0) {
                    return;
                }
                int type = address.getByte(10); // sll_pkttype
                if (type == PACKET_HOST || type == PACKET_OUTGOING) {
                    byte[] frame = new byte[(int) Math.min(length, FRAME)];
                    bytes.get(0, frame);
                    merger.add(new Frame(tap.id(), type == PACKET_OUTGOING, stamp(), (int) length, frame));
                }
            }
        }

        /** SCM_TIMESTAMPNS: a struct timespec behind the control message's header. */
        private long stamp() {
            boolean stamped = header.getLong(40) >= 32 && control.getInt(12) == Sys.SO_TIMESTAMPNS;
            return stamped ? control.getLong(16) * 1_000_000_000L + control.getLong(24) : NoticeSocket.now();
        }
    }

    private synchronized void close() {
        drops();
        if (socket >= 0) {
            sys.close(socket);
            socket = -1;
        }
        if (bell >= 0) {
            sys.close(bell);
            bell = -1;
        }
    }

    /** The kernel counts from the last question on. */
    @Override
    public synchronized long drops() {
        byte[] statistics = new byte[8];
        int[] length = {statistics.length};
        if (socket >= 0 && sys.raw().getsockopt(socket, SOL_PACKET, PACKET_STATISTICS, statistics, length) == 0) {
            drops += Integer.toUnsignedLong(
                    ByteBuffer.wrap(statistics).order(ByteOrder.nativeOrder()).getInt(4));
        }
        return drops;
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (bell >= 0) {
            byte[] one = ByteBuffer.allocate(8)
                    .order(ByteOrder.nativeOrder())
                    .putLong(1)
                    .array();
            sys.raw().write(bell, one, one.length);
        }
    }

    @Override
    public void awaitClosed() {
        Thread t = thread;
        if (t != null) {
            Threads.join(t);
        }
    }
}
