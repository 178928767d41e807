package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Where terminals can be opened; that they work is seen in the window, on the real kernel. */
class TerminalsModelTest {
    private final Workbench bench = new Workbench(
            FakeSession.opener(), new FxThread(Runnable::run, Runnable::run), new Phrases(Locale.ENGLISH), List.of());

    @Test
    void terminalsAreOfferedInWhatHasAnInsideWhileItRuns() {
        bench.table().open(Path.of("topologies/bridge.json"));
        assertThat(bench.enters("this/ns1")).isFalse();
        bench.run();
        assertThat(List.of("this", "this/ns1", "this/br0", "this/ns1/veth0", "cable:this/ns1/veth0", ""))
                .filteredOn(bench::enters)
                .containsExactly("this", "this/ns1");
        bench.stop();
        assertThat(bench.enters("this/ns1")).isFalse();
    }

    @Test
    void whyNoneCouldBeOpenedIsTold() {
        bench.table().open(Path.of("topologies/bridge.json"));
        bench.run();
        bench.enter("this/ns1");
        assertThat(bench.byHand().terminals().open()).isEmpty();
        assertThat(bench.problem().get())
                .map(p -> p.what() + " " + p.why())
                .contains("No terminal could be opened in ns1. There are no shells here.");
    }
}
