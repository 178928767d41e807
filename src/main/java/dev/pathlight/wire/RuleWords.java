package dev.pathlight.wire;

import dev.pathlight.wire.RuleValue.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The words of a rule as nft lists them. What a match says of IP version or transport goes without saying where the match
 * behind it is about a field of just these.
 */
final class RuleWords {
    private static final Map<Integer, String> ICMP_CODES = Map.of(
            0,
            "net-unreachable",
            1,
            "host-unreachable",
            2,
            "prot-unreachable",
            3,
            "port-unreachable",
            9,
            "net-prohibited",
            10,
            "host-prohibited",
            13,
            "admin-prohibited");
    private static final Map<Integer, String> ICMPV6_CODES =
            Map.of(0, "no-route", 1, "admin-prohibited", 3, "addr-unreachable", 4, "port-unreachable");
    private static final List<String> ICMPX_CODES =
            List.of("no-route", "port-unreachable", "host-unreachable", "admin-prohibited");

    /** Packets; nft lists it only when it is another one. */
    private static final int USUAL_BURST = 5;

    private final List<String> words = new ArrayList<>();
    private Optional<String> heldVersion = Optional.empty();
    private Optional<String> heldTransport = Optional.empty();
    private String version;
    private String transport = "";

    RuleWords(String family) {
        version = family.equals("ip6") ? "ip6" : family.equals("ip") ? "ip" : "";
    }

    String text() {
        flush();
        return String.join(" ", words);
    }

    void say(String statement) {
        flush();
        words.add(statement);
    }

    private void flush() {
        heldVersion.ifPresent(words::add);
        heldTransport.ifPresent(words::add);
        heldVersion = Optional.empty();
        heldTransport = Optional.empty();
    }

    /** A key and what it must be. */
    void match(RuleValue key, String must) {
        List<String> parts = List.of(key.name().split(" \\. "));
        boolean ofTransport = parts.stream().anyMatch(k -> isOf(k, transport) || k.startsWith("th "));
        boolean ofVersion = parts.stream().anyMatch(k -> k.startsWith("ip ") || k.startsWith("ip6 "));
        if (ofVersion && parts.size() > 1) {
            heldVersion = Optional.empty();
        }
        if (ofTransport) {
            heldTransport = Optional.empty();
            boolean ofIcmp = transport.startsWith("icmp");
            heldVersion = ofIcmp ? Optional.empty() : heldVersion;
        } else if (ofVersion) {
            heldVersion = Optional.empty();
        }
        say(key.name() + " " + must);
    }

    private static boolean isOf(String key, String transport) {
        return !transport.isEmpty() && key.startsWith(transport + " ");
    }

    /** Two bounds on one field are a range. */
    void compare(RuleValue key, String not, byte[] value) {
        String must = not + key.value(value);
        String from = key.name() + " >= ";
        if (not.equals("<= ") && !words.isEmpty() && words.getLast().startsWith(from)) {
            words.add(key.name() + " " + words.removeLast().substring(from.length()) + "-" + key.value(value));
            return;
        }
        if (not.isEmpty() && key.mask().isEmpty() && isVersion(key)) {
            flush();
            version = key.value(value).endsWith("6") ? "ip6" : "ip";
            heldVersion = Optional.of(key.name() + " " + must);
        } else if (not.isEmpty() && key.name().equals("meta l4proto")) {
            heldTransport.ifPresent(w -> flush());
            transport = Expression.protocol(value.length == 1 ? value[0] & 0xff : 0);
            heldTransport = Optional.of(key.name() + " " + must);
        } else if (not.isEmpty() && key.name().equals("ip protocol")) {
            transport = Expression.protocol(value.length == 1 ? value[0] & 0xff : 0);
            match(key, must);
        } else {
            match(key, must);
        }
    }

    private static boolean isVersion(RuleValue key) {
        return key.form() == Form.NFPROTO || key.form() == Form.ETHER_TYPE;
    }

