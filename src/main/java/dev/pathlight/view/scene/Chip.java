package dev.pathlight.view.scene;

import dev.pathlight.trace.Journey;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two or three words that tell a packet's kind from across a room. */
public final class Chip {
    private static final int LONGEST = 18;

    private static final Pattern TCP_FLAGS = Pattern.compile("^TCP .*?, ([A-Z]{3}(?: [A-Z]{3})*), seq");

    private Chip() {}

    /** As {@code ICMP request}, {@code ARP?}, {@code TCP SYN}. */
    public static String words(Journey j) {
        String what = j.what();
        String lower = what.toLowerCase(Locale.ROOT);
        if (j.protocol().equals("arp")) {
            return lower.contains("reply") || lower.contains("is at") ? "ARP reply" : "ARP?";
        }
        if (lower.contains("echo request")) {
            return j.protocol().equals("icmpv6") ? "ICMPv6 request" : "ICMP request";
        }
        if (lower.contains("echo reply")) {
            return j.protocol().equals("icmpv6") ? "ICMPv6 reply" : "ICMP reply";
        }
        Matcher flags = TCP_FLAGS.matcher(what);
        if (flags.find()) {
            return "TCP " + flags.group(1);
        }
        StringBuilder words = new StringBuilder();
        for (String w : what.split(" ")) {
            boolean address = w.indexOf('.') > 0 || w.indexOf(':') >= 0 || w.equals("→");
            if (address || words.length() + w.length() >= LONGEST) {
                break;
            }
            words.append(words.isEmpty() ? "" : " ").append(w);
        }
        return words.isEmpty() ? j.protocol().toUpperCase(Locale.ROOT) : words.toString();
    }
}
