package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.trace.Journey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The table panels and the moment they show. While a journey is played or stepped through it is that hop's moment, tables
 * included; otherwise it is now. Keeps the last 200 snapshots.
 */
public final class TablesModel {
    private static final int LIMIT = 200;
    /** A change the packet caused is told this much later at most; the snapshot that holds it is wanted. */
    private static final long NOTICE_DELAY_NANOS = 20_000_000;

    private final Evidence evidence = new Evidence();
    private final MacTableModel macs = new MacTableModel(evidence);
    private final RouteTableModel routes = new RouteTableModel();
    private final NeighbourTableModel neighbours = new NeighbourTableModel(evidence);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
    private final Deque<Snapshot> history = new ArrayDeque<>();
    private Optional<Moment> moment = Optional.empty();
    private long now;

    void add(Snapshot snapshot) {
        history.addLast(snapshot);
        if (history.size() > LIMIT) {
            history.removeFirst();
        }
        now = Math.max(now, snapshot.nanos());
        refresh();
    }

    void add(Journey journey) {
        evidence.add(journey);
    }

    void clear() {
        history.clear();
        evidence.clear();
        moment = Optional.empty();
        live.set(true);
        refresh();
    }

    /** Turns to a hop's moment; {@code isLive} keeps its rows lit but the tables running. */
    void turnTo(Optional<Moment> next, boolean isLive) {
        moment = next;
        live.set(isLive || next.isEmpty());
        refresh();
    }

    /** Lets the ageing timers run; {@code nanos} since 1970. */
    void tick(long nanos) {
        now = nanos;
        if (live.get() && !history.isEmpty()) {
            refresh();
        }
    }

    private void refresh() {
        long nanos = live.get() ? now : moment.map(Moment::nanos).orElse(now);
        Glance view = new Glance(at(nanos), nanos, moment, live.get());
        macs.show(view);
        routes.show(view);
        neighbours.show(view);
    }

    private Snapshot at(long nanos) {
        if (history.isEmpty()) {
            return Snapshot.EMPTY;
        }
        Iterator<Snapshot> it = history.descendingIterator();
        Snapshot best = it.next();
        while (it.hasNext()) {
            Snapshot older = it.next();
            if (older.nanos() < nanos + NOTICE_DELAY_NANOS) {
                break;
            }
            best = older;
        }
        return best;
    }

    /** The newest tables there are. */
    Snapshot latest() {
        return history.isEmpty() ? Snapshot.EMPTY : history.getLast();
    }

    public MacTableModel macs() {
        return macs;
    }

    public RouteTableModel routes() {
        return routes;
    }

    public NeighbourTableModel neighbours() {
        return neighbours;
    }

    /** True while the tables show now; false while they show a hop's moment. */
    public ReadOnlyBooleanProperty live() {
        return live.getReadOnlyProperty();
    }
}
