package dev.pathlight.trace.tcpdump;

import dev.pathlight.trace.tcpdump.IpText.Carried;
import java.util.Locale;

/** UDP (RFC 768), and VXLAN (RFC 7348) at its own port and at Linux's, which tcpdump knows as OTV's. */
final class UdpText {
    private static final int HEADER = 8;
    private static final int VXLAN = 4789;
    private static final int OTV = 8472;

    private final EthernetText ethernet;

    UdpText(EthernetText ethernet) {
        this.ethernet = ethernet;
    }

    String of(Carried c) {
        Slice d = c.body();
        if (!d.has(HEADER)) {
            return c.ends().way() + " [|udp]";
        }
        int from = d.u16(0);
        int to = d.u16(2);
        String way = c.ends().way(from, to) + " ";
        Slice payload = d.behind(HEADER);
        boolean otv = from == OTV || to == OTV;
        if ((otv || from == VXLAN || to == VXLAN) && payload.has(HEADER + 14)) {
            return way + vxlan(payload, otv);
        }
        return way + "UDP, length " + (d.u16(4) - HEADER);
    }

    /** With the frame it carries on a line of its own. */
    private String vxlan(Slice v, boolean otv) {
        int flags = v.u8(0);
        String marks = String.format(Locale.ROOT, "flags [%s] (0x%02x), ", (flags & 8) == 0 ? "." : "I", flags);
        long id = v.u32(4) >> 8;
        String head = otv
                ? "OTV, " + marks + "overlay " + (v.u32(0) & 0xff_ffff) + ", instance " + id
                : "VXLAN, " + marks + "vni " + id;
        Slice inner = v.behind(HEADER);
        return head + "\n" + ethernet.of(inner, inner.length());
    }
}
