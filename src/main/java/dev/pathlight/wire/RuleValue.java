package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Mac;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression of a rule loaded into a register: its name in nft's language, and how its values are said.
 *
 * @param mask the bits that count, when not all do
 */
record RuleValue(String name, Form form, Optional<byte[]> mask) {
    private static final List<String> STATES = List.of("invalid", "established", "related", "new", "", "", "untracked");
    private static final Map<Integer, String> STATUS =
            Map.of(1, "seen-reply", 2, "assured", 3, "confirmed", 4, "snat", 5, "dnat");
    private static final List<String> ADDRESS_TYPES =
            List.of("unspec", "unicast", "local", "broadcast", "anycast", "multicast", "blackhole", "unreachable");
    private static final Map<Integer, String> ICMP_TYPES = Map.of(
            0, "echo-reply", 3, "destination-unreachable", 5, "redirect", 8, "echo-request", 11, "time-exceeded");
    private static final Map<Integer, String> ICMPV6_TYPES = Map.of(
            1,
            "destination-unreachable",
            2,
            "packet-too-big",
            128,
            "echo-request",
            129,
            "echo-reply",
            133,
            "nd-router-solicit",
            134,
            "nd-router-advert",
            135,
            "nd-neighbor-solicit",
            136,
            "nd-neighbor-advert");
    private static final Map<Integer, String> ETHER_TYPES = Map.of(0x0800, "ip", 0x0806, "arp", 0x86dd, "ip6");

    enum Form {
        ADDRESS,
        MAC,
        PORT,
        PROTOCOL,
        NFPROTO,
        ETHER_TYPE,
        ICMP_TYPE,
        ICMPV6_TYPE,
        NAME,
        STATE,
        STATUS,
        ADDRESS_TYPE,
        MARK,
        NUMBER
    }

    RuleValue(String name, Form form) {
        this(name, form, Optional.empty());
    }

    static RuleValue meta(int key) {
        return switch (key) {
            case 1 -> new RuleValue("meta protocol", Form.ETHER_TYPE);
            case Expression.META_MARK -> new RuleValue("meta mark", Form.MARK);
            case Expression.META_IIF -> new RuleValue("iif", Form.NUMBER);
            case Expression.META_OIF -> new RuleValue("oif", Form.NUMBER);
            case Expression.META_IIFNAME -> new RuleValue("iifname", Form.NAME);
            case Expression.META_OIFNAME -> new RuleValue("oifname", Form.NAME);
            case Expression.META_NFTRACE -> new RuleValue("meta nftrace", Form.NUMBER);
            case Expression.META_NFPROTO -> new RuleValue("meta nfproto", Form.NFPROTO);
            case Expression.META_L4PROTO -> new RuleValue("meta l4proto", Form.PROTOCOL);
            case 17 -> new RuleValue("ibrname", Form.NAME);
            case 18 -> new RuleValue("obrname", Form.NAME);
            default -> new RuleValue("meta " + key, Form.NUMBER);
        };
    }

    static RuleValue ct(int key) {
        return switch (key) {
            case Expression.CT_STATE -> new RuleValue("ct state", Form.STATE);
            case Expression.CT_STATUS -> new RuleValue("ct status", Form.STATUS);
            case Expression.CT_MARK -> new RuleValue("ct mark", Form.MARK);
            default -> new RuleValue("ct " + key, Form.NUMBER);
        };
    }

    static RuleValue fib(int result, int flags) {
        String of = (flags & Expression.FIB_DADDR) != 0 ? "fib daddr" : "fib saddr";
        return result == Expression.FIB_ADDRTYPE
                ? new RuleValue(of + " type", Form.ADDRESS_TYPE)
                : new RuleValue(of + (result == 1 ? " oif" : " oifname"), Form.NUMBER);
    }

    RuleValue masked(byte[] bits) {
        return new RuleValue(name, form, Optional.of(bits));
    }

