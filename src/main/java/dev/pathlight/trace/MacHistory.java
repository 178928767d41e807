package dev.pathlight.trace;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.RowText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the bridges' MAC tables said at any recent moment. The kernel learns from the very frames that are traced, and
 * tells so a little later; so rows come both from its tables and from the frames that taught them, at their own time.
 */
final class MacHistory {
    /** Rows remembered per bridge; as many as a flood of invented addresses can make us hold. */
    private static final int ROWS = 65_536;

    /** A row the kernel has not confirmed for this long was never learned, or is forgotten. */
    private static final long UNCONFIRMED_NANOS = 1_000_000_000L;

    /**
     * How far the kernel's word for a row's birth may be off: it tells ages in 1/100 s, counted in jiffies, and its notice
     * comes a little after the frame. A frame's own stamp is exact.
     */
    private static final long GRAIN_NANOS = 25_000_000L;

    /** Earlier places of one address that are remembered. */
    private static final int MOVES = 3;

    /** Stand-ins for interface indexes where only names are needed. */
    private static final int PORT = 1;

    private static final int BRIDGE = 2;

    private final Map<PortId, Map<Long, Row>> bridges = new HashMap<>();

    /** A row during the time it stood in the table. */
    static final class Row {
        private final PortId bridge;
        private final String port;
        private final long mac;
        private final boolean local;
        private long since;
        private long until = Long.MAX_VALUE;
        private long taught;
        private boolean confirmed;
        private boolean seenTaught;
        private Optional<Row> earlier = Optional.empty();
        private Optional<Decision> decision = Optional.empty();

        private Row(PortId bridge, String port, long mac, boolean local, long since) {
            this.bridge = bridge;
            this.port = port;
            this.mac = mac;
            this.local = local;
            this.since = since;
            this.taught = since;
        }

        /** The port it names; for a local row the port (or bridge) that has the address. */
        String port() {
            return port;
        }

        /** The address is the bridge's own or a port's: frames to it climb to the bridge's stack. */
        boolean local() {
            return local;
        }

        Decision decision() {
            if (decision.isEmpty()) {
                FdbRow row = new FdbRow(PORT, BRIDGE, new Mac(mac), 0, local, 0);
                String text =
                        RowText.fdb(row, i -> i == PORT ? port : bridge.name().value());
                decision = Optional.of(new Decision(
                        Decision.Kind.FDB, bridge.space(), bridge.name().value(), text));
            }
            return decision.get();
        }

        /** Its port heard the address again. */
        private boolean hear(long nanos) {
            long was = since;
            boolean justBorn = !seenTaught && Math.abs(since - nanos) <= GRAIN_NANOS;
            since = justBorn ? nanos : Math.min(since, nanos);
            taught = Math.max(taught, nanos);
            seenTaught = true;
            return since != was;
        }

        /** A port heard the address before this row is known to have been born. */
        private boolean teachEarlier(String heardBy, long nanos) {
            Optional<Row> before = earlier.filter(r -> r.until > nanos);
            if (before.isPresent() && before.get().since > nanos) {
                return before.get().teachEarlier(heardBy, nanos);
            }
            boolean same = heardBy.equals(port);
            if (before.isPresent()) {
                Row r = before.get();
                if (!same || r.local || r.port.equals(heardBy)) {
                    return false;
                }
                r.until = nanos;
            } else if (!same) {
                Row r = taught(bridge, heardBy, mac, nanos);
                r.until = since;
                r.earlier = earlier;
                earlier = Optional.of(r);
                return true;
            }
            since = nanos;
            seenTaught = true;
            return true;
        }

        private boolean stoodAt(long nanos) {
            return since <= nanos && nanos < until;
        }
    }

    /** The row for {@code mac} that stood in the bridge's table at that moment. */
    Optional<Row> at(PortId bridge, long mac, long nanos) {
        Map<Long, Row> table = bridges.get(bridge);
        Optional<Row> row = table == null ? Optional.empty() : Optional.ofNullable(table.get(mac));
        while (row.isPresent() && !row.get().stoodAt(nanos)) {
            row = row.get().earlier;
        }
        return row;
    }

