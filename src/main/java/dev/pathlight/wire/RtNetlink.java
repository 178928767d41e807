package dev.pathlight.wire;

/** The messages of NETLINK_ROUTE and what routes carry ({@code linux/rtnetlink.h}, {@code linux/net_namespace.h}). */
final class RtNetlink {
    static final int RTM_NEWLINK = 16;
    static final int RTM_DELLINK = 17;
    static final int RTM_GETLINK = 18;
    static final int RTM_SETLINK = 19;
    static final int RTM_NEWADDR = 20;
    static final int RTM_DELADDR = 21;
    static final int RTM_GETADDR = 22;
    static final int RTM_NEWROUTE = 24;
    static final int RTM_DELROUTE = 25;
    static final int RTM_GETROUTE = 26;
    static final int RTM_NEWNEIGH = 28;
    static final int RTM_DELNEIGH = 29;
    static final int RTM_GETNEIGH = 30;
    static final int RTM_NEWRULE = 32;
    static final int RTM_DELRULE = 33;
    static final int RTM_NEWNETCONF = 80;
    static final int RTM_GETNETCONF = 82;
    static final int RTM_NEWNSID = 88;
    static final int RTM_DELNSID = 89;

    /** struct rtmsg: family, two prefix lengths, tos, table, protocol, scope, type (u8 each), u32 flags. */
    static final int RTMSG = 12;

    /** struct rtnexthop: u16 length, u8 flags, u8 hops, s32 interface index; attributes follow. */
    static final int RTNEXTHOP = 8;

    /** struct rtgenmsg: one byte, padded. */
    static final int RTGENMSG = 4;

    /** In rtm_flags: the gateway is on the link, whatever the addresses there say. */
    static final int RTNH_F_ONLINK = 4;

    static final int RTA_DST = 1;
    static final int RTA_SRC = 2;
    static final int RTA_IIF = 3;
    static final int RTA_OIF = 4;
    static final int RTA_GATEWAY = 5;
    static final int RTA_PRIORITY = 6;
    static final int RTA_PREFSRC = 7;
    static final int RTA_METRICS = 8;
    static final int RTA_MULTIPATH = 9;
    static final int RTA_TABLE = 15;
    static final int RTA_VIA = 18;
    static final int RTA_PREF = 20;

    /** Answer a lookup with the row that matched instead of the resulting route. */
    static final int RTM_F_FIB_MATCH = 0x2000;

    static final int RTN_UNICAST = 1;
    static final int RTN_LOCAL = 2;
    static final int RTN_BROADCAST = 3;
    static final int RTN_ANYCAST = 4;
    static final int RTN_MULTICAST = 5;
    static final int RTN_BLACKHOLE = 6;
    static final int RTN_UNREACHABLE = 7;
    static final int RTN_PROHIBIT = 8;

    static final int RTPROT_BOOT = 3;

    static final int RT_SCOPE_UNIVERSE = 0;
    static final int RT_SCOPE_SITE = 200;
    static final int RT_SCOPE_LINK = 253;
    static final int RT_SCOPE_HOST = 254;

    /** In a deletion: whatever scope the route has. */
    static final int RT_SCOPE_NOWHERE = 255;

    static final int RT_TABLE_UNSPEC = 0;
    static final int RT_TABLE_DEFAULT = 253;
    static final int RT_TABLE_MAIN = 254;
    static final int RT_TABLE_LOCAL = 255;

    /** In IFLA_EXT_MASK: leave the counters out, which are most of a link's bytes. */
    static final int RTEXT_FILTER_SKIP_STATS = 8;

    static final int NETNSA_NSID = 1;
    static final int NETNSA_FD = 3;

    private RtNetlink() {}
}
