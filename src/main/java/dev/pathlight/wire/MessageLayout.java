package dev.pathlight.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parts of our messages are called in the kernel's headers, and how their bytes are to be read. */
final class MessageLayout {
    /** A field of a fixed part; numbers in native byte order, {@code size} in bytes. */
    record Field(String name, int size) {}

    /** How an attribute's payload reads. */
    enum Shape {
        NUMBER,
        /** In network order. */
        BIG_NUMBER,
        TEXT,
        MAC,
        ADDRESS,
        /** Attributes. */
        NESTED,
        /** struct ifinfomsg, then attributes: a cable's other end. */
        LINK,
        /** Attributes whose meaning depends on IFLA_INFO_KIND. */
        BY_KIND,
        BYTES
    }

    /** An attribute; {@code inside} names those it nests. */
    record Attribute(String name, Shape shape, Map<Integer, Attribute> inside) {
        Attribute(String name, Shape shape) {
            this(name, shape, Map.of());
        }
    }

    /** A message: its name, the struct after the header, and its attributes. */
    record Message(String name, List<Field> fixed, Map<Integer, Attribute> attributes) {}

    static final List<Field> HEADER = List.of(
            new Field("nlmsg_len", 4),
            new Field("nlmsg_type", 2),
            new Field("nlmsg_flags", 2),
            new Field("nlmsg_seq", 4),
            new Field("nlmsg_pid", 4));

    static final List<Field> IFINFOMSG = List.of(
            new Field("ifi_family", 1),
            new Field("padding", 1),
            new Field("ifi_type", 2),
            new Field("ifi_index", 4),
            new Field("ifi_flags", 4),
            new Field("ifi_change", 4));

    private static final List<Field> IFADDRMSG = List.of(
            new Field("ifa_family", 1),
            new Field("ifa_prefixlen", 1),
            new Field("ifa_flags", 1),
            new Field("ifa_scope", 1),
            new Field("ifa_index", 4));

    private static final List<Field> RTMSG = List.of(
            new Field("rtm_family", 1),
            new Field("rtm_dst_len", 1),
            new Field("rtm_src_len", 1),
            new Field("rtm_tos", 1),
            new Field("rtm_table", 1),
            new Field("rtm_protocol", 1),
            new Field("rtm_scope", 1),
            new Field("rtm_type", 1),
            new Field("rtm_flags", 4));

    private static final List<Field> NDMSG = List.of(
            new Field("ndm_family", 1),
            new Field("padding", 3),
            new Field("ndm_ifindex", 4),
            new Field("ndm_state", 2),
            new Field("ndm_flags", 1),
            new Field("ndm_type", 1));

    private static final List<Field> RTGENMSG = List.of(new Field("rtgen_family", 1), new Field("padding", 3));

    private static final Map<Integer, Attribute> PORT_DATA =
            Map.of(IfLink.IFLA_BRPORT_MODE, new Attribute("IFLA_BRPORT_MODE", Shape.NUMBER));

    private static final Map<Integer, Attribute> LINK_INFO = Map.of(
            IfLink.IFLA_INFO_KIND, new Attribute("IFLA_INFO_KIND", Shape.TEXT),
            IfLink.IFLA_INFO_DATA, new Attribute("IFLA_INFO_DATA", Shape.BY_KIND),
            IfLink.IFLA_INFO_SLAVE_KIND, new Attribute("IFLA_INFO_SLAVE_KIND", Shape.TEXT),
            IfLink.IFLA_INFO_SLAVE_DATA, new Attribute("IFLA_INFO_SLAVE_DATA", Shape.NESTED, PORT_DATA));

    private static final Map<Integer, Attribute> BRIDGE_SPEC =
            Map.of(IfLink.IFLA_BRIDGE_VLAN_INFO, new Attribute("IFLA_BRIDGE_VLAN_INFO", Shape.BYTES));

