package dev.pathlight.view;

import dev.pathlight.lesson.Action;
import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.CallRequest;
import dev.pathlight.machine.CallRequest.Protocol;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.session.Session;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Element;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.trace.Hop;
import dev.pathlight.trace.Journey;
import dev.pathlight.view.scene.Talk;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Pings: from where, to where, what came of the last, and the playing of the journeys it made, in order. */
public final class PingModel {
    /** The last ping's outcome; {@code micros} is its round trip, empty when no reply came. */
    public record Outcome(String from, String to, Optional<Double> micros) {}

    /** The last ping, and the newest journey there was before it. */
    record Last(Action.Ping ping, long after) {}

    private record Sent(Optional<IpAddress> address, Optional<PingReply> reply) {}

    private static final IpAddress LOOPBACK = IpAddress.parse("127.0.0.1");
    private static final int PATIENCE_MILLIS = 3000;
    /** What a program that was started sends; what the kernel sends by itself is not played. */
    private static final Set<String> TALKING = Set.of("tcp", "udp", "icmp");

    private static final int MOST_WATCHED = 20;

    private final ObservableList<SpaceId> places = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<SpaceId>> from = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<SpaceId>> to = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Outcome>> outcome = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty waiting = new SimpleBooleanProperty();
    private final RunModel run;
    private final JourneysModel journeys;
    private final Playback playback;
    private final Problems problems;
    private final Consumer<Supplier<Problem>> problem;
    private final Consumer<Optional<Journey.Lost>> point;
    private final BooleanSupplier silent;
    private final Set<Long> queued = new HashSet<>();
    private boolean watching;
    private Optional<Last> last = Optional.empty();
    private int sequence;
    private long startedAfter;

    /** @param silent whether it is not to be told why no reply came: a class has been asked that */
    PingModel(
            RunModel run,
            JourneysModel journeys,
            Playback playback,
            Problems problems,
            Consumer<Supplier<Problem>> problem,
            Consumer<Optional<Journey.Lost>> point,
            BooleanSupplier silent) {
        this.run = run;
        this.journeys = journeys;
        this.playback = playback;
        this.problems = problems;
        this.problem = problem;
        this.point = point;
        this.silent = silent;
    }

    /** Offers the namespaces that have an address. */
    void offer(Drawing drawing) {
        Topology t = drawing.topology();
        List<SpaceId> now = t.spaces()
                .filter(id -> t.find(id).filter(PingModel::hasAddress).isPresent())
                .toList();
        if (!places.equals(now)) {
            Optional<SpaceId> wasFrom = from.get();
            Optional<SpaceId> wasTo = to.get();
            places.setAll(now);
            // Pods and containers before the nodes that carry them.
            List<SpaceId> likely =
                    now.stream().sorted(Comparator.comparing(SpaceId::isRoot)).toList();
            from.set(wasFrom.filter(now::contains).or(() -> likely.stream().findFirst()));
            to.set(wasTo.filter(now::contains).or(() -> likely.stream().skip(1).findFirst()));
        }
    }

    private static boolean hasAddress(Namespace space) {
        return Stream.concat(
                        space.interfaces().stream().map(i -> i.addresses()),
                        space.bridges().stream().map(b -> b.addresses()))
                .anyMatch(a -> !a.isEmpty());
    }

    /** Sends one echo request; refuses, with the reason, when nothing runs or one of the two was drawn after Run. */
    void ping(SpaceId source, SpaceId target) {
        from.set(Optional.of(source));
        to.set(Optional.of(target));
        send(source, new Action.Goal.Space(target), session -> session.addressOf(target, source));
    }

    /** The same to an address, wherever that is. */
    void ping(SpaceId source, IpAddress target) {
        send(source, new Action.Goal.Address(target), session -> Optional.of(target));
    }

