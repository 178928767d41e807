package dev.pathlight.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PacketTextTest {
    private static final String A = "02:00:00:00:00:01";
    private static final String B = "06:00:00:00:00:02";

    private static String line(byte[] bytes) {
        Frame f = new Frame(bytes);
        return PacketText.protocol(f) + ": " + PacketText.what(f);
    }

    private static byte[] v4(int protocol, byte[] payload) {
        return Frames.ipv4(A, B, "10.1.1.2", "10.1.1.3", 64, protocol, payload);
    }

    private static byte[] v6(int next, byte[] payload) {
        return Frames.ipv6(A, B, "fd00::2", "fd00::3", 64, next, payload);
    }

    private static byte[] quoting(int type, int code) {
        byte[] head = {(byte) type, (byte) code, 0, 0, 0, 0, 0, 0};
        return Frames.ethernet(A, B, 0x0800)
                .u8(0x45)
                .u8(0)
                .u16(56)
                .u16(0)
                .u16(0)
                .u8(64)
                .u8(1)
                .u16(0)
                .ip("10.1.1.1")
                .ip("10.1.1.2")
                .raw(head)
                .u8(0x45)
                .u8(0)
                .u16(84)
                .u16(0)
                .u16(0)
                .u8(1)
                .u8(1)
                .u16(0)
                .ip("10.1.1.2")
                .ip("10.1.2.2")
                .bytes();
    }

    @Test
    void everyKindOfPacketIsSaidInOneLine() {
        Stream<byte[]> frames = Stream.of(
                Frames.arpRequest(A, "10.1.1.2", "10.1.1.3"),
                Frames.arpReply(B, "10.1.1.3", A, "10.1.1.2"),
                Frames.arpRequest(A, "10.1.1.2", "10.1.1.2"),
                v4(1, Frames.echo(8, 7, 1)),
                v4(1, Frames.echo(0, 7, 65_535)),
                quoting(3, 1),
                quoting(11, 0),
                v4(6, Frames.tcp(40_000, 80, 0x02, 1, 0)),
                v4(6, Frames.tcp(80, 40_000, 0x12, -1, 2)),
                v4(17, Frames.udp(5000, 53, "hello")),
                v4(2, new byte[8]),
                v4(47, new byte[8]),
                v6(58, Frames.echo(128, 7, 1)),
                v6(58, Frames.echo(129, 7, 1)),
                Frames.ipv6(
                        A,
                        "33:33:ff:00:00:03",
                        "fd00::2",
                        "ff02::1:ff00:3",
                        255,
                        58,
                        Frames.discovery(135, "fd00::3", A)),
                Frames.ipv6(
                        A, "33:33:ff:00:00:03", "::", "ff02::1:ff00:3", 255, 58, Frames.discovery(135, "fd00::3", A)),
                v6(58, Frames.discovery(136, "fd00::3", B)),
                v6(58, new byte[] {(byte) 133, 0, 0, 0, 0, 0, 0, 0}),
                v6(17, Frames.udp(5000, 53, "")),
                Frames.ethernet(A, "01:80:c2:00:00:00", 38).hex("424203").bytes(),
                Frames.ethernet(A, "01:80:c2:00:00:0e", 0x88cc).u16(0).bytes(),
                Frames.ethernet(A, B, 0x1234).bytes());
        assertThat(frames.map(PacketTextTest::line))
                .isEqualTo(List.of(
                        "arp: ARP who has 10.1.1.3? tell 10.1.1.2",
                        "arp: ARP 10.1.1.3 is at 06:00:00:00:00:02",
                        "arp: ARP announcement: 10.1.1.2 is at 02:00:00:00:00:01",
                        "icmp: ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1",
                        "icmp: ICMP echo reply 10.1.1.2 → 10.1.1.3, id 7, seq 65535",
                        "icmp: ICMP host unreachable 10.1.1.1 → 10.1.1.2, about 10.1.1.2 → 10.1.2.2",
                        "icmp: ICMP time exceeded 10.1.1.1 → 10.1.1.2, about 10.1.1.2 → 10.1.2.2",
                        "tcp: TCP 10.1.1.2:40000 → 10.1.1.3:80, SYN, seq 1, 0 bytes",
                        "tcp: TCP 10.1.1.2:80 → 10.1.1.3:40000, SYN ACK, seq 4294967295, ack 2, 0 bytes",
                        "udp: UDP 10.1.1.2:5000 → 10.1.1.3:53, 5 bytes",
                        "igmp: IGMP 10.1.1.2 → 10.1.1.3",
                        "ipv4: IPv4 protocol 47 10.1.1.2 → 10.1.1.3",
                        "icmpv6: ICMPv6 echo request fd00::2 → fd00::3, id 7, seq 1",
                        "icmpv6: ICMPv6 echo reply fd00::2 → fd00::3, id 7, seq 1",
                        "icmpv6: ND who has fd00::3? tell fd00::2",
                        "icmpv6: ND who has fd00::3? (is it free?)",
                        "icmpv6: ND fd00::3 is at 06:00:00:00:00:02",
                        "icmpv6: ND router solicitation fd00::2 → fd00::3",
                        "udp: UDP [fd00::2]:5000 → [fd00::3]:53, 0 bytes",
                        "stp: STP 02:00:00:00:00:01 → 01:80:c2:00:00:00",
                        "lldp: LLDP 02:00:00:00:00:01 → 01:80:c2:00:00:0e",
                        "ethernet: Ethernet 0x1234 02:00:00:00:00:01 → 06:00:00:00:00:02"));
    }

    @Test
    void aTaggedFrameIsReadBehindItsTag() {
        byte[] tagged = Frames.ipv4(
                Frames.ethernet(A, B, 0x8100).u16(5).u16(0x0800), "10.1.1.2", "10.1.1.3", 64, 1, Frames.echo(8, 7, 1));
        assertThat(line(tagged)).isEqualTo("icmp: ICMP echo request 10.1.1.2 → 10.1.1.3, id 7, seq 1");
        assertThat(PacketIdentity.of(new Frame(tagged)))
                .isEqualTo(PacketIdentity.of(new Frame(v4(1, Frames.echo(8, 7, 1)))));
    }

    @Test
    void ipv6ExtensionHeadersAreSteppedOver() {
        byte[] behind = Frames.ipv6(
                A,
                B,
                "fd00::2",
                "fd00::3",
                64,
                0,
                concat(new byte[] {58, 0, 0, 0, 0, 0, 0, 0}, Frames.echo(128, 7, 1)));
        assertThat(line(behind)).isEqualTo("icmpv6: ICMPv6 echo request fd00::2 → fd00::3, id 7, seq 1");
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] all = new byte[a.length + b.length];
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
