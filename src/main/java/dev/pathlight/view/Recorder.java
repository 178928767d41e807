package dev.pathlight.view;

import dev.pathlight.lesson.Action;
import dev.pathlight.lesson.Expected;
import dev.pathlight.lesson.Fate;
import dev.pathlight.lesson.Observation;
import dev.pathlight.lesson.PacketKind;
import dev.pathlight.lesson.Recording;
import dev.pathlight.lesson.Saying;
import dev.pathlight.live.SpaceState;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;

/** What just happened, and what is seen now: each as what a step of a lesson would say of it. */
public final class Recorder {
    private static final int MOST = 6;
    /** NUD_NOARP of linux/neighbour.h: groups and the like, which are nobody's. */
    private static final int NOARP = 0x40;

    /** Something to record: how it is said, what it adds to what is done, and to what is seen. */
    public record Take(Sentence said, List<Action> deeds, List<Expected> sights) {
        public Take {
            deeds = List.copyOf(deeds);
            sights = List.copyOf(sights);
        }

        private static Take of(Sentence said, List<Action> deeds, Stream<? extends Observation> sights) {
            return new Take(said, deeds, sights.map(Expected::new).toList());
        }
    }

    private final Workbench bench;
    private final Deque<Supplier<Optional<Take>>> happened = new ArrayDeque<>();
    private final List<PingModel.Last> pings = new ArrayList<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Optional<Action.Panel> panel = Optional.empty();
    private boolean ran;

    Recorder(Workbench bench) {
        this.bench = bench;
    }

