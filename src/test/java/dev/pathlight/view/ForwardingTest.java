package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.SpaceId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForwardingTest {
    private static final SpaceId THIS = SpaceId.parse("this");

    private final List<NetOp> changes = new ArrayList<>();

    private Workbench bench(String file) {
        Workbench bench = new Workbench(
                FakeSession.changing(changes::addAll),
                new FxThread(Runnable::run, Runnable::run),
                new Phrases(Locale.ENGLISH),
                List.of());
        bench.table().open(Path.of("topologies/" + file));
        return bench;
    }

    @Test
    void aNodeBetweenTwoNetworksHasASwitchAndANamespaceInOneNetworkHasNone() {
        assertThat(bench("kernel-forwarding.json").canvas().forwarding().get()).isEqualTo(Map.of("this", true));
        assertThat(bench("kernel-forwarding-ip-forward-0.json")
                        .canvas()
                        .forwarding()
                        .get())
                .isEqualTo(Map.of("this", false));
        assertThat(bench("kernel-forwarding-ipv6.json").canvas().forwarding().get())
                .isEqualTo(Map.of("this", true));
    }

    @Test
    void whatDoesNotRunIsEditedAndCanBeUndone() {
        Workbench bench = bench("kernel-forwarding.json");
        bench.forward(THIS, false);
        assertThat(bench.canvas().forwarding().get()).isEqualTo(Map.of("this", false));
        bench.undo();

        assertThat(bench.canvas().forwarding().get()).isEqualTo(Map.of("this", true));
        assertThat(changes).isEmpty();
    }

    @Test
    void whatRunsFollowsItsSwitchOnTheDrawing() {
        Workbench bench = bench("kernel-forwarding-ipv6.json");
        bench.run();
        bench.forward(THIS, false);

        assertThat(bench.topology().find(THIS).orElseThrow().sysctls()).containsEntry("ipv6.conf.all.forwarding", "0");
        assertThat(bench.drawing().undoName().get()).isEqualTo("Change “ipv6.conf.all.forwarding” of this");
        assertThat(changes).isEmpty();
    }

    @Test
    void aLessonChangesWhatRunsAndTheDrawingStays() {
        Workbench bench = bench("kernel-forwarding-ipv6.json");
        bench.desk().writeNew();
        bench.run();
        bench.forward(THIS, false);

        assertThat(changes).containsExactly(new NetOp.WriteSysctl(THIS, "ipv6.conf.all.forwarding", "0"));
        assertThat(bench.drawing().dirty().get()).isFalse();
    }

    @Test
    void whatIsDrawnAlreadyIsOnlyDoneToWhatRuns() {
        Workbench bench = bench("kernel-forwarding.json");
        bench.run();
        bench.forward(THIS, true);

        assertThat(changes).containsExactly(new NetOp.WriteSysctl(THIS, "ipv4.ip_forward", "1"));
        assertThat(bench.drawing().dirty().get()).isFalse();
    }
}
