package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sandbox on the real kernel. */
final class SandboxTest {
    private static final Plan PLAN = Lab.star(2);
    private static final List<SpaceId> SPACES = List.of(Lab.LAN, Lab.host(0), Lab.host(1));

    private EngineMachine machine;

    @BeforeEach
    void open() throws MachineLost {
        machine = Machines.sandbox();
    }

    @AfterEach
    void close() {
        machine.close();
    }

    private void up() throws MachineLost {
        assertThat(PlanRunner.run(PLAN, machine, e -> {}, () -> {})).isEmpty();
    }

    private PingReply ping(SpaceId from, String to) throws MachineLost {
        return machine.ping(from, new PingRequest(IpAddress.parse(to), 7, 1, 56, 4000));
    }

    @Test
    void aPlanComesUpAndItsHostsReachEachOther() throws MachineLost {
        up();
        assertThat(ping(Lab.host(0), "10.1.0.2")).isInstanceOf(PingReply.Answered.class);
        assertThat(links(Lab.LAN)).containsExactly("lo", "br0", "p0", "p1");
    }

    private List<String> links(SpaceId space) throws MachineLost {
        return machine.ask(space, new Query.Links()).stream()
                .map(n -> ((KernelNotice.LinkSet) n).link().name())
                .toList();
    }

    @Test
    void aPingSaysHowItFailed() throws MachineLost {
        up();
        assertThat(List.of(ping(Lab.host(0), "10.9.0.1"), ping(Lab.host(0), "10.1.0.99"), ping(Lab.host(0), "fd00::1")))
                .isEqualTo(List.of(
                        new PingReply.Refused(101, "ENETUNREACH"),
                        new PingReply.Error(3, 1, "10.1.0.1"),
                        new PingReply.Refused(101, "ENETUNREACH")));
    }

    @Test
    void aProgramRunsInsideItsNamespaceAndItsWordsAreNeverAShells() throws MachineLost {
        up();
        ExecResult echo = machine.exec(Lab.host(0), List.of("echo", "$(id)", "; rm -rf x", "`date`"), 5000);
        assertThat(echo).isEqualTo(new ExecResult(0, "$(id) ; rm -rf x `date`\n", ""));
        assertThat(machine.exec(Lab.host(1), List.of("ls", "/sys/class/net"), 5000)
                        .stdout())
                .isEqualTo("eth0\nlo\n");
        assertThat(machine.exec(Lab.LAN, List.of("ls", "/run/netns"), 5000).stdout())
                .isEqualTo("n0\nn1\nthis\n");
        assertThat(machine.exec(Lab.host(0), List.of("sleep", "60"), 100)).isEqualTo(new ExecResult(124, "", ""));
        assertThat(machine.exec(Lab.host(0), List.of("no-such-program"), 5000).exitCode())
                .isEqualTo(127);
    }

    @Test
    void aProgramThatBecomesAnotherUserIsToldSoAndStaysWhoItIs() throws Exception {
        up();
        List<String> changing =
                List.of("setpriv", "--reuid=105", "--regid=105", "--groups=4,5", "sh", "-c", "id -u; id -g");
        assertThat(machine.exec(Lab.host(0), changing, 5000)).isEqualTo(new ExecResult(0, "0\n0\n", ""));

        Process typed = Entering.namespace(machine.namespacePath(Lab.host(0))).start(changing, setting -> setting);
        assertThat(typed.inputReader().lines()).containsExactly("0", "0");
        assertThat(typed.waitFor()).isZero();
    }

    static IntStream everyStep() {
        return IntStream.range(0, PLAN.steps().size());
    }

