package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NetlinkDecoderTest {
    private final Map<String, byte[]> golden = NetlinkEncoderTest.golden("answers.hex");

    private List<KernelNotice> decoded(String name) {
        byte[] datagram = golden.get(name);
        assertThat(datagram).as(name).isNotNull();
        return NetlinkDecoder.decode(datagram);
    }

    @Test
    void aBridgeItsPortsAndTheirPeersAreReadFromADump() {
        LinkRow.BridgeRow stp = new LinkRow.BridgeRow(
                "1000.020000000002", true, 3000, new SpanningTree("1000.020000000002", 0, 0, 200, 200, 2000));
        LinkRow.BridgeRow plain = new LinkRow.BridgeRow(
                "8000.020000000008", false, 30000, new SpanningTree("8000.020000000008", 0, 0, 1500, 200, 2000));
        OptionalInt here = OptionalInt.empty();
        OptionalInt ns1 = OptionalInt.of(7);
        assertThat(decoded("this-links-1").subList(1, 7))
                .containsExactly(
                        link(2, "br0", 2, 1400, 0x1003, 2, 0, 0, here, "bridge", 0, 0, Optional.of(stp), "noqueue"),
                        link(3, "br-veth0", 3, 1480, 0x11043, 6, 2, 4, ns1, "veth", 1, 1, Optional.empty(), "noqueue"),
                        link(5, "left", 5, 1480, 0x1003, 3, 0, 6, here, "veth", 0, 0, Optional.empty(), "noqueue"),
                        link(6, "right", 6, 1480, 0x1002, 2, 2, 5, here, "veth", 2, 0, Optional.empty(), "noop"),
                        link(7, "br1", 8, 1480, 0x11043, 0, 0, 0, here, "bridge", 0, 0, Optional.of(plain), "noqueue"),
                        link(8, "br-veth1", 8, 1480, 0x11043, 6, 7, 9, ns1, "veth", 1, 3, Optional.empty(), "noqueue"));
    }

    private static KernelNotice link(
            int index,
            String name,
            int mac,
            int mtu,
            int flags,
            int operState,
            int master,
            int peer,
            OptionalInt nsid,
            String kind,
            int port,
            int state,
            Optional<LinkRow.BridgeRow> bridge,
            String qdisc) {
        Mac address = new Mac(0x0200_0000_0000L + mac);
        return new KernelNotice.LinkSet(new LinkRow(
                index,
                name,
                Optional.of(address),
                mtu,
                flags,
                operState,
                master,
                peer,
                nsid,
                kind,
                port,
                state,
                bridge,
                new LinkFacts(
                        1,
                        address.toString(),
                        "ff:ff:ff:ff:ff:ff",
                        qdisc,
                        0,
                        1000,
                        kind.equals("veth"),
                        Optional.empty(),
                        name.equals("right"),
                        tree(name))));
    }

    private static PortRow tree(String port) {
        return switch (port) {
            case "br-veth0" -> new PortRow(32, 2, "1000.020000000002", "1000.020000000002", 0x8001, 0, 158);
            case "right" -> new PortRow(32, 2, "1000.020000000002", "1000.020000000002", 0x8002, 0, 0);
            case "br-veth1" -> new PortRow(32, 2, "8000.020000000008", "8000.020000000008", 0x8001, 0, 1458);
            default -> PortRow.NONE;
        };
    }

    @Test
    void addressesOfBothFamiliesAreRead() {
        assertThat(decoded("ns1-addresses-1"))
                .containsExactly(
                        address(4, "10.1.1.2/24", 0, 0x80, "veth0"),
                        address(9, "10.1.2.2/24", 0, 0x80, "veth1"),
                        address(4, "fd00::2/64", 0, 0x82, ""),
                        address(4, "fe80::ff:fe00:4/64", 253, 0xc0, ""),
                        address(9, "fe80::ff:fe00:9/64", 253, 0xc0, ""));
    }

    private static KernelNotice address(int index, String cidr, int scope, int flags, String label) {
        long forever = AddressRow.Facts.FOREVER;
        AddressRow.Facts facts = new AddressRow.Facts(Optional.empty(), Optional.empty(), label, forever, forever);
        return new KernelNotice.AddressSet(new AddressRow(index, Cidr.parse(cidr), scope, flags, facts));
    }

    @Test
    void drawnRoutesAreReadWithTableMetricAndGateway() {
        assertThat(bare(decoded("ns1-routes-1")))
                .contains(
                        route("0.0.0.0/0", "10.1.1.1", 4, "", 0, 254, 1, 0),
                        route("10.9.0.0/16", "10.1.1.1", 4, "10.1.1.2", 20, 254, 1, 0),
                        route("10.8.0.0/24", "", 4, "", 0, 100, 1, 253),
                        route("10.7.0.0/16", "", 0, "", 0, 1000, 6, 0),
                        route("fd01::/64", "fd00::1", 4, "", 1024, 254, 1, 0));
    }

    @Test
    void aLookupIsAnsweredWithTheRowThatMatchedWithItsTable() {
        KernelNotice done = new KernelNotice.Answer(5, 0, "");
        assertThat(List.of(
                        bare(decoded("ns1-lookup-1")),
                        bare(decoded("ns1-lookup-2")),
                        bare(decoded("ns1-lookup-v6-1")),
                        bare(decoded("ns1-lookup-v6-2")),
                        bare(decoded("this-lookup-1"))))
                .containsExactly(
                        List.of(route("10.9.0.0/16", "10.1.1.1", 4, "10.1.1.2", 20, 254, 1, 0)),
                        List.of(done),
                        List.of(route("fd01::/64", "fd00::1", 4, "", 1024, 254, 1, 0)),
                        List.of(done),
                        List.of(new KernelNotice.Answer(5, 101, "")));
    }

    private static KernelNotice route(
            String to, String via, int device, String source, long metric, int table, int type, int scope) {
        return new KernelNotice.RouteSet(new RouteRow(
                Cidr.parse(to), ip(via), device, ip(source), metric, table, type, scope, RtNetlink.RTPROT_BOOT));
    }

    /** Routes without what only a listing tells. */
    private static List<KernelNotice> bare(List<KernelNotice> notices) {
        return notices.stream()
                .map(n -> n instanceof KernelNotice.RouteSet(RouteRow r) ? new KernelNotice.RouteSet(r.bare()) : n)
                .toList();
    }

    private static Optional<IpAddress> ip(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(IpAddress.parse(text));
    }

    @Test
    void aMacTableHasPortBridgeAndAge() {
        List<KernelNotice> ofBridges = decoded("this-mac-tables-1").stream()
                .filter(n -> n instanceof KernelNotice.FdbSet(FdbRow row) && row.bridge() == 7)
                .toList();
        assertThat(ofBridges)
                .containsExactlyInAnyOrder(
                        fdb(8, 7, "02:00:00:00:00:08", true, 0), fdb(8, 7, "02:00:00:00:00:09", false, 41));
    }

    private static KernelNotice fdb(int port, int bridge, String mac, boolean local, long age) {
        return new KernelNotice.FdbSet(new FdbRow(port, bridge, Mac.parse(mac), 0, local, age));
    }

    @Test
    void neighboursAreReadWithTheirState() {
        assertThat(decoded("ns1-neighbours-1").getFirst())
                .isEqualTo(new KernelNotice.NeighbourSet(new NeighbourRow(
                        9, IpAddress.parse("10.1.2.1"), Optional.of(Mac.parse("02:00:00:00:00:08")), 2)));
    }

    @Test
    void aRefusalCarriesTheKernelsOwnWords() {
        assertThat(decoded("refusal")).containsExactly(new KernelNotice.Answer(77, 101, "Nexthop has invalid gateway"));
    }

    @Test
    void noticesTellWhatCameAndWhatWent() {
        Mac bridge = Mac.parse("02:00:00:00:00:02");
        FdbRow own = new FdbRow(2, 2, bridge, 0, true, 0);
        assertThat(List.of(
                        decoded("notice-fdb").getFirst(),
                        decoded("notice-fdb-gone").getFirst(),
                        decoded("notice-port").getFirst(),
                        name(decoded("notice-link").getFirst()),
                        name(decoded("notice-link-gone").getFirst())))
                .isEqualTo(List.of(
                        new KernelNotice.FdbSet(own),
                        new KernelNotice.FdbGone(own),
                        new KernelNotice.PortSet(3, 2, 0),
                        "set br0",
                        "gone right"));
    }

    private static String name(KernelNotice notice) {
        return switch (notice) {
            case KernelNotice.LinkSet(LinkRow link) -> "set " + link.name();
            case KernelNotice.LinkGone(LinkRow link) -> "gone " + link.name();
            default -> notice.toString();
        };
    }

    @Test
    void anInterruptedDumpSaysSo() {
        byte[] dump = golden.get("this-links-1").clone();
        byte[] done = golden.get("this-links-2").clone();
        assertThat(List.of(NetlinkDecoder.interrupted(dump), NetlinkDecoder.interrupted(done)))
                .containsExactly(false, false);
        dump[6] |= Netlink.NLM_F_DUMP_INTR;
        done[6] |= Netlink.NLM_F_DUMP_INTR;
        assertThat(NetlinkDecoder.interrupted(dump)).isTrue();
        assertThat(NetlinkDecoder.decode(done)).containsExactly(new KernelNotice.Done(5, true));
    }

    @Test
    void aDeadNamespaceIsToldByItsId() {
        ByteBuffer message = ByteBuffer.allocate(28).order(ByteOrder.nativeOrder());
        message.putInt(28)
                .putShort((short) RtNetlink.RTM_DELNSID)
                .putShort((short) 0)
                .putInt(0)
                .putInt(0);
        message.putInt(0)
                .putShort((short) 8)
                .putShort((short) RtNetlink.NETNSA_NSID)
                .putInt(12);
        assertThat(NetlinkDecoder.decode(message.array())).containsExactly(new KernelNotice.NamespaceGone(12));
    }

    @Test
    void aRouteWithSeveralNextHopsIsOneRowForEach() {
        byte[] message = new MessageWriter(RtNetlink.RTM_NEWROUTE, 0, 0)
                .u8(Netlink.AF_INET)
                .u8(16)
                .u8(0)
                .u8(0)
                .u8(254)
                .u8(3)
                .u8(0)
                .u8(1)
                .u32(0)
                .attribute(RtNetlink.RTA_DST, IpAddress.parse("10.2.0.0").bytes())
                .nest(
                        RtNetlink.RTA_MULTIPATH,
                        w -> w.u16(16)
                                .u8(0)
                                .u8(0)
                                .u32(4)
                                .attribute(
                                        RtNetlink.RTA_GATEWAY,
                                        IpAddress.parse("10.1.1.8").bytes())
                                .u16(16)
                                .u8(0)
                                .u8(0)
                                .u32(5)
                                .attribute(
                                        RtNetlink.RTA_GATEWAY,
                                        IpAddress.parse("10.1.1.9").bytes()))
                .toBytes();
        List<KernelNotice> rows = NetlinkDecoder.decode(message);
        assertThat(bare(rows))
                .containsExactly(
                        route("10.2.0.0/16", "10.1.1.8", 4, "", 0, 254, 1, 0),
                        route("10.2.0.0/16", "10.1.1.9", 5, "", 0, 254, 1, 0));
        assertThat(rows)
                .extracting(n -> ((KernelNotice.RouteSet) n).route().facts().place())
                .containsExactly(0, 1);
    }

    @Test
    void aCutMessageIsUnknownAndWhatCameBeforeIsKept() {
        byte[] dump = golden.get("ns1-addresses-1");
        List<KernelNotice> whole = NetlinkDecoder.decode(dump);
        List<KernelNotice> cut = NetlinkDecoder.decode(java.util.Arrays.copyOf(dump, dump.length - 4));
        assertThat(cut.subList(0, 4)).isEqualTo(whole.subList(0, 4));
        assertThat(cut.subList(4, cut.size())).containsExactly(new KernelNotice.Unknown(-1));
    }
}
