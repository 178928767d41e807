package dev.pathlight.topology;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Filter rules of a namespace, tried in their order at each hook.
 *
 * @param policies what becomes of a packet that no rule of the hook decides; where none is written it passes
 */
public record Firewall(SortedMap<Hook, Policy> policies, List<Rule> rules) {
    public static final Firewall NONE = new Firewall(Collections.emptySortedMap(), List.of());

    public Firewall {
        policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
        rules = List.copyOf(rules);
    }

    /** Where packets are looked at: meant for this stack, passing through it, sent by it. */
    public enum Hook {
        INPUT,
        FORWARD,
        OUTPUT
    }

    public enum Policy {
        ACCEPT,
        DROP
    }

    /** Reject drops too, and tells the sender by ICMP. */
    public enum Verdict {
        ACCEPT,
        DROP,
        REJECT
    }

    public boolean isEmpty() {
        return policies.isEmpty() && rules.isEmpty();
    }

    public Firewall withPolicies(Map<Hook, Policy> next) {
        return new Firewall(new TreeMap<>(next), rules);
    }

    public Firewall withRules(List<Rule> next) {
        return new Firewall(policies, next);
    }

    /**
     * One rule: a packet that is all of what is written gets the verdict.
     *
     * @param protocol tcp, udp, sctp, icmp or icmpv6
     * @param port the destination port, 1..65535; of tcp, udp and sctp only
     * @param in the interface it came in by; at input and forward only
     * @param out the interface it leaves by; at forward and output only
     * @param states as connection tracking sees its connection; none is any
     * @param comment stands beside the rule in the kernel's list; "" for none
     */
    public record Rule(
            Hook hook,
            Verdict verdict,
            Optional<Cidr> source,
            Optional<Cidr> destination,
            Optional<String> protocol,
            OptionalInt port,
            Optional<IfName> in,
            Optional<IfName> out,
            List<String> states,
            String comment) {
        public static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp", "icmp", "icmpv6");
        /** In the order of their bits in {@code linux/netfilter/nf_conntrack_common.h}, as nft lists them. */
        public static final List<String> STATES = List.of("invalid", "established", "related", "new");

        public Rule {
            protocol.ifPresent(p -> Bounds.oneOf("protocol", p, PROTOCOLS));
            port.ifPresent(p -> Bounds.within("port", p, 1, Bounds.PORT));
            states.forEach(s -> Bounds.oneOf("state", s, STATES));
            states = List.copyOf(states);
        }

        /** One that says the verdict to every packet at a hook. */
        public static Rule every(Hook hook, Verdict verdict) {
            return new Rule(
                    hook,
                    verdict,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    "");
        }

        public Rule withDevices(Optional<IfName> nextIn, Optional<IfName> nextOut) {
            return new Rule(hook, verdict, source, destination, protocol, port, nextIn, nextOut, states, comment);
        }
    }
}