    static final Map<Integer, Attribute> LINK = Map.of(
            IfLink.IFLA_AF_SPEC, new Attribute("IFLA_AF_SPEC", Shape.NESTED, BRIDGE_SPEC),
            IfLink.IFLA_ADDRESS, new Attribute("IFLA_ADDRESS", Shape.MAC),
            IfLink.IFLA_IFNAME, new Attribute("IFLA_IFNAME", Shape.TEXT),
            IfLink.IFLA_MTU, new Attribute("IFLA_MTU", Shape.NUMBER),
            IfLink.IFLA_MASTER, new Attribute("IFLA_MASTER", Shape.NUMBER),
            IfLink.IFLA_LINKINFO, new Attribute("IFLA_LINKINFO", Shape.NESTED, LINK_INFO),
            IfLink.IFLA_NET_NS_FD, new Attribute("IFLA_NET_NS_FD", Shape.NUMBER),
            IfLink.IFLA_EXT_MASK, new Attribute("IFLA_EXT_MASK", Shape.NUMBER),
            IfLink.IFLA_NUM_TX_QUEUES, new Attribute("IFLA_NUM_TX_QUEUES", Shape.NUMBER),
            IfLink.IFLA_NUM_RX_QUEUES, new Attribute("IFLA_NUM_RX_QUEUES", Shape.NUMBER));

    private static final Map<Integer, Attribute> BRIDGE = Map.of(
            IfLink.IFLA_BR_FORWARD_DELAY, new Attribute("IFLA_BR_FORWARD_DELAY", Shape.NUMBER),
            IfLink.IFLA_BR_AGEING_TIME, new Attribute("IFLA_BR_AGEING_TIME", Shape.NUMBER),
            IfLink.IFLA_BR_STP_STATE, new Attribute("IFLA_BR_STP_STATE", Shape.NUMBER),
            IfLink.IFLA_BR_PRIORITY, new Attribute("IFLA_BR_PRIORITY", Shape.NUMBER),
            IfLink.IFLA_BR_VLAN_FILTERING, new Attribute("IFLA_BR_VLAN_FILTERING", Shape.NUMBER),
            IfLink.IFLA_BR_MCAST_SNOOPING, new Attribute("IFLA_BR_MCAST_SNOOPING", Shape.NUMBER));

    private static final Map<Integer, Attribute> VETH =
            Map.of(IfLink.VETH_INFO_PEER, new Attribute("VETH_INFO_PEER", Shape.LINK, LINK));

    private static final Map<Integer, Attribute> VXLAN = Map.of(
            IfLink.IFLA_VXLAN_ID, new Attribute("IFLA_VXLAN_ID", Shape.NUMBER),
            IfLink.IFLA_VXLAN_GROUP, new Attribute("IFLA_VXLAN_GROUP", Shape.ADDRESS),
            IfLink.IFLA_VXLAN_LINK, new Attribute("IFLA_VXLAN_LINK", Shape.NUMBER),
            IfLink.IFLA_VXLAN_LOCAL, new Attribute("IFLA_VXLAN_LOCAL", Shape.ADDRESS),
            IfLink.IFLA_VXLAN_LEARNING, new Attribute("IFLA_VXLAN_LEARNING", Shape.NUMBER),
            IfLink.IFLA_VXLAN_PORT, new Attribute("IFLA_VXLAN_PORT", Shape.BYTES),
            IfLink.IFLA_VXLAN_GROUP6, new Attribute("IFLA_VXLAN_GROUP6", Shape.ADDRESS),
            IfLink.IFLA_VXLAN_LOCAL6, new Attribute("IFLA_VXLAN_LOCAL6", Shape.ADDRESS));

    private static final Map<Integer, Attribute> NEIGHBOUR = Map.of(
            Neighbour.NDA_DST, new Attribute("NDA_DST", Shape.ADDRESS),
            Neighbour.NDA_LLADDR, new Attribute("NDA_LLADDR", Shape.MAC));

