package dev.pathlight.session;

import static dev.pathlight.session.Lecture.NS1;
import static dev.pathlight.session.Lecture.NS2;
import static dev.pathlight.session.Lecture.THIS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.check.CheckedTopology;
import dev.pathlight.check.Checker;
import dev.pathlight.machine.PingReply;
import dev.pathlight.machine.RunEvent;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Drawing;
import dev.pathlight.topology.Edit;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Layout;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.Route;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.trace.Journey;
import dev.pathlight.wire.Sandboxed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bridge lecture is edited while it runs, on this kernel: what runs follows the drawing. */
class LivingEditsTest {
    private static final Layout.Box BOX = new Layout.Box(10, 10, 100, 100);
    private static final SpaceId NS3 = SpaceId.parse("this/ns3");
    private static final PortId BR0 = PortId.parse("this/br0");
    private static final PortId VETH0 = PortId.parse("this/ns1/veth0");
    private static final PortId VETH2 = PortId.parse("this/ns3/veth2");
    private static final IpAddress NS2_ADDRESS = IpAddress.parse("10.1.1.3");
    private static final IpAddress NS3_ADDRESS = IpAddress.parse("10.1.1.4");
    private static final Mac DRAWN = Mac.parse("02:00:00:00:00:11");

    private Lecture lecture;
    private Drawing drawing;

    @BeforeEach
    void run() throws Exception {
        Sandboxed.assumePossible();
        lecture = new Lecture();
        drawing = new Drawing(lecture.session.drawing().topology(), Layout.NONE);
    }

    @AfterEach
    void stop() {
        if (lecture != null) {
            lecture.close();
        }
    }

    private Applied edit(Edit... edits) throws Exception {
        for (Edit edit : edits) {
            drawing = edit.applyTo(drawing);
        }
        return lecture.session.apply(checked(drawing));
    }

    private static CheckedTopology checked(Drawing d) {
        return Checker.check(d.topology())
                .checked()
                .orElseThrow(
                        () -> new AssertionError(Checker.check(d.topology()).findings()));
    }

    private void does(Edit... edits) throws Exception {
        Applied applied = edit(edits);
        assertThat(applied.refused()).isEmpty();
        assertThat(applied.plan().steps()).as("steps of " + List.of(edits)).isNotEmpty();
    }

    private static Edit ns3() {
        return new Edit.All(List.of(
                new Edit.AddNamespace(NS3, BOX),
                new Edit.SetSysctl(NS3, "ipv6.conf.default.disable_ipv6", Optional.of("1"))));
    }

    private static Edit cable() {
        return new Edit.AddCable(
                Edit.AddCable.End.at(VETH2), Edit.AddCable.End.on(PortId.parse("this/br-veth2"), new IfName("br0")));
    }

    private static Edit address(PortId port, String... addresses) {
        return new Edit.SetAddresses(port, Stream.of(addresses).map(Cidr::parse).toList());
    }

    @Test
    void aRunOfEditsLeavesTheKernelAsAFreshRunOfTheLastDrawing() throws Exception {
        does(ns3());
        does(cable());
        does(address(VETH2, "10.1.1.4/24"));
        does(address(BR0, "10.1.1.1/24"));
        does(new Edit.SetRoutes(NS3, List.of(Route.via(Cidr.parse("0.0.0.0/0"), IpAddress.parse("10.1.1.1")))));
        does(new Edit.SetMac(VETH0, Optional.of(DRAWN)));
        does(new Edit.SetMtu(VETH2, OptionalInt.of(1400)));
        does(new Edit.SetSysctl(THIS, "ipv4.ip_forward", Optional.of("1")));
        does(new Edit.SetUp(VETH0, false));
        does(new Edit.SetUp(VETH0, true));
        does(new Edit.Rename("this/ns3/veth2", "eth0"));
        does(new Edit.Free(PortId.parse("this/br-veth1")));
        does(new Edit.Enslave(PortId.parse("this/br-veth1"), new IfName("br0")));
        does(new Edit.AddNamespace(SpaceId.parse("this/ns4"), BOX));
        does(new Edit.Remove("this/ns2"));
        does(new Edit.SetSysctl(THIS, "ipv4.ip_forward", Optional.empty()));

        assertThat(edit().plan().steps()).as("applied once more").isEmpty();
        try (Session fresh = Sessions.sandbox().open(checked(drawing), e -> {})) {
            KernelState.awaitAlike(lecture.session, fresh);
        }
        assertThat(lecture.session.drawing().topology()).isEqualTo(drawing.topology());
    }

    @Test
    void whatIsDrawnWhileItRunsIsPingedFollowedAndGoneAgain() throws Exception {
        Drawing first = drawing;
        does(ns3(), cable(), address(VETH2, "10.1.1.4/24"));

        assertThat(lecture.session.addressOf(NS3, NS1)).contains(NS3_ADDRESS);
        assertThat(lecture.session.ping(NS1, NS3_ADDRESS, 1)).isInstanceOf(PingReply.Answered.class);
        assertThat(lecture.echoes(1).getFirst().hops())
                .extracting(h -> h.port() + " " + h.direction())
                .containsExactly("this/ns1/veth0 OUT", "this/br-veth0 IN", "this/br-veth2 OUT", "this/ns3/veth2 IN");
        assertThat(lecture.echoes(1)).allMatch(j -> j.outcome() == Journey.Outcome.DELIVERED);

        drawing = first;
        does();
        assertThat(lecture.session.snapshot().space(NS3)).isEmpty();
        lecture.await(THIS, s -> s.link("br-veth2").isEmpty());
        assertThat(lecture.session.ping(NS1, NS3_ADDRESS, 2)).isNotInstanceOf(PingReply.Answered.class);
        assertThat(lecture.session.ping(NS1, NS2_ADDRESS, 3)).isInstanceOf(PingReply.Answered.class);
        try (Lecture fresh = new Lecture()) {
            KernelState.awaitAlike(lecture.session, fresh.session);
        }
    }

    @Test
    void aRefusedStepLeavesAllAsItWas() throws Exception {
        Map<SpaceId, List<String>> before = KernelState.told(lecture.session);
        Drawing first = drawing;
        // The check cannot know what somebody else has made: the kernel refuses a second device of that name.
        lecture.exec(THIS, "ip", "link", "add", "br-veth2", "type", "bridge");

        Applied refused = edit(ns3(), cable(), address(VETH2, "10.1.1.4/24"));

        assertThat(refused.refused())
                .hasValueSatisfying(f -> assertThat(f.errnoName()).isEqualTo("EEXIST"));
        assertThat(lecture.session.drawing().topology()).isEqualTo(first.topology());
        assertThat(lecture.events)
                .extracting(e -> e instanceof SessionEvent.Running(RunEvent.StepUndone u)
                        ? u.step().op().space()
                        : THIS)
                .contains(NS3);
        lecture.exec(THIS, "ip", "link", "del", "br-veth2");
        lecture.await(THIS, s -> s.link("br-veth2").isEmpty());
        assertThat(KernelState.told(lecture.session)).isEqualTo(before);

        does();
        assertThat(lecture.session.ping(NS2, NS3_ADDRESS, 1)).isInstanceOf(PingReply.Answered.class);
    }
}
