package dev.pathlight.machine;

import dev.pathlight.machine.StepGroups.Group;
import dev.pathlight.machine.engine.Command;
import dev.pathlight.machine.engine.EngineLink;
import dev.pathlight.machine.engine.EngineLost;
import dev.pathlight.machine.engine.Event;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.ContainerSetup;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.NetlinkDecoder;
import dev.pathlight.wire.NetlinkEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs steps through an engine: each group is one command, and the engine's answer is brought back to steps. */
final class StepRun {
    private final EngineLink link;
    private final EngineSpaces spaces;
    private final NetlinkEncoder encoder;

    StepRun(EngineLink link, EngineSpaces spaces) {
        this.link = link;
        this.spaces = spaces;
        this.encoder = new NetlinkEncoder(id -> link.descriptorBase() + spaces.number(id));
    }

    Optional<StepFailure> run(List<Step> steps, Consumer<Step> done) throws EngineLost {
        for (Group group : StepGroups.of(steps)) {
            Optional<StepFailure> failure = switch (group.kind()) {
                case MAKING -> make(group.steps(), done);
                case WORKING -> work(group.steps(), done);
                case DROPPING -> drop(group.steps(), done);
                case STARTING -> start(group.steps(), done);
                case STOPPING -> stop(group.steps(), done);
            };
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private Optional<StepFailure> make(List<Step> steps, Consumer<Step> done) throws EngineLost {
        Making making = Making.of(steps, spaces);
        Event event = link.ask(new Command.MakeSpaces(making.command()));
        if (!(event instanceof Event.Made made)) {
            return Optional.of(whole(steps.getFirst(), event));
        }
        int end = steps.size();
        int errno = 0;
        for (Event.Fault fault : made.faults()) {
            int at = making.stepOf(fault);
            errno = at < end ? fault.errno() : errno;
            end = Math.min(at, end);
        }
        steps.subList(0, end).forEach(done);
        if (end == steps.size()) {
            return Optional.empty();
        }
        unmake(steps.subList(end, steps.size()));
        return Optional.of(new StepFailure(steps.get(end), errno, Errno.name(errno), ""));
    }

    /** What was made beside the refused step, though it comes later in the plan, has not been done. */
    private void unmake(List<Step> later) throws EngineLost {
        List<Integer> numbers = new ArrayList<>();
        for (Step step : later) {
            if (step.op() instanceof NetOp.MakeNamespace m) {
                numbers.add(m.number());
                spaces.remove(m.space());
            }
        }
        if (!numbers.isEmpty()) {
            link.ask(new Command.DropSpaces(numbers));
        }
    }

    private Optional<StepFailure> work(List<Step> steps, Consumer<Step> done) throws EngineLost {
        List<Command.Task> tasks = new ArrayList<>();
        for (Step step : steps) {
            int space = spaces.number(step.op().space());
            tasks.add(task(step, space));
        }
        Event event = link.ask(new Command.Work(tasks));
        if (!(event instanceof Event.Worked worked)) {
            return Optional.of(whole(steps.getFirst(), event));
        }
        Set<Integer> refused =
                worked.refusals().stream().map(Event.Refusal::task).collect(Collectors.toSet());
        for (int i = 0; i < worked.tried(); i++) {
            if (!refused.contains(i)) {
                done.accept(steps.get(i));
            }
        }
        return worked.refusals().stream()
                .findFirst()
                .map(r -> new StepFailure(
                        steps.get(r.task()), r.errno(), Errno.name(r.errno()), said(steps.get(r.task()), r)));
    }

    private Command.Task task(Step step, int space) {
        if (step.op() instanceof NetOp.WriteSysctl s) {
            return new Command.Write(space, Making.sysctl(s));
        }
        if (step.op() instanceof NetOp.ResetSysctl r) {
            return new Command.Reset(space, r.path(), r.sourcePath(), !r.isFromHere());
        }
        byte[] bytes = encoder.encode(step.op(), step.number());
        return NetlinkEncoder.isFilter(step.op()) ? new Command.Filter(space, bytes) : new Command.Tell(space, bytes);
    }

    /** The kernel's words; where it has none, which part of it is missing. */
    private static String said(Step step, Event.Refusal refusal) {
        String words = kernelText(refusal.reply());
        if (!words.isEmpty()) {
            return words;
        }
        return NetlinkEncoder.isFilter(step.op())
                ? FilterFeatures.missing(step.op(), refusal.errno())
                : LinkFeatures.missing(step.op(), refusal.errno());
    }

    private static String kernelText(byte[] reply) {
        for (KernelNotice notice : NetlinkDecoder.decode(reply)) {
            if (notice instanceof KernelNotice.Answer a && a.errno() != 0) {
                return a.text();
            }
        }
        return "";
    }

    private Optional<StepFailure> drop(List<Step> steps, Consumer<Step> done) throws EngineLost {
        Event event = link.ask(new Command.DropSpaces(
                steps.stream().map(s -> spaces.number(s.op().space())).toList()));
        if (!(event instanceof Event.Dropped)) {
            return Optional.of(whole(steps.getFirst(), event));
        }
        steps.forEach(s -> spaces.remove(s.op().space()));
        steps.forEach(done);
        return Optional.empty();
    }

    /** A container that ends at once has been started all the same: its end is told by itself. */
    private Optional<StepFailure> start(List<Step> steps, Consumer<Step> done) throws EngineLost {
        List<Command.NewContainer> wanted = new ArrayList<>();
        for (Step step : steps) {
            NetOp.StartContainer op = (NetOp.StartContainer) step.op();
            boolean responder = ContainerSetup.isResponder(op.container());
            wanted.add(new Command.NewContainer(
                    spaces.number(op.space()),
                    op.container().name().value(),
                    ContainerSetup.own(op.container().name()),
                    ContainerSetup.command(op.container()),
                    responder ? ContainerSetup.listens(op.container()) : List.of()));
        }
        Event event = link.ask(new Command.StartContainers(wanted));
        if (!(event instanceof Event.Started started)) {
            return Optional.of(whole(steps.getFirst(), event));
        }
        for (int i = 0; i < wanted.size(); i++) {
            spaces.started(
                    steps.get(i).op().space(),
                    wanted.get(i).name(),
                    started.processes().get(i));
        }
        steps.forEach(done);
        return Optional.empty();
    }

    private Optional<StepFailure> stop(List<Step> steps, Consumer<Step> done) throws EngineLost {
        for (Step step : steps) {
            NetOp.StopContainer op = (NetOp.StopContainer) step.op();
            String name = op.container().value();
            Event event = link.ask(new Command.StopContainer(spaces.number(op.space()), name));
            if (!(event instanceof Event.Ok)) {
                return Optional.of(whole(step, event));
            }
            spaces.ended(op.space(), name);
            done.accept(step);
        }
        return Optional.empty();
    }

    /** The failure of a command as a whole, told at its first step. */
    private static StepFailure whole(Step step, Event event) {
        return event instanceof Event.Failed f
                ? new StepFailure(step, f.errno(), Errno.name(f.errno()), f.what())
                : new StepFailure(step, 0, "", "the engine answered " + event);
    }

    /** One command that makes namespaces, and which step each of its parts is. */
    private record Making(List<Command.NewSpace> command, Map<Integer, List<Integer>> stepsOf) {
        static Making of(List<Step> steps, EngineSpaces spaces) {
            spaces.name(steps.stream().map(s -> s.op().space()).toList());
            Map<SpaceId, List<Integer>> places = new HashMap<>();
            List<SpaceId> order = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                SpaceId id = steps.get(i).op().space();
                if (steps.get(i).op() instanceof NetOp.MakeNamespace m) {
                    spaces.add(id, m.number());
                    places.put(id, new ArrayList<>());
                    order.add(id);
                }
                places.getOrDefault(id, List.of()).add(i);
            }
            List<Command.NewSpace> command = new ArrayList<>();
            Map<Integer, List<Integer>> stepsOf = new HashMap<>();
            for (SpaceId id : order) {
                List<Integer> own = places.getOrDefault(id, List.of());
                stepsOf.put(command.size(), own);
                List<Command.Sysctl> sysctls = own.stream()
                        .skip(1)
                        .map(i -> sysctl((NetOp.WriteSysctl) steps.get(i).op()))
                        .toList();
                command.add(new Command.NewSpace(spaces.number(id), spaces.name(id), sysctls));
            }
            return new Making(command, stepsOf);
        }

        /** The position, among all steps, of the one that met a fault. */
        int stepOf(Event.Fault fault) {
            return stepsOf.getOrDefault(fault.space(), List.of()).get(fault.sysctl() + 1);
        }

        /** As sysctl(8): dots stand for slashes, and slashes for dots (of a device's name). */
        static Command.Sysctl sysctl(NetOp.WriteSysctl s) {
            StringBuilder path = new StringBuilder();
            s.key().chars().map(c -> c == '.' ? '/' : c == '/' ? '.' : c).forEach(c -> path.append((char) c));
            return new Command.Sysctl(path.toString(), s.value());
        }
    }
}
