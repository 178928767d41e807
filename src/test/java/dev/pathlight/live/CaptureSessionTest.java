package dev.pathlight.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.machine.CapturedFrame;
import dev.pathlight.machine.Direction;
import dev.pathlight.machine.FakeMachine;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.LinkRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How captures follow the tables, on a machine in memory. */
class CaptureSessionTest {
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final int UP = 1;

    private final FakeMachine machine = new FakeMachine(0);
    private final List<Sighting> seen = new ArrayList<>();

    @Test
    void whatIsUpAndCannotBeCapturedIsNamedAndWhatIsCapturedIsNot() throws Exception {
        machine.uncapturable.add("x1");
        CaptureSession session = CaptureSession.open(machine, List.of(NS1), seen::addAll);

        session.follow(links(link(2, "x0", UP), link(3, "x1", UP), link(4, "x2", 0)));

        assertThat(session.uncaptured()).containsExactly(port("x1"));
    }

    @Test
    void aCaptureThatEndedThoughItsLinkIsUpIsOpenedAgain() throws Exception {
        CaptureSession session = CaptureSession.open(machine, List.of(NS1), seen::addAll);
        session.follow(links(link(2, "x0", UP)));
        machine.lapse(NS1, 2);
        assertThat(machine.captured()).isEmpty();

        session.lookAgain();

        assertThat(machine.captured()).hasSize(1);
        assertThat(session.uncaptured()).isEmpty();
    }

    @Test
    void whatCannotBeCapturedIsAskedForAgainOnlyOnceItsLinkChanged() throws Exception {
        machine.uncapturable.add("x1");
        CaptureSession session = CaptureSession.open(machine, List.of(NS1), seen::addAll);
        session.follow(links(link(3, "x1", UP)));
        session.follow(links(link(3, "x1", UP), link(4, "x2", 0)));
        session.lookAgain();
        assertThat(machine.asked).isEqualTo(1);

        machine.uncapturable.clear();
        session.follow(links(link(3, "x9", UP)));

        assertThat(machine.asked).isEqualTo(2);
        assertThat(session.uncaptured()).isEmpty();
    }

    @Test
    void framesBearTheNameTheTablesHaveForTheirIndex() throws Exception {
        CaptureSession session = CaptureSession.open(machine, List.of(NS1), seen::addAll);
        session.follow(links(link(2, "x0", UP)));
        machine.frame(new CapturedFrame(port("x0"), 2, Direction.IN, 1, 0, new byte[0]));
        session.follow(links(link(2, "eth9", UP)));
        machine.frame(new CapturedFrame(port("x0"), 2, Direction.IN, 2, 0, new byte[0]));

        assertThat(seen).extracting(Sighting::port).containsExactly(port("x0"), port("eth9"));
    }

    private Snapshot links(LinkRow... links) {
        machine.links = List.of(links);
        TreeMap<SpaceId, SpaceState> spaces = new TreeMap<>();
        spaces.put(NS1, new SpaceState(NS1, machine.links, List.of(), List.of(), List.of(), List.of()));
        return new Snapshot(1, spaces);
    }

    private static PortId port(String name) {
        return new PortId(NS1, new IfName(name));
    }

    private static LinkRow link(int index, String name, int flags) {
        return new LinkRow(
                index,
                name,
                Optional.empty(),
                1500,
                flags,
                6,
                0,
                0,
                OptionalInt.empty(),
                "veth",
                0,
                0,
                Optional.empty());
    }
}
