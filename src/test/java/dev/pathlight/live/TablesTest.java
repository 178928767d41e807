package dev.pathlight.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pathlight.machine.Direction;
import dev.pathlight.machine.SpaceNotice;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.FdbRow;
import dev.pathlight.wire.KernelNotice;
import dev.pathlight.wire.KernelNotice.FdbGone;
import dev.pathlight.wire.KernelNotice.FdbSet;
import dev.pathlight.wire.KernelNotice.LinkGone;
import dev.pathlight.wire.KernelNotice.LinkSet;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.NeighbourRow;
import dev.pathlight.wire.RouteRow;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final SpaceId ROOT = SpaceId.parse("this");
    private static final SpaceId NS1 = SpaceId.parse("this/ns1");
    private static final Mac BRIDGE_MAC = Mac.parse("8e:49:5e:f4:98:dd");
    private static final Mac PORT1_MAC = BRIDGE_MAC; // a bridge wears the lowest address of its ports
    private static final Mac PORT2_MAC = Mac.parse("ca:b6:7e:06:c2:bf");
    private static final Mac NS1_MAC = Mac.parse("1a:7e:30:46:72:11");
    private static final int UP = LinkRow.IFF_UP | LinkRow.IFF_LOWER_UP;
    private static final long SECOND = 1_000_000_000;
    private static final long T0 = 1_000 * SECOND;

    private static final LinkRow BR0 = link(10, "br0", BRIDGE_MAC, UP, 0, 0, 0, "bridge");
    private static final LinkRow PORT1 = link(11, "br-veth0", PORT1_MAC, UP, 10, 20, 1, "veth");
    private static final LinkRow PORT2 = link(12, "br-veth1", PORT2_MAC, UP, 10, 21, 2, "veth");
    private static final LinkRow VETH0 = link(20, "veth0", NS1_MAC, UP, 0, 11, 0, "veth");

    private final Tables tables = new Tables();

    @BeforeEach
    void theBridgeLectureIsDumped() {
        load(ROOT, Table.LINKS, new LinkSet(BR0), new LinkSet(PORT1), new LinkSet(PORT2));
        load(NS1, Table.LINKS, new LinkSet(VETH0));
        for (SpaceId space : List.of(ROOT, NS1)) {
            for (Table t : List.of(Table.ADDRESSES, Table.ROUTES, Table.NEIGHBOURS, Table.MACS)) {
                load(space, t);
            }
        }
    }

    @Test
    void aSnapshotSaysSinceWhenItsChangesHold() {
        tables.snapshot(T0);

        tables.accept(new SpaceNotice(NS1, T0 + 2, new LinkGone(VETH0)));
        tables.accept(new SpaceNotice(ROOT, T0 + 3, new LinkGone(PORT2)));

        assertThat(tables.snapshot(T0 + 9).since()).isEqualTo(T0 + 2);
        assertThat(tables.snapshot(T0 + 10).since()).isEqualTo(T0 + 10);
    }

    @Test
    void aMacTableReadsAsBrctlShowmacsPrintsIt() {
        load(ROOT, Table.MACS, local(12, PORT2_MAC), learned(11, NS1_MAC, 1218), local(11, PORT1_MAC));

        assertThat(macs(T0))
                .containsExactly(
                        new MacRow(
                                "br0",
                                "br-veth0",
                                1,
                                NS1_MAC,
                                0,
                                false,
                                owner("this/ns1/veth0"),
                                ago(12.18),
                                ago(12.18)),
                        new MacRow("br0", "br-veth0", 1, PORT1_MAC, 0, true, owner("this/br-veth0"), T0, T0),
                        new MacRow("br0", "br-veth1", 2, PORT2_MAC, 0, true, owner("this/br-veth1"), T0, T0));
        // The kernel tells the newest first.
        assertThat(told(T0)).extracting(MacRow::order).containsExactly(2L, 1L, 3L);
    }

    @Test
    void aRowThatMovesToAnotherPortIsBornAnew() {
        load(ROOT, Table.MACS, learned(11, NS1_MAC, 0));
        notice(ROOT, T0 + 5 * SECOND, learned(12, NS1_MAC, 0));

        assertThat(macs(T0 + 6 * SECOND))
                .containsExactly(new MacRow(
                        "br0",
                        "br-veth1",
                        2,
                        NS1_MAC,
                        0,
                        false,
                        owner("this/ns1/veth0"),
                        T0 + 5 * SECOND,
                        T0 + 5 * SECOND));
    }

    @Test
    void aRowToldAgainOnItsPortKeepsItsBirthday() {
        load(ROOT, Table.MACS, learned(11, NS1_MAC, 0));
        notice(ROOT, T0 + 5 * SECOND, learned(11, NS1_MAC, 0));

        assertThat(macs(T0 + 6 * SECOND))
                .extracting(MacRow::sinceNanos, MacRow::usedNanos)
                .containsExactly(tuple(T0, T0 + 5 * SECOND));
    }

    @Test
    void aFrameThatComesInByTheRowsPortRestartsItsAgeingTimer() {
        load(ROOT, Table.MACS, learned(11, NS1_MAC, 1000), local(11, PORT1_MAC));
        Uses uses = new Uses();
        uses.note(List.of(
                sighting("this/br-veth0", Direction.IN, NS1_MAC, T0 + SECOND),
                sighting("this/br-veth0", Direction.OUT, NS1_MAC, T0 + 7 * SECOND),
                sighting("this/br-veth1", Direction.IN, NS1_MAC, T0 + 8 * SECOND),
                sighting("this/br-veth0", Direction.IN, PORT1_MAC, T0 + 9 * SECOND)));
        uses.take().forEach((use, nanos) -> tables.used(use.port(), use.source(), nanos));

        assertThat(macs(T0 + 3 * SECOND))
                .extracting(r -> r.ageSeconds(T0 + 3 * SECOND))
                .containsExactly(2.0, 0.0);
    }

    @Test
    void aDevicesOwnMulticastListIsNoMacTable() {
        load(ROOT, Table.MACS, new FdbSet(new FdbRow(11, 0, Mac.parse("33:33:00:00:00:01"), 0, true, 0)));

        assertThat(macs(T0)).isEmpty();
    }

    @Test
    void aForgottenRowIsGone() {
        load(ROOT, Table.MACS, learned(11, NS1_MAC, 0));
        notice(ROOT, T0, new FdbGone(new FdbRow(11, 10, NS1_MAC, 0, false, 0)));

        assertThat(macs(T0)).isEmpty();
    }

    @Test
    void aLinkThatGoesTakesAllThatHungOnIt() {
        fillNs1();
        load(ROOT, Table.MACS, learned(11, NS1_MAC, 0), local(12, PORT2_MAC));
        notice(NS1, T0, new LinkGone(VETH0));
        notice(ROOT, T0, new LinkGone(PORT1));

        Snapshot now = tables.snapshot(T0);
        assertThat(now.space(NS1)).contains(new SpaceState(NS1, List.of(), List.of(), List.of(), List.of(), List.of()));
        assertThat(now.space(ROOT).orElseThrow().macs()).extracting(MacRow::mac).containsExactly(PORT2_MAC);
    }

    @Test
    void aDownedLinksRoutesGoWithoutANoticeButItsLocalRouteStays() {
        fillNs1();
        tables.takeStale();
        notice(NS1, T0, new LinkSet(link(20, "veth0", NS1_MAC, 0, 0, 11, 0, "veth")));

        assertThat(tables.snapshot(T0).space(NS1).orElseThrow().routes()).containsExactly(localRoute());
    }

    @Test
    void aRouteToldHasTheNamespacesRoutesAskedForAgain() {
        tables.snapshot(T0);
        notice(NS1, T0, new KernelNotice.RouteSet(subnetRoute()));

        assertThat(tables.takeStale()).containsExactly(new Tables.Stale(NS1, Table.ROUTES));
        assertThat(tables.takeStale()).isEmpty();
    }

    @Test
    void anAddressThatWasListedBeforeItJoinedItsGroupsHasItsDevicesListAskedForAgain() {
        fillNs1();
        load(NS1, Table.MACS);
        tables.takeStale();
        notice(NS1, T0, new KernelNotice.AddressSet(new AddressRow(20, Cidr.parse("10.1.1.2/24"), 0, 0)));

        assertThat(tables.takeStale()).containsExactly(new Tables.Stale(NS1, Table.MACS));
    }

    @Test
    void noticesAboutANamespaceNotDumpedYetArePassedOver() {
        notice(SpaceId.parse("this/ns9"), T0, new LinkSet(VETH0));

        assertThat(tables.snapshot(T0).spaces()).containsOnlyKeys(ROOT, NS1);
    }

    @Test
    void anInterfaceThatAppearsNamesTheOwnerOfRowsAlreadyShown() {
        Mac stranger = Mac.parse("02:00:00:00:00:99");
        load(ROOT, Table.MACS, learned(12, stranger, 0));
        assertThat(macs(T0).getFirst().owner()).isEmpty();
        notice(NS1, T0, new LinkSet(link(21, "veth1", stranger, UP, 0, 12, 0, "veth")));

        assertThat(macs(T0).getFirst().owner()).isEqualTo(owner("this/ns1/veth1"));
    }

    @Test
    void anEarlierSnapshotStaysAsItWas() {
        load(ROOT, Table.MACS, learned(11, NS1_MAC, 0));
        Snapshot before = tables.snapshot(T0);
        notice(ROOT, T0, new FdbGone(new FdbRow(11, 10, NS1_MAC, 0, false, 0)));
        tables.snapshot(T0 + 1);

        assertThat(before.space(ROOT).orElseThrow().macs()).hasSize(1);
    }

    @Test
    void aFloodOfMadeUpAddressesIsHeldOnlyUpToALimit() {
        Uses uses = new Uses();
        for (int i = 0; i < 20_000; i++) {
            uses.note(List.of(sighting("this/br-veth0", Direction.IN, new Mac(i * 256L), T0)));
        }

        assertThat(uses.take()).hasSize(8192);
    }

    private void fillNs1() {
        load(NS1, Table.ADDRESSES, new KernelNotice.AddressSet(new AddressRow(20, Cidr.parse("10.1.1.2/24"), 0, 0)));
        load(NS1, Table.ROUTES, new KernelNotice.RouteSet(subnetRoute()), new KernelNotice.RouteSet(localRoute()));
        load(
                NS1,
                Table.NEIGHBOURS,
                new KernelNotice.NeighbourSet(
                        new NeighbourRow(20, IpAddress.parse("10.1.1.3"), Optional.of(PORT2_MAC), 2)));
    }

    private static RouteRow subnetRoute() {
        return new RouteRow(
                Cidr.parse("10.1.1.0/24"),
                Optional.empty(),
                20,
                Optional.of(IpAddress.parse("10.1.1.2")),
                0,
                254,
                1,
                253,
                2);
    }

    private static RouteRow localRoute() {
        return new RouteRow(
                Cidr.parse("10.1.1.2/32"),
                Optional.empty(),
                20,
                Optional.of(IpAddress.parse("10.1.1.2")),
                0,
                255,
                2,
                254,
                2);
    }

    private static LinkRow link(
            int index, String name, Mac mac, int flags, int master, int peer, int portNumber, String kind) {
        return new LinkRow(
                index,
                name,
                Optional.of(mac),
                1500,
                flags,
                6,
                master,
                peer,
                OptionalInt.empty(),
                kind,
                portNumber,
                3,
                Optional.empty());
    }

    private static KernelNotice learned(int port, Mac mac, long centiseconds) {
        return new FdbSet(new FdbRow(port, 10, mac, 0, false, centiseconds));
    }

    private static KernelNotice local(int port, Mac mac) {
        return new FdbSet(new FdbRow(port, 10, mac, 0, true, 0));
    }

    private static Sighting sighting(String port, Direction direction, Mac source, long nanos) {
        byte[] frame = new byte[60];
        System.arraycopy(source.bytes(), 0, frame, 6, 6);
        return new Sighting(PortId.parse(port), direction, nanos, frame.length, frame);
    }

    private static Optional<PortId> owner(String path) {
        return Optional.of(PortId.parse(path));
    }

    private static long ago(double seconds) {
        return T0 - Math.round(seconds * SECOND);
    }

    private void load(SpaceId space, Table table, KernelNotice... rows) {
        tables.load(space, table, List.of(rows), T0);
    }

    private void notice(SpaceId space, long nanos, KernelNotice notice) {
        tables.accept(new SpaceNotice(space, nanos, notice));
    }

    /** Without the order in which they were told. */
    private List<MacRow> macs(long nanos) {
        return told(nanos).stream()
                .map(r -> new MacRow(
                        r.bridge(),
                        r.port(),
                        r.portNumber(),
                        r.mac(),
                        r.vlan(),
                        r.local(),
                        r.owner(),
                        r.sinceNanos(),
                        r.usedNanos(),
                        r.marks(),
                        0))
                .toList();
    }

    private List<MacRow> told(long nanos) {
        return tables.snapshot(nanos).space(ROOT).orElseThrow().macs();
    }
}
