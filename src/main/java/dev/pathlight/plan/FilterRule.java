package dev.pathlight.plan;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import java.util.List;

/**
 * One rule of an nftables chain: a packet that all {@code matches} fit is counted, and gets the action.
 *
 * @param comment stands beside it in the kernel's list; "" for none
 */
public record FilterRule(List<Match> matches, Action action, String comment) {
    public FilterRule {
        matches = List.copyOf(matches);
    }

    /** What a packet must be. */
    public sealed interface Match {
        /** Its source or destination lies in a network, or with {@code not} outside it. */
        record Address(boolean source, Cidr network, boolean not) implements Match {}

        /** It is of this IP version. */
        record Family(boolean v6) implements Match {}

        /** Its transport is tcp, udp, sctp, icmp or icmpv6. */
        record Protocol(String name) implements Match {}

        /** It goes to a port, 1..65535, of tcp, udp or sctp. */
        record Port(String protocol, int port) implements Match {}

        /** It came in, or leaves, by a device, or with {@code not} by another one. */
        record Device(boolean in, IfName name, boolean not) implements Match {}

        /** Its destination is an address of this stack. */
        record ToLocal() implements Match {}

        /** Connection tracking sees its connection in one of these states: invalid, established, related, new. */
        record States(List<String> any) implements Match {
            public States {
                any = List.copyOf(any);
            }
        }

        /** Its connection's destination was translated. */
        record Redirected() implements Match {}

        /** No more than so many packets a second get this far. */
        record AtMost(int perSecond) implements Match {}
    }

    /** What becomes of it. */
    public sealed interface Action {
        record Accept() implements Action {}

        record Drop() implements Action {}

        /** Drops it and tells the sender so by ICMP, port unreachable. */
        record Reject() implements Action {}

        /** It leaves with the address of the interface it leaves by. */
        record Masquerade() implements Action {}

        /** It goes to another address and port. */
        record Redirect(IpAddress to, int port) implements Action {}

        /** The kernel reports by which rules it goes on (meta nftrace). Such a rule does not count. */
        record Follow() implements Action {}
    }
}
