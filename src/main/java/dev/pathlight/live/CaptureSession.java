package dev.pathlight.live;

import dev.pathlight.machine.CapturedFrame;
import dev.pathlight.machine.Machine;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.function.Consumer;

/** Frames captured on a machine, told as sightings, batch by batch in the machine's order. */
public final class CaptureSession {
    private final Machine machine;

    private CaptureSession(Machine machine) {
        this.machine = machine;
    }

    /**
     * Starts capturing on every interface that is up in {@code spaces}; returns once all captures are open. The sink is
     * called on the machine's own thread and must not block.
     */
    public static CaptureSession open(Machine machine, List<SpaceId> spaces, Consumer<List<Sighting>> sink)
            throws MachineLost {
        machine.capture(spaces, frames -> sink.accept(sightings(frames)));
        return new CaptureSession(machine);
    }

    /** Frames the kernel dropped so far because the captures could not keep up. */
    public long drops() throws MachineLost {
        return machine.captureDrops();
    }

    private static List<Sighting> sightings(List<CapturedFrame> frames) {
        return frames.stream()
                .map(f -> new Sighting(f.port(), f.direction(), f.nanos(), f.length(), f.bytes()))
                .toList();
    }
}
