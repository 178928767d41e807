package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pathlight.machine.HostState;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.wire.Sandboxed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sessions end, on purpose and otherwise. */
class SessionEndTest {
    private static final IpAddress NS2_ADDRESS = IpAddress.parse("10.1.1.3");

    @BeforeEach
    void namespacesAreAllowed() {
        Sandboxed.assumePossible();
    }

    @Test
    void aStoppedSessionLeavesNoProcessAndNoThread() throws Exception {
        Set<Long> before = children();
        Set<String> threadsBefore = threads();
        Lecture lecture = new Lecture();
        Set<Long> during = children();
        lecture.session.ping(NS1, NS2_ADDRESS, 1);
        lecture.close();
        lecture.close();

        assertThat(during).hasSizeGreaterThan(before.size());
        assertThat(children()).isEqualTo(before);
        awaitEqual(threadsBefore);
        assertThatThrownBy(() -> lecture.session.ping(NS1, NS2_ADDRESS, 2)).isInstanceOf(MachineLost.class);
        assertThat(lecture.session.journeys()).isNotEmpty();
    }

    @Test
    void theHostLooksAfterAStopAsBeforeTheRun() throws Exception {
        HostState before = HostState.now();
        Lecture lecture = new Lecture();
        lecture.session.ping(NS1, NS2_ADDRESS, 1);
        lecture.close();

        assertThat(HostState.now()).isEqualTo(before);
        assertThat(before.parts()).containsKey("mounts");
        assertThat(lecture.session.leftBehind()).isEmpty();
    }

    @Test
    void aShellThatStaysInANamespaceIsNamedAfterTheStop() throws Exception {
        Lecture lecture = new Lecture();
        String path = lecture.session.namespacePath(NS1);
        String users = path.replaceFirst("/fd/.*", "/ns/user");
        Process shell = new ProcessBuilder(
                        "nsenter", "--user=" + users, "--preserve-credentials", "--net=" + path, "sleep", "1000")
                .start();
        try {
            while (!shell.info().command().orElse("").endsWith("sleep")) {
                assertThat(shell.isAlive()).isTrue();
                Thread.sleep(10);
            }
            lecture.close();

            assertThat(lecture.session.leftBehind())
                    .containsExactly("this/ns1 is held by process " + shell.pid() + " (sleep 1000).");
        } finally {
            shell.destroyForcibly();
            lecture.close();
        }
    }

    @Test
    void aMachineThatDiesIsToldOnceWithWhyAndWhatToDo() throws Exception {
        Set<Long> before = children();
        BlockingQueue<SessionEvent.Broken> broken = new LinkedBlockingQueue<>();
        Session session = Sessions.sandbox().open(Lecture.drawing(), event -> {
            if (event instanceof SessionEvent.Broken b) {
                broken.add(b);
            }
        });
        Set<Long> own = children();
        own.removeAll(before);
        own.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));

        SessionEvent.Broken told = broken.poll(10, TimeUnit.SECONDS);
        assertThat(told).isNotNull();
        assertThat(List.of(told.message().toString(), told.remedy().toString())).doesNotContain("");
        assertThatThrownBy(() -> session.ping(NS1, NS2_ADDRESS, 1)).isInstanceOf(MachineLost.class);
        assertThat(broken.poll(1, TimeUnit.SECONDS)).isNull();
        session.close();
        assertThat(children()).isEqualTo(before);
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    /** Our own threads by name; the JVM's come and go. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(n -> n.matches("(session|kernel-watch|machine|engine).*"))
                .collect(Collectors.toSet());
    }

    private static void awaitEqual(Set<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!threads().equals(wanted) && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(threads()).isEqualTo(wanted);
    }
}
