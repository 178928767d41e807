package dev.pathlight.session;

import dev.pathlight.machine.ContainerEnd;
import dev.pathlight.machine.Listener;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.wire.ContainerSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waits for the containers of a drawing to listen, and tells with the sockets at hand what is wrong with one. */
final class ContainerWatch {
    /** How long a command may take until it listens, s: longer than servers do, shorter than a class waits. */
    private static final int PATIENCE_SECONDS = 10;

    private static final long PERIOD_MILLIS = 50;

    private final Machine machine;
    private final Supplier<Topology> drawn;

    ContainerWatch(Machine machine, Supplier<Topology> drawn) {
        this.machine = machine;
        this.drawn = drawn;
    }

    /** A port that a container is drawn to listen on. */
    private record Due(SpaceId space, Container container, Listen listen) {
        boolean isAt(Listener l) {
            return l.row().protocol().equals(transport()) && l.row().port() == listen.port();
        }

        String transport() {
            return listen.protocol().equals("udp") ? "udp" : "tcp";
        }

        Sentence port() {
            return transport().equals("udp")
                    ? Sentence.of("UDP port {0}", listen.port())
                    : Sentence.of("TCP port {0}", listen.port());
        }
    }

    private List<Due> due(SpaceId space) {
        List<Due> due = new ArrayList<>();
        drawn.get()
                .find(space)
                .ifPresent(n -> n.containers().forEach(c -> c.listens().forEach(l -> due.add(new Due(space, c, l)))));
        return due;
    }

    /**
     * Waits until the containers of {@code started} with a command of their own listen where they are drawn to; those that do
     * not by then are told. One that has ended is not waited for, and the built-in responder already has been.
     */
    void awaitListening(Plan started, Consumer<SessionEvent> told) throws MachineLost {
        List<Due> waiting = new ArrayList<>(started.steps().stream()
                .flatMap(s -> s.op() instanceof NetOp.StartContainer(var space, var c)
                        ? c.listens().stream().map(l -> new Due(space, c, l))
                        : Stream.empty())
                .filter(d -> !ContainerSetup.isResponder(d.container()))
                .toList());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!waiting.isEmpty()) {
            for (Due d : List.copyOf(waiting)) {
                if (machine.containerPath(d.space(), d.container().name()).isEmpty() || listens(d)) {
                    waiting.remove(d);
                }
            }
            if (System.nanoTime() >= end) {
                for (Due d : waiting) {
                    told.accept(silent(d));
                }
                return;
            }
            if (!waiting.isEmpty() && !pause()) {
                return;
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(PERIOD_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean listens(Due d) throws MachineLost {
        return machine.listeners(d.space()).stream()
                .anyMatch(l -> d.isAt(l)
                        && l.container().equals(Optional.of(d.container().name())));
    }

    private SessionEvent silent(Due d) throws MachineLost {
        Name name = d.container().name();
        return new SessionEvent.ContainerSilent(
                d.space(),
                name,
                Sentence.of("The container {0} in {1} does not listen on {2}.", name, d.space(), d.port()),
                holder(d)
                        .<Sentence>map(other -> taken(other, d))
                        .orElse(Sentence.of(
                                "Its command runs, yet no process of it has opened that port within {0} seconds.",
                                PATIENCE_SECONDS)),
                Sentence.of("Look at its command, or at the ports it is drawn to listen on."));
    }

    /** What became of a container: where its port was taken, who has it. */
    SessionEvent ended(ContainerEnd end) {
        Optional<Due> refused = Endings.isPortTaken(end) ? refused(end) : Optional.empty();
        Sentence why =
                refused.flatMap(d -> holder(d).map(other -> taken(other, d))).orElse(Endings.why(end));
        Sentence what = refused.map(d -> Sentence.of(
                        "The container {0} in {1} could not listen on {2}.", end.container(), end.space(), d.port()))
                .orElse(Endings.what(end));
        return new SessionEvent.ContainerEnded(end, what, why, Endings.remedy(end));
    }

    private static Sentence taken(Name holder, Due d) {
        return Sentence.of(
                "{0} listens on {1} already, and containers of one namespace share its ports: the kernel refused it to"
                        + " {2} ({3}).",
                holder, d.port(), d.container().name(), "EADDRINUSE");
    }

    /** Of what it is drawn to listen on, the first port that another one has. */
    private Optional<Due> refused(ContainerEnd end) {
        return due(end.space()).stream()
                .filter(d -> d.container().name().equals(end.container()))
                .filter(d -> holder(d).isPresent())
                .findFirst();
    }

    /** Another container that listens there now. */
    private Optional<Name> holder(Due d) {
        try {
            return machine.listeners(d.space()).stream()
                    .filter(d::isAt)
                    .flatMap(l -> l.container().stream())
                    .filter(c -> !c.equals(d.container().name()))
                    .findFirst();
        } catch (MachineLost e) {
            // That is told by itself.
            return Optional.empty();
        }
    }
}
