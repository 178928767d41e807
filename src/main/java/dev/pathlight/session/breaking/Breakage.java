package dev.pathlight.session.breaking;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.Sentence;
import java.util.List;

/**
 * A mistake that can be put into what runs.
 *
 * @param at the path of the interface, bridge or network stack that it is made at
 * @param words how things are then, without a full stop: {@code ns1 v1 is down}
 * @param doing what makes the mistake, in order
 * @param undoing what brings back all that is lost by it, in order
 */
public record Breakage(Kind kind, String at, Sentence words, List<NetOp> doing, List<NetOp> undoing) {
    public Breakage {
        doing = List.copyOf(doing);
        undoing = List.copyOf(undoing);
    }

    /** What kind of mistake. */
    public enum Kind {
        LINK_DOWN,
        NO_BRIDGE,
        WRONG_MASK,
        DUPLICATE_ADDRESS,
        MTU_TOO_SMALL,
        ROUTE_MISSING,
        WRONG_GATEWAY,
        NOT_FORWARDING,
        RP_FILTER,
        FIREWALL,
        WRONG_PORT,
        PORT_TAKEN
    }
}
