package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints one request, byte by byte, in the order in which the bytes are sent. */
final class MessagePrinter {
    private static final int BYTES_PER_LINE = 8;
    private static final int HEX_WIDTH = 3 * BYTES_PER_LINE + 1;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final byte[] message;
    private final boolean filter;
    private final StringBuilder text = new StringBuilder();
    private int at;

    /** @param filter whether it is one of netfilter */
    MessagePrinter(byte[] message, boolean filter) {
        this.message = message;
        this.filter = filter;
    }

    String print() {
        if (message.length < Netlink.HEADER) {
            line(message.length, 0, "not a whole message");
            return text.toString();
        }
        int type = (int) number(4, 2);
        Optional<MessageLayout.Message> layout = filter ? MessageLayout.ofFilter(type) : MessageLayout.of(type);
        for (MessageLayout.Field field : MessageLayout.HEADER) {
            long value = number(at, field.size());
            String words = switch (field.name()) {
                case "nlmsg_type" -> layout.map(MessageLayout.Message::name).orElse("type " + type);
                case "nlmsg_flags" -> flags((int) value, type);
                default -> Long.toString(value);
            };
            line(field.size(), 0, field.name() + " " + words);
        }
        layout.ifPresent(l -> {
            fixed(l.fixed(), 0);
            attributes(l.attributes(), message.length, 0, "");
        });
        line(message.length - at, 0, "not understood");
        return text.toString();
    }

    private void fixed(List<MessageLayout.Field> fields, int depth) {
        for (MessageLayout.Field field : fields) {
            if (field.size() <= message.length - at) {
                line(
                        field.size(),
                        depth,
                        field.name().equals("padding") ? "padding" : field.name() + " " + number(at, field.size()));
            }
        }
    }

    /** @param kind the kind of link whose data these are, or "" */
    private void attributes(Map<Integer, MessageLayout.Attribute> known, int end, int depth, String kind) {
        String named = kind;
        while (end - at >= Netlink.ATTRIBUTE_HEADER) {
            int length = (int) number(at, 2);
            int type = (int) number(at + 2, 2) & Netlink.NLA_TYPE_MASK;
            if (length < Netlink.ATTRIBUTE_HEADER || length > end - at) {
                return;
            }
            MessageLayout.Attribute attribute = Optional.ofNullable(known.get(type))
                    .orElse(new MessageLayout.Attribute("attribute " + type, MessageLayout.Shape.BYTES));
            int payloadEnd = at + length;
            String value =
                    value(attribute.shape(), Arrays.copyOfRange(message, at + Netlink.ATTRIBUTE_HEADER, payloadEnd));
            line(
                    Netlink.ATTRIBUTE_HEADER,
                    depth,
                    attribute.name() + ", " + length + " bytes" + (value.isEmpty() ? "" : ":"));
            switch (attribute.shape()) {
                case NESTED -> attributes(attribute.inside(), payloadEnd, depth + 1, "");
                case BY_KIND -> attributes(MessageLayout.dataOf(named), payloadEnd, depth + 1, "");
                case LINK -> {
                    fixed(MessageLayout.IFINFOMSG, depth + 1);
                    attributes(attribute.inside(), payloadEnd, depth + 1, "");
                }
                case NUMBER, BIG_NUMBER, TEXT, MAC, ADDRESS, BYTES -> line(payloadEnd - at, depth + 1, value);
            }
            named = type == IfLink.IFLA_INFO_KIND && attribute.shape() == MessageLayout.Shape.TEXT
                    ? unquoted(value)
                    : named;
            line(Math.min(end, Netlink.aligned(payloadEnd)) - at, depth, "padding");
        }
    }

    private static String unquoted(String value) {
        return value.substring(1, value.length() - 1);
    }

    /** "" where the payload is shown part by part. */
    private static String value(MessageLayout.Shape shape, byte[] payload) {
        return switch (shape) {
            case NESTED, BY_KIND, LINK -> "";
            case NUMBER -> payload.length <= 4 ? Long.toString(number(payload, 0, payload.length)) : "a number";
            case BIG_NUMBER ->
                payload.length == 4 ? Integer.toString(ByteBuffer.wrap(payload).getInt()) : "a number";
            case TEXT -> "\"" + text(payload) + "\"";
            case MAC -> HexFormat.ofDelimiter(":").formatHex(payload);
            case ADDRESS ->
                payload.length == 4 || payload.length == 16
                        ? IpAddress.of(payload).toString()
                        : payload.length + " bytes";
            case BYTES -> payload.length + " bytes";
        };
    }

    /** Up to the final zero, on one line. */
    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8)
                .replaceFirst("\0+$", "")
                .replaceAll("\\p{IsControl}", "?");
    }

    private static String flags(int flags, int type) {
        List<String> names = new ArrayList<>();
        boolean asks = type == RtNetlink.RTM_GETLINK
                || type == RtNetlink.RTM_GETADDR
                || type == RtNetlink.RTM_GETROUTE
                || type == RtNetlink.RTM_GETNEIGH;
        names.add((flags & Netlink.NLM_F_REQUEST) != 0 ? "NLM_F_REQUEST" : "none");
        if ((flags & Netlink.NLM_F_ACK) != 0) {
            names.add("NLM_F_ACK");
        }
        if (asks && (flags & Netlink.NLM_F_DUMP) == Netlink.NLM_F_DUMP) {
            names.add("NLM_F_DUMP");
        }
        if (!asks && (flags & Netlink.NLM_F_EXCL) != 0) {
            names.add("NLM_F_EXCL");
        }
        if (!asks && (flags & Netlink.NLM_F_CREATE) != 0) {
            names.add("NLM_F_CREATE");
        }
        if (!asks && (flags & Netlink.NLM_F_APPEND) != 0) {
            names.add("NLM_F_APPEND");
        }
        return String.join(" | ", names);
    }

    /** Writes the next {@code count} bytes, eight to a line, the words behind the first eight. */
    private void line(int count, int depth, String words) {
        for (int done = 0; done < count; done += BYTES_PER_LINE) {
            int part = Math.min(BYTES_PER_LINE, count - done);
            String hex = HEX.formatHex(message, at, at + part);
            String row = done == 0 ? hex + " ".repeat(HEX_WIDTH - hex.length()) + "  ".repeat(depth) + words : hex;
            text.append(row).append('\n');
            at += part;
        }
    }

    private long number(int offset, int size) {
        return number(message, offset, size);
    }

    private static long number(byte[] bytes, int offset, int size) {
        ByteBuffer b = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        return switch (size) {
            case 1 -> bytes[offset] & 0xff;
            case 2 -> b.getShort(offset) & 0xffff;
            case 4 -> Integer.toUnsignedLong(b.getInt(offset));
            default -> 0;
        };
    }
}
