package dev.pathlight.view;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The table panels and the moment they show. While a journey is played or stepped through it is that hop's moment, tables
 * included; otherwise it is now while a drawing runs, and the last moment of the run after it.
 */
public final class TablesModel {
    /** Which moment the tables show. */
    public enum Standing {
        /** None: nothing has run yet. */
        NOTHING,
        /** Now, as the kernel has them. */
        LIVE,
        /** The last moment of a run that is over. */
        STOPPED,
        /** A hop's. */
        HOP,
        /** A hop's, so long ago that its tables are not kept: no rows are shown. */
        GONE
    }

    /** One of the tables. */
    public enum Table {
        MACS,
        ROUTES,
        NEIGHBOURS,
        RULES
    }

    /** The table whose row, or lack of one, decided where the packet is at that moment; of several the one that tells most. */
    public record Deciding(Table table, Moment moment) {}

    private final Evidence evidence = new Evidence();
    private final HopTables hops = new HopTables(evidence);
    private final MacTableModel macs = new MacTableModel();
    private final RouteTableModel routes = new RouteTableModel();
    private final NeighbourTableModel neighbours = new NeighbourTableModel();
    private final RuleTableModel rules = new RuleTableModel();
    private final ConnectionTableModel connections = new ConnectionTableModel();
    private final PacketDump packet = new PacketDump();
    private final BooleanBinding classic = Bindings.createBooleanBinding(
            this::isClassic,
            macs.classic().on(),
            routes.classic().on(),
            neighbours.classic().on(),
            rules.classic().on(),
            connections.classic().on(),
            packet.text().on());
    private final ListenersModel listeners = new ListenersModel();
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Deciding>> deciding = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper seen = new ReadOnlyLongWrapper();
    private final TableHistory history = new TableHistory();
    private Optional<Moment> moment = Optional.empty();
    private Optional<Journey.Lost> pointed = Optional.empty();
    /** The newest tables are shown, not a hop's. */
    private boolean newest = true;

    private boolean running;
    private long now;

    private boolean isClassic() {
        return macs.classic().on().get()
                || routes.classic().on().get()
                || neighbours.classic().on().get()
                || rules.classic().on().get()
                || connections.classic().on().get()
                || packet.text().on().get();
    }

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
        if (journey.hops().isEmpty()) {
            history.want(journey.startNanos());
        }
        journey.hops().forEach(h -> history.want(journey.startNanos() + h.timeNanos()));
    }

    void clear() {
        history.clear();
        evidence.clear();
        moment = Optional.empty();
        pointed = Optional.empty();
        newest = true;
        refresh();
    }

    /** A run begins: time passes again. */
    void begin() {
        running = true;
        refresh();
    }

    /** The run is over: its last tables stand still. */
    void end() {
        if (running) {
            running = false;
            seen.set(now);
            refresh();
        }
    }

    /** Turns to a hop's moment; {@code isOver} keeps its rows lit but the newest tables shown. */
    void turnTo(Optional<Moment> next, boolean isOver) {
        moment = next;
        newest = isOver || next.isEmpty();
        refresh();
    }

    /** Leaves the hop's moment for the newest tables, until another hop is turned to. */
    public void showNewest() {
        turnTo(Optional.empty(), true);
    }

    /** Points at what refused a packet, whenever the newest tables are shown; at nothing when empty. */
    void point(Optional<Journey.Lost> at) {
        pointed = at;
        refresh();
    }

    /** Lets the ageing timers run; {@code nanos} since 1970. */
    void tick(long nanos) {
        if (running) {
            now = nanos;
            if (newest && !latest().equals(Snapshot.EMPTY)) {
                refresh();
            }
        }
    }

    private void refresh() {
        long nanos = newest ? now : moment.map(Moment::nanos).orElse(now);
        Optional<Snapshot> then = newest ? Optional.of(latest()) : moment.flatMap(this::about);
        Optional<Journey.Lost> lost = newest ? pointed.or(this::ended) : ended();
        Glance view = new Glance(then.orElseGet(this::unknown), nanos, moment, lost);
        macs.show(view);
        routes.show(view);
        neighbours.show(view);
        rules.show(view);
        connections.show(view);
        packet.show(moment);
        standing.set(standing(then.isPresent()));
        deciding.set(moment.flatMap(m -> decisive().map(t -> new Deciding(t, m))));
    }

    private Optional<Table> decisive() {
        if (rules.pointing().get()) {
            return Optional.of(Table.RULES);
        }
        if (!routes.unmatched().get().isEmpty()
                || routes.rows().stream().anyMatch(r -> r.used().get())) {
            return Optional.of(Table.ROUTES);
        }
        if (macs.flooded().get() || macs.rows().stream().anyMatch(r -> r.used().get())) {
            return Optional.of(Table.MACS);
        }
        return neighbours.rows().stream().anyMatch(r -> r.used().get())
                ? Optional.of(Table.NEIGHBOURS)
                : Optional.empty();
    }

    private Optional<Journey.Lost> ended() {
        return moment.flatMap(Moment::lost);
    }

    private Optional<Snapshot> about(Moment then) {
        return history.about(then.earliest(), then.nanos()).map(span -> hops.at(then, span, latest()));
    }

    private Standing standing(boolean kept) {
        if (latest().equals(Snapshot.EMPTY)) {
            return Standing.NOTHING;
        }
        if (newest) {
            return running ? Standing.LIVE : Standing.STOPPED;
        }
        return kept ? Standing.HOP : Standing.GONE;
    }

    /** The namespaces and links there are, without a row: nothing is claimed of a moment that is not kept. */
    private Snapshot unknown() {
        SortedMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        latest().spaces()
                .forEach((id, s) ->
                        spaces.put(id, new SpaceState(id, s.links(), s.addresses(), List.of(), List.of(), List.of())));
        return latest().withSpaces(spaces);
    }

    /** The newest tables there are. */
    Snapshot latest() {
        return history.latest();
    }

    /** What the kernel has now; nothing when nothing runs. */
    Snapshot kernel() {
        return running ? latest() : Snapshot.EMPTY;
    }

    /** The packet that is played, as tcpdump prints it. */
    public ClassicModel packet() {
        return packet.text();
    }

    public MacTableModel macs() {
        return macs;
    }

    public RouteTableModel routes() {
        return routes;
    }

    /** Only as it is now. */
    public ListenersModel listeners() {
        return listeners;
    }

    public NeighbourTableModel neighbours() {
        return neighbours;
    }

    public RuleTableModel rules() {
        return rules;
    }

    public ConnectionTableModel connections() {
        return connections;
    }

    /** True while any table is shown as a terminal prints it, which takes more room. */
    public BooleanBinding classic() {
        return classic;
    }

    /** The table that decides where the packet is now; changes with every hop that a table decides. */
    public ReadOnlyObjectProperty<Optional<Deciding>> deciding() {
        return deciding.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** When the last run's tables were seen last, ns since 1970; 0 before the first. */
    public ReadOnlyLongProperty seen() {
        return seen.getReadOnlyProperty();
    }
}