    @ParameterizedTest
    @MethodSource("everyStep")
    void aStepTheKernelRefusesLeavesNothingOfThoseBeforeIt(int position) throws MachineLost {
        List<Step> steps = new ArrayList<>(PLAN.steps());
        Step sound = steps.get(position);
        Step refused = new Step(sound.number(), sound.stage(), refusedLike(sound), sound.element());
        steps.set(position, refused);

        Optional<StepFailure> failure = PlanRunner.run(new Plan(steps), machine, e -> {}, () -> {});

        assertThat(failure.map(StepFailure::step)).contains(refused);
        assertThat(failure.map(StepFailure::errnoName).orElse("")).startsWith("E");
        assertThat(namesOfNamespaces()).isEmpty();
    }

    /** A step of the same stage and namespace that no kernel does. */
    private static NetOp refusedLike(Step sound) {
        return switch (sound.op()) {
            case NetOp.MakeNamespace m -> new NetOp.MakeNamespace(m.space(), 1 << 24);
            case NetOp.WriteSysctl w -> new NetOp.WriteSysctl(w.space(), "ipv4.no_such_thing", "1");
            default -> new NetOp.SetUp(sound.op().space(), 999, new IfName("gone"), true);
        };
    }

    private String namesOfNamespaces() throws MachineLost {
        SpaceId eye = SpaceId.parse("eye");
        assertThat(machine.run(List.of(new Step(1, Stage.SPACES, new NetOp.MakeNamespace(eye, 900), "eye")), s -> {}))
                .isEmpty();
        return machine.exec(eye, List.of("ls", "/run/netns"), 5000).stdout().replace("eye\n", "");
    }

    @Test
    void aRefusalCarriesTheKernelsOwnWords() throws MachineLost {
        up();
        Step again = new Step(1, Stage.LINKS, PLAN.of(Stage.LINKS).getFirst().op(), "this/br0");
        Step words = new Step(
                2, Stage.LINKS, new NetOp.JoinBridge(Lab.LAN, 2, new IfName("br0"), 2, new IfName("br0")), "this/br0");
        assertThat(machine.run(List.of(again), s -> {}))
                .map(StepFailure::errnoName)
                .contains("EEXIST");
        assertThat(machine.run(List.of(words), s -> {}))
                .contains(new StepFailure(words, 40, "ELOOP", "Can not enslave a bridge to a bridge"));
    }

    @Test
    void aLearnedAddressIsToldAsANoticeFromItsNamespace() throws Exception {
        BlockingQueue<SpaceNotice> notices = new LinkedBlockingQueue<>();
        up();
        machine.watch(notices::add);
        ping(Lab.host(0), "10.1.0.2");
        List<Integer> learnedAt = new ArrayList<>();
        while (learnedAt.size() < 2) {
            SpaceNotice n = notices.poll(5, TimeUnit.SECONDS);
            assertThat(n).isNotNull();
            if (n.notice() instanceof KernelNotice.FdbSet(FdbRow row) && !row.local()) {
                assertThat(n.space()).isEqualTo(Lab.LAN);
                learnedAt.add(row.port());
            }
        }
        assertThat(learnedAt).containsExactlyInAnyOrder(3, 4);
    }

    @Test
    void namespacesMadeAfterTheWatchBeganAreHeardToo() throws Exception {
        BlockingQueue<SpaceNotice> notices = new LinkedBlockingQueue<>();
        machine.watch(notices::add);
        up();
        for (SpaceNotice n = notices.poll(5, TimeUnit.SECONDS); ; n = notices.poll(5, TimeUnit.SECONDS)) {
            assertThat(n).isNotNull();
            if (n.space().equals(Lab.host(1))
                    && n.notice() instanceof KernelNotice.LinkSet(LinkRow link)
                    && link.name().equals("eth0")
                    && link.isUp()) {
                return;
            }
        }
    }

