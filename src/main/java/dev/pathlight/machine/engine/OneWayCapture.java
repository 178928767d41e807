package dev.pathlight.machine.engine;

import dev.pathlight.machine.engine.Command.Tap;
import dev.pathlight.machine.engine.Event.Frame;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.PcapDirection;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;

/**
 * One capture of one direction at one device, on a thread of its own that lives in the device's namespace. Not promiscuous:
 * a promiscuous capture pulls frames that are only forwarded up to a bridge device.
 */
final class OneWayCapture implements TapCapture {
    /** Above a GSO packet's 64 KiB. */
    private static final int SNAP_LENGTH = 262_144;

    private static final long LOOK_AGAIN_MILLIS = 10;

    /** Failures in a row, with no frame between them, after which a capture has ended. */
    private static final int MOST_FAILURES = 100;

    private final Sys sys;
    private final Tap tap;
    private final int home;
    private final boolean out;
    private final Ring ring;
    private final FrameMerger merger;
    private final Owner owner;
    private volatile @Nullable PcapHandle handle;
    private volatile @Nullable String problem;
    private volatile @Nullable Thread thread;
    private volatile long lastDrops;
    private volatile boolean stopped;
    private int failures;

    OneWayCapture(Sys sys, Tap tap, int home, boolean out, Ring ring, FrameMerger merger, Owner owner) {
        this.sys = sys;
        this.tap = tap;
        this.home = home;
        this.out = out;
        this.ring = ring;
        this.merger = merger;
        this.owner = owner;
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
        thread = Threads.start("engine-capture-" + tap.id() + (out ? "-out" : "-in"), this::run);
    }

    private void run() {
        PcapHandle h;
        Device device;
        try {
            h = open();
            handle = h;
            device = Device.named(sys, tap.device());
        } catch (Refused | PcapNativeException | NotOpenException | RuntimeException e) {
            problem = tap.device() + ": " + e.getMessage();
            closeHandle();
            owner.tried();
            return;
        }
        owner.tried();
        try {
            listen(h, device);
        } catch (Refused | PcapNativeException | NotOpenException | RuntimeException e) {
            closeHandle();
            owner.lapsed(this, tap.device() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            // breakLoop ends a loop this way: the capture is over.
        } finally {
            closeHandle();
        }
    }

    /**
     * Until it is stopped or the device is gone. When the device goes down the kernel fails a capture, which libpcap takes for
     * its end; but the socket hears again by itself once the device is up ({@code packet_notifier} of
     * {@code net/packet/af_packet.c}), so that not even the first frame after is missed.
     */
    private void listen(PcapHandle h, Device device)
            throws Refused, PcapNativeException, NotOpenException, InterruptedException {
        while (true) {
            try {
                h.loop(-1, (byte[] bytes) -> take(h, bytes));
                return;
            } catch (PcapNativeException e) {
                if (++failures > MOST_FAILURES || !comesBack(device)) {
                    throw e;
                }
            }
        }
    }

    private boolean comesBack(Device device) throws Refused, InterruptedException {
        while (!stopped) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            switch (device.state()) {
                case GONE -> {
                    return false;
                }
                case UP -> {
                    return true;
                }
                case DOWN -> {}
            }
        }
        return false;
    }

    private PcapHandle open() throws Refused, PcapNativeException, NotOpenException {
        sys.enter(home);
        PcapHandle h = new PcapHandle.Builder(tap.device())
                .snaplen(SNAP_LENGTH)
                .promiscuousMode(PromiscuousMode.NONPROMISCUOUS)
                .timeoutMillis(ring.timeoutMillis())
                .bufferSize(ring.bytes())
                .timestampPrecision(TimestampPrecision.NANO)
                .build();
        try {
            h.setDirection(out ? PcapDirection.OUT : PcapDirection.IN);
            return h;
        } catch (PcapNativeException | NotOpenException e) {
            h.close();
            throw e;
        }
    }

    private void take(PcapHandle h, byte[] bytes) {
        failures = 0;
        Timestamp t = h.getTimestamp();
        long nanos = Math.floorDiv(t.getTime(), 1000L) * 1_000_000_000L + t.getNanos();
        merger.add(new Frame(tap.id(), out, nanos, h.getOriginalLength(), bytes));
    }

    private void closeHandle() {
        PcapHandle h = handle;
        if (h != null) {
            drops();
            handle = null;
            h.close();
        }
    }

    @Override
    public long drops() {
        PcapHandle h = handle;
        try {
            if (h != null && h.isOpen()) {
                lastDrops = Integer.toUnsignedLong((int) h.getStats().getNumPacketsDropped());
            }
        } catch (PcapNativeException | NotOpenException e) {
            // Its namespace or device is gone: the last count stays.
        }
        return lastDrops;
    }

    @Override
    public void stop() {
        stopped = true;
        PcapHandle h = handle;
        try {
            if (h != null) {
                h.breakLoop();
            }
        } catch (NotOpenException e) {
            // It has ended by itself.
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
