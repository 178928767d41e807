package dev.pathlight.topology;

import java.util.OptionalInt;

/**
 * How a bridge behaves where it differs from the kernel's defaults ({@code linux/if_link.h}, IFLA_BR_*). A number
 * outside its range can be drawn, and is then a finding.
 *
 * @param stp the spanning tree protocol runs (default off)
 * @param ageingSeconds how long an unused learned row lives, 0..1000000 s; 0 makes it a hub; empty is the default,
 * 300 s
 * @param forwardDelaySeconds STP's listening and learning time, 2..30 s; empty is the default, 15 s
 * @param priority bridge priority, 0..65535; empty is the default, 32768
 * @param vlanFiltering IEEE 802.1Q filtering (default off)
 * @param multicastSnooping IGMP/MLD snooping (default on)
 * @param hairpin frames may leave by the port they came in by, set on every port (default off)
 */
public record BridgeOptions(
        boolean stp,
        OptionalInt ageingSeconds,
        OptionalInt forwardDelaySeconds,
        OptionalInt priority,
        boolean vlanFiltering,
        boolean multicastSnooping,
        boolean hairpin) {
    public static final BridgeOptions DEFAULT =
            new BridgeOptions(false, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false, true, false);

    public BridgeOptions {
        Bounds.notNegative("ageing time", ageingSeconds);
        Bounds.notNegative("forward delay", forwardDelaySeconds);
        Bounds.notNegative("priority", priority);
    }

    public BridgeOptions withStp(boolean next) {
        return new BridgeOptions(
                next, ageingSeconds, forwardDelaySeconds, priority, vlanFiltering, multicastSnooping, hairpin);
    }

    public BridgeOptions withAgeingSeconds(OptionalInt next) {
        return new BridgeOptions(stp, next, forwardDelaySeconds, priority, vlanFiltering, multicastSnooping, hairpin);
    }

    public BridgeOptions withForwardDelaySeconds(OptionalInt next) {
        return new BridgeOptions(stp, ageingSeconds, next, priority, vlanFiltering, multicastSnooping, hairpin);
    }

    public BridgeOptions withPriority(OptionalInt next) {
        return new BridgeOptions(
                stp, ageingSeconds, forwardDelaySeconds, next, vlanFiltering, multicastSnooping, hairpin);
    }

    public BridgeOptions withVlanFiltering(boolean next) {
        return new BridgeOptions(stp, ageingSeconds, forwardDelaySeconds, priority, next, multicastSnooping, hairpin);
    }

    public BridgeOptions withMulticastSnooping(boolean next) {
        return new BridgeOptions(stp, ageingSeconds, forwardDelaySeconds, priority, vlanFiltering, next, hairpin);
    }

    public BridgeOptions withHairpin(boolean next) {
        return new BridgeOptions(
                stp, ageingSeconds, forwardDelaySeconds, priority, vlanFiltering, multicastSnooping, next);
    }
}
