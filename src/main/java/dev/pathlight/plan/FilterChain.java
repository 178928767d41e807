package dev.pathlight.plan;

import java.util.Locale;

/**
 * A chain of an nftables table that the kernel calls at a hook.
 *
 * @param priority among the chains of the hook, the lowest first ({@code enum nf_ip_hook_priorities} of {@code
 *     linux/netfilter_ipv4.h})
 * @param drops what becomes of a packet that no rule decides: it is dropped, or passes
 */
public record FilterChain(String name, Type type, Hook hook, int priority, boolean drops) {
    /** After connection tracking, before filters: destinations are translated. */
    static final int DESTINATIONS = -100;

    static final int FILTERS = 0;

    /** After filters: sources are translated. */
    static final int SOURCES = 100;

    public enum Type {
        FILTER,
        NAT
    }

    /** In the order of {@code enum nf_inet_hooks} of {@code linux/netfilter.h}. */
    public enum Hook {
        PREROUTING,
        INPUT,
        FORWARD,
        OUTPUT,
        POSTROUTING
    }

    static FilterChain nat(Hook hook, int priority) {
        return new FilterChain("nat-" + hook.name().toLowerCase(Locale.ROOT), Type.NAT, hook, priority, false);
    }
}
