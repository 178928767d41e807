package dev.pathlight.wire;

/** What neighbour entries and bridges' MAC tables carry ({@code linux/neighbour.h}). */
final class Neighbour {
    /** struct ndmsg: u8 family, 3 bytes padding, s32 index, u16 state, u8 flags, u8 type. */
    static final int NDMSG = 12;

    static final int NDA_DST = 1;
    static final int NDA_LLADDR = 2;

    /** struct nda_cacheinfo: confirmed, used, updated (clock ticks ago, 1/100 s), reference count; u32 each. */
    static final int NDA_CACHEINFO = 3;

    static final int NDA_VLAN = 5;
    static final int NDA_MASTER = 9;

    static final int NUD_INCOMPLETE = 0x01;
    static final int NUD_REACHABLE = 0x02;
    static final int NUD_STALE = 0x04;
    static final int NUD_DELAY = 0x08;
    static final int NUD_PROBE = 0x10;
    static final int NUD_FAILED = 0x20;
    static final int NUD_NOARP = 0x40;
    static final int NUD_PERMANENT = 0x80;

    private Neighbour() {}
}
