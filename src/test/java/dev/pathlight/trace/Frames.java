package dev.pathlight.trace;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Builds Ethernet frames by hand, field by field; checksums are left unfilled, as veth leaves them. */
final class Frames {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Frames() {}

    static Frames ethernet(String source, String destination, int type) {
        return new Frames().mac(destination).mac(source).u16(type);
    }

    static byte[] arpRequest(String mac, String from, String to) {
        return arpRequest(mac, Mac.BROADCAST.toString(), from, to);
    }

    static byte[] arpRequest(String mac, String destination, String from, String to) {
        return arp(mac, destination, 1)
                .mac(mac)
                .ip(from)
                .mac("00:00:00:00:00:00")
                .ip(to)
                .bytes();
    }

    static byte[] arpReply(String mac, String from, String toMac, String to) {
        return arp(mac, toMac, 2).mac(mac).ip(from).mac(toMac).ip(to).bytes();
    }

    private static Frames arp(String mac, String destination, int operation) {
        return ethernet(mac, destination, 0x0806).u16(1).u16(0x0800).u8(6).u8(4).u16(operation);
    }

    /** An IPv4 header without options, to be followed by {@code payload}. */
    static byte[] ipv4(
            String source, String destination, String from, String to, int ttl, int protocol, byte[] payload) {
        return ipv4(ethernet(source, destination, 0x0800), from, to, ttl, protocol, payload);
    }

    static byte[] ipv4(Frames link, String from, String to, int ttl, int protocol, byte[] payload) {
        return link.u8(0x45)
                .u8(0)
                .u16(20 + payload.length)
                .u16(0)
                .u16(0x4000)
                .u8(ttl)
                .u8(protocol)
                .u16(0)
                .ip(from)
                .ip(to)
                .raw(payload)
                .bytes();
    }

    static byte[] ipv6(String source, String destination, String from, String to, int hops, int next, byte[] payload) {
        return ethernet(source, destination, 0x86dd)
                .u16(0x6000)
                .u16(0)
                .u16(payload.length)
                .u8(next)
                .u8(hops)
                .ip(from)
                .ip(to)
                .raw(payload)
                .bytes();
    }

    /** ICMP (types 8 and 0) and ICMPv6 (128 and 129) echo messages, with ping's 56 bytes. */
    static byte[] echo(int type, int id, int sequence) {
        return new Frames()
                .u8(type)
                .u8(0)
                .u16(0)
                .u16(id)
                .u16(sequence)
                .raw(new byte[56])
                .bytes();
    }

    static byte[] echoRequest(String source, String destination, String from, String to, int ttl, int sequence) {
        return ipv4(source, destination, from, to, ttl, Frame.ICMP, echo(8, 7, sequence));
    }

    static byte[] echoReply(String source, String destination, String from, String to, int ttl, int sequence) {
        return ipv4(source, destination, from, to, ttl, Frame.ICMP, echo(0, 7, sequence));
    }

    /** A neighbour solicitation (135) or advertisement (136) with the link-layer address {@code mac}. */
    static byte[] discovery(int type, String target, String mac) {
        return new Frames()
                .u8(type)
                .u8(0)
                .u16(0)
                .u16(0)
                .u16(0)
                .ip(target)
                .u8(type == 135 ? 1 : 2)
                .u8(1)
                .mac(mac)
                .bytes();
    }

    static byte[] udp(int from, int to, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        return new Frames()
                .u16(from)
                .u16(to)
                .u16(8 + payload.length)
                .u16(0)
                .raw(payload)
                .bytes();
    }

    static byte[] tcp(int from, int to, int flags, int sequence, int acknowledged) {
        return new Frames()
                .u16(from)
                .u16(to)
                .u32(sequence)
                .u32(acknowledged)
                .u8(0x50)
                .u8(flags)
                .u16(65_535)
                .u16(0)
                .u16(0)
                .bytes();
    }

    Frames u8(int v) {
        out.write(v);
        return this;
    }

    Frames u16(int v) {
        return u8(v >> 8).u8(v);
    }

    Frames u32(int v) {
        return u16(v >>> 16).u16(v);
    }

    Frames mac(String text) {
        return raw(Mac.parse(text).bytes());
    }

    Frames ip(String text) {
        return raw(IpAddress.parse(text).bytes());
    }

    Frames hex(String text) {
        return raw(HexFormat.of().parseHex(text));
    }

    Frames raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
