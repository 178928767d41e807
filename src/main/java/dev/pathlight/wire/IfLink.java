package dev.pathlight.wire;

/** What links and their addresses carry ({@code linux/if_link.h}, {@code linux/if_addr.h}, {@code linux/veth.h}). */
final class IfLink {
    /** struct ifinfomsg: u8 family, u8 padding, u16 type, s32 index, u32 flags, u32 change mask. */
    static final int IFINFOMSG = 16;

    static final int IFLA_ADDRESS = 1;
    static final int IFLA_BROADCAST = 2;
    static final int IFLA_IFNAME = 3;
    static final int IFLA_MTU = 4;
    static final int IFLA_LINK = 5;
    static final int IFLA_QDISC = 6;
    static final int IFLA_MASTER = 10;
    static final int IFLA_PROTINFO = 12;
    static final int IFLA_TXQLEN = 13;
    static final int IFLA_OPERSTATE = 16;
    static final int IFLA_LINKINFO = 18;
    static final int IFLA_AF_SPEC = 26;
    static final int IFLA_GROUP = 27;
    static final int IFLA_NET_NS_FD = 28;
    static final int IFLA_EXT_MASK = 29;
    static final int IFLA_NUM_TX_QUEUES = 31;
    static final int IFLA_NUM_RX_QUEUES = 32;
    static final int IFLA_LINK_NETNSID = 37;

    static final int IFLA_INFO_KIND = 1;
    static final int IFLA_INFO_DATA = 2;
    static final int IFLA_INFO_SLAVE_KIND = 4;
    static final int IFLA_INFO_SLAVE_DATA = 5;

    static final int VETH_INFO_PEER = 1;

    static final int IFLA_VXLAN_ID = 1;
    static final int IFLA_VXLAN_GROUP = 2;
    static final int IFLA_VXLAN_LINK = 3;
    static final int IFLA_VXLAN_LOCAL = 4;
    static final int IFLA_VXLAN_LEARNING = 7;

    /** Big-endian, unlike all else here. */
    static final int IFLA_VXLAN_PORT = 15;

    static final int IFLA_VXLAN_GROUP6 = 16;
    static final int IFLA_VXLAN_LOCAL6 = 17;

    /** Bridge times are in clock ticks of user space, USER_HZ: 1/100 s on every architecture we run on. */
    static final int TICKS_PER_SECOND = 100;

    /** The kernel's defaults (br_dev_setup and br_stp_timer_init of net/bridge). */
    static final int FORWARD_DELAY_SECONDS = 15;

    static final int AGEING_SECONDS = 300;
    static final int BRIDGE_PRIORITY = 32768;

    static final int IFLA_BR_FORWARD_DELAY = 1;
    static final int IFLA_BR_HELLO_TIME = 2;
    static final int IFLA_BR_MAX_AGE = 3;
    static final int IFLA_BR_AGEING_TIME = 4;
    static final int IFLA_BR_STP_STATE = 5;
    static final int IFLA_BR_PRIORITY = 6;
    static final int IFLA_BR_VLAN_FILTERING = 7;
    static final int IFLA_BR_ROOT_ID = 10;
    static final int IFLA_BR_BRIDGE_ID = 11;
    static final int IFLA_BR_ROOT_PORT = 12;
    static final int IFLA_BR_ROOT_PATH_COST = 13;
    static final int IFLA_BR_MCAST_SNOOPING = 23;

    static final int IFLA_BRPORT_STATE = 1;
    static final int IFLA_BRPORT_PRIORITY = 2;
    static final int IFLA_BRPORT_COST = 3;

    /** Hairpin mode. */
    static final int IFLA_BRPORT_MODE = 4;

    static final int IFLA_BRPORT_ROOT_ID = 13;
    static final int IFLA_BRPORT_BRIDGE_ID = 14;
    static final int IFLA_BRPORT_DESIGNATED_PORT = 15;
    static final int IFLA_BRPORT_DESIGNATED_COST = 16;
    static final int IFLA_BRPORT_NO = 18;
    static final int IFLA_BRPORT_FORWARD_DELAY_TIMER = 22;

    /** struct bridge_vlan_info: u16 flags, u16 VLAN ({@code linux/if_bridge.h}). */
    static final int IFLA_BRIDGE_VLAN_INFO = 2;

    static final int BRIDGE_VLAN_INFO_PVID = 2;
    static final int BRIDGE_VLAN_INFO_UNTAGGED = 4;

    /** struct ifaddrmsg: u8 family, prefix length, flags, scope; u32 index. */
    static final int IFADDRMSG = 8;

    static final int IFA_ADDRESS = 1;
    static final int IFA_LOCAL = 2;
    static final int IFA_LABEL = 3;
    static final int IFA_BROADCAST = 4;

    /** struct ifa_cacheinfo: seconds it is preferred, seconds it is valid, two stamps; u32 each. */
    static final int IFA_CACHEINFO = 6;

    static final int IFA_FLAGS = 8;

    /** No duplicate address detection: the address is usable at once. */
    static final int IFA_F_NODAD = 2;

    private IfLink() {}
}