    @Test
    void droppedNamespacesAreGoneWhenTheDropReturns() throws Exception {
        up();
        machine.capture(SPACES, f -> {});
        ping(Lab.host(0), "10.1.0.2");
        List<Long> inodes = new ArrayList<>();
        for (SpaceId space : SPACES) {
            inodes.add(Traces.inode(machine.namespacePath(space)));
        }
        List<Step> drop = SPACES.stream()
                .map(s -> new Step(1, Stage.SPACES, new NetOp.DropNamespace(s), s.toString()))
                .toList();

        assertThat(machine.run(drop, s -> {})).isEmpty();

        // A thread that stayed behind would show up here as a holder.
        assertThat(Traces.of(machine.marker()).holders(inodes)).isEmpty();
        up();
        assertThat(ping(Lab.host(0), "10.1.0.2")).isInstanceOf(PingReply.Answered.class);
    }

    @Test
    void aBrokenSandboxSaysSoFromEveryCall() throws Exception {
        up();
        Traces.of(machine.marker()).processes().forEach(p -> p.destroyForcibly());
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        ping(Lab.host(0), "10.1.0.2");
                        Thread.sleep(20);
                    }
                })
                .isInstanceOf(MachineLost.class)
                .hasMessageStartingWith("The sandbox is gone: the engine ended with exit code 137");
        assertThatThrownBy(() -> machine.exec(Lab.host(0), List.of("true"), 1000))
                .isInstanceOf(MachineLost.class);
        assertThatThrownBy(() -> machine.run(PLAN.steps(), s -> {})).isInstanceOf(MachineLost.class);
    }

    @Test
    void closingTwiceIsNoMistakeAndLeavesNothing() throws Exception {
        up();
        machine.close();
        machine.close();
        assertThat(Traces.of(machine.marker()).awaitNone(Duration.ofSeconds(5), List.of()))
                .isEmpty();
    }

    @Test
    void aChildThatKeepsAProgramsOutputLivesOnAndIsNotWaitedFor() throws Exception {
        up();
        long begun = System.nanoTime();
        ExecResult result = machine.exec(Lab.host(0), List.of("sh", "-c", "sleep 1001 & echo hi"), 60_000);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
        assertThat(result).isEqualTo(new ExecResult(0, "hi\n", ""));
        // In brackets, so that the looking program does not find itself.
        assertThat(machine.exec(Lab.host(0), List.of("sh", "-c", "grep -ls [1]001 /proc/[0-9]*/cmdline"), 5000)
                        .stdout())
                .isNotEmpty();
    }

    @Test
    void anEngineThatDoesNotAnswerIsKilled() throws Exception {
        up();
        Traces traces = Traces.of(machine.marker());
        List<Long> inodes = List.of(Traces.inode(machine.namespacePath(Lab.LAN)));
        signal("-STOP", machine.enginePid());
        long begun = System.nanoTime();
        machine.close(1000);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
        assertThat(traces.awaitNone(Duration.ofSeconds(2), inodes)).isEmpty();
        assertThat(machine.leftBehind()).isEmpty();
    }

    @Test
    void whoHoldsANamespaceAfterTheEndIsNamed() throws Exception {
        up();
        Process shell = entered(machine.namespacePath(Lab.host(1)));
        try {
            machine.close();

            assertThat(machine.leftBehind()).containsExactly(new Holder(Lab.host(1), shell.pid(), "sleep 1003"));
            assertThat(Traces.of(machine.marker()).processes()).isEmpty();
        } finally {
            shell.destroyForcibly();
        }
    }

    private static void signal(String signal, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, "" + pid).start().waitFor())
                .isZero();
    }

    /** As the command line tells to enter a namespace from another terminal. */
    private static Process entered(String path) throws Exception {
        String users = path.replaceFirst("/fd/.*", "/ns/user");
        Process shell = new ProcessBuilder(
                        "nsenter", "--user=" + users, "--preserve-credentials", "--net=" + path, "sleep", "1003")
                .inheritIO()
                .start();
        for (int i = 0; i < 250 && !Traces.commandLine(shell.pid()).startsWith("sleep"); i++) {
            Thread.sleep(20);
        }
        return shell;
    }
}
