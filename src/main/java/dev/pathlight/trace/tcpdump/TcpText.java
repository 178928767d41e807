package dev.pathlight.trace.tcpdump;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.trace.tcpdump.IpText.Carried;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** TCP (RFC 9293). Numbers count from a conversation's beginning, or from the first packet of it that was seen. */
final class TcpText {
    private static final int HEADER = 20;
    private static final int SYN = 2;
    private static final int ACK = 16;
    private static final int URG = 32;

    /** SYN, FIN or RST. */
    private static final int NUMBERED = 7;

    private static final String[] FLAGS = {"F", "S", "R", "P", ".", "U", "E", "W"};
    private static final int MOST_CONVERSATIONS = 4096;
    private static final Pattern HTTP =
            Pattern.compile("(GET|PUT|HEAD|POST|DELETE|CONNECT|OPTIONS|TRACE|PATCH|HTTP/).*");

    private final Map<Conversation, Origin> origins = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Conversation, Origin> eldest) {
            return size() > MOST_CONVERSATIONS;
        }
    };

    private record Conversation(IpAddress from, int fromPort, IpAddress to, int toPort) {
        Conversation turned() {
            return new Conversation(to, toPort, from, fromPort);
        }
    }

    /** Where the numbers of the two directions are counted from. */
    private record Origin(long seq, long ack) {
        static final Origin ZERO = new Origin(0, 0);
    }

    String of(Carried c) {
        Slice t = c.body();
        int header = (t.u8(12) >> 4) * 4;
        if (!t.has(HEADER) || header < HEADER) {
            return c.ends().way() + " [|tcp]";
        }
        int flags = t.u8(13);
        Origin origin = (flags & ACK) == 0 ? Origin.ZERO : origin(c, flags);
        int payload = c.length() - header;
        StringBuilder text = new StringBuilder(c.ends().way(t.u16(0), t.u16(2)))
                .append(" Flags [")
                .append(letters(flags))
                .append(']');
        long seq = less(t.u32(4), origin.seq());
        if (payload > 0 || (flags & NUMBERED) != 0) {
            text.append(", seq ").append(seq).append(payload > 0 ? ":" + less(seq + payload, 0) : "");
        }
        if ((flags & ACK) != 0) {
            text.append(", ack ").append(less(t.u32(8), origin.ack()));
        }
        text.append(", win ").append(t.u16(14));
        if ((flags & URG) != 0) {
            text.append(", urg ").append(t.u16(18));
        }
        if (header > HEADER) {
            text.append(", options [")
                    .append(options(t.first(header).behind(HEADER), origin.ack()))
                    .append(']');
        }
        text.append(", length ").append(payload);
        return text.append(payload > 0 ? http(t, header) : "").toString();
    }

    private static long less(long number, long origin) {
        return number - origin & 0xffff_ffffL;
    }

    /** Of this packet's direction; a packet of a new conversation itself is written with its own numbers. */
    private Origin origin(Carried c, int flags) {
        Slice t = c.body();
        Conversation here = new Conversation(c.ends().from(), t.u16(0), c.ends().to(), t.u16(2));
        Optional<Origin> known = Optional.ofNullable(origins.get(here));
        if (known.isEmpty() || (flags & SYN) != 0) {
            origins.put(here, new Origin(t.u32(4), less(t.u32(8), 1)));
            origins.put(here.turned(), new Origin(less(t.u32(8), 1), t.u32(4)));
            return Origin.ZERO;
        }
        return known.get();
    }

    private static String letters(int flags) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < FLAGS.length; i++) {
            letters.append((flags >> i & 1) == 1 ? FLAGS[i] : "");
        }
        return letters.isEmpty() ? "none" : letters.toString();
    }

    private static String options(Slice all, long origin) {
        StringJoiner text = new StringJoiner(",");
        Slice o = all;
        while (o.has(1)) {
            int kind = o.u8(0);
            int size = kind < 2 ? 1 : Math.max(2, o.u8(1));
            text.add(option(kind, o.first(size), origin));
            if (kind == 0) {
                break;
            }
            o = o.behind(size);
        }
        return text.toString();
    }

    private static String option(int kind, Slice o, long origin) {
        return switch (kind) {
            case 0 -> "eol";
            case 1 -> "nop";
            case 2 -> "mss " + o.u16(2);
            case 3 -> "wscale " + o.u8(2);
            case 4 -> "sackOK";
            case 5 -> sack(o.behind(2), origin);
            case 8 -> "TS val " + o.u32(2) + " ecr " + o.u32(6);
            default -> "unknown-" + kind;
        };
    }

    private static String sack(Slice blocks, long origin) {
        StringBuilder text =
                new StringBuilder("sack ").append(blocks.length() / 8).append(' ');
        for (Slice b = blocks; b.has(8); b = b.behind(8)) {
            text.append('{')
                    .append(less(b.u32(0), origin))
                    .append(':')
                    .append(less(b.u32(4), origin))
                    .append('}');
        }
        return text.toString();
    }

    private static String http(Slice t, int header) {
        boolean web = isWeb(t.u16(0)) || isWeb(t.u16(2));
        if (!web) {
            return "";
        }
        String first = t.behind(header).text().lines().findFirst().orElse("");
        return ": HTTP" + (HTTP.matcher(first).matches() ? ": " + first : "");
    }

    private static boolean isWeb(int port) {
        return port == 80 || port == 8080 || port == 3128;
    }
}
