package dev.pathlight.trace;

import dev.pathlight.topology.Sentence;
import java.util.Optional;

/** Frames that an interface drops without a word because they are longer than it takes ({@code is_skb_forwardable}). */
final class TooLong {
    /** Room for a VLAN tag is granted. */
    private static final int VLAN_HLEN = 4;

    private TooLong() {}

    /** Would {@code next}, the far end of a cable or a bridge's port, drop it? */
    static boolean is(Step s, Place next) {
        return s.frame().isIp() && next.mtu() > 0 && s.frame().length() > next.mtu() + VLAN_HLEN;
    }

    static Journey.Lost at(Step s, Place next) {
        return Loss.lost(
                        s,
                        "mtu",
                        Sentence.of(
                                "It has {0} bytes, and {1} takes {2} at most; no router stands there that could say"
                                        + " so, and it is dropped in silence.",
                                s.frame().length(), Loss.said(next), next.mtu()))
                .withCause(Optional.of(next.id()));
    }
}