    RuleValue payload(int base, int offset, int length) {
        String bits = offset * 8 + "," + length * 8;
        return switch (base) {
            case Expression.LINK ->
                offset == 0 && length == 6
                        ? new RuleValue("ether daddr", Form.MAC)
                        : offset == 6 && length == 6
                                ? new RuleValue("ether saddr", Form.MAC)
                                : offset == 12 && length == 2
                                        ? new RuleValue("ether type", Form.ETHER_TYPE)
                                        : new RuleValue("@ll," + bits, Form.NUMBER);
            case Expression.NETWORK -> network(offset, bits);
            case Expression.TRANSPORT -> transport(offset, bits);
            default -> new RuleValue("@ih," + bits, Form.NUMBER);
        };
    }

    private RuleValue network(int offset, String bits) {
        if (version.equals("ip6")) {
            return switch (offset) {
                case 6 -> new RuleValue("ip6 nexthdr", Form.PROTOCOL);
                case 7 -> new RuleValue("ip6 hoplimit", Form.NUMBER);
                case 8 -> new RuleValue("ip6 saddr", Form.ADDRESS);
                case 24 -> new RuleValue("ip6 daddr", Form.ADDRESS);
                default -> new RuleValue("@nh," + bits, Form.NUMBER);
            };
        }
        return switch (offset) {
            case 8 -> new RuleValue("ip ttl", Form.NUMBER);
            case 9 -> new RuleValue("ip protocol", Form.PROTOCOL);
            case 12 -> new RuleValue("ip saddr", Form.ADDRESS);
            case 16 -> new RuleValue("ip daddr", Form.ADDRESS);
            default -> new RuleValue("@nh," + bits, Form.NUMBER);
        };
    }

    private RuleValue transport(int offset, String bits) {
        if (transport.startsWith("icmp")) {
            Form type = transport.equals("icmp") ? Form.ICMP_TYPE : Form.ICMPV6_TYPE;
            return switch (offset) {
                case 0 -> new RuleValue(transport + " type", type);
                case 1 -> new RuleValue(transport + " code", Form.NUMBER);
                case 4 -> new RuleValue(transport + " id", Form.PORT);
                default -> new RuleValue("@th," + bits, Form.NUMBER);
            };
        }
        String name = transport.isEmpty() ? "th" : transport;
        return switch (offset) {
            case 0 -> new RuleValue(name + " sport", Form.PORT);
            case 2 -> new RuleValue(name + " dport", Form.PORT);
            default -> new RuleValue("@th," + bits, Form.NUMBER);
        };
    }

    /** @param chain where it goes on, if it does */
    static String verdict(int code, String chain) {
        return switch (code) {
            case Nftables.NF_DROP -> "drop";
            case Nftables.NF_ACCEPT -> "accept";
            case Nftables.NF_QUEUE -> "queue";
            case Nftables.NFT_CONTINUE -> "continue";
            case Nftables.NFT_RETURN -> "return";
            case Nftables.NFT_JUMP -> "jump " + chain;
            case Nftables.NFT_GOTO -> "goto " + chain;
            default -> "verdict " + code;
        };
    }

    static String limit(RuleReader.Parts p) {
        long unit = p.number(2);
        String per = unit == 1 ? "second" : unit == 60 ? "minute" : unit == 3600 ? "hour" : "day";
        String over = p.small(5) == 1 ? "over " : "";
        boolean ofBytes = p.small(4) == 1;
        String burst = ofBytes || p.number(3) != USUAL_BURST ? " burst " + p.number(3) : "";
        return "limit rate " + over + p.number(1) + "/" + per
                + (burst.isEmpty() ? "" : burst + (ofBytes ? " bytes" : " packets"));
    }

    /** The reason is left out where it is the usual one, port unreachable. */
    static String reject(int type, int code, String family) {
        return switch (type) {
            case Expression.REJECT_TCP_RESET -> "reject with tcp reset";
            case Expression.REJECT_ICMPX ->
                code == Expression.ICMPX_PORT_UNREACHABLE
                        ? "reject"
                        : "reject with icmpx "
                                + (code >= 0 && code < ICMPX_CODES.size() ? ICMPX_CODES.get(code) : "" + code);
            default ->
                family.equals("ip6")
                        ? code == 4 ? "reject" : "reject with icmpv6 " + ICMPV6_CODES.getOrDefault(code, "" + code)
                        : code == 3 ? "reject" : "reject with icmp " + ICMP_CODES.getOrDefault(code, "" + code);
        };
    }
}