    private void send(SpaceId source, Action.Goal goal, RunModel.Question<Optional<IpAddress>> to) {
        Optional<SpaceId> target = goal instanceof Action.Goal.Space(SpaceId id) ? Optional.of(id) : Optional.empty();
        if (!begin(Stream.concat(Stream.of(source), target.stream()))) {
            return;
        }
        last = Optional.of(new Last(new Action.Ping(source, goal), startedAfter));
        int mine = ++sequence;
        run.ask(
                session -> {
                    Optional<IpAddress> address = to.ask(session);
                    return address.isEmpty()
                            ? new Sent(address, Optional.empty())
                            : new Sent(address, Optional.of(session.ping(source, address.get(), mine)));
                },
                sent -> answered(source, target, sent),
                () -> waiting.set(false));
    }

    /** False, when the reason was told, or another one waits. */
    private boolean begin(Stream<SpaceId> ends) {
        if (run.state().get() != RunState.RUNNING) {
            problem.accept(problems.of("problem.notrunning"));
            return false;
        }
        Optional<SpaceId> absent = ends.filter(s -> !run.has(s)).findFirst();
        if (absent.isPresent()) {
            problem.accept(problems.of("problem.drawnafter", absent.get().shortName()));
            return false;
        }
        if (waiting.get()) {
            return false;
        }
        waiting.set(true);
        watching = false;
        startedAfter = journeys.lastId();
        queued.clear();
        playback.clear();
        point.accept(Optional.empty());
        return true;
    }

    /** Has a container ask another at a port it listens on, or ping it; beside each other they are at 127.0.0.1. */
    Optional<Talk> talk(Topology drawn, String from, String to) {
        if (!(Element.find(drawn, from).orElse(null) instanceof Element.OfContainer a)
                || !(Element.find(drawn, to).orElse(null) instanceof Element.OfContainer b)) {
            return Optional.empty();
        }
        Optional<Listen> port = b.container().listens().stream().findFirst();
        talk(a, b, port);
        return Optional.of(new Talk(from, to, port.map(Listen::port).orElse(0)));
    }

    private void talk(Element.OfContainer a, Element.OfContainer b, Optional<Listen> port) {
        if (!begin(Stream.of(a.space(), b.space()))) {
            return;
        }
        int mine = ++sequence;
        run.ask(
                session -> {
                    Optional<IpAddress> to = a.space().equals(b.space())
                            ? Optional.of(LOOPBACK)
                            : session.addressOf(b.space(), a.space());
                    return to.isEmpty() ? new Spoken(to, Optional.empty()) : spoken(session, a, to, port, mine);
                },
                spoken -> heard(a, b, port, spoken),
                () -> waiting.set(false));
    }

    private record Spoken(Optional<IpAddress> address, Optional<CallReply> reply) {}

    private static Spoken spoken(
            Session session, Element.OfContainer from, Optional<IpAddress> to, Optional<Listen> port, int sequence)
            throws MachineLost {
        if (port.isPresent()) {
            Protocol protocol = Protocol.valueOf(port.get().protocol().toUpperCase(Locale.ROOT));
            CallRequest request = new CallRequest(protocol, to.get(), port.get().port(), PATIENCE_MILLIS);
            return new Spoken(
                    to,
                    Optional.of(session.call(
                            from.space(), Optional.of(from.container().name()), request)));
        }
        return new Spoken(
                to,
                Optional.of(
                        switch (session.ping(from.space(), to.get(), sequence)) {
                            case PingReply.Answered(long nanos) -> new CallReply.Answered(nanos, "");
                            case PingReply.Silence() -> new CallReply.Silence();
                            case PingReply.Refused(int errno, String name) -> new CallReply.Refused(name);
                            case PingReply.Error e -> new CallReply.Refused("ICMP " + e.type() + "/" + e.code());
                        }));
    }

    private void heard(Element.OfContainer a, Element.OfContainer b, Optional<Listen> port, Spoken spoken) {
        follow(j -> true, false);
        waiting.set(false);
        if (spoken.reply().isEmpty()) {
            problem.accept(problems.at("problem.noaddress", b.space(), run.drawn()));
            return;
        }
        CallReply reply = spoken.reply().get();
        String from = a.container().name().value();
        String goal = b.container().name() + " (" + spoken.address().get()
                + port.map(l -> ":" + l.port()).orElse("") + ")";
        Optional<Double> micros =
                reply instanceof CallReply.Answered(long nanos, String _) ? Optional.of(nanos / 1e3) : Optional.empty();
        outcome.set(Optional.of(new Outcome(from, goal, micros)));
        Optional<Journey.Lost> lost = micros.isPresent() ? Optional.empty() : lost();
        if (micros.isEmpty() && !silent.getAsBoolean()) {
            problem.accept(problems.talk(from, goal, reply, lost));
        }
        point.accept(lost);
    }

