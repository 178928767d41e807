package dev.pathlight.machine;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.BridgeOptions;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.SpaceId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends packets at a steady rate through a chain of bridges and counts what the captures saw of them: one JSON object. A
 * packet is seen twice at each bridge and once at each host.
 */
public final class CaptureBench {
    private static final String SENDER = """
        import socket, sys, time
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        rate, n, p = int(sys.argv[1]), int(sys.argv[2]), b'x' * 58
        start = time.monotonic()
        for i in range(n):
            due = start + i / rate
            while time.monotonic() < due:
                time.sleep(0.0005) if due - time.monotonic() > 0.001 else None
            s.sendto(p, ('10.1.0.2', 9999))
        print(time.monotonic() - start)
        """;
    private static final String SINK =
            "import socket, time; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('', 9999));"
                    + " time.sleep(600)";

    private final List<Step> steps = new ArrayList<>();
    private final int bridges;

    private CaptureBench(int bridges) {
        this.bridges = bridges;
    }

    /** Arguments: bridges in the chain, packets a second, seconds. */
    public static void main(String[] args) throws Exception {
        CaptureBench bench = new CaptureBench(Integer.parseInt(args[0]));
        int rate = Integer.parseInt(args[1]);
        int packets = rate * Integer.parseInt(args[2]);
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                .println(bench.run(rate, packets));
    }

    private String run(int rate, int packets) throws Exception {
        AtomicLong seen = new AtomicLong();
        AtomicLong lag = new AtomicLong();
        try (EngineMachine machine = Machines.sandbox()) {
            List<SpaceId> spaces = chain();
            long[] opening = {0};
            Optional<StepFailure> failure = PlanRunner.run(new Plan(steps), machine, e -> {}, () -> {
                long start = System.nanoTime();
                machine.capture(spaces, batch -> count(batch, seen, lag));
                opening[0] = System.nanoTime() - start;
            });
            if (failure.isPresent()) {
                return failure.toString();
            }
            Thread sink = new Thread(() -> exec(machine, spaces.getLast(), SINK), "bench-sink");
            sink.setDaemon(true);
            sink.start();
            Thread.sleep(500);
            double cpu = DeployBench.cpuMillis(machine);
            String took = exec(machine, spaces.getFirst(), SENDER, "" + rate, "" + packets);
            double used = DeployBench.cpuMillis(machine) - cpu;
            Thread.sleep(1000);
            long expected = (long) packets * (2 + 2 * bridges);
            return String.format(
                    Locale.ROOT,
                    "{\"sent\": %d, \"seconds\": %s, \"sightings_expected\": %d, \"seen\": %d, \"counted_drops\": %d, "
                            + "\"cpu_ms\": %.0f, \"open_ms\": %.0f, \"worst_lag_ms\": %.0f}",
                    packets,
                    took.strip(),
                    expected,
                    seen.get(),
                    machine.captureDrops(),
                    used,
                    opening[0] / 1e6,
                    lag.get() / 1e6);
        }
    }

    private static void count(List<CapturedFrame> batch, AtomicLong seen, AtomicLong lag) {
        long now = System.currentTimeMillis() * 1_000_000;
        for (CapturedFrame f : batch) {
            if (f.length() == 100 && f.bytes()[23] == 17) {
                seen.incrementAndGet();
                lag.accumulateAndGet(now - f.nanos(), Math::max);
            }
        }
    }

    private static String exec(EngineMachine machine, SpaceId space, String... program) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c"));
        command.addAll(List.of(program));
        try {
            ExecResult result = machine.exec(space, command, 300_000);
            return result.stdout() + result.stderr();
        } catch (MachineLost e) {
            return e.what().toString();
        }
    }

    /** host – bridge – … – bridge – host. */
    private List<SpaceId> chain() {
        List<SpaceId> spaces = new ArrayList<>();
        for (int i = 0; i < bridges + 2; i++) {
            SpaceId space = SpaceId.parse("this/s" + i);
            spaces.add(space);
            add(Stage.SPACES, new NetOp.MakeNamespace(space, i));
            add(Stage.SPACES, new NetOp.WriteSysctl(space, "ipv6.conf.default.disable_ipv6", "1"));
        }
        for (int i = 1; i <= bridges; i++) {
            add(
                    Stage.LINKS,
                    new NetOp.CreateBridge(
                            spaces.get(i),
                            100 + i,
                            new IfName("br"),
                            Optional.empty(),
                            OptionalInt.empty(),
                            BridgeOptions.DEFAULT));
            add(Stage.LINKS, new NetOp.SetUp(spaces.get(i), 100 + i, new IfName("br"), true));
        }
        for (int i = 0; i <= bridges; i++) {
            NetOp.VethEnd right = end(spaces.get(i), 10 + 2 * i, "right");
            NetOp.VethEnd left = end(spaces.get(i + 1), 11 + 2 * i, "left");
            add(Stage.LINKS, new NetOp.CreateVeth(right, left));
            add(Stage.LINKS, new NetOp.SetUp(left.space(), left.index(), left.name(), true));
            join(right, i);
            join(left, i + 1);
        }
        add(
                Stage.CONFIGURE,
                new NetOp.AddAddress(spaces.getFirst(), 10, new IfName("right"), Cidr.parse("10.1.0.1/24")));
        int last = 11 + 2 * bridges;
        add(
                Stage.CONFIGURE,
                new NetOp.AddAddress(spaces.getLast(), last, new IfName("left"), Cidr.parse("10.1.0.2/24")));
        return spaces;
    }

    private void join(NetOp.VethEnd end, int place) {
        if (place > 0 && place <= bridges) {
            add(Stage.LINKS, new NetOp.JoinBridge(end.space(), end.index(), end.name(), 100 + place, new IfName("br")));
        }
    }

    private static NetOp.VethEnd end(SpaceId space, int index, String name) {
        return new NetOp.VethEnd(
                space, index, new IfName(name), Optional.empty(), OptionalInt.empty(), Optional.empty(), true);
    }

    private void add(Stage stage, NetOp op) {
        steps.add(new Step(steps.size() + 1, stage, op, op.space().toString()));
    }
}