    /** Watches what happens from now on. */
    void watch() {
        bench.runModel().state().subscribe(this::state);
        bench.pings()
                .outcome()
                .subscribe(o -> o.ifPresent(p -> bench.pings().last().ifPresent(this::pinged)));
        ListChangeListener<BreakModel.Broken> broke = this::broke;
        bench.runModel().breaking().broken().addListener(broke);
        bench.playback().moment().subscribe(m -> changed());
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    private void add(Supplier<Optional<Take>> next) {
        happened.push(next);
        if (happened.size() > MOST) {
            happened.removeLast();
        }
        changed();
    }

    private void add(Take next) {
        add(() -> Optional.of(next));
    }

    private void state(RunState now) {
        if (now == RunState.RUNNING) {
            ran = true;
            forget();
            add(runs(new Action.Run(), true));
        } else if (now == RunState.STOPPED && ran) {
            ran = false;
            forget();
            add(runs(new Action.Stop(), false));
        }
    }

    private static Take runs(Action deed, boolean runs) {
        Observation sight = new Observation.Running(runs);
        return Take.of(Saying.of(sight), List.of(deed), Stream.of(sight));
    }

    private void forget() {
        happened.clear();
        pings.clear();
    }

    /** Another drawing: nothing has happened yet. */
    void clear() {
        forget();
        ran = false;
        changed();
    }

    private void pinged(PingModel.Last last) {
        pings.add(last);
        add(() -> Optional.of(ping(last)));
    }

    /** Where the next ping's journeys begin. */
    private long upTo(PingModel.Last last) {
        int next = pings.indexOf(last) + 1;
        return next < pings.size() ? pings.get(next).after() : Long.MAX_VALUE;
    }

    private Take ping(PingModel.Last last) {
        List<Journey> echoes = bench.journeys().after(last.after()).stream()
                .filter(j -> j.id() <= upTo(last))
                .filter(j -> PacketKind.ECHO_REQUEST.is(j) || PacketKind.ECHO_REPLY.is(j))
                .toList();
        Sentence deed = Saying.of(last.ping());
        Sentence said = Fate.of(echoes)
                .map(f -> Sentence.of("{0}: {1}", deed, f.said()))
                .orElse(deed);
        return Take.of(said, List.of(last.ping()), echoes.stream().flatMap(j -> Recording.packet(j).stream()));
    }

    private void broke(ListChangeListener.Change<? extends BreakModel.Broken> change) {
        while (change.next()) {
            change.getAddedSubList().stream().filter(b -> !b.secret()).forEach(this::broken);
            if (!change.wasReplaced() && bench.runModel().state().get() == RunState.RUNNING) {
                change.getRemoved().forEach(this::mended);
            }
        }
    }

    private void broken(BreakModel.Broken b) {
        Sentence said = Sentence.of("Break: {0}", b.breakage().words());
        change(Action.Kind.BREAK, said, b.breakage().doing());
    }

    private void mended(BreakModel.Broken b) {
        Sentence said = Sentence.of("Mend: {0}", b.breakage().words());
        change(Action.Kind.MEND, said, b.breakage().undoing());
    }

    /** The user has changed what runs. */
    void changed(List<NetOp> operations) {
        change(Action.Kind.CHANGE, Sentence.verbatim(""), operations);
    }

    private void change(Action.Kind kind, Sentence said, List<NetOp> operations) {
        List<Action> deeds = Recording.change(kind, said, operations);
        if (!deeds.isEmpty()) {
            add(Take.of(Saying.of(deeds.getFirst()), deeds, Recording.after(operations).stream()));
        }
    }

    /** The user has turned to a panel. */
    public void opened(Action.Panel next) {
        panel = Optional.of(next);
        changed();
    }

    /** What just happened, the last first; then what is played, the row that decides there, and the panel that is shown. */
    public List<Take> takes() {
        List<Take> takes = new ArrayList<>();
        happened.forEach(h -> h.get().ifPresent(takes::add));
        bench.playback().moment().get().ifPresent(m -> {
            m.decisions()
                    .forEach(d -> Recording.decided(m.journey(), d)
                            .ifPresent(p -> takes.add(Take.of(
                                    Sentence.of("The row that decides here: {0}", d.row()), List.of(), Stream.of(p)))));
            Recording.packet(m.journey())
                    .ifPresent(p -> takes.add(
                            Take.of(Sentence.of("This packet: {0}", m.journey().what()), List.of(), Stream.of(p))));
        });
        panel.map(Action.Open::new).ifPresent(o -> takes.add(Take.of(Saying.of(o), List.of(o), Stream.empty())));
        return List.copyOf(takes);
    }

    /** The rows of the tables that are shown, as they are now. */
    public List<Take> rows() {
        return Stream.of(macs(), routes(), neighbours(), forwarding())
                .flatMap(s -> s)
                .map(o -> Take.of(Saying.of(o), List.of(), Stream.of(o)))
                .toList();
    }

    private Stream<Observation> macs() {
        return bench.tables().macs().bridge().get().stream()
                .flatMap(b -> kernel(b.space())
                        .flatMap(s -> s.macs().stream()
                                .filter(r -> r.bridge().equals(b.name()) && !r.local())
                                .flatMap(r -> r.owner().stream()
                                        .map(owner -> new Observation.MacLearned(
                                                PortId.parse(b.space() + "/" + b.name()),
                                                owner,
                                                Optional.of(new IfName(r.port())),
                                                true)))));
    }

    private Stream<Observation> routes() {
        RouteTableModel routes = bench.tables().routes();
        return routes.choice().space().get().stream()
                .flatMap(in -> kernel(in)
                        .flatMap(s -> routes.rows().stream())
                        .filter(r -> !r.destination.startsWith("local "))
                        .map(r -> Recording.route(in, r.text)));
    }

    private Stream<Observation> neighbours() {
        return bench.tables().neighbours().choice().space().get().stream()
                .flatMap(in -> kernel(in)
                        .flatMap(s -> s.neighbours().stream())
                        .filter(n -> n.mac().isPresent() && (n.state() & NOARP) == 0)
                        .map(n -> new Observation.Neighbour(in, n.address(), true)));
    }

    private Stream<Observation> forwarding() {
        return bench.canvas().forwarding().get().entrySet().stream()
                .filter(e -> bench.runModel().state().get() == RunState.RUNNING)
                .map(e -> new Observation.Forwarding(SpaceId.parse(e.getKey()), e.getValue()));
    }

    private Stream<SpaceState> kernel(SpaceId space) {
        return bench.tables().kernel().space(space).stream();
    }

    /** Changes whenever {@link #takes} may say something else. */
    public ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }
}
