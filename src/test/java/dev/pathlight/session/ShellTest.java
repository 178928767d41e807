package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.Shell;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shells at real pseudo-terminals, inside namespaces and containers that run. */
class ShellTest {
    private static final SpaceId POD = SpaceId.parse("this/pod");
    /** Says itself that it runs, in letters that the typed line has not: before that a key would be the shell's. */
    private static final String ASLEEP = "sh -c 'echo be''gun; exec sleep 1000'\n";

    private static final String CTRL_C = "\u0003";
    private static final String CTRL_Z = "\u001a";

    private static Lecture lecture;

    @BeforeAll
    static void run() throws MachineLost {
        lecture = Lecture.shipped("container-mode");
    }

    @AfterAll
    static void stop() {
        lecture.close();
    }

    private static Shell open(String container) throws IOException {
        return lecture.session.shell(
                POD, Optional.of(container).filter(c -> !c.isEmpty()).map(Name::new));
    }

    @Test
    void whatIsTypedChangesTheNamespaceAndIsSeenInItsTables() throws Exception {
        try (Shell shell = open("")) {
            Typist typist = new Typist(shell);
            typist.await("pod:~# ");
            typist.type("ip addr add 192.0.2.7/32 dev lo\n");
            lecture.await(
                    POD, s -> s.addresses().stream().anyMatch(a -> a.toString().contains("192.0.2.7")));
            typist.type("ip addr del 192.0.2.7/32 dev lo; exit 3\n");
            assertThat(shell.await()).isEqualTo(3);
        }
    }

    @Test
    void theTerminalIsTheShellsOwnSoThatWhatItStartsCanBeStoppedAndEnded() throws Exception {
        for (String container : List.of("", "web")) {
            try (Shell shell = open(container)) {
                Typist typist = new Typist(shell);
                String prompt = (container.isEmpty() ? "pod" : container) + ":~# ";
                assertThat(typist.await("(?s).*" + prompt)).doesNotContain("job control", "cannot");
                // Nor is anything ignored because this program, or whoever started it, ignores it: signals 1 to 28.
                typist.type("grep SigIgn /proc/self/status\n");
                typist.await("SigIgn:\\s+\\w{9}0000000\\s");
                typist.await(prompt);
                typist.type(ASLEEP);
                typist.await("begun");
                typist.type(CTRL_C);
                typist.await(prompt);
                typist.type(ASLEEP);
                typist.await("begun");
                typist.type(CTRL_Z);
                typist.await("Stopped");
                shell.resize(101, 33);
                typist.type("stty size; tty\n");
                typist.await("33 101\\s+/dev/pts/");
            }
        }
    }

    @Test
    void aShellInAContainerSeesItsProcessesAndItsName() throws Exception {
        try (Shell shell = open("web")) {
            Typist typist = new Typist(shell);
            typist.await("web:~# ");
            typist.type("uname -n; echo $$ of $(ls /proc | grep -c '^[0-9]')\n");
            String[] counted = typist.await("web\\s+\\d+ of \\d+")
                    .replace("web", "")
                    .strip()
                    .split(" of ");
            assertThat(Integer.parseInt(counted[0])).isLessThan(100);
            assertThat(Integer.parseInt(counted[1])).isLessThan(20);
        }
    }

    @Test
    void aShellThatIsHungUpLeavesNothingNotEvenWhatWouldNotEnd() throws Exception {
        String mark = UUID.randomUUID().toString();
        Shell shell = open("");
        Typist typist = new Typist(shell);
        typist.await("pod:~# ");
        typist.type("trap '' HUP; exec bash -c 'while :; do sleep 0.1; done' " + mark + "\n");
        awaitProcesses(mark, true);
        shell.close();
        awaitProcesses(mark, false);
        shell.await();
    }

    @Test
    void stopEndsTheShellsThatAreOpen() throws Exception {
        Lecture mine = new Lecture();
        Shell shell = mine.session.shell(Lecture.NS1, Optional.empty());
        Typist typist = new Typist(shell);
        typist.await("ns1:~# ");
        mine.close();
        shell.await();
        assertThat(mine.session.leftBehind()).isEmpty();
        assertThat(mine.session.shell(Lecture.NS1, Optional.empty()).await()).isNotZero();
    }

    private static void awaitProcesses(String mark, boolean there) throws InterruptedException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (isRunning(mark) != there) {
            assertThat(System.nanoTime()).as("processes with " + mark).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private static boolean isRunning(String mark) {
        return ProcessHandle.allProcesses()
                .anyMatch(p -> p.info().commandLine().orElse("").contains(mark));
    }
}
