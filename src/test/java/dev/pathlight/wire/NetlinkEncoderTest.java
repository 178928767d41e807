package dev.pathlight.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.LinkKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NetlinkEncoderTest {
    private final NetlinkEncoder encoder = new NetlinkEncoder(GoldenScene::descriptor);

    static Map<String, byte[]> golden(String file) {
        try (InputStream in = NetlinkEncoderTest.class.getResourceAsStream("/golden/" + file)) {
            return GoldenRecorder.read(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everyRequestIsByteForByteWhatAKernelAccepted() {
        Map<String, String> encoded = new TreeMap<>();
        encoded.put("new-nsid", hex(NetlinkEncoder.newNsid(101, 7, 99)));
        GoldenScene.operations().forEach((name, op) -> encoded.put(name, hex(encoder.encode(op, 1))));
        GoldenScene.queries().forEach((name, query) -> encoded.put(name, hex(NetlinkEncoder.encode(query, 5))));
        GoldenScene.undoing().forEach((name, op) -> encoded.put(name, hex(encoder.encode(op, 1))));
        Map<String, String> accepted = new TreeMap<>();
        golden("requests.hex").forEach((name, bytes) -> accepted.put(name, hex(bytes)));
        assertThat(encoded).isEqualTo(accepted);
    }

    /** A kernel without VLAN filtering accepts none of these, so they are compared with the headers' structs. */
    @Test
    void aPortsVlanIsSaidAsLinuxIfBridgeSaysIt() {
        NetOp add = new NetOp.AddPortVlan(GoldenScene.NS1, 6, new IfName("p0"), 300);
        NetOp remove = new NetOp.RemovePortVlan(GoldenScene.NS1, 6, new IfName("p0"), 1);

        assertThat(hex(encoder.encode(add, 1)))
                .isEqualTo("2c000000" + "1300" + "0500" + "01000000" + "00000000" // nlmsghdr: RTM_SETLINK, request, ack
                        + "07000000" + "06000000" + "00000000" + "00000000" // ifinfomsg: AF_BRIDGE, index 6
                        + "0c001a00" // IFLA_AF_SPEC
                        + "08000200" + "0600" + "2c01"); // IFLA_BRIDGE_VLAN_INFO: PVID, UNTAGGED; 300
        assertThat(hex(encoder.encode(remove, 1)))
                .isEqualTo("2c000000" + "1100" + "0500" + "01000000" + "00000000" // RTM_DELLINK
                        + "07000000" + "06000000" + "00000000" + "00000000"
                        + "0c001a00"
                        + "08000200" + "0000" + "0100");
    }

    /** This kernel may lack a kind; what its own tool says of it is compared. */
    @Test
    void everyKindOfInterfaceIsSaidAsIproute2SaysIt() {
        IfName below = new IfName("v0");
        IpAddress here = IpAddress.parse("10.0.0.1");
        IpAddress there = IpAddress.parse("10.0.0.2");
        List<LinkKind> kinds = List.of(
                new LinkKind.Vlan(below, 5),
                new LinkKind.Macvlan(below, "private"),
                new LinkKind.Ipvlan(below, "l3"),
                new LinkKind.Vrf(10, List.of()),
                new LinkKind.Dummy(),
                new LinkKind.Bond("active-backup", List.of()),
                new LinkKind.Tunnel("ipip", here, there),
                new LinkKind.Tunnel("gre", here, there),
                new LinkKind.Tunnel("sit", here, there),
                new LinkKind.Tunnel("ip6tnl", IpAddress.parse("fd00::1"), IpAddress.parse("fd00::2")));
        Map<String, byte[]> theirs = golden("kinds.hex");
        for (LinkKind kind : kinds) {
            Optional<NetOp.Under> under = kind.standsOn().map(b -> new NetOp.Under(GoldenScene.THIS, 3, b));
            byte[] message = encoder.encode(
                    new NetOp.CreateLink(
                            GoldenScene.THIS, 50, new IfName("x0"), Optional.empty(), OptionalInt.empty(), kind, under),
                    1);
            Map<Integer, byte[]> all = attributes(message, 32, message.length);
            assertThat(all.containsKey(IfLink.IFLA_LINK)).isEqualTo(under.isPresent());
            byte[] info = Objects.requireNonNull(all.get(IfLink.IFLA_LINKINFO));
            Map<Integer, byte[]> said = attributes(info, 0, info.length);
            assertThat(new String(Objects.requireNonNull(said.get(IfLink.IFLA_INFO_KIND)), StandardCharsets.US_ASCII)
                            .trim())
                    .isEqualTo(kind.word());
            byte[] ours = said.getOrDefault(IfLink.IFLA_INFO_DATA, new byte[0]);
            byte[] iproute2 = Objects.requireNonNull(theirs.get(kind.word()));
            assertThat(attributes(iproute2, 0, iproute2.length))
                    .as(kind.word())
                    .containsAllEntriesOf(attributes(ours, 0, ours.length));
            assertThat(ours.length > 0).isEqualTo(iproute2.length > 0);
        }
    }

    private static Map<Integer, byte[]> attributes(byte[] bytes, int from, int to) {
        Map<Integer, byte[]> read = new TreeMap<>();
        AttributeReader reader = new AttributeReader(bytes, from, to);
        while (reader.next()) {
            read.put(reader.type(), reader.payload());
        }
        assertThat(reader.failed()).isFalse();
        return read;
    }

    @Test
    void theSequenceNumberTellsAnswersApart() {
        byte[] one = NetlinkEncoder.encode(new Query.Links(), 0x01020304);
        byte[] other = NetlinkEncoder.encode(new Query.Links(), 0x01020305);
        assertThat(java.util.Arrays.mismatch(one, other)).isBetween(8, 11);
    }

    @Test
    void whatIsNoNetlinkMessageIsRefused() {
        List<NetOp> others = List.of(
                new NetOp.MakeNamespace(GoldenScene.NS1, 0),
                new NetOp.DropNamespace(GoldenScene.NS1),
                new NetOp.WriteSysctl(GoldenScene.NS1, "ipv4.ip_forward", "1"));
        for (NetOp op : others) {
            assertThatThrownBy(() -> encoder.encode(op, 1)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
