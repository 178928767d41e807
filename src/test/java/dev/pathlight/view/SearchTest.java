package dev.pathlight.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.MacRow;
import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import dev.pathlight.topology.json.ReadResult;
import dev.pathlight.topology.json.TopologyReader;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Topology DRAWN = read("""
        {"version": 1, "name": "t", "nodes": [
          {"name": "rack", "title": {"en": "The rack", "zh": "机架"},
           "interfaces": [{"name": "p0"}, {"name": "p1"}],
           "bridges": [{"name": "br0", "ports": ["p0", "p1"], "addresses": ["10.1.1.1/24"]}],
           "namespaces": [
             {"name": "a", "interfaces": [{"name": "eth0", "mac": "02:00:00:00:00:0a", "addresses": ["10.1.1.2/24"]}]},
             {"name": "ab", "interfaces": [{"name": "eth0", "addresses": ["10.1.1.22/24"]}],
              "containers": [{"name": "web", "image": "nginx:1.27"}]}]}],
         "cables": [{"ends": ["rack/a/eth0", "rack/p0"]}],
         "lans": [{"name": "lan0", "title": "Campus"}],
         "notes": [{"id": "hint", "text": "Watch this table"}]}
        """);

    private static Topology read(String json) {
        return ((ReadResult.Good) TopologyReader.read("t", json.getBytes(StandardCharsets.UTF_8)))
                .drawing()
                .topology();
    }

    private static List<String> found(String typed) {
        return Search.hits(DRAWN, Snapshot.EMPTY, typed).stream()
                .map(Search.Hit::path)
                .toList();
    }

    @Test
    void aThingIsFoundByItsNameTheExactOneFirst() {
        assertThat(found("a").getFirst()).isEqualTo("rack/a");
        assertThat(found("ab")).startsWith("rack/ab");
        assertThat(found("LAN0")).containsExactly("lan:lan0");
        assertThat(found("web")).containsExactly("rack/ab/web");
    }

    @Test
    void aThingIsFoundByItsAddressAsDrawn() {
        assertThat(found("10.1.1.2")).containsExactly("rack/a/eth0", "rack/ab/eth0");
        assertThat(found("0:0a")).containsExactly("rack/a/eth0");
        assertThat(found("10.1.1.1/")).containsExactly("rack/br0");
    }

    @Test
    void aThingIsFoundByItsWordsInEveryLanguage() {
        assertThat(found("机架")).containsExactly("rack");
        assertThat(found("the rack")).containsExactly("rack");
        assertThat(found("campus")).containsExactly("lan:lan0");
        assertThat(found("table watch")).containsExactly("note:hint");
        assertThat(found("nginx")).containsExactly("rack/ab/web");
    }

    @Test
    void anInterfaceIsFoundByItsWholePathAndACableByItsEnds() {
        assertThat(found("ab/eth0")).containsExactly("rack/ab/eth0");
        assertThat(found("eth0 – p0")).containsExactly("cable:rack/a/eth0");
    }

    @Test
    void nothingTypedIsAnsweredByNothingAndNonsenseToo() {
        assertThat(found("  ")).isEmpty();
        assertThat(found("xyzzy")).isEmpty();
    }

    @Test
    void whatOnlyTheKernelKnowsIsFoundWhereItsTablesHaveIt() {
        SpaceId rack = SpaceId.parse("rack");
        Mac mac = Mac.parse("0a:11:22:33:44:55");
        SpaceState now = new SpaceState(
                rack,
                List.of(new LinkRow(
                        7,
                        "p0",
                        Optional.empty(),
                        1500,
                        LinkRow.IFF_UP,
                        6,
                        0,
                        0,
                        OptionalInt.empty(),
                        "veth",
                        0,
                        0,
                        Optional.empty())),
                List.of(),
                List.of(),
                List.of(new NeighbourRow(7, IpAddress.parse("10.1.1.99"), Optional.of(mac), 2)),
                List.of(new MacRow("br0", "p1", 2, mac, 0, false, Optional.empty(), 0, 0)));
        TreeMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        spaces.put(rack, now);

        List<Search.Hit> hits = Search.hits(DRAWN, new Snapshot(0, spaces), "33:44:55");

        assertThat(hits)
                .extracting(Search.Hit::path, Search.Hit::by)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("rack/p0", "10.1.1.99 lladdr " + mac),
                        org.assertj.core.groups.Tuple.tuple("rack/p1", mac + " br0"));
    }
}
