package dev.pathlight.machine;

import dev.pathlight.plan.Step;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.Query;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An open door to a place where steps run. Methods block and may be called from any thread but the window's. A broken
 * connection is a {@link MachineLost} from every call.
 */
public interface Machine extends AutoCloseable {
    /**
     * Runs steps in order (those that make namespaces in parallel); stops at the first refusal, which it returns. A few steps
     * behind it, sent together with it, may have been done too. {@code done} is told each step that was, in order, on the
     * calling thread: the undoing is made from these.
     */
    Optional<StepFailure> run(List<Step> steps, Consumer<Step> done) throws MachineLost;

    /** Asks a namespace's kernel; the answer's rows without Done. A refusal is one {@link KernelNotice.Answer}. */
    List<KernelNotice> ask(SpaceId space, Query query) throws MachineLost;

    /**
     * Tells every change of links, addresses, routes, rules, neighbours, MAC tables and settings, of all namespaces, those made
     * later too, until closed. Where notices were lost each namespace is told one {@link KernelNotice.Done} that is interrupted: ask again.
     */
    void watch(Consumer<SpaceNotice> sink) throws MachineLost;

    /**
     * Starts capturing, both directions, on every interface that is up now in {@code spaces}, and returns once all captures
     * are open. Frames come in batches, in order of time within a batch, on the machine's own thread. Called again it adds
     * what came up since, and from then on {@code sink} gets all frames.
     */
    void capture(List<SpaceId> spaces, Consumer<List<CapturedFrame>> sink) throws MachineLost;

    /** Captures, besides, at what is up now in {@code spaces} and not captured yet; what cannot be is left out. */
    void captureMore(List<SpaceId> spaces) throws MachineLost;

    /** Where captures are open now; the same object until that changes. One may end by itself, when its interface goes. */
    Set<CapturePoint> captured();

    /** Frames the kernel dropped because the captures could not keep up, so far. */
    long captureDrops() throws MachineLost;

    /** Sends one echo request from a namespace and waits for the reply. */
    PingReply ping(SpaceId from, PingRequest request) throws MachineLost;

    /** Who listens in a namespace now. The kernel tells no changes of this: ask again. */
    List<Listener> listeners(SpaceId space) throws MachineLost;

    /** Sends real traffic to a port and waits for the answer: from a namespace, or by a process of a container in it. */
    CallReply call(SpaceId from, Optional<Name> container, CallRequest request) throws MachineLost;

    /** Runs a program inside a namespace to its end, with a limit. */
    ExecResult exec(SpaceId space, List<String> command, long timeoutMillis) throws MachineLost;

    /** The same inside a container: in its namespaces, and with its view of the file system. */
    ExecResult exec(SpaceId space, Name container, List<String> command, long timeoutMillis) throws MachineLost;

    /** From now on tells the containers that end by themselves, on the machine's own thread. */
    void containerEnds(Consumer<ContainerEnd> sink);

    /**
     * A directory of /proc under which another process of the same user finds the namespaces of a container's first process
     * ({@code ns/mnt}, {@code ns/pid} …); empty when it does not run.
     */
    Optional<String> containerPath(SpaceId space, Name container);

    /** A file descriptor path under which another process of the same user can enter the namespace ({@code /proc/PID/fd/N}). */
    String namespacePath(SpaceId space);

    /** Removes everything made here and waits until it is gone, half a minute at most. */
    @Override
    void close();

    /** After {@link #close}: who keeps a namespace of this machine alive, so that it is not gone. */
    List<Holder> leftBehind();
}
