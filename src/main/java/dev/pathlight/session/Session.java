package dev.pathlight.session;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.CallReply;
import dev.pathlight.machine.CallRequest;
import dev.pathlight.machine.ExecResult;
import dev.pathlight.machine.Listener;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.Shell;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.session.drift.Drift;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One drawing, running. Calls block; never call from the window's thread. */
public interface Session extends AutoCloseable {
    /** The plan that brought it up. */
    Plan plan();

    /** What runs: the drawing it began with, or the one it was brought to last. */
    CheckedTopology drawing();

    /** Why it did not come up, when it did not; everything is undone then. */
    Optional<StepFailure> failure();

    Snapshot snapshot();

    List<Journey> journeys();

    /** As ping(8): with the header an ICMP message of 64 bytes. */
    int PING_PAYLOAD = 56;

    /** One echo request of the usual size. */
    default PingReply ping(SpaceId from, IpAddress to, int sequence) throws MachineLost {
        return ping(from, to, sequence, PING_PAYLOAD);
    }

    /**
     * One echo request with so many bytes of payload, which must not be cut; the journeys it makes are told as events and are
     * settled when this returns.
     */
    PingReply ping(SpaceId from, IpAddress to, int sequence, int payload) throws MachineLost;

    /** Real traffic to a port from a namespace that may have no containers. */
    default CallReply call(SpaceId from, CallRequest request) throws MachineLost {
        return call(from, Optional.empty(), request);
    }

    /**
     * Real traffic to a port, sent by a process of a container where one is named; the journeys it makes are told as events and
     * are settled when this returns.
     */
    CallReply call(SpaceId from, Optional<Name> container, CallRequest request) throws MachineLost;

    /** The address by which a namespace is reached: its first one that {@code from} has a use for. */
    Optional<IpAddress> addressOf(SpaceId space, SpaceId from);

    /**
     * Brings what runs to another drawing by the smallest plan, whose progress is told as that of a run. A refused step undoes
     * those before it: then all is as it was, and the drawing too. Calls are done one after another.
     */
    Applied apply(CheckedTopology drawing) throws MachineLost;

    /** Changes what runs. The drawing stays; whoever wants a change undone changes it back. */
    Changed change(List<NetOp> operations) throws MachineLost;

    /** Runs a program inside a namespace to its end, with a limit; nothing of it passes through a shell. */
    ExecResult exec(SpaceId space, List<String> command, long timeoutMillis) throws MachineLost;

    /**
     * What somebody changed by hand: what runs is otherwise than plans have made it.
     *
     * @param known operations that were done on purpose besides, and are told elsewhere
     */
    List<Drift> drifts(List<NetOp> known) throws MachineLost;

    /** Takes these for what a plan has made: the drawing says them now. */
    void adopt(List<Drift> drifts);

    /** Puts these back to what the drawing says; the first refusal is returned. Its steps are told as those of a run. */
    Optional<StepFailure> putBack(List<Drift> drifts) throws MachineLost;

    /** A path under which another process of the same user can enter the namespace ({@code /proc/PID/fd/N}). */
    String namespacePath(SpaceId space);

    /** Who listens in a namespace now. */
    List<Listener> listeners(SpaceId space) throws MachineLost;

    /** A directory of /proc where another process of the same user finds a running container's namespaces. */
    Optional<String> containerPath(SpaceId space, Name container);

    /** A shell at a terminal of its own in a namespace, or in one of its containers; ended by {@link #close} at the latest. */
    Shell shell(SpaceId space, Optional<Name> container) throws IOException;

    /** Stops: everything made is removed before this returns, but for what {@link #leftBehind} tells then. */
    @Override
    void close();

    /** After {@link #close}: what is not gone and who holds it, a sentence each; to end these processes removes it. */
    default List<String> leftBehind() {
        return List.of();
    }
}
