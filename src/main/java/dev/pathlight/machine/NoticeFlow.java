package dev.pathlight.machine;

import dev.pathlight.machine.engine.Event;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.NetlinkDecoder;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine's kernel notices on their way to the one who watches, as values. */
final class NoticeFlow {
    /** Datagrams that may wait. */
    private static final long CAPACITY = 200_000;

    private final Supplier<EngineSpaces> spaces;
    private volatile @Nullable Mailbox<Event> box;
    private volatile boolean lostSome;

    NoticeFlow(Supplier<EngineSpaces> spaces) {
        this.spaces = spaces;
    }

    synchronized void open(Consumer<SpaceNotice> sink) {
        close();
        box = Mailbox.open("machine-notices", CAPACITY, event -> deliver(event, sink));
    }

    void take(Event event) {
        Mailbox<Event> to = box;
        if (to == null) {
            return;
        }
        if (event instanceof Event.Noticed noticed) {
            lostSome |= !to.offer(event, noticed.notices().size());
        }
        // A failure told by itself is one of hearing: what it kept from us must be asked for as well.
        boolean deaf = event instanceof Event.Overrun || event instanceof Event.Failed;
        if ((deaf || lostSome) && to.offer(new Event.Overrun(), 0)) {
            lostSome = false;
        }
    }

    private void deliver(Event event, Consumer<SpaceNotice> sink) {
        if (event instanceof Event.Noticed noticed) {
            noticed.notices().forEach(n -> deliver(n, sink));
        } else {
            Instant now = Instant.now();
            long nanos = now.getEpochSecond() * 1_000_000_000 + now.getNano();
            spaces.get().all().forEach(id -> sink.accept(new SpaceNotice(id, nanos, new KernelNotice.Done(0, true))));
        }
    }

    private void deliver(Event.Notice notice, Consumer<SpaceNotice> sink) {
        List<KernelNotice> decoded = NetlinkDecoder.decode(notice.datagram());
        for (KernelNotice n : decoded) {
            // The engine's own namespace is nobody's business, but in it the others' ends are told.
            int number = n instanceof KernelNotice.NamespaceGone gone ? gone.nsid() : notice.space();
            spaces.get()
                    .id(number)
                    .map((SpaceId id) -> new SpaceNotice(id, notice.nanos(), n))
                    .ifPresent(sink);
        }
    }

    synchronized void close() {
        Mailbox<Event> old = box;
        if (old != null) {
            old.close();
        }
    }
}