    /** Is this nft's way to ask for any of the mask's bits: that they are not all 0? */
    boolean asksForBits(int op, byte[] value) {
        return mask.isPresent()
                && op == Expression.NEQ
                && (form == Form.STATE || form == Form.STATUS)
                && Arrays.equals(value, new byte[value.length]);
    }

    /** The mask's bits by name. */
    String bits() {
        int all = mask.map(RuleValue::host32).orElse(0);
        List<String> names = new ArrayList<>();
        for (int bit = 0; bit < 32; bit++) {
            if ((all & 1 << bit) != 0) {
                names.add(bitName(bit));
            }
        }
        return String.join(",", names);
    }

    private String bitName(int bit) {
        String known = form == Form.STATE ? bit < STATES.size() ? STATES.get(bit) : "" : STATUS.getOrDefault(bit, "");
        return known.isEmpty() ? "0x" + Integer.toHexString(1 << bit) : known;
    }

    /** A value to compare with, in nft's words; shorter than the whole it is a prefix. */
    String value(byte[] b) {
        return switch (form) {
            case ADDRESS -> network(b);
            case MAC -> b.length == 6 ? Mac.at(b, 0).toString() : hex(b);
            case PORT, ETHER_TYPE -> ports(b);
            case PROTOCOL -> b.length == 1 ? Expression.protocol(b[0] & 0xff).replace("icmpv6", "ipv6-icmp") : hex(b);
            case NFPROTO -> b.length == 1 ? (b[0] == Nftables.NFPROTO_IPV6 ? "ipv6" : "ipv4") : hex(b);
            case ICMP_TYPE -> named(b, ICMP_TYPES);
            case ICMPV6_TYPE -> named(b, ICMPV6_TYPES);
            case NAME -> deviceName(b);
            case STATE, STATUS -> new RuleValue(name, form, Optional.of(b)).bits();
            case ADDRESS_TYPE -> {
                int type = host32(b);
                yield type >= 0 && type < ADDRESS_TYPES.size() ? ADDRESS_TYPES.get(type) : Integer.toString(type);
            }
            case MARK -> "0x%08x".formatted(host32(b));
            case NUMBER -> b.length == 1 ? Integer.toString(b[0] & 0xff) : Integer.toString(host32(b));
        };
    }

    private String ports(byte[] b) {
        if (b.length != 2) {
            return hex(b);
        }
        int n = ByteBuffer.wrap(b).getShort() & 0xffff;
        return form == Form.PORT ? Integer.toString(n) : ETHER_TYPES.getOrDefault(n, "0x%04x".formatted(n));
    }

    private static String named(byte[] b, Map<Integer, String> names) {
        return b.length == 1 ? names.getOrDefault(b[0] & 0xff, Integer.toString(b[0] & 0xff)) : hex(b);
    }

    /** A name that fills less than the whole register is a beginning, as of {@code eth*}. */
    private static String deviceName(byte[] b) {
        boolean whole = b.length == 16;
        return "\"" + new String(b, StandardCharsets.UTF_8).replaceFirst("\0+$", "") + (whole ? "" : "*") + "\"";
    }

    private String network(byte[] b) {
        boolean v6 = name.startsWith("ip6");
        int width = v6 ? 16 : 4;
        if (b.length > width) {
            return hex(b);
        }
        int prefix = mask.map(RuleValue::ones).orElse(8 * b.length);
        String address = address(Arrays.copyOf(b, width));
        return prefix == 8 * width ? address : address + "/" + prefix;
    }

    private static int ones(byte[] mask) {
        int ones = 0;
        for (byte m : mask) {
            ones += Integer.bitCount(m & 0xff);
        }
        return ones;
    }

    static String address(byte[] b) {
        return IpAddress.of(b).toString();
    }

    private static int host32(byte[] b) {
        return b.length < 4
                ? 0
                : ByteBuffer.wrap(b).order(ByteOrder.nativeOrder()).getInt();
    }

    private static String hex(byte[] b) {
        return "0x" + HexFormat.of().formatHex(b);
    }
}
