package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.plan.Drawings;
import dev.pathlight.plan.NetOp;
import dev.pathlight.plan.Plan;
import dev.pathlight.plan.Plans;
import dev.pathlight.plan.Stage;
import dev.pathlight.plan.Step;
import dev.pathlight.topology.SpaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IpScriptTest {
    @Test
    void theBridgeLectureCanBeReadAndTyped() {
        String links = IpScript.of(Plans.of(Drawings.bridgeLecture())).split("## ")[2];
        assertThat(links).isEqualTo("""
            Bridges and cables
            # this/br0
            ip -n this link add name br0 index 4 type bridge mcast_snooping 0
            # this/br-veth0
            ip -n this link add name br-veth0 index 2 address 02:00:00:00:00:11 numtxqueues 1 numrxqueues 1 \
            master br0 up type veth peer name veth0 index 5 address 02:00:00:00:00:21 numtxqueues 1 \
            numrxqueues 1 netns ns1
            # this/ns1/veth0
            ip -n ns1 link set dev veth0 up
            # this/br-veth1
            ip -n this link add name br-veth1 index 3 address 02:00:00:00:00:12 numtxqueues 1 numrxqueues 1 \
            master br0 up type veth peer name veth1 index 6 address 02:00:00:00:00:22 numtxqueues 1 \
            numrxqueues 1 netns ns2
            # this/ns2/veth1
            ip -n ns2 link set dev veth1 up
            # this/br0
            ip -n this link set dev br0 up

            """);
    }

    @Test
    void namespacesOfOneNameInTwoNodesAreToldApart() {
        List<Step> steps = Stream.of("a/pod", "b/pod", "b/only", "a", "b", "c/a")
                .map(SpaceId::parse)
                .map(s -> new Step(1, Stage.SPACES, new NetOp.MakeNamespace(s, 0), s.toString()))
                .toList();
        NetnsNames names = new NetnsNames(new Plan(steps));
        assertThat(steps.stream().map(s -> names.of(s.op().space())))
                .containsExactly("a-pod", "b-pod", "only", "a", "b", "c-a");
    }

    @Test
    void theShellSeesEveryWordAsItIs() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Drawings.HOSTILE_NAMES);
        words.addAll(List.of("", " ", "a b", "two\nlines", "tab\t", "'\"'\"'", "\\n", "%s", "$'x'", "\u0001", "end\\"));
        StringBuilder script = new StringBuilder("for w in");
        words.forEach(w -> script.append(' ').append(ShellWord.of(w)));
        script.append("; do printf %s \"$w\"; printf '\\0'; done");
        Process shell = new ProcessBuilder("sh", "-c", script.toString()).start();
        String seen = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        assertThat(List.of(seen.split("\0", -1)))
                .isEqualTo(Stream.concat(words.stream(), Stream.of("")).toList());
    }
}
