package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An Ethernet frame read as far as its captured bytes go (IEEE 802.3, one 802.1Q tag; RFC 826 ARP; RFC 791 IPv4; RFC 8200
 * IPv6). Reading never fails: what is cut short or unknown is of kind {@link Kind#OTHER} or lacks its transport.
 */
final class Frame {
    enum Kind {
        ARP,
        IPV4,
        IPV6,
        OTHER
    }

    static final int ICMP = 1;
    static final int IGMP = 2;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMPV6 = 58;
    private static final int VLAN_TAG = 0x8100;
    /** Where the inner frame begins, after the headers of UDP and of VXLAN. */
    private static final int VXLAN_END = 16;

    private static final int VXLAN_HAS_VNI = 8;

    private final byte[] bytes;
    private Kind kind = Kind.OTHER;
    private long source;
    private long destination;
    private int etherType;
    private int network;
    private int transport;
    private int end;
    private int length;
    private int ttl = -1;
    private int protocol = -1;
    private long datagram;
    private int fragmentOffset;
    private long sourceHigh;
    private long sourceLow;
    private long targetHigh;
    private long targetLow;

    /** Reads a frame from its Ethernet header on; keeps {@code bytes}. */
    Frame(byte[] bytes) {
        this.bytes = bytes;
        this.end = bytes.length;
        if (bytes.length < 14) {
            return;
        }
        destination = Octets.u48(bytes, 0);
        source = Octets.u48(bytes, 6);
        etherType = Octets.u16(bytes, 12);
        network = 14;
        if (etherType == VLAN_TAG && bytes.length >= 18) {
            etherType = Octets.u16(bytes, 16);
            network = 18;
        }
        transport = network;
        length = end - network;
        switch (etherType) {
            case 0x0806 -> readArp();
            case 0x0800 -> readIpv4();
            case 0x86dd -> readIpv6();
            default -> {}
        }
    }

    private void readArp() {
        // Ethernet and IPv4 only: hardware type 1, protocol 0x0800, address lengths 6 and 4.
        if (end < network + 28 || Octets.u64(bytes, network) >>> 16 != 0x0001_0800_0604L) {
            return;
        }
        kind = Kind.ARP;
        protocol = Octets.u16(bytes, network + 6);
        sourceLow = Octets.u32(bytes, network + 14);
        targetLow = Octets.u32(bytes, network + 24);
        length = 28;
        end = network + 28;
    }

    private void readIpv4() {
        if (end < network + 20 || Octets.u8(bytes, network) >> 4 != 4) {
            return;
        }
        kind = Kind.IPV4;
        int header = Math.max(20, (Octets.u8(bytes, network) & 15) * 4);
        int total = Octets.u16(bytes, network + 2);
        // A segmentation-offloaded packet above 64 KB says 0.
        length = total == 0 ? end - network : total;
        end = Math.min(end, network + Math.max(length, 20));
        datagram = Octets.u16(bytes, network + 4);
        fragmentOffset = (Octets.u16(bytes, network + 6) & 0x1fff) * 8;
        ttl = Octets.u8(bytes, network + 8);
        protocol = Octets.u8(bytes, network + 9);
        sourceLow = Octets.u32(bytes, network + 12);
        targetLow = Octets.u32(bytes, network + 16);
        transport = Math.min(end, network + header);
    }

    private void readIpv6() {
        if (end < network + 40 || Octets.u8(bytes, network) >> 4 != 6) {
            return;
        }
        kind = Kind.IPV6;
        int payload = Octets.u16(bytes, network + 4);
        length = payload == 0 ? end - network : 40 + payload;
        end = Math.min(end, network + length);
        ttl = Octets.u8(bytes, network + 7);
        sourceHigh = Octets.u64(bytes, network + 8);
        sourceLow = Octets.u64(bytes, network + 16);
        targetHigh = Octets.u64(bytes, network + 24);
        targetLow = Octets.u64(bytes, network + 32);
        skipExtensions(Octets.u8(bytes, network + 6), network + 40);
    }

    /** Walks hop-by-hop (0), routing (43), fragment (44) and destination (60) headers; at most eight of them. */
    private void skipExtensions(int first, int from) {
        int next = first;
        int at = Math.min(from, end);
        for (int i = 0; i < 8 && (next == 0 || next == 43 || next == 44 || next == 60) && at + 8 <= end; i++) {
            int size = 8;
            if (next == 44) {
                fragmentOffset = Octets.u16(bytes, at + 2) & 0xfff8;
                datagram = Octets.u32(bytes, at + 4);
            } else {
                size = 8 + Octets.u8(bytes, at + 1) * 8;
            }
            next = Octets.u8(bytes, at);
            at = Math.min(end, at + size);
        }
        protocol = next;
        transport = at;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The same packet with the addresses and ports of another flow; checksums stay as they are. */
    Frame translated(Flow flow) {
        byte[] b = bytes.clone();
        int source = network + (kind == Kind.IPV6 ? 8 : 12);
        byte[] from = flow.from().bytes();
        byte[] to = flow.to().bytes();
        System.arraycopy(from, 0, b, source, from.length);
        System.arraycopy(to, 0, b, source + from.length, to.length);
        if (flow.isIcmp()) {
            Octets.put16(b, transport + 4, flow.fromPort());
        } else {
            Octets.put16(b, transport, flow.fromPort());
            Octets.put16(b, transport + 2, flow.toPort());
        }
        return new Frame(b);
    }

    /** Does it carry the same addresses and ports? Asked of frames of one identity. */
    boolean hasEndsOf(Frame other) {
        return sourceLow == other.sourceLow
                && targetLow == other.targetLow
                && sourceHigh == other.sourceHigh
                && targetHigh == other.targetHigh
                && ports() == other.ports();
    }

    /** Ports, or an echo's identifier. */
    private long ports() {
        return switch (protocol) {
            case TCP, UDP -> isIp() && hasTransport(4) ? Octets.u32(bytes, transport) : 0;
            case ICMP, ICMPV6 -> isIp() && hasTransport(8) ? Octets.u16(bytes, transport + 4) : 0;
            default -> 0;
        };
    }

    Kind kind() {
        return kind;
    }

    boolean isIp() {
        return kind == Kind.IPV4 || kind == Kind.IPV6;
    }

    boolean isArp() {
        return kind == Kind.ARP;
    }

    /** The source address' 48 bits; 0 in a frame cut short before it. */
    long sourceBits() {
        return source;
    }

    long destinationBits() {
        return destination;
    }

    Mac source() {
        return new Mac(source);
    }

    Mac destination() {
        return new Mac(destination);
    }

    /** Goes to broadcast or a multicast address. */
    boolean isGroup() {
        return (destination >> 40 & 1) == 1;
    }

    /** 01:80:c2:00:00:0x stays on its link: a bridge takes it or drops it, and forwards it nowhere (IEEE 802.1D, 7.12.6). */
    boolean staysOnLink() {
        return destination >>> 4 == 0x0180_c200_000L;
    }

    int etherType() {
        return etherType;
    }

    /** IPv4's TTL or IPv6's hop limit; -1 for other kinds. */
    int ttl() {
        return ttl;
    }

    OptionalInt ttlIfAny() {
        return ttl < 0 ? OptionalInt.empty() : OptionalInt.of(ttl);
    }

    /** The transport's IP protocol number; for ARP its operation (1 request, 2 reply); -1 unknown. */
    int protocol() {
        return protocol;
    }

    /** The identification of an IPv4 packet or of an IPv6 fragment. */
    long datagram() {
        return datagram;
    }

    int fragmentOffset() {
        return fragmentOffset;
    }

    /** Length in bytes that the network header tells, that header included. */
    int length() {
        return length;
    }

    int network() {
        return network;
    }

    /** Where the transport's header begins. */
    int transport() {
        return transport;
    }

    /** Where the captured bytes of the packet end; padding of the frame lies beyond. */
    int end() {
        return end;
    }

    /** Do {@code n} bytes of the first fragment's transport header lie here? */
    boolean hasTransport(int n) {
        return fragmentOffset == 0 && transport + n <= end;
    }

    /** IPv4 with Don't Fragment, or IPv6: a router must not cut it into pieces. */
    boolean mustNotBeCut() {
        return kind == Kind.IPV6 || kind == Kind.IPV4 && (Octets.u8(bytes, network + 6) & 0x40) != 0;
    }

    long sourceHigh() {
        return sourceHigh;
    }

    long sourceLow() {
        return sourceLow;
    }

    long targetHigh() {
        return targetHigh;
    }

    long targetLow() {
        return targetLow;
    }

    /**
     * The frame inside a VXLAN packet to one of these UDP ports (RFC 7348, section 5); empty for all else. That a port is
     * one, a kernel's tunnel says.
     */
    Optional<Frame> inside(Set<Integer> ports) {
        boolean isVxlan = !ports.isEmpty()
                && protocol == UDP
                && hasTransport(VXLAN_END + 14)
                && ports.contains(Octets.u16(bytes, transport + 2))
                && (Octets.u8(bytes, transport + 8) & VXLAN_HAS_VNI) != 0;
        return isVxlan
                ? Optional.of(new Frame(Arrays.copyOfRange(bytes, transport + VXLAN_END, end)))
                : Optional.empty();
    }

    /** What a VXLAN packet is to what is inside it. */
    Coat coat() {
        int vni = (int) (Octets.u32(bytes, transport + 12) >>> 8);
        return new Coat(from(), to(), vni, Octets.u16(bytes, transport + 2));
    }

    /** The packet's source address; for ARP the sender's. */
    IpAddress from() {
        return new IpAddress(kind == Kind.IPV6, sourceHigh, sourceLow);
    }

    /** The packet's destination address; for ARP the target's. */
    IpAddress to() {
        return new IpAddress(kind == Kind.IPV6, targetHigh, targetLow);
    }
}
