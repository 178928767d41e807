package dev.pathlight.live.classic;

import dev.pathlight.live.Snapshot;
import dev.pathlight.live.SpaceState;
import dev.pathlight.live.classic.ClassicText.Line;
import dev.pathlight.wire.AddressRow;
import dev.pathlight.wire.LinkFacts;
import dev.pathlight.wire.LinkRow;
import dev.pathlight.wire.RowText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Writes links and addresses as {@code ip a} prints them (iproute2 6.1). */
public final class IpAddr {
    private static final int IFF_RUNNING = 0x40;
    private static final int IFF_POINTOPOINT = 0x10;
    private static final List<String> STATES =
            List.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP");
    private static final Map<Integer, String> FLAGS = flags();
    private static final List<String> ADDRESS_FLAGS = List.of(
            "secondary",
            "nodad",
            "optimistic",
            "dadfailed",
            "home",
            "deprecated",
            "tentative",
            "dynamic",
            "mngtmpaddr",
            "noprefixroute",
            "autojoin",
            "stable-privacy");

    /** IFA_F_PERMANENT is the one whose absence is told: the address is dynamic. */
    private static final int PERMANENT = 0x80;

    private IpAddr() {}

    private static Map<Integer, String> flags() {
        Map<Integer, String> flags = new LinkedHashMap<>();
        flags.put(LinkRow.IFF_LOOPBACK, "LOOPBACK");
        flags.put(LinkRow.IFF_BROADCAST, "BROADCAST");
        flags.put(IFF_POINTOPOINT, "POINTOPOINT");
        flags.put(0x1000, "MULTICAST");
        flags.put(0x80, "NOARP");
        flags.put(0x200, "ALLMULTI");
        flags.put(0x100, "PROMISC");
        flags.put(0x400, "MASTER");
        flags.put(0x800, "SLAVE");
        flags.put(4, "DEBUG");
        flags.put(0x8000, "DYNAMIC");
        flags.put(0x4000, "AUTOMEDIA");
        flags.put(0x2000, "PORTSEL");
        flags.put(0x20, "NOTRAILERS");
        flags.put(LinkRow.IFF_UP, "UP");
        flags.put(LinkRow.IFF_LOWER_UP, "LOWER_UP");
        flags.put(0x20000, "DORMANT");
        flags.put(0x40000, "ECHO");
        return Collections.unmodifiableMap(flags);
    }

    /** {@code ip a}; the other namespaces are needed to name those that cables lead to. */
    public static ClassicText of(Snapshot snapshot, SpaceState state) {
        Peers peers = new Peers(snapshot);
        List<Line> lines = new ArrayList<>();
        for (LinkRow link : state.links()) {
            Optional<Peers.Peer> peer = peers.of(state.id(), link);
            lines.add(
                    new Line(first(link, state), "", peer.map(Peers.Peer::label).orElse("")));
            lines.add(new Line(second(link, peer, peers)));
            state.addresses().stream()
                    .filter(a -> a.index() == link.index())
                    .forEach(a -> lines.addAll(address(a, link)));
        }
        return new ClassicText("ip a", lines);
    }

    private static String first(LinkRow l, SpaceState state) {
        LinkFacts f = l.facts();
        return l.index() + ": " + name(l, state) + ": <" + words(l, state) + "> mtu " + l.mtu()
                + (f.qdisc().isEmpty() ? "" : " qdisc " + f.qdisc())
                + (l.master() == 0 ? "" : " master " + state.nameOf(l.master()))
                + " state " + (l.operState() < STATES.size() ? STATES.get(l.operState()) : "" + l.operState())
                + " group " + (f.group() == 0 ? "default" : f.group())
                + (f.queueLength() == 0 ? " " : " qlen " + f.queueLength());
    }

    private static String name(LinkRow l, SpaceState state) {
        if (!l.facts().hasLower()) {
            return l.name();
        }
        String lower = l.peerNsid().isPresent() ? "if" + l.peer() : l.peer() == 0 ? "NONE" : state.nameOf(l.peer());
        return l.name() + "@" + lower;
    }

    private static String words(LinkRow l, SpaceState state) {
        StringJoiner words = new StringJoiner(",");
        if (l.isUp() && (l.flags() & IFF_RUNNING) == 0) {
            words.add("NO-CARRIER");
        }
        int rest = l.flags() & ~IFF_RUNNING;
        for (Map.Entry<Integer, String> flag : FLAGS.entrySet()) {
            if ((rest & flag.getKey()) != 0) {
                words.add(flag.getValue());
                rest &= ~flag.getKey();
            }
        }
        if (rest != 0) {
            words.add(Integer.toHexString(rest));
        }
        boolean lowerDown = l.facts().hasLower()
                && l.peerNsid().isEmpty()
                && state.link(l.peer()).filter(p -> !p.isUp()).isPresent();
        return words + (lowerDown ? ",M-DOWN" : "");
    }

    private static String second(LinkRow l, Optional<Peers.Peer> peer, Peers peers) {
        LinkFacts f = l.facts();
        String other = (l.flags() & IFF_POINTOPOINT) != 0 ? " peer " : " brd ";
        String there = l.peerNsid().isEmpty()
                ? ""
                : peer.map(p -> " link-netns " + peers.netns(p.port().space()))
                        .orElse(" link-netnsid " + l.peerNsid().getAsInt());
        return "    link/" + kind(f.type())
                + (f.address().isEmpty() ? "" : " " + f.address())
                + (f.broadcast().isEmpty() ? "" : other + f.broadcast())
                + (f.address().isEmpty() ? " " : "")
                + there;
    }

    /** ARPHRD_* of {@code linux/if_arp.h}. */
    private static String kind(int type) {
        return switch (type) {
            case 1 -> "ether";
            case 512 -> "ppp";
            case 768 -> "ipip";
            case 769 -> "tunnel6";
            case 772 -> "loopback";
            case 776 -> "sit";
            case 778 -> "gre";
            case 823 -> "gre6";
            case 0xfffe -> "none";
            default -> "[" + type + "]";
        };
    }

    private static List<Line> address(AddressRow a, LinkRow link) {
        AddressRow.Facts f = a.facts();
        boolean v6 = a.address().address().v6();
        String text = "    inet" + (v6 ? "6 " : " ")
                + f.peer()
                        .map(p -> a.address().address() + " peer " + p + "/"
                                + a.address().prefix())
                        .orElse(a.address().toString())
                + f.broadcast().map(b -> " brd " + b).orElse("")
                + " scope " + RowText.scope(a.scope()) + " "
                + flags(a.flags(), v6)
                + (v6 ? "" : f.label().isEmpty() ? link.name() : f.label());
        return List.of(
                new Line(text),
                new Line("       valid_lft " + lifetime(f.valid()) + " preferred_lft " + lifetime(f.preferred())));
    }

    private static String flags(int flags, boolean v6) {
        StringBuilder words = new StringBuilder();
        for (int bit = 0; bit < ADDRESS_FLAGS.size(); bit++) {
            int flag = 1 << bit;
            if ((flags & flag) != 0 != (flag == PERMANENT)) {
                words.append(flag == 1 && v6 ? "temporary" : ADDRESS_FLAGS.get(bit))
                        .append(' ');
            }
        }
        return words.toString();
    }

    private static String lifetime(long seconds) {
        return seconds == AddressRow.Facts.FOREVER ? "forever" : seconds + "sec";
    }
}
