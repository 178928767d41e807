package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HoldersTest {
    private static final SpaceId SPACE = SpaceId.parse("node1/ns1");

    private final List<Process> started = new ArrayList<>();

    /** Has a network namespace of its own once it says so. */
    private Process alone() throws IOException {
        Process p = new ProcessBuilder("unshare", "-rn", "sh", "-c", "echo ready; exec sleep 600").start();
        started.add(p);
        assertThat(p.inputReader().readLine()).isEqualTo("ready");
        return p;
    }

    private static Path namespace(Process p) {
        return Path.of("/proc", Long.toString(p.pid()), "ns/net");
    }

    private static void end(Process p) throws InterruptedException {
        p.destroyForcibly().waitFor();
    }

    @AfterEach
    void endAll() throws InterruptedException {
        for (Process p : started) {
            end(p);
        }
    }

    @Test
    void whoHoldsANamespaceStillIsFound() throws Exception {
        Process process = alone();
        Holders holders = new Holders(Set.of(SPACE), s -> namespace(process).toString());
        assertThat(holders.find()).extracting(Holder::pid).contains(process.pid());
    }

    @Test
    void whoGotTheNumberOfANamespaceThatIsGoneDoesNotHoldIt() throws Exception {
        Process first = alone();
        String number = Files.readSymbolicLink(namespace(first)).toString();
        Holders holders = new Holders(Set.of(SPACE), s -> namespace(first).toString());
        end(first);
        boolean again = false;
        for (int i = 0; i < 50 && !again; i++) {
            again = Files.readSymbolicLink(namespace(alone())).toString().equals(number);
        }
        assumeTrue(again, "This kernel gave the number of a namespace that is gone to none of the next 50.");
        assertThat(holders.find()).isEmpty();
    }
}
