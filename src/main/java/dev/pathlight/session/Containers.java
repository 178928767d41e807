package dev.pathlight.session;

import dev.pathlight.live.ListenerWatch;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a session tells of the containers that run: who listens, which ended, which never listened. */
final class Containers implements AutoCloseable {
    private final Machine machine;
    private final Ground ground;
    private final ContainerWatch watch;
    private final Consumer<Supplier<SessionEvent>> events;
    private final Consumer<MachineLost> lost;
    private @Nullable ListenerWatch listeners;
    private boolean closed;

    /** @param events is given what is to be told; it is made up on the session's thread */
    Containers(Machine machine, Ground ground, Consumer<Supplier<SessionEvent>> events, Consumer<MachineLost> lost) {
        this.machine = machine;
        this.ground = ground;
        this.events = events;
        this.lost = lost;
        watch = new ContainerWatch(machine, ground::topology);
        machine.containerEnds(end -> events.accept(() -> watch.ended(end)));
    }

    /** Waits for those that {@code started} has started. */
    void awaitListening(Plan started) throws MachineLost {
        watch.awaitListening(started, e -> events.accept(() -> e));
    }

    /** From now on tells who listens in the namespaces that have containers. */
    synchronized void begin() {
        if (listeners != null) {
            listeners.close();
        }
        if (!closed) {
            listeners = ListenerWatch.on(
                    machine,
                    inhabited(),
                    (space, now) -> events.accept(() -> new SessionEvent.ListenersChanged(space, now)),
                    lost);
        }
    }

    private List<SpaceId> inhabited() {
        return ground.spaces().stream()
                .filter(s -> ground.topology()
                        .find(s)
                        .filter(n -> !n.containers().isEmpty())
                        .isPresent())
                .toList();
    }

    /** Some may have been started or ended. New ones are waited for beside: the next edit does not wait for them. */
    void changed(Applied applied) {
        List<Step> steps = applied.plan().steps();
        if (steps.stream().anyMatch(Containers::isOfContainers)) {
            begin();
        }
        if (applied.refused().isEmpty() && steps.stream().anyMatch(s -> s.op() instanceof NetOp.StartContainer)) {
            Thread.ofPlatform().name("session-containers").daemon().start(() -> {
                try {
                    awaitListening(applied.plan());
                } catch (MachineLost e) {
                    lost.accept(e);
                }
            });
        }
    }

    private static boolean isOfContainers(Step step) {
        return step.op() instanceof NetOp.StartContainer || step.op() instanceof NetOp.StopContainer;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (listeners != null) {
            listeners.close();
        }
    }
}
