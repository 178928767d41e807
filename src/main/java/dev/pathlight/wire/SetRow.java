package dev.pathlight.wire;

import dev.pathlight.wire.RuleValue.Form;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A set or map of nftables.
 *
 * @param family as of {@link ChainRow}
 * @param flags NFT_SET_*: 1 made by a rule and without a name, 4 of intervals, 8 a map
 * @param keyType nft's number for what it holds; of several together six bits each
 * @param dataType the same for what a map leads to
 */
public record SetRow(
        String family, String table, String name, int flags, int keyType, int dataType, List<Element> elements) {
    private static final int ANONYMOUS = 1;
    private static final int INTERVAL = 4;
    private static final int MAP = 8;
    private static final int TYPE_BITS = 6;
    private static final int IP = 7;
    private static final int IP6 = 8;

    /** By nft's number ({@code enum datatypes} of libnftables). */
    private static final Map<Integer, RuleValue> TYPES = Map.ofEntries(
            Map.entry(2, new RuleValue("nfproto", Form.NFPROTO)),
            Map.entry(IP, new RuleValue("ip", Form.ADDRESS)),
            Map.entry(IP6, new RuleValue("ip6", Form.ADDRESS)),
            Map.entry(9, new RuleValue("ether", Form.MAC)),
            Map.entry(10, new RuleValue("ether type", Form.ETHER_TYPE)),
            Map.entry(12, new RuleValue("protocol", Form.PROTOCOL)),
            Map.entry(13, new RuleValue("port", Form.PORT)),
            Map.entry(14, new RuleValue("icmp type", Form.ICMP_TYPE)),
            Map.entry(19, new RuleValue("mark", Form.MARK)),
            Map.entry(26, new RuleValue("state", Form.STATE)),
            Map.entry(28, new RuleValue("status", Form.STATUS)),
            Map.entry(29, new RuleValue("icmpv6 type", Form.ICMPV6_TYPE)),
            Map.entry(38, new RuleValue("type", Form.ADDRESS_TYPE)),
            Map.entry(41, new RuleValue("name", Form.NAME)));

    /** Those of which the machine's own byte order is kept. */
    private static final List<Form> OF_HOST = List.of(Form.STATE, Form.STATUS, Form.MARK, Form.ADDRESS_TYPE);

    public SetRow {
        elements = List.copyOf(elements);
    }

    /**
     * One element, or of intervals one end.
     *
     * @param key its bytes in hexadecimal digits
     * @param ends the interval that began before ends in front of this
     * @param data what a map leads to: words, or bytes in hexadecimal digits
     */
    public record Element(String key, boolean ends, String data, boolean isVerdict) {
        byte[] bytes() {
            return HexFormat.of().parseHex(key);
        }
    }

    public boolean isAnonymous() {
        return (flags & ANONYMOUS) != 0;
    }

    /** With these as well. */
    public SetRow with(List<Element> more) {
        List<Element> all = Stream.concat(elements.stream(), more.stream()).toList();
        return new SetRow(family, table, name, flags, keyType, dataType, all);
    }

    /** What is in it, as nft prints it inside a rule: {@code { 22, 1000-2000 }}. */
    public String text() {
        return said().stream().collect(Collectors.joining(", ", "{ ", " }"));
    }

    private List<String> said() {
        return (flags & INTERVAL) != 0
                ? intervals()
                : elements.stream()
                        .sorted(Comparator.comparing(this::order))
                        .map(e -> value(keyType, e.bytes()) + data(e))
                        .toList();
    }

    private String order(Element e) {
        boolean turned = TYPES.containsKey(keyType)
                && OF_HOST.contains(TYPES.get(keyType).form())
                && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        if (!turned) {
            return e.key();
        }
        byte[] b = e.bytes();
        byte[] back = new byte[b.length];
        for (int i = 0; i < b.length; i++) {
            back[i] = b[b.length - 1 - i];
        }
        return HexFormat.of().formatHex(back);
    }

    private String data(Element e) {
        if ((flags & MAP) == 0) {
            return "";
        }
        return " : "
                + (e.isVerdict() ? e.data() : value(dataType, HexFormat.of().parseHex(e.data())));
    }

    /** Several values together stand each at a multiple of four bytes. */
    private static String value(int type, byte[] bytes) {
        if (type >> TYPE_BITS == 0) {
            RuleValue v = TYPES.getOrDefault(type, new RuleValue("", Form.NUMBER));
            return v.value(v.form() == Form.NAME ? Arrays.copyOf(bytes, 16) : bytes);
        }
        List<Integer> types = new ArrayList<>();
        for (int t = type; t != 0; t >>= TYPE_BITS) {
            types.addFirst(t & (1 << TYPE_BITS) - 1);
        }
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int t : types) {
            int length = Math.min(bytes.length - at, width(t));
            parts.add(value(t, Arrays.copyOfRange(bytes, at, at + Math.max(0, length))));
            at = Math.min(bytes.length, at + Netlink.aligned(width(t)));
        }
        return String.join(" . ", parts);
    }

    /** Bytes of one value. */
    private static int width(int type) {
        Form form = TYPES.getOrDefault(type, new RuleValue("", Form.NUMBER)).form();
        return switch (form) {
            case ADDRESS -> type == IP6 ? 16 : 4;
            case MAC -> 6;
            case PORT, ETHER_TYPE -> 2;
            case PROTOCOL, NFPROTO, ICMP_TYPE, ICMPV6_TYPE -> 1;
            case NAME -> 16;
            case STATE, STATUS, ADDRESS_TYPE, MARK, NUMBER -> 4;
        };
    }

    private List<String> intervals() {
        List<Element> sorted = elements.stream()
                .sorted(Comparator.comparing(Element::key).thenComparing(e -> !e.ends()))
                .toList();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Element from = sorted.get(i);
            if (!from.ends()) {
                byte[] first = from.bytes();
                byte[] last = i + 1 < sorted.size() ? before(sorted.get(i + 1).bytes()) : highest(first.length);
                said.add(interval(first, last) + data(from));
            }
        }
        return said;
    }

    private String interval(byte[] first, byte[] last) {
        if (Arrays.equals(first, last)) {
            return value(keyType, first);
        }
        int prefix = first.length == last.length ? prefix(first, last) : -1;
        return prefix >= 0 && (keyType == IP || keyType == IP6)
                ? value(keyType, first) + "/" + prefix
                : value(keyType, first) + "-" + value(keyType, last);
    }

    /** The bits that all between the two have in common, when these are all there are with them; else -1. */
    private static int prefix(byte[] first, byte[] last) {
        int bits = 0;
        while (bits < first.length * 8 && bit(first, bits) == bit(last, bits)) {
            bits++;
        }
        for (int i = bits; i < first.length * 8; i++) {
            if (bit(first, i) != 0 || bit(last, i) != 1) {
                return -1;
            }
        }
        return bits;
    }

    private static int bit(byte[] b, int i) {
        return b[i / 8] >> 7 - i % 8 & 1;
    }

    private static byte[] before(byte[] b) {
        byte[] one = b.clone();
        for (int i = one.length - 1; i >= 0 && --one[i] == -1; i--) {
            // borrows from the next
        }
        return one;
    }

    private static byte[] highest(int length) {
        byte[] b = new byte[length];
        Arrays.fill(b, (byte) 0xff);
        return b;
    }
}
