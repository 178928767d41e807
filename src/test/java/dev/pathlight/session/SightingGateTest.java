package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.Sighting;
import dev.pathlight.machine.Direction;
import dev.pathlight.topology.PortId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SightingGateTest {
    private static final List<Sighting> BATCH = List.of(
            new Sighting(PortId.parse("this/br-veth0"), Direction.IN, 1, 1 << 20, new byte[1 << 20]),
            new Sighting(PortId.parse("this/br-veth0"), Direction.IN, 2, 60, new byte[60]));

    @Test
    void whatDoesNotFitIsPassedOverAndCountedUntilSomethingWasTraced() {
        SightingGate gate = new SightingGate();
        int entered = 0;
        while (gate.enter(BATCH)) {
            entered++;
        }
        gate.enter(BATCH);

        assertThat(entered).isBetween(60, 64);
        assertThat(gate.passedOver()).isEqualTo(4);
        gate.leave(BATCH);
        assertThat(gate.enter(BATCH)).isTrue();
    }
}
