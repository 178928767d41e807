package dev.pathlight.machine.engine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One device of the calling thread's network namespace, known by its index, which a new name leaves as it is. Asked by
 * {@code ioctl} with a {@code struct ifreq}: see {@code netdevice(7)} and {@code linux/sockios.h}.
 */
final class Device {
    enum State {
        UP,
        DOWN,
        GONE
    }

    private static final int SOCK_DGRAM = 2;
    private static final int SIOCGIFNAME = 0x8910;
    private static final int SIOCGIFFLAGS = 0x8913;
    private static final int SIOCGIFINDEX = 0x8933;
    private static final int IFREQ_LENGTH = 40;
    private static final int IFNAMSIZ = 16;
    private static final int IFF_UP = 1;

    private final Sys sys;
    private final int index;

    private Device(Sys sys, int index) {
        this.sys = sys;
        this.index = index;
    }

    static Device named(Sys sys, String name) throws Refused {
        byte[] request = new byte[IFREQ_LENGTH];
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, request, 0, Math.min(bytes.length, IFNAMSIZ - 1));
        if (!ask(sys, SIOCGIFINDEX, request)) {
            throw new Refused("ioctl(SIOCGIFINDEX, " + name + ")", sys.errno());
        }
        return new Device(sys, value(request).getInt());
    }

    int index() {
        return index;
    }

    State state() throws Refused {
        byte[] request = new byte[IFREQ_LENGTH];
        value(request).putInt(index);
        if (!ask(sys, SIOCGIFNAME, request) || !ask(sys, SIOCGIFFLAGS, request)) {
            return State.GONE;
        }
        return (value(request).getShort() & IFF_UP) == 0 ? State.DOWN : State.UP;
    }

    /** What stands behind the name. */
    private static ByteBuffer value(byte[] request) {
        return ByteBuffer.wrap(request, IFNAMSIZ, IFREQ_LENGTH - IFNAMSIZ)
                .slice()
                .order(ByteOrder.nativeOrder());
    }

    private static boolean ask(Sys sys, int what, byte[] request) throws Refused {
        int socket = sys.socket(Sys.AF_INET, SOCK_DGRAM, 0);
        try {
            return sys.raw().ioctl(socket, what, request) == 0;
        } finally {
            sys.close(socket);
        }
    }
}
