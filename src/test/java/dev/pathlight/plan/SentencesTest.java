package dev.pathlight.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.Checker;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static List<String> first(Topology t, Locale locale) {
        Plan plan = Planner.plan(Checker.check(t).checked().orElseThrow(), Inventory.EMPTY);
        return plan.steps().stream()
                .filter(s -> s.op() instanceof NetOp.CreateBridge || s.op() instanceof NetOp.CreateVeth)
                .limit(2)
                .map(s -> Sentences.of(s, t).in(locale))
                .toList();
    }

    @Test
    void placesAreCalledAsOnTheDrawing() throws IOException {
        ReadResult.Good bridge = (ReadResult.Good) TopologyReader.read(Path.of("topologies/bridge.json"));
        Topology t = bridge.drawing().topology();
        assertThat(first(t, Locale.ENGLISH))
                .containsExactly(
                        "Create bridge br0 in This machine",
                        "Lay a cable from br-veth0 in This machine to veth0 in ns1,"
                                + " with br-veth0 as a port of its bridge");
        assertThat(first(t, Locale.CHINESE)).first().isEqualTo("在本机中创建网桥 br0");
    }
}