    private void answered(SpaceId source, Optional<SpaceId> target, Sent sent) {
        follow(j -> true, false);
        waiting.set(false);
        if (sent.address().isEmpty()) {
            target.ifPresent(t -> problem.accept(problems.at("problem.noaddress", t, run.drawn())));
            return;
        }
        PingReply reply = sent.reply().orElseThrow();
        IpAddress address = sent.address().get();
        String goal = target.map(t -> t.shortName() + " (" + address + ")").orElseGet(address::toString);
        Optional<Double> micros =
                reply instanceof PingReply.Answered a ? Optional.of(a.roundTripNanos() / 1e3) : Optional.empty();
        outcome.set(Optional.of(new Outcome(source.shortName(), goal, micros)));
        Optional<Journey.Lost> lost = reply instanceof PingReply.Answered ? Optional.empty() : lost();
        problems.ping(source.shortName(), goal, address.toString(), reply, lost)
                .filter(p -> !silent.getAsBoolean())
                .ifPresent(problem);
        point.accept(lost);
    }

    /** Where the last of this ping's echoes that was lost died: what was asked on the way is not what was wanted. */
    private Optional<Journey.Lost> lost() {
        return journeys.after(startedAfter).stream()
                .filter(j -> !j.protocol().equals("arp"))
                .flatMap(j -> j.lost().stream())
                .reduce((a, b) -> b);
    }

    /** What the class has done may send packets of its own: plays those from now on, until the next ping. */
    void watch() {
        if (!waiting.get()) {
            watching = true;
            startedAfter = journeys.lastId();
            queued.clear();
        }
    }

    /** While a ping waits: plays what it caused as it settles, in order. */
    void journeysCame() {
        if (waiting.get()) {
            follow(j -> true, true);
        } else if (watching && queued.size() < MOST_WATCHED) {
            follow(j -> TALKING.contains(j.protocol()), true);
        }
    }

    /**
     * In the order in which they ended: a packet that waits for an address comes after the question and its answer, as
     * tcpdump has them, and where a packet was lost is what is shown last.
     */
    private void follow(Predicate<Journey> wanted, boolean settledOnly) {
        boolean waits = false;
        for (Journey j : inOrder(wanted)) {
            boolean asks = j.protocol().equals("arp");
            if (settledOnly && !j.settled()) {
                if (asks) {
                    return;
                }
                waits = true;
            } else if (waits && !asks) {
                return;
            } else if (queued.add(j.id())) {
                playback.enqueue(j);
            }
        }
    }

    private List<Journey> inOrder(Predicate<Journey> wanted) {
        return journeys.after(startedAfter).stream()
                .filter(wanted)
                .filter(j -> !queued.contains(j.id()))
                .sorted(Comparator.comparingLong(PingModel::endNanos))
                .toList();
    }

    private static long endNanos(Journey j) {
        return j.startNanos()
                + j.hops().stream().mapToLong(Hop::timeNanos).max().orElse(0);
    }

    /** Forgets the pings of a run that is over; the next run's first is number 1 again. */
    void clear() {
        sequence = 0;
        last = Optional.empty();
        waiting.set(false);
        watching = false;
        outcome.set(Optional.empty());
        queued.clear();
    }

    public ObservableList<SpaceId> places() {
        return places;
    }

    public ObjectProperty<Optional<SpaceId>> from() {
        return from;
    }

    public ObjectProperty<Optional<SpaceId>> to() {
        return to;
    }

    public ReadOnlyObjectProperty<Optional<Outcome>> outcome() {
        return outcome;
    }

    /** What was pinged last in this run. */
    Optional<Last> last() {
        return last;
    }

    /** True while a reply is awaited. */
    public BooleanProperty waiting() {
        return waiting;
    }
}
