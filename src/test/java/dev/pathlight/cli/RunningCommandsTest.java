package dev.pathlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.Main;
import dev.pathlight.session.Sessions;
import dev.pathlight.wire.Sandboxed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that run a drawing, on the real kernel. */
class RunningCommandsTest {
    private static final String BRIDGE = "topologies/bridge.json";

    /**
     * A machine of one's own for Pathlight to run on, with something on it already; what the machine looks like before and
     * after has to be the same.
     */
    private static final String COMPARED = """
        mount -t tmpfs tmpfs /run && mkdir /run/netns || exit 90
        echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6
        ip link set lo up && ip link add keep0 type veth peer name keep1 || exit 91
        ip addr add 192.0.2.1/24 dev keep0 && ip link set keep0 up && ip link set keep1 up || exit 92
        ip netns add mine || exit 93
        nft add table inet mine 2>/dev/null
        look() {
          ip -d link; ip addr; ip route show table all; ip rule; ip netns; nft list ruleset 2>/dev/null
          cat /proc/self/mountinfo
        }
        look > /run/before
        "$@"
        code=$?
        look > /run/after
        echo "looked at $(wc -l < /run/before) lines"
        diff /run/before /run/after || exit 94
        exit $code
        """;

    @BeforeEach
    void namespacesAreAllowed() {
        Sandboxed.assumePossible();
    }

