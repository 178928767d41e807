package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * The table panels and the moment they show. While a journey is played or stepped through it is that hop's moment, tables
 * included; otherwise it is now.
 */
public final class TablesModel {
    private final Evidence evidence = new Evidence();
    private final MacTableModel macs = new MacTableModel(evidence);
    private final RouteTableModel routes = new RouteTableModel();
    private final NeighbourTableModel neighbours = new NeighbourTableModel(evidence);
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper(true);
    private final TableHistory history = new TableHistory();
    private Optional<Moment> moment = Optional.empty();
    private long now;

    /** Takes in the newest tables. */
    void add(Snapshot snapshot) {
        keep(snapshot);
        now = Math.max(now, snapshot.nanos());
        refresh();
    }

    /** Takes in tables that were replaced before they could be shown: a hop may want them. */
    void keep(Snapshot snapshot) {
        history.add(snapshot);
    }

    void add(Journey journey) {
        evidence.add(journey);
        journey.hops().forEach(h -> history.want(journey.startNanos() + h.timeNanos()));
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
        if (live.get() && !latest().equals(Snapshot.EMPTY)) {
            refresh();
        }
    }

    private void refresh() {
        long nanos = live.get() ? now : moment.map(Moment::nanos).orElse(now);
        Optional<Snapshot> then = live.get() ? Optional.of(latest()) : history.at(nanos);
        kept.set(then.isPresent() || latest().equals(Snapshot.EMPTY));
        Glance view = new Glance(then.orElseGet(this::unknown), nanos, moment, live.get());
        macs.show(view);
        routes.show(view);
        neighbours.show(view);
    }

    /** The namespaces and links there are, without a row: nothing is claimed of a moment that is not kept. */
    private Snapshot unknown() {
        SortedMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        latest().spaces()
                .forEach((id, s) ->
                        spaces.put(id, new SpaceState(id, s.links(), s.addresses(), List.of(), List.of(), List.of())));
        return new Snapshot(latest().nanos(), spaces);
    }

    /** The newest tables there are. */
    Snapshot latest() {
        return history.latest();
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

    /** False while the hop's moment is so long ago that its tables are not kept: then no rows are shown. */
    public ReadOnlyBooleanProperty kept() {
        return kept.getReadOnlyProperty();
    }
}
