package dev.pathlight.machine;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A program to be killed: opens a sandbox, brings a plan up with captures, a watch and a running program, says which traces it
 * makes, and stays until it loses its machine. As {@code open} it only opens and says
 * how that went; as {@code capture} it says how capturing and a ping went; as {@code steps} it kills itself after so many steps
 * of a drawing; as {@code star} it deploys a big plan and removes it.
 */
public final class KilledClient {
    private KilledClient() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (args.length > 0 && args[0].equals("open")) {
            out.println(opened());
            return;
        }
        if (args.length > 0 && args[0].equals("capture")) {
            out.println(captured());
            return;
        }
        if (args.length > 0 && args[0].equals("steps")) {
            diesAfter(Integer.parseInt(args[1]), plan(Path.of(args[2])), out);
            return;
        }
        if (args.length > 0 && args[0].equals("star")) {
            upAndDown(Integer.parseInt(args[1]), out);
            return;
        }
        EngineMachine machine = Machines.sandbox();
        List<SpaceId> spaces = List.of(Lab.LAN, Lab.host(0), Lab.host(1));
        Optional<StepFailure> failure =
                PlanRunner.run(Lab.star(2), machine, e -> {}, () -> machine.capture(spaces, f -> {}));
        machine.watch(n -> {});
        Optional<String> ended = startContainers(machine);
        Thread program = new Thread(() -> runForEver(machine), "client-program");
        program.setDaemon(true);
        program.start();
        String how = failure.map(StepFailure::toString).or(() -> ended).orElse("up");
        List<String> words = new ArrayList<>(List.of(how, machine.marker()));
        for (var space : spaces) {
            words.add("" + Traces.inode(machine.namespacePath(space)));
        }
        words.add(""
                + Traces.inodeOf(Path.of(machine.namespacePath(Lab.LAN))
                                .resolve("../../ns/net")
                                .normalize())
                        .orElse(0L));
        out.println(String.join(" ", words));
        try {
            while (true) {
                machine.captureDrops();
                Thread.sleep(20);
            }
        } catch (MachineLost e) {
            out.println(e.what() + " | " + e.remedy());
        }
    }

    /** The plan of a drawing. */
    static Plan plan(Path file) {
        if (TopologyReader.read(file) instanceof ReadResult.Good good) {
            CheckedTopology checked =
                    Checker.check(good.drawing().topology()).checked().orElseThrow();
            return Planner.plan(checked, Inventory.EMPTY);
        }
        throw new IllegalArgumentException(file.toString());
    }

    private static void diesAfter(int steps, Plan plan, PrintStream out) throws Exception {
        EngineMachine machine = Machines.sandbox();
        out.println(machine.marker());
        for (Step step : plan.steps().subList(0, steps)) {
            Optional<StepFailure> failure = machine.run(List.of(step), s -> {});
            if (failure.isPresent()) {
                throw new IllegalStateException(failure.toString());
            }
        }
        new ProcessBuilder("kill", "-KILL", "" + ProcessHandle.current().pid())
                .start()
                .waitFor();
    }

    /** Deploys a big star and removes it again, to be killed in the midst of either. */
    private static void upAndDown(int hosts, PrintStream out) throws Exception {
        try (EngineMachine machine = Machines.sandbox()) {
            out.println(machine.marker());
            Optional<StepFailure> failure =
                    PlanRunner.run(Lab.star(hosts), machine, e -> {}, () -> machine.watch(n -> {}));
            out.println(failure.isEmpty() ? "up" : failure.toString());
        }
    }

    /** One that answers and one that only lives; what ended of them, though nothing should. */
    private static Optional<String> startContainers(EngineMachine machine) throws MachineLost {
        List<ContainerEnd> ends = new CopyOnWriteArrayList<>();
        machine.containerEnds(ends::add);
        Container web =
                new Container(new Name("web"), List.of(), Optional.empty(), List.of(new Container.Listen("http", 80)));
        Container client = new Container(new Name("client"), List.of(), Optional.empty(), List.of());
        List<Step> steps = Stream.of(web, client)
                .map(c -> new Step(1, Stage.CONTAINERS, new NetOp.StartContainer(Lab.host(0), c), "n0/" + c.name()))
                .toList();
        Optional<StepFailure> failure = machine.run(steps, s -> {});
        return failure.map(StepFailure::toString)
                .or(() -> ends.stream().findFirst().map(ContainerEnd::toString));
    }

    private static void runForEver(EngineMachine machine) {
        try {
            machine.exec(Lab.host(0), List.of("sleep", "1000"), 1_000_000);
        } catch (MachineLost e) {
            // The other thread says so.
        }
    }

    private static String captured() throws MachineLost {
        try (Machine machine = Machines.sandbox()) {
            PlanRunner.run(Lab.star(2), machine, e -> {}, () -> {});
            PingRequest request = new PingRequest(IpAddress.parse("10.1.0.2"), 1, 1, 56, 4000);
            String how = "captured";
            try {
                machine.capture(List.of(Lab.LAN), f -> {});
            } catch (MachineLost e) {
                how = e.what() + " | " + e.remedy();
            }
            return how + " | " + machine.ping(Lab.host(0), request).getClass().getSimpleName();
        }
    }

    private static String opened() {
        try (Machine machine = Machines.sandbox()) {
            return machine.captureDrops() == 0 ? "opened" : "opened, dropping";
        } catch (MachineLost e) {
            return e.what() + " | " + e.remedy();
        }
    }
}
