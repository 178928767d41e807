package dev.pathlight.plan;

import dev.pathlight.topology.SpaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What already exists on a machine, known by the operations that made it. Empty for a new sandbox. Two are equal when the
 * same is there; which indexes and numbers it has does not matter.
 *
 * <p>What somebody changed by hand is told to it in the same way, as the operations that would have done it; then the plan from
 * it to the drawing puts everything back.
 */
public final class Inventory {
    public static final Inventory EMPTY = new Inventory(new KernelState());

    private final KernelState state;

    private Inventory(KernelState state) {
        this.state = state;
    }

    /** What is there once these steps were done. Where one cannot be done it is passed over. */
    public Inventory after(Collection<Step> done) {
        KernelState next = new KernelState(state);
        done.forEach(next::accept);
        return new Inventory(next);
    }

    /** The same, told without a plan. */
    public Inventory told(List<NetOp> operations) {
        KernelState next = new KernelState(state);
        operations.forEach(op -> next.accept(op, op.space().toString()));
        return new Inventory(next);
    }

    /** What is in one network stack; empty when there is no such stack. */
    public Optional<Held> stack(SpaceId space) {
        return state.stack(space).map(Held::of);
    }

    public boolean isEmpty() {
        return state.stacks().isEmpty();
    }

    KernelState state() {
        return state;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Inventory other && state.alike().equals(other.state.alike());
    }

    @Override
    public int hashCode() {
        return state.alike().hashCode();
    }

    /** All that is there: for messages of tests. */
    @Override
    public String toString() {
        return state.alike().toString();
    }
}
