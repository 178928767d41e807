package dev.pathlight.trace;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.live.CaptureSession;
import dev.pathlight.live.KernelWatch;
import dev.pathlight.live.Sighting;
import dev.pathlight.live.Snapshot;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.Machines;
import dev.pathlight.machine.PingRequest;
import dev.pathlight.machine.PlanRunner;
import dev.pathlight.machine.Target;
import dev.pathlight.plan.Inventory;
import dev.pathlight.plan.Planner;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a capture file anew: runs a drawing on this kernel, pings twice, and writes every sighting as it came, batch by
 * batch, unseen by any tracker. A program: {@code KernelCaptureRecorder DRAWING FROM TO OUT}. The links it prints as
 * comments are what the test's tables have to say.
 */
final class KernelCaptureRecorder {
    private KernelCaptureRecorder() {}

    public static void main(String[] args) throws Exception {
        CheckedTopology drawing = drawing(Path.of(args[0]));
        List<SpaceId> spaces = drawing.topology().spaces().toList();
        List<Sighting> seen = Collections.synchronizedList(new ArrayList<>());
        try (Machine machine = Machines.open(new Target.Sandbox())) {
            PlanRunner.run(
                    Planner.plan(drawing, Inventory.EMPTY),
                    machine,
                    e -> {},
                    () -> CaptureSession.open(machine, spaces, seen::addAll));
            for (int sequence = 1; sequence <= 2; sequence++) {
                machine.ping(SpaceId.parse(args[1]), new PingRequest(IpAddress.parse(args[2]), 7, sequence, 56, 1000));
            }
            Thread.sleep(300);
            List<Sighting> all = List.copyOf(seen);
            Stream<String> tables = links(machine, spaces);
            Files.write(
                    Path.of(args[3]),
                    Stream.concat(tables, KernelCapture.lines(all)).toList());
        }
    }

    private static Stream<String> links(Machine machine, List<SpaceId> spaces) throws Exception {
        try (KernelWatch watch = new KernelWatch(machine, spaces, s -> {}, n -> {}, e -> {})) {
            Snapshot now = watch.begin();
            return now.spaces().values().stream()
                    .flatMap(s -> s.links().stream()
                            .map(l -> "# %s %s index %d peer %d master %d mac %s"
                                    .formatted(
                                            s.id(),
                                            l.name(),
                                            l.index(),
                                            l.peer(),
                                            l.master(),
                                            l.mac().map(Object::toString).orElse("-"))));
        }
    }

    private static CheckedTopology drawing(Path file) {
        return switch (TopologyReader.read(file)) {
            case ReadResult.Good good ->
                Checker.check(good.drawing().topology()).checked().orElseThrow();
            case ReadResult.Bad bad ->
                throw new IllegalArgumentException(bad.faults().toString());
        };
    }
}