    private static final Map<Integer, Attribute> ADDRESS = Map.of(
            IfLink.IFA_ADDRESS, new Attribute("IFA_ADDRESS", Shape.ADDRESS),
            IfLink.IFA_LOCAL, new Attribute("IFA_LOCAL", Shape.ADDRESS),
            IfLink.IFA_FLAGS, new Attribute("IFA_FLAGS", Shape.NUMBER));

    private static final Map<Integer, Attribute> ROUTE = Map.of(
            RtNetlink.RTA_DST, new Attribute("RTA_DST", Shape.ADDRESS),
            RtNetlink.RTA_SRC, new Attribute("RTA_SRC", Shape.ADDRESS),
            RtNetlink.RTA_IIF, new Attribute("RTA_IIF", Shape.NUMBER),
            RtNetlink.RTA_OIF, new Attribute("RTA_OIF", Shape.NUMBER),
            RtNetlink.RTA_GATEWAY, new Attribute("RTA_GATEWAY", Shape.ADDRESS),
            RtNetlink.RTA_PRIORITY, new Attribute("RTA_PRIORITY", Shape.NUMBER),
            RtNetlink.RTA_PREFSRC, new Attribute("RTA_PREFSRC", Shape.ADDRESS),
            RtNetlink.RTA_TABLE, new Attribute("RTA_TABLE", Shape.NUMBER),
            RtNetlink.RTA_VIA, new Attribute("RTA_VIA", Shape.BYTES));

    private static final Map<Integer, Attribute> NSID = Map.of(
            RtNetlink.NETNSA_NSID, new Attribute("NETNSA_NSID", Shape.NUMBER),
            RtNetlink.NETNSA_FD, new Attribute("NETNSA_FD", Shape.NUMBER));

    private MessageLayout() {}

    private static final List<Field> NFGENMSG =
            List.of(new Field("nfgen_family", 1), new Field("version", 1), new Field("res_id", 2));

    private static final Map<Integer, Attribute> TABLE =
            Map.of(Nftables.NFTA_TABLE_NAME, new Attribute("NFTA_TABLE_NAME", Shape.TEXT));

    private static final Map<Integer, Attribute> HOOK = Map.of(
            Nftables.NFTA_HOOK_HOOKNUM, new Attribute("NFTA_HOOK_HOOKNUM", Shape.BIG_NUMBER),
            Nftables.NFTA_HOOK_PRIORITY, new Attribute("NFTA_HOOK_PRIORITY", Shape.BIG_NUMBER));

    private static final Map<Integer, Attribute> CHAIN = Map.of(
            Nftables.NFTA_CHAIN_TABLE, new Attribute("NFTA_CHAIN_TABLE", Shape.TEXT),
            Nftables.NFTA_CHAIN_NAME, new Attribute("NFTA_CHAIN_NAME", Shape.TEXT),
            Nftables.NFTA_CHAIN_HOOK, new Attribute("NFTA_CHAIN_HOOK", Shape.NESTED, HOOK),
            Nftables.NFTA_CHAIN_POLICY, new Attribute("NFTA_CHAIN_POLICY", Shape.BIG_NUMBER),
            Nftables.NFTA_CHAIN_TYPE, new Attribute("NFTA_CHAIN_TYPE", Shape.TEXT));

    private static final Map<Integer, Attribute> EXPRESSION = Map.of(
            Nftables.NFTA_EXPR_NAME, new Attribute("NFTA_EXPR_NAME", Shape.TEXT),
            Nftables.NFTA_EXPR_DATA, new Attribute("NFTA_EXPR_DATA", Shape.BYTES));

    private static final Map<Integer, Attribute> EXPRESSIONS =
            Map.of(Nftables.NFTA_LIST_ELEM, new Attribute("NFTA_LIST_ELEM", Shape.NESTED, EXPRESSION));