    @Test
    void theDemoTellsEveryHopOfRequestAndReplyWithTheRowThatDecidedIt() throws IOException {
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "demo");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Steady.text(run.out())).isEqualTo(WordsTest.expected("demo.txt"));
    }

    @Test
    void theMachineLooksAsBeforeAfterTheDemo() {
        Sandboxed.Result result = Sandboxed.main(List.of("sh", "-c", COMPARED, "compared"), Main.class, "demo");

        assertThat(result.output()).contains("looked at", "echo reply", "Stopped; nothing is left behind.");
        assertThat(result.exitCode()).as(result.output()).isZero();
    }

    @Test
    void tracePrintsTheJsonThatScriptsRead() {
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "trace", BRIDGE, "--ping", "ns1", "ns2", "--json");
        JsonNode trace = JsonMapper.shared().readTree(run.out());

        assertThat(run.exitCode()).isZero();
        assertThat(names(trace)).containsExactly("topology", "target", "journeys", "ambiguous", "dropped_sightings");
        assertThat(trace.get("topology").asString()).isEqualTo("two-namespaces-one-bridge");
        assertThat(trace.get("target").asString()).isEqualTo("sandbox");
        assertThat(List.of(
                        trace.get("ambiguous").asInt(),
                        trace.get("dropped_sightings").asInt()))
                .containsOnly(0);
        JsonNode request = journey(trace, "echo request");
        assertThat(names(request)).containsExactly("id", "what", "protocol", "outcome", "hops");
        assertThat(request.get("outcome").asString()).isEqualTo("delivered");
        assertThat(hops(request))
                .containsExactly(
                        "this/ns1/veth0 out route",
                        "this//br-veth0 in fdb",
                        "this//br-veth1 out fdb",
                        "this/ns2/veth1 in local");
        assertThat(names(request.get("hops").get(1)))
                .containsExactly(
                        "node",
                        "namespace",
                        "interface",
                        "direction",
                        "time_ns",
                        "src_mac",
                        "dst_mac",
                        "ttl",
                        "decision",
                        "parent");
    }

    @Test
    void anAddressNobodyHasIsALostJourneyAndEndsWithOne() {
        CommandLineRun run =
                CommandLineRun.of(Sessions.sandbox(), "trace", BRIDGE, "--ping", "this/ns1", "10.9.9.9", "--json");
        JsonNode journey = journey(JsonMapper.shared().readTree(run.out()), "echo request");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(journey.get("outcome").asString()).isEqualTo("lost");
        assertThat(journey.get("lost").get("why").asString()).isEqualTo("no-route");
        assertThat(names(journey.get("lost")))
                .containsExactly("node", "namespace", "interface", "why", "explanation", "decision");
        assertThat(journey.get("lost").get("interface").asString()).isEmpty();
    }

    @Test
    void aReplyThatCannotBeSentIsALostJourneyAndEndsWithOne() throws IOException {
        Path narrow = Files.writeString(
                Files.createTempFile("narrow", ".json"),
                Files.readString(Path.of(BRIDGE)).replace("10.1.1.3/24", "10.1.1.200/25"));
        CommandLineRun run =
                CommandLineRun.of(Sessions.sandbox(), "trace", narrow.toString(), "--ping", "ns1", "10.1.1.200");
        Files.delete(narrow);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .contains("ICMP echo reply 10.1.1.200 → 10.1.1.2, id 1, seq 1: lost")
                .contains("  lost in ns2, before any interface: The request arrived, its reply did not: "
                        + "ns2 has no route to 10.1.1.2, so it could not answer.");
    }

    @Test
    void everyPingOfSeveralMakesJourneysOfItsOwn() {
        CommandLineRun run = CommandLineRun.of(
                Sessions.sandbox(), "trace", BRIDGE, "--ping", "ns1", "10.1.1.3", "--count", "3", "--json");
        JsonNode trace = JsonMapper.shared().readTree(run.out());

        List<String> echoes = new ArrayList<>();
        trace.get("journeys").forEach(j -> echoes.add(j.get("what").asString()));
        assertThat(echoes)
                .filteredOn(w -> w.contains("echo"))
                .map(w -> w.replaceAll("id \\d+", "id N"))
                .containsExactly(
                        "ICMP echo request 10.1.1.2 → 10.1.1.3, id N, seq 1",
                        "ICMP echo reply 10.1.1.3 → 10.1.1.2, id N, seq 1",
                        "ICMP echo request 10.1.1.2 → 10.1.1.3, id N, seq 2",
                        "ICMP echo reply 10.1.1.3 → 10.1.1.2, id N, seq 2",
                        "ICMP echo request 10.1.1.2 → 10.1.1.3, id N, seq 3",
                        "ICMP echo reply 10.1.1.3 → 10.1.1.2, id N, seq 3");
    }

    @Test
    void aSnapshotListsEveryNamespacesTables() {
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "snapshot", BRIDGE, "--json");
        JsonNode spaces = JsonMapper.shared().readTree(run.out()).get("namespaces");

        Map<String, List<String>> links = spaces.valueStream()
                .collect(Collectors.toMap(
                        s -> s.get("namespace").asString(),
                        s -> s.get("links")
                                .valueStream()
                                .map(l -> l.get("name").asString())
                                .toList()));
        assertThat(links)
                .isEqualTo(Map.of(
                        "", List.of("lo", "br-veth0", "br-veth1", "br0"),
                        "ns1", List.of("lo", "veth0"),
                        "ns2", List.of("lo", "veth1")));
    }

    @Test
    void aSnapshotTellsWhoListensWhereContainersAreDrawn() {
        String file = "topologies/container-mode.json";
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "snapshot", file, "--json");
        JsonNode pod = JsonMapper.shared()
                .readTree(run.out())
                .get("namespaces")
                .valueStream()
                .filter(s -> s.get("namespace").asString().equals("pod"))
                .findFirst()
                .orElseThrow();

        assertThat(pod.get("listeners").valueStream().map(JsonNode::toString))
                .containsExactly("{\"protocol\":\"tcp\",\"address\":\"::\",\"port\":80,\"process\":\"java\","
                        + "\"container\":\"web\"}");
        assertThat(CommandLineRun.of(Sessions.sandbox(), "snapshot", file).out())
                .contains("listeners\n  tcp *:80 web (java)\n");
    }

    @Test
    void aSnapshotAsATextbookToolPrintsItIsHeadedByTheCommand() {
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "snapshot", BRIDGE, "--as", "route");

        assertThat(run.out()).contains("""
            [this/ns1] # route -n
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
            10.1.1.0        0.0.0.0         255.255.255.0   U     0      0        0 veth0

            """);
    }

    @Test
    void aTraceAsTcpdumpPrintsItShowsEachInterface() {
        CommandLineRun run =
                CommandLineRun.of(Sessions.sandbox(), "trace", BRIDGE, "--ping", "ns1", "ns2", "--as", "tcpdump");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().filter(l -> l.startsWith("[")))
                .containsExactlyInAnyOrder(
                        "[this/ns1] # tcpdump -ne -i veth0",
                        "[this] # tcpdump -ne -i br-veth0",
                        "[this] # tcpdump -ne -i br0",
                        "[this] # tcpdump -ne -i br-veth1",
                        "[this/ns2] # tcpdump -ne -i veth1");
        assertThat(run.out().lines().filter(l -> l.contains("10.1.1.2 > 10.1.1.3: ICMP echo request, id")))
                .hasSize(4);
    }

    @Test
    void aStepTheKernelRefusesIsToldWithItsElementAndErrno(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("refused.json");
        Files.writeString(
                file,
                Files.readString(Path.of(BRIDGE)).replace("\"sysctls\": {", "\"sysctls\": {\"ipv4.no_such\": \"1\", "));
        CommandLineRun run = CommandLineRun.of(Sessions.sandbox(), "snapshot", file.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("ipv4.no_such", "ENOENT", "everything before it is undone");
    }

    private static JsonNode journey(JsonNode trace, String what) {
        return trace.get("journeys")
                .valueStream()
                .filter(j -> j.get("what").asString().contains(what))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> hops(JsonNode journey) {
        return journey.get("hops")
                .valueStream()
                .map(h -> "%s/%s/%s %s %s"
                        .formatted(
                                h.get("node").asString(),
                                h.get("namespace").asString(),
                                h.get("interface").asString(),
                                h.get("direction").asString(),
                                h.get("decision").get("kind").asString()))
                .toList();
    }

    private static List<String> names(JsonNode object) {
        return List.copyOf(object.propertyNames());
    }
}
