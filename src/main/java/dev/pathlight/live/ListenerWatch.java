package dev.pathlight.live;

import dev.pathlight.machine.Listener;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.SpaceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Tells who listens in some namespaces, whenever that has changed. It asks once a second: of all that is watched here this is
 * the one thing the kernel tells no changes of.
 */
public final class ListenerWatch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 1000;

    private final Machine machine;
    private final List<SpaceId> spaces;
    private final BiConsumer<SpaceId, List<Listener>> changed;
    private final Consumer<MachineLost> lost;
    private final Map<SpaceId, List<Listener>> told = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ListenerWatch(
            Machine machine,
            List<SpaceId> spaces,
            BiConsumer<SpaceId, List<Listener>> changed,
            Consumer<MachineLost> lost) {
        this.machine = machine;
        this.spaces = List.copyOf(spaces);
        this.changed = changed;
        this.lost = lost;
    }

    /** Begins; nothing is asked where there are no namespaces to watch. */
    public static ListenerWatch on(
            Machine machine,
            List<SpaceId> spaces,
            BiConsumer<SpaceId, List<Listener>> changed,
            Consumer<MachineLost> lost) {
        ListenerWatch watch = new ListenerWatch(machine, spaces, changed, lost);
        if (!watch.spaces.isEmpty()) {
            Thread.ofPlatform().name("live-listeners").daemon().start(watch::run);
        }
        return watch;
    }

    private void run() {
        try {
            do {
                for (SpaceId space : spaces) {
                    List<Listener> now = machine.listeners(space);
                    if (!now.equals(told.put(space, now))) {
                        changed.accept(space, now);
                    }
                }
            } while (!closed.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
        } catch (MachineLost e) {
            lost.accept(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
