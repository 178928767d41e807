package dev.pathlight.machine;

import dev.pathlight.machine.engine.Event;
import dev.pathlight.topology.Name;
import dev.pathlight.wire.ListenerRow;
import dev.pathlight.wire.SockDiag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings sockets and the processes that hold them together. */
final class Listeners {
    private Listeners() {}

    /** In order of protocol, port and address. */
    static List<Listener> of(Event.Sockets sockets) {
        Map<Long, Event.Holding> holders = new HashMap<>();
        for (Event.Holding h : sockets.holdings()) {
            // Of several who hold it, one in a container is the one that was meant.
            holders.merge(h.inode(), h, (a, b) -> a.container().isEmpty() ? b : a);
        }
        List<Listener> all = new ArrayList<>();
        for (int i = 0; i < sockets.dumps().size(); i++) {
            for (byte[] datagram : sockets.dumps().get(i).datagrams()) {
                SockDiag.read(SockDiag.protocol(i), datagram)
                        .forEach(row -> all.add(listener(row, Optional.ofNullable(holders.get(row.inode())))));
            }
        }
        all.sort(Comparator.comparing((Listener l) -> l.row().protocol())
                .thenComparingInt(l -> l.row().port())
                .thenComparing(l -> l.row().local()));
        return all;
    }

    private static Listener listener(ListenerRow row, Optional<Event.Holding> holder) {
        return new Listener(
                row,
                holder.map(Event.Holding::program).orElse(""),
                holder.map(Event.Holding::container).filter(c -> !c.isEmpty()).map(Name::new));
    }
}
