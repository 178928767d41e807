package dev.pathlight.wire;

/** Numbers of nftables messages ({@code linux/netfilter/nfnetlink.h}, {@code linux/netfilter/nf_tables.h}). */
final class Nftables {
    /** NFNL_SUBSYS_NFTABLES: the high byte of a message's type. */
    static final int SUBSYSTEM = 10;

    static final int NFNL_MSG_BATCH_BEGIN = 0x10;
    static final int NFNL_MSG_BATCH_END = 0x11;

    static final int NEWTABLE = SUBSYSTEM << 8 | 0;
    static final int DELTABLE = SUBSYSTEM << 8 | 2;
    static final int NEWCHAIN = SUBSYSTEM << 8 | 3;
    static final int GETCHAIN = SUBSYSTEM << 8 | 4;
    static final int NEWRULE = SUBSYSTEM << 8 | 6;
    static final int GETRULE = SUBSYSTEM << 8 | 7;
    static final int NEWSET = SUBSYSTEM << 8 | 9;
    static final int GETSET = SUBSYSTEM << 8 | 10;
    static final int NEWSETELEM = SUBSYSTEM << 8 | 12;
    static final int GETSETELEM = SUBSYSTEM << 8 | 13;
    /** Ends the notices of a transaction. */
    static final int NEWGEN = SUBSYSTEM << 8 | 15;

    static final int TRACE = SUBSYSTEM << 8 | 17;

    /** struct nfgenmsg: u8 family, u8 version, big-endian u16 resource. */
    static final int NFGENMSG = 4;

    static final int NFPROTO_INET = 1;
    static final int NFPROTO_IPV4 = 2;
    static final int NFPROTO_ARP = 3;
    static final int NFPROTO_NETDEV = 5;
    static final int NFPROTO_BRIDGE = 7;
    static final int NFPROTO_IPV6 = 10;

    static final int NESTED = 0x8000;
    static final int NFTA_LIST_ELEM = 1;

    static final int NFTA_TABLE_NAME = 1;

    static final int NFTA_CHAIN_TABLE = 1;
    static final int NFTA_CHAIN_NAME = 3;
    static final int NFTA_CHAIN_HOOK = 4;
    static final int NFTA_CHAIN_POLICY = 5;
    static final int NFTA_CHAIN_TYPE = 7;
    static final int NFTA_HOOK_HOOKNUM = 1;
    static final int NFTA_HOOK_PRIORITY = 2;

    static final int NFTA_RULE_TABLE = 1;
    static final int NFTA_RULE_CHAIN = 2;
    static final int NFTA_RULE_HANDLE = 3;
    static final int NFTA_RULE_EXPRESSIONS = 4;
    static final int NFTA_RULE_USERDATA = 7;
    /** In a rule's user data, as nft keeps it: u8 type, u8 length, the text with its final zero. */
    static final int UDATA_COMMENT = 0;

    static final int NFTA_SET_TABLE = 1;
    static final int NFTA_SET_NAME = 2;
    static final int NFTA_SET_FLAGS = 3;
    static final int NFTA_SET_KEY_TYPE = 4;
    static final int NFTA_SET_DATA_TYPE = 6;
    static final int NFTA_SET_ELEM_LIST_TABLE = 1;
    static final int NFTA_SET_ELEM_LIST_SET = 2;
    static final int NFTA_SET_ELEM_LIST_ELEMENTS = 3;
    static final int NFTA_SET_ELEM_KEY = 1;
    static final int NFTA_SET_ELEM_DATA = 2;
    static final int NFTA_SET_ELEM_FLAGS = 3;

    static final int NFTA_EXPR_NAME = 1;
    static final int NFTA_EXPR_DATA = 2;
    static final int NFTA_DATA_VALUE = 1;
    static final int NFTA_DATA_VERDICT = 2;
    static final int NFTA_VERDICT_CODE = 1;
    static final int NFTA_VERDICT_CHAIN = 2;

    static final int NF_DROP = 0;
    static final int NF_ACCEPT = 1;
    static final int NF_QUEUE = 3;
    static final int NFT_CONTINUE = -1;
    static final int NFT_JUMP = -3;
    static final int NFT_GOTO = -4;
    static final int NFT_RETURN = -5;

    private Nftables() {}
}
