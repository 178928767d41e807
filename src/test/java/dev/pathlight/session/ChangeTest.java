package dev.pathlight.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.live.SpaceState;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.StepFailure;
import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A running drawing is changed by planned operations, on this kernel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeTest {
    private static final IfName PORT = new IfName("br-veth1");
    private static final IpAddress NS2_ADDRESS = IpAddress.parse("10.1.1.3");

    private Lecture lecture;

    @BeforeAll
    void run() throws Exception {
        Sandboxed.assumePossible();
        lecture = new Lecture();
    }

    @AfterAll
    void stop() {
        if (lecture != null) {
            lecture.close();
        }
    }

    private static LinkRow link(SpaceState state, IfName name) {
        return state.link(name.value()).orElseThrow();
    }

    @Test
    void aPortLeavesItsBridgeAndComesBack() throws Exception {
        LinkRow before = link(lecture.state(Lecture.THIS), PORT);
        LinkRow bridge = link(lecture.state(Lecture.THIS), new IfName("br0"));
        NetOp leave = new NetOp.LeaveBridge(Lecture.THIS, before.index(), PORT);
        NetOp join = new NetOp.JoinBridge(Lecture.THIS, before.index(), PORT, bridge.index(), new IfName("br0"));

        assertThat(lecture.session.change(List.of(leave)).refused()).isEmpty();
        lecture.await(Lecture.THIS, s -> link(s, PORT).master() == 0);
        assertThat(lecture.session.change(List.of(join)).refused()).isEmpty();
        lecture.await(Lecture.THIS, s -> link(s, PORT).master() == bridge.index());
    }

    @Test
    void aNeighbourIsForgotten() throws Exception {
        SpaceId ns1 = Lecture.NS1;
        IfName veth0 = new IfName("veth0");
        assertThat(lecture.session.ping(ns1, NS2_ADDRESS, 1)).isInstanceOf(PingReply.Answered.class);
        lecture.await(
                ns1, s -> s.neighbours().stream().anyMatch(n -> n.address().equals(NS2_ADDRESS)));

        int index = link(lecture.state(ns1), veth0).index();
        Changed changed = lecture.session.change(List.of(new NetOp.DeleteNeighbour(ns1, index, veth0, NS2_ADDRESS)));

        assertThat(changed.refused()).isEmpty();
        lecture.await(
                ns1, s -> s.neighbours().stream().noneMatch(n -> n.address().equals(NS2_ADDRESS)));
    }

    @Test
    void aRefusalIsReturnedWithWhatWasDoneBefore() throws Exception {
        NetOp good = new NetOp.WriteSysctl(Lecture.NS1, "ipv4.ip_forward", "0");
        NetOp bad = new NetOp.SetUp(Lecture.NS1, 4711, new IfName("nobody"), true);

        Changed changed = lecture.session.change(List.of(good, bad));

        assertThat(changed.done()).containsExactly(good);
        assertThat(changed.refused()).map(StepFailure::errnoName).contains("ENODEV");
    }
}
