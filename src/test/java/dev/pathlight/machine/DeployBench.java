package dev.pathlight.machine;

import dev.pathlight.check.Checker;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Planner;
import dev.pathlight.plan.Teardown;
import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cable;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.Namespace;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.Topology;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Times deploying and removing a star of N namespaces: one JSON object per round, the first being the cold one. */
public final class DeployBench {
    private static final double CLOCK_TICK_MS = 10;

    private DeployBench() {}

    /** Arguments: number of namespaces, number of rounds. */
    public static void main(String[] args) throws Exception {
        int n = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Plan plan = Planner.plan(Checker.check(star(n)).checked().orElseThrow(), Inventory.EMPTY);
        long start = System.nanoTime();
        try (EngineMachine machine = Machines.sandbox()) {
            double open = millisSince(start);
            for (int i = 0; i < rounds; i++) {
                out.println(round(machine, plan, i, open));
            }
        }
    }

    private static String round(EngineMachine machine, Plan plan, int round, double open) throws Exception {
        double cpu = cpuMillis(machine);
        long start = System.nanoTime();
        Optional<StepFailure> failure = PlanRunner.run(plan, machine, e -> {}, () -> {});
        double up = millisSince(start);
        double upCpu = cpuMillis(machine) - cpu;
        long half = System.nanoTime();
        machine.run(Teardown.of(plan.steps()).steps(), s -> {});
        double down = millisSince(half);
        return String.format(
                Locale.ROOT,
                "{\"round\": %d, \"steps\": %d, \"ok\": %b, \"open_ms\": %.1f, \"up_ms\": %.1f, \"up_cpu_ms\": %.0f, "
                        + "\"down_ms\": %.1f}",
                round,
                plan.steps().size(),
                failure.isEmpty(),
                open,
                up,
                upCpu,
                down);
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    /** CPU time, user and system, of this process and of the engine. */
    static double cpuMillis(EngineMachine machine) throws IOException {
        String engine = "" + machine.enginePid();
        return ticks("self") + ticks(engine);
    }

    private static double ticks(String process) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * CLOCK_TICK_MS;
    }

    /** A bridge in the node's root namespace, n namespaces cabled to it, a default route in each. */
    static Topology star(int n) {
        List<Interface> ports = new ArrayList<>();
        List<Namespace> hosts = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        for (int i = 1; i <= n; i++) {
            ports.add(plug("p" + i, List.of()));
            Cidr address = Cidr.parse("10.1." + (i >> 8) + "." + (i & 255) + "/16");
            hosts.add(Namespace.empty("h" + i)
                    .withInterfaces(List.of(plug("eth0", List.of(address))))
                    .withRoutes(List.of(Route.via(Cidr.parse("0.0.0.0/0"), IpAddress.parse("10.1.255.254")))));
            cables.add(Cable.between(PortId.parse("this/p" + i), PortId.parse("this/h" + i + "/eth0")));
        }
        List<IfName> names = ports.stream().map(Interface::name).toList();
        Namespace root =
                Namespace.empty("").withInterfaces(ports).withBridges(List.of(Bridge.plain(new IfName("br0"), names)));
        return Topology.empty(new Name("star"))
                .withNodes(List.of(Node.empty(new Name("this")).withRoot(root).withNamespaces(hosts)))
                .withCables(cables);
    }

    private static Interface plug(String name, List<Cidr> addresses) {
        return new Interface(
                new IfName(name), new LinkKind.CableEnd(), Optional.empty(), OptionalInt.empty(), addresses, true);
    }
}