    private static final Map<Integer, Attribute> RULE = Map.of(
            Nftables.NFTA_RULE_TABLE, new Attribute("NFTA_RULE_TABLE", Shape.TEXT),
            Nftables.NFTA_RULE_CHAIN, new Attribute("NFTA_RULE_CHAIN", Shape.TEXT),
            Nftables.NFTA_RULE_EXPRESSIONS, new Attribute("NFTA_RULE_EXPRESSIONS", Shape.NESTED, EXPRESSIONS),
            Nftables.NFTA_RULE_USERDATA, new Attribute("NFTA_RULE_USERDATA", Shape.BYTES));

    /** The same of netfilter, whose numbers for a transaction's begin and end are those of links elsewhere. */
    static Optional<Message> ofFilter(int type) {
        return Optional.ofNullable(
                switch (type) {
                    case Nftables.NFNL_MSG_BATCH_BEGIN -> new Message("NFNL_MSG_BATCH_BEGIN", NFGENMSG, Map.of());
                    case Nftables.NFNL_MSG_BATCH_END -> new Message("NFNL_MSG_BATCH_END", NFGENMSG, Map.of());
                    case Nftables.NEWTABLE -> new Message("NFT_MSG_NEWTABLE", NFGENMSG, TABLE);
                    case Nftables.DELTABLE -> new Message("NFT_MSG_DELTABLE", NFGENMSG, TABLE);
                    case Nftables.NEWCHAIN -> new Message("NFT_MSG_NEWCHAIN", NFGENMSG, CHAIN);
                    case Nftables.NEWRULE -> new Message("NFT_MSG_NEWRULE", NFGENMSG, RULE);
                    default -> null;
                });
    }

    /** Empty for messages we neither send nor ask with. */
    static Optional<Message> of(int type) {
        return Optional.ofNullable(
                switch (type) {
                    case RtNetlink.RTM_NEWLINK -> new Message("RTM_NEWLINK", IFINFOMSG, LINK);
                    case RtNetlink.RTM_DELLINK -> new Message("RTM_DELLINK", IFINFOMSG, LINK);
                    case RtNetlink.RTM_SETLINK -> new Message("RTM_SETLINK", IFINFOMSG, LINK);
                    case RtNetlink.RTM_GETLINK -> new Message("RTM_GETLINK", IFINFOMSG, LINK);
                    case RtNetlink.RTM_NEWADDR -> new Message("RTM_NEWADDR", IFADDRMSG, ADDRESS);
                    case RtNetlink.RTM_DELADDR -> new Message("RTM_DELADDR", IFADDRMSG, ADDRESS);
                    case RtNetlink.RTM_GETADDR -> new Message("RTM_GETADDR", IFADDRMSG, ADDRESS);
                    case RtNetlink.RTM_NEWROUTE -> new Message("RTM_NEWROUTE", RTMSG, ROUTE);
                    case RtNetlink.RTM_DELROUTE -> new Message("RTM_DELROUTE", RTMSG, ROUTE);
                    case RtNetlink.RTM_GETROUTE -> new Message("RTM_GETROUTE", RTMSG, ROUTE);
                    case RtNetlink.RTM_DELNEIGH -> new Message("RTM_DELNEIGH", NDMSG, NEIGHBOUR);
                    case RtNetlink.RTM_NEWNEIGH -> new Message("RTM_NEWNEIGH", NDMSG, NEIGHBOUR);
                    case RtNetlink.RTM_GETNEIGH -> new Message("RTM_GETNEIGH", NDMSG, Map.of());
                    case RtNetlink.RTM_NEWNSID -> new Message("RTM_NEWNSID", RTGENMSG, NSID);
                    default -> null;
                });
    }

    /** What IFLA_INFO_DATA holds for a kind of link. */
    static Map<Integer, Attribute> dataOf(String kind) {
        return switch (kind) {
            case "bridge" -> BRIDGE;
            case "veth" -> VETH;
            case "vxlan" -> VXLAN;
            default -> Map.of();
        };
    }
}
