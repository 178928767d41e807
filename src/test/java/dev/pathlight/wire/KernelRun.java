package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Runs a plan through netlink in this process, one message at a time. Run inside a sandbox only. */
public final class KernelRun {
    private static final int FIRST_DESCRIPTOR = 200;

    private final Map<SpaceId, Integer> descriptors = new LinkedHashMap<>();
    private final Map<SpaceId, RouteSocket> sockets = new LinkedHashMap<>();
    private final Map<SpaceId, RouteSocket> filters = new LinkedHashMap<>();
    private final NetlinkEncoder encoder = new NetlinkEncoder(descriptors::get);

    /** Runs all steps; the first refusal is an exception that names the step and the kernel's words. */
    public static KernelRun of(Plan plan) {
        KernelRun run = new KernelRun();
        plan.steps().forEach(run::run);
        return run;
    }

    /** Runs the steps of one stage; the stages before it have been run. */
    public void run(Plan plan, Stage stage) {
        plan.of(stage).forEach(this::run);
    }

    private void run(Step step) {
        switch (step.op()) {
            case NetOp.MakeNamespace n -> {
                descriptors.put(n.space(), FIRST_DESCRIPTOR + n.number());
                sockets.put(n.space(), RouteSocket.inNewNamespace(FIRST_DESCRIPTOR + n.number()));
            }
            case NetOp.WriteSysctl s -> socket(s.space()).inside(() -> write(s));
            default -> {
                boolean filter = NetlinkEncoder.isFilter(step.op());
                KernelNotice answer = (filter
                                ? filters(step.op().space())
                                : socket(step.op().space()))
                        .ask(encoder.encode(step.op(), step.number()))
                        .getLast();
                if (!answer.equals(new KernelNotice.Answer(step.number(), 0, ""))) {
                    throw new IllegalStateException(step + ": " + answer);
                }
            }
        }
    }

    /** A netfilter socket there. */
    public RouteSocket filters(SpaceId space) {
        return filters.computeIfAbsent(space, s -> socket(s).ofFilters());
    }

    private static Path write(NetOp.WriteSysctl s) {
        try {
            return Files.writeString(Path.of("/proc/sys/net", s.path()), s.value());
        } catch (IOException e) {
            throw new IllegalStateException(s.toString(), e);
        }
    }

    /** The namespaces made so far. */
    public Set<SpaceId> spaces() {
        return sockets.keySet();
    }

    public RouteSocket socket(SpaceId space) {
        return java.util.Objects.requireNonNull(sockets.get(space));
    }

    /** Where another process finds a namespace. */
    public String path(SpaceId space) {
        return "/proc/" + ProcessHandle.current().pid() + "/fd/" + descriptors.get(space);
    }
}
