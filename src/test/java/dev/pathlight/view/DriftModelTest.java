package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.NetOp;
import dev.pathlight.session.drift.Drift;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftModelTest {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");
    private static final Cidr ADDRESS = Cidr.parse("10.9.9.1/24");
    private static final Drift DRAWABLE = drift(
            VETH0.toString(),
            "ns1 veth0 has the address 10.9.9.1/24",
            List.of(new NetOp.AddAddress(NS1, 4, VETH0.name(), ADDRESS)),
            List.of());
    private static final Drift STRANGE = drift(
            "this/ns1/wg0",
            "ns1 wg0 is a new interface",
            List.of(),
            List.of(new NetOp.DeleteLink(NS1, 9, new IfName("wg0"))));

    private final Workbench bench = new Workbench(
            FakeSession.drifting(List.of(DRAWABLE, STRANGE)),
            new FxThread(Runnable::run, Runnable::run),
            new Phrases(Locale.ENGLISH),
            List.of());

    private static Drift drift(String at, String words, List<NetOp> happened, List<NetOp> undoing) {
        return new Drift(at, Drift.Mark.NEW, Sentence.verbatim(words), happened, undoing);
    }

    @BeforeEach
    void run() {
        bench.table().open(Path.of("topologies/bridge.json"));
        bench.run();
        bench.advance(1, 0);
    }

    @Test
    void whatWasChangedByHandIsMarkedWhereItIsDrawnOrAtWhatItIsIn() {
        assertThat(bench.byHand().drift().drifts()).containsExactly(DRAWABLE, STRANGE);
        assertThat(bench.canvas().drift().get()).isEqualTo(Map.of("this/ns1/veth0", 1, "this/ns1", 1));
        bench.byHand().drift().pointAt(STRANGE);
        assertThat(bench.canvas().selection().get()).isEqualTo(Set.of("this/ns1"));
        bench.stop();
        assertThat(bench.byHand().drift().drifts()).isEmpty();
        assertThat(bench.canvas().drift().get()).isEmpty();
    }

    @Test
    void allThatCanBeDrawnIsTakenInAsOneChangeThatCanBeUndone() {
        Drawing before = bench.drawing().drawing().get();
        assertThat(bench.byHand().drift().canTakeIn(STRANGE)).isFalse();
        bench.byHand().drift().takeAllIn();
        assertThat(bench.byHand().drift().drifts()).containsExactly(STRANGE);
        assertThat(bench.topology().find(VETH0).orElseThrow().addresses()).contains(ADDRESS);
        assertThat(bench.drawing().undoName().get()).isEqualTo("Take in: ns1 veth0 has the address 10.9.9.1/24");
        bench.undo();
        assertThat(bench.drawing().drawing().get()).isEqualTo(before);
    }

    @Test
    void whatIsPutBackIsGoneAndTheDrawingIsAsItWas() {
        Drawing before = bench.drawing().drawing().get();
        bench.byHand().drift().putBack(STRANGE);
        assertThat(bench.byHand().drift().drifts()).containsExactly(DRAWABLE);
        bench.byHand().drift().putAllBack();
        assertThat(bench.byHand().drift().drifts()).isEmpty();
        assertThat(bench.drawing().drawing().get()).isEqualTo(before);
    }
}