    /**
     * A frame from {@code mac} came in at {@code port}: what its bridge learned from that. Frames may be told of in any
     * order; a late one between two that the same port heard is believed to have changed nothing.
     *
     * @return whether a moment's row is another now than was said before
     */
    boolean teach(Place port, long mac, long nanos) {
        Place bridge = port.bridge().orElse(port);
        boolean group = (mac >> 40 & 1) == 1;
        if (bridge == port
                || group
                || mac == 0
                || !port.learns()
                || bridge.ageingNanos().orElse(1L) == 0) {
            return false;
        }
        Map<Long, Row> table = table(bridge.id());
        Row old = table.get(mac);
        if (old != null && old.local) {
            return false;
        }
        boolean same = old != null && old.port.equals(port.name());
        if (old != null && same && old.until > nanos && old.since <= nanos + GRAIN_NANOS) {
            return old.hear(nanos);
        }
        if (old != null && nanos < old.since) {
            return old.teachEarlier(port.name(), nanos);
        }
        boolean heardLater = old != null && old.until > nanos && old.taught > nanos + GRAIN_NANOS;
        if (heardLater) {
            return false;
        }
        put(table, taught(bridge.id(), port.name(), mac, nanos));
        return true;
    }

    private static Row taught(PortId bridge, String port, long mac, long nanos) {
        Row row = new Row(bridge, port, mac, false, nanos);
        row.seenTaught = true;
        return row;
    }

    private Map<Long, Row> table(PortId bridge) {
        return bridges.computeIfAbsent(bridge, b -> new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Row> eldest) {
                return size() > ROWS;
            }
        });
    }

    private static void put(Map<Long, Row> table, Row row) {
        Row old = table.put(row.mac, row);
        if (old == null) {
            return;
        }
        old.until = Math.min(old.until, row.since);
        row.earlier = Optional.of(old);
        Optional<Row> last = row.earlier;
        for (int i = 1; i < MOVES && last.isPresent(); i++) {
            last = last.get().earlier;
        }
        last.ifPresent(r -> r.earlier = Optional.empty());
    }

    /** What the kernel shows of a namespace's bridges at {@code nanos}. */
    void tables(SpaceState state, long nanos) {
        Map<PortId, Set<Long>> shown = new HashMap<>();
        for (MacRow r : state.macs()) {
            if (IfName.problem(r.bridge()).isEmpty()) {
                PortId bridge = new PortId(state.id(), new IfName(r.bridge()));
                shown.computeIfAbsent(bridge, b -> new HashSet<>()).add(r.mac().bits());
                confirm(bridge, r);
            }
        }
        bridges.forEach((bridge, table) -> {
            if (bridge.space().equals(state.id())) {
                Set<Long> present = shown.getOrDefault(bridge, Set.of());
                table.values().stream().filter(r -> !present.contains(r.mac)).forEach(r -> forget(r, nanos));
            }
        });
    }

    private void confirm(PortId bridge, MacRow r) {
        Map<Long, Row> table = table(bridge);
        Row old = table.get(r.mac().bits());
        boolean same =
                old != null && old.until == Long.MAX_VALUE && old.port.equals(r.port()) && old.local == r.local();
        if (old != null && same) {
            old.confirmed = true;
            old.since = old.seenTaught ? old.since : Math.min(old.since, r.sinceNanos());
            old.taught = Math.max(old.taught, r.usedNanos());
        } else if (old == null
                || r.local()
                || Math.max(r.sinceNanos(), r.usedNanos()) > Math.max(old.taught, old.since)) {
            long since = old == null ? r.sinceNanos() : Math.max(r.sinceNanos(), Math.min(old.until, r.usedNanos()));
            Row row = new Row(bridge, r.port(), r.mac().bits(), r.local(), since);
            row.taught = r.usedNanos();
            row.confirmed = true;
            put(table, row);
        }
    }

    private static void forget(Row r, long nanos) {
        boolean gone = r.confirmed ? r.taught <= nanos : r.taught < nanos - UNCONFIRMED_NANOS;
        if (r.until == Long.MAX_VALUE && gone) {
            r.until = nanos;
        }
    }
}
