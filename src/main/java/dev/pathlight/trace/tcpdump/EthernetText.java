package dev.pathlight.trace.tcpdump;

import dev.pathlight.topology.Mac;
import java.util.Locale;

/** Ethernet (IEEE 802.3), with one VLAN tag (802.1Q), ARP (RFC 826) and spanning tree (802.1D). */
final class EthernetText {
    private static final int HEADER = 14;
    private static final int LARGEST_LENGTH = 1500;

    private final IpText ip = new IpText(this);

    /** @param length on the wire, of which {@code frame} may be the beginning */
    String of(Slice frame, int length) {
        if (!frame.has(HEADER)) {
            return " [|ether]";
        }
        String way = frame.mac(6) + " > " + frame.mac(0) + ", ";
        int type = frame.u16(12);
        Slice payload = frame.behind(HEADER);
        if (type <= LARGEST_LENGTH) {
            return way + "802.3, length " + type + ":" + llc(payload.first(type));
        }
        if (type == 0x8100) {
            int tag = payload.u16(0);
            return way + "ethertype 802.1Q (0x8100), length " + length + ": vlan " + (tag & 0xfff) + ", p "
                    + (tag >> 13) + ", " + name(payload.u16(2)) + body(payload.u16(2), payload.behind(4), ", ");
        }
        return way + name(type) + ", length " + length + ":" + body(type, payload, " ");
    }

    private static String name(int type) {
        String number = String.format(Locale.ROOT, "0x%04x", type);
        return switch (type) {
            case 0x0800 -> "ethertype IPv4 (" + number + ")";
            case 0x86dd -> "ethertype IPv6 (" + number + ")";
            case 0x0806 -> "ethertype ARP (" + number + ")";
            case 0x88cc -> "ethertype LLDP (" + number + ")";
            case 0x8035 -> "ethertype Reverse ARP (" + number + ")";
            case 0x8847 -> "ethertype MPLS unicast (" + number + ")";
            case 0x8864 -> "ethertype PPPoE S (" + number + ")";
            case 0x888e -> "ethertype EAPOL (" + number + ")";
            default -> "ethertype Unknown (" + number + ")";
        };
    }

    private String body(int type, Slice payload, String before) {
        return switch (type) {
            case 0x0800 -> before + ip.v4(payload);
            case 0x86dd -> before + ip.v6(payload);
            case 0x0806 -> before + arp(payload);
            default -> "";
        };
    }

    private static String arp(Slice a) {
        // Ethernet and IPv4 only: hardware type 1, protocol 0x0800, address lengths 6 and 4.
        if (!a.has(28) || a.u32(0) != 0x0001_0800 || a.u16(4) != 0x0604) {
            return "ARP, length " + a.length();
        }
        return switch (a.u16(6)) {
                    case 1 ->
                        "Request who-has " + a.v4(24) + (a.mac(18).equals(new Mac(0)) ? "" : " (" + a.mac(18) + ")")
                                + " tell " + a.v4(14);
                    case 2 -> "Reply " + a.v4(14) + " is-at " + a.mac(8);
                    default -> "ARP operation " + a.u16(6);
                }
                + ", length " + a.length();
    }

    private static String llc(Slice l) {
        boolean config = l.u16(0) == 0x4242 && l.u8(2) == 3 && l.has(38) && l.u32(3) == 0;
        if (!config) {
            return "";
        }
        Slice stp = l.behind(3);
        String flags = (stp.u8(4) & 1) == 0 ? "none" : "Topology change";
        return " LLC, dsap STP (0x42) Individual, ssap STP (0x42) Command, ctrl 0x03: STP 802.1d, Config, Flags ["
                + flags
                + String.format(
                        Locale.ROOT,
                        "], bridge-id %04x.%s.%04x, length %d",
                        stp.u16(17),
                        stp.mac(19),
                        stp.u16(25),
                        stp.length());
    }
}
