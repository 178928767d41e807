package dev.pathlight.trace;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.SpaceId;
import java.util.Optional;

/** What the kernel's tables say, and lately said. */
final class Tables {
    private final RouteMemory routes;
    private final MacHistory macs = new MacHistory();
    private final Neighbours neighbours = new Neighbours();
    private Snapshot snapshot = Snapshot.EMPTY;
    private Places places = new Places(Snapshot.EMPTY);

    Tables(Routes routes) {
        this.routes = new RouteMemory(routes);
    }

    void take(Snapshot next) {
        boolean joints = next.spaces().size() != snapshot.spaces().size();
        boolean ways = joints;
        for (SpaceState now : next.spaces().values()) {
            Optional<SpaceState> before = snapshot.space(now.id());
            if (before.equals(Optional.of(now))) {
                continue;
            }
            joints |= before.map(b ->
                            !b.links().equals(now.links()) || !b.addresses().equals(now.addresses()))
                    .orElse(true);
            ways |= before.map(b -> !b.routes().equals(now.routes())).orElse(true);
            if (before.map(b -> !b.neighbours().equals(now.neighbours())).orElse(true)) {
                neighbours.forget();
            }
            macs.tables(now, next.nanos());
        }
        snapshot = next;
        if (joints) {
            places = new Places(next);
        }
        if (joints || ways) {
            routes.forget();
            neighbours.forget();
        }
    }

    Places places() {
        return places;
    }

    MacHistory macs() {
        return macs;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    RouteMemory routes() {
        return routes;
    }

    Optional<SpaceState> state(SpaceId space) {
        return snapshot.space(space);
    }

    String nameOf(SpaceId space, int index) {
        return state(space).map(s -> s.nameOf(index)).orElse("if" + index);
    }
}
