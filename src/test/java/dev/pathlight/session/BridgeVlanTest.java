package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pathlight.machine.KernelFeatures;
import dev.pathlight.machine.KernelFeatures.Feature;
import dev.pathlight.machine.MachineLost;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.Sandboxed;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A bridge that filters VLANs, where the kernel has that; where it has not, what is said instead. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BridgeVlanTest {
    private static final SpaceId WEB1 = SpaceId.parse("this/web1");
    private static final IpAddress WEB2 = IpAddress.parse("10.1.1.3");
    private static final IpAddress DB1 = IpAddress.parse("10.1.1.4");

    private KernelFeatures kernel = KernelFeatures.UNKNOWN;

    @BeforeAll
    void ask() throws MachineLost {
        Sandboxed.assumePossible();
        kernel = Sessions.sandbox().features();
    }

    private Optional<String> reason() {
        return kernel.lacks(Feature.VLAN_FILTERING).map(s -> s.in(Locale.ENGLISH));
    }

    @Test
    void whatTheKernelLacksIsWhatTheClassesOwnToolsAreRefused() throws Exception {
        Map<Feature, String> tries = Map.of(
                Feature.SPANNING_TREE, "ip link add s0 type bridge stp_state 1",
                Feature.VLAN_FILTERING, "ip link add f0 type bridge vlan_filtering 1",
                Feature.VLAN_LINKS, "ip link add b1 type bridge && ip link add link b1 name v0 type vlan id 2",
                Feature.VXLAN, "ip link add x0 type vxlan id 1 dstport 4789 dev lo",
                Feature.BRIDGE_NETFILTER, "test -e /proc/sys/net/bridge/bridge-nf-call-iptables");
        Map<Feature, Boolean> lacking = new TreeMap<>();
        Map<Feature, Boolean> refused = new TreeMap<>();
        try (Lecture lecture = new Lecture()) {
            for (Map.Entry<Feature, String> t : tries.entrySet()) {
                lacking.put(t.getKey(), kernel.lacks(t.getKey()).isPresent());
                refused.put(t.getKey(), !succeeds(lecture, t.getValue()));
            }
        }
        assertThat(lacking).isEqualTo(refused);
        assertThat(kernel.missing().values()).map(Sentence::toString).allMatch(s -> s.startsWith("This kernel"));
    }

    private static boolean succeeds(Lecture lecture, String command) throws MachineLost {
        return lecture.session
                        .exec(Lecture.NS1, java.util.List.of("sh", "-c", command), 20_000)
                        .exitCode()
                == 0;
    }

    @Test
    void aBridgeThatFiltersLetsAVlansPortsReachEachOtherAndNobodyElse() throws Exception {
        skipWhere(reason());
        try (Lecture lecture = Lecture.shipped("bridge-vlan")) {
            assertThat(lecture.session.ping(WEB1, WEB2, 1)).isInstanceOf(PingReply.Answered.class);
            assertThat(lecture.session.ping(WEB1, DB1, 2)).isNotInstanceOf(PingReply.Answered.class);
        }
        try (Lecture lecture = Lecture.shipped("bridge-vlan-wrong-pvid")) {
            assertThat(lecture.session.ping(WEB1, WEB2, 1)).isNotInstanceOf(PingReply.Answered.class);
        }
    }

    private static void skipWhere(Optional<String> reason) {
        assumeTrue(reason.isEmpty(), () -> reason.orElse(""));
    }

    @Test
    void aKernelThatCannotFilterIsNamedAndNothingIsLeft() throws Exception {
        assumeTrue(reason().isPresent(), "This kernel filters VLANs: nothing is refused");
        try (Lecture lecture = Lecture.shipped("bridge-vlan")) {
            StepFailure failure = lecture.session.failure().orElseThrow();

            assertThat(failure.step().element()).isEqualTo("this/br0");
            assertThat(failure.errnoName()).isEqualTo("EOPNOTSUPP");
            assertThat(failure.kernelText())
                    .contains("CONFIG_BRIDGE_VLAN_FILTERING")
                    .contains("turn VLAN filtering off");
            assertThat(lecture.session.leftBehind()).isEmpty();
        }
        assertThat(reason())
                .hasValueSatisfying(r -> assertThat(r).contains("CONFIG_BRIDGE_VLAN_FILTERING", "EOPNOTSUPP"));
    }
}
