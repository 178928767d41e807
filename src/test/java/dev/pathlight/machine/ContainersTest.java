package dev.pathlight.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.Container;
import dev.pathlight.topology.Container.Listen;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Name;
import dev.pathlight.topology.SpaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Containers on the real kernel: apart from each other in all but their network. */
final class ContainersTest {
    private static final SpaceId POD = SpaceId.parse("this/pod");
    private static final Container WEB = container("web", List.of(), new Listen("http", 80), new Listen("udp", 7));
    private static final Container CLIENT = container("client", List.of());

    private final LinkedBlockingQueue<ContainerEnd> ends = new LinkedBlockingQueue<>();
    private EngineMachine machine;

    @BeforeEach
    void open() throws MachineLost {
        machine = Machines.sandbox();
        machine.containerEnds(ends::add);
    }

    @AfterEach
    void close() {
        machine.close();
    }

    private static Container container(String name, List<String> command, Listen... listens) {
        return new Container(new Name(name), command, Optional.empty(), List.of(listens));
    }

    private static Plan plan(Container... containers) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(1, Stage.SPACES, new NetOp.MakeNamespace(POD, 0), "this/pod"));
        steps.add(new Step(2, Stage.SPACES, new NetOp.SetUp(POD, 1, new IfName("lo"), true), "this/pod"));
        for (Container c : containers) {
            steps.add(new Step(
                    steps.size() + 1, Stage.CONTAINERS, new NetOp.StartContainer(POD, c), "this/pod/" + c.name()));
        }
        return new Plan(steps);
    }

    private void up(Container... containers) throws MachineLost {
        assertThat(PlanRunner.run(plan(containers), machine, e -> {}, () -> {})).isEmpty();
    }

    private String in(Container c, String... command) throws MachineLost {
        ExecResult result = machine.exec(POD, c.name(), List.of(command), 20_000);
        assertThat(result.stderr()).isEmpty();
        return result.stdout().strip();
    }

    @Test
    void containersOfANamespaceShareItsNetworkAndNothingElse() throws MachineLost {
        up(WEB, CLIENT);
        for (String own : List.of("mnt", "pid", "uts")) {
            assertThat(in(WEB, "readlink", "/proc/1/ns/" + own))
                    .startsWith(own + ":[")
                    .isNotEqualTo(in(CLIENT, "readlink", "/proc/1/ns/" + own));
        }
        String pod = machine.exec(POD, List.of("readlink", "/proc/self/ns/net"), 20_000)
                .stdout()
                .strip();
        assertThat(List.of(in(WEB, "readlink", "/proc/1/ns/net"), in(CLIENT, "readlink", "/proc/1/ns/net")))
                .isEqualTo(List.of(pod, pod));
    }

    @Test
    void aContainerHasItsNameAsHostNameAndItsOwnProcessesAndTemporaryFiles() throws MachineLost {
        up(WEB, CLIENT);
        assertThat(in(CLIENT, "hostname")).isEqualTo("client");
        assertThat(in(WEB, "cat", "/etc/hostname")).isEqualTo("web");
        in(WEB, "touch", "/tmp/mine");
        assertThat(in(WEB, "ls", "-A", "/tmp")).isEqualTo("mine");
        assertThat(in(CLIENT, "ls", "-A", "/tmp")).isEmpty();
        assertThat(in(CLIENT, "sh", "-c", "echo /proc/[0-9]*/exe").split(" ")).hasSize(2);
        assertThat(in(CLIENT, "cat", "/proc/1/comm")).isEqualTo("sleep");
    }

    @Test
    void aCommandsWordsAreNeverAShells() throws Exception {
        up(container("odd", List.of("sh", "-c", "printf '%s|' \"$@\" >&2; exit 3", "sh", "$(id)", "; ls", "a b")));
        assertThat(ends.poll(20, TimeUnit.SECONDS))
                .isEqualTo(new ContainerEnd(POD, new Name("odd"), 3, "$(id)|; ls|a b|"));
    }

    @Test
    void aCommandThatFailsAtOnceIsToldAndTheNetworkStaysUp() throws Exception {
        up(CLIENT, container("bad", List.of("no-such-program")));
        ContainerEnd end = ends.poll(20, TimeUnit.SECONDS);
        assertThat(end.exitCode()).isEqualTo(127);
        assertThat(end.lastWords()).contains("no-such-program").contains("not found");
        assertThat(in(CLIENT, "hostname")).isEqualTo("client");
    }

    @Test
    void theEndOfARunningContainerIsSeen() throws Exception {
        up(CLIENT);
        String first = machine.containerPath(POD, CLIENT.name()).orElseThrow();
        assertThat(ends).isEmpty();
        machine.exec(POD, List.of("kill", "-9", first.replaceFirst(".*/", "")), 20_000);
        assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo(new ContainerEnd(POD, CLIENT.name(), 137, ""));
        assertThat(machine.containerPath(POD, CLIENT.name())).isEmpty();
    }

    @Test
    void whoeverComesSecondToAPortIsRefusedByTheKernel() throws Exception {
        up(WEB, container("second", List.of(), new Listen("tcp", 80)));
        assertThat(ends.poll(20, TimeUnit.SECONDS))
                .isEqualTo(new ContainerEnd(
                        POD, new Name("second"), 98, "tcp port 80 cannot be listened to: Address already in use"));
    }

    @Test
    void whoListensOnWhichPortIsToldWithItsContainer() throws MachineLost {
        up(WEB, CLIENT);
        assertThat(machine.listeners(POD))
                .extracting(l -> l.row().protocol(), l -> l.row().local(), Listener::program, Listener::container)
                .containsExactly(
                        tuple("tcp", "*:80", "java", Optional.of(WEB.name())),
                        tuple("udp", "*:7", "java", Optional.of(WEB.name())));
        String ss = machine.exec(POD, List.of("cat", "/proc/net/tcp6"), 20_000).stdout();
        assertThat(ss)
                .contains(":0050 ")
                .contains(" " + machine.listeners(POD).getFirst().row().inode() + " ");
    }

    @Test
    void whatAContainerSendsIsSentByAProcessOfIts() throws Exception {
        Container echo = container("echo", List.of(), new Listen("tcp", 7));
        up(echo, CLIENT);
        // An echo never comes to an end as a web page does: the connection stays until the caller goes.
        CallRequest request = new CallRequest(CallRequest.Protocol.HTTP, IpAddress.parse("127.0.0.1"), 7, 60_000);
        CompletableFuture<CallReply> reply = new CompletableFuture<>();
        Thread.ofPlatform().name("test-caller").start(() -> {
            try {
                reply.complete(machine.call(POD, Optional.of(CLIENT.name()), request));
            } catch (MachineLost e) {
                reply.completeExceptionally(e);
            }
        });
        String sender = sender();
        for (String own : List.of("mnt", "pid", "uts", "net")) {
            assertThat(inPod("readlink", "/proc/" + sender + "/ns/" + own))
                    .startsWith(own + ":[")
                    .isEqualTo(in(CLIENT, "readlink", "/proc/1/ns/" + own));
        }
        assertThat(inPod("readlink", "/proc/" + sender + "/ns/pid"))
                .isNotEqualTo(inPod("readlink", "/proc/self/ns/pid"));
        inPod("kill", "-9", sender);
        assertThat(reply.get(60, TimeUnit.SECONDS))
                .isEqualTo(new CallReply.Refused("a process of client could not send: exit code 137"));
    }

    /** The process that ss, looking from outside, names beside the connection to port 7. */
    private String sender() throws Exception {
        Pattern holder = Pattern.compile("users:\\(\\(\"java\",pid=(\\d+),");
        for (int i = 0; i < 600; i++) {
            Matcher m = holder.matcher(inPod("ss", "-Htnp", "state", "established", "dport = :7"));
            if (m.find()) {
                return m.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nobody connected to port 7 within a minute");
    }

    private String inPod(String... command) throws MachineLost {
        return machine.exec(POD, List.of(command), 20_000).stdout().strip();
    }

    @Test
    void aContainerThatDoesNotRunSendsNothing() throws MachineLost {
        up(CLIENT);
        CallRequest request = new CallRequest(CallRequest.Protocol.UDP, IpAddress.parse("127.0.0.1"), 7, 1000);
        assertThat(machine.call(POD, Optional.of(new Name("gone")), request))
                .isEqualTo(new CallReply.Refused("the container gone does not run"));
    }

    @Test
    void whatStartsIsUndoneWithAllItsProcesses() throws MachineLost {
        Plan plan = plan(CLIENT, container("two", List.of("sh", "-c", "sleep 1000 & sleep 1000; true")));
        assertThat(machine.run(plan.steps(), s -> {})).isEmpty();
        assertThat(sleepers()).isEqualTo(3);
        Step stop = new Step(9, Stage.CONTAINERS, new NetOp.StopContainer(POD, new Name("two")), "this/pod/two");
        assertThat(machine.run(List.of(stop), s -> {})).isEmpty();
        assertThat(sleepers()).isEqualTo(1);
        assertThat(machine.run(List.of(new Step(9, Stage.SPACES, new NetOp.DropNamespace(POD), "")), s -> {}))
                .isEmpty();
        assertThat(ends).isEmpty();
    }

    private int sleepers() throws MachineLost {
        return machine.exec(POD, List.of("sh", "-c", "grep -lx sleep /proc/[0-9]*/comm"), 20_000)
                .stdout()
                .split("\n")
                .length;
    }
}
