package dev.pathlight.view;

import dev.pathlight.topology.Container;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;

/** Brings the drawing on the table to life: runs it and, once it runs, has its places talk as they would. */
final class Awakening {
    private final Workbench bench;
    private final ChangeListener<RunState> watch = (state, was, is) -> follow(is);
    private Topology wanted;

    Awakening(Workbench bench) {
        this.bench = bench;
        wanted = drawn();
    }

    /** What cannot be run stays as it is, and it is told why. */
    void begin() {
        var state = bench.runModel().state();
        state.removeListener(watch);
        if (state.get() == RunState.RUNNING) {
            talk();
            return;
        }
        wanted = drawn();
        state.addListener(watch);
        bench.run();
    }

    /** Until it runs, has come to nothing, or another drawing is run instead. */
    private void follow(RunState now) {
        boolean other = !drawn().equals(wanted);
        if (now == RunState.STOPPED || now == RunState.RUNNING || other) {
            bench.runModel().state().removeListener(watch);
        }
        if (now == RunState.RUNNING && !other) {
            talk();
        }
    }

    /** A ping between the places that the bar offers; containers of one network, which have no addresses, call each other. */
    private void talk() {
        List<Peer> peers = peers(drawn()).toList();
        Optional<Peer> asked = peers.stream().filter(Peer::listens).findFirst();
        Optional<Peer> asking =
                peers.stream().filter(p -> !asked.equals(Optional.of(p))).findFirst();
        if (bench.pings().places().size() > 1) {
            bench.ping();
        } else if (asked.isPresent() && asking.isPresent()) {
            bench.talk(asking.get().path(), asked.get().path());
        }
    }

    private Topology drawn() {
        return bench.drawing().drawing().get().topology();
    }

    /** A container, and whether it answers. */
    private record Peer(String path, boolean listens) {}

    private static Stream<Peer> peers(Topology t) {
        return t.spaces().flatMap(id -> t.find(id).stream().flatMap(s -> peers(id, s)));
    }

    private static Stream<Peer> peers(SpaceId id, Namespace space) {
        return space.containers().stream()
                .map((Container c) -> new Peer(id + "/" + c.name(), !c.listens().isEmpty()));
    }
}
