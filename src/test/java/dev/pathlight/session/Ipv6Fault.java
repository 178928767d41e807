package dev.pathlight.session;

import java.util.stream.Stream;

/** The mistakes of the IPv6 twins that have no like among {@link Fault}'s own. */
final class Ipv6Fault {
    private Ipv6Fault() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.of(
                        "veth-pair-ipv6",
                        "veth-pair-ipv6-wrong-prefix",
                        "ns1 ns2",
                        "no-route at this/ns2 because of this/ns2/veth1",
                        "The request arrived, its reply did not: ns2 has no route to fd00:10:1:1::2, so it could not"
                                + " answer. ns2 veth1 has fd00:10:1:1::3/128, a prefix for itself alone.",
                        "ns2: ip address del fd00:10:1:1::3/64 dev veth1",
                        "ns2: ip address add fd00:10:1:1::3/128 dev veth1 nodad"),
                Fault.of(
                        "bridge-ipv6",
                        "bridge-ipv6-forgotten-up",
                        "ns1 ns2",
                        "link-down at this/ns1/veth0 because of this/br-veth1",
                        "br0 would send it out by br-veth1, which is down.",
                        "this: ip link set br-veth1 down"),
                Fault.of(
                        "bridge-ipv6",
                        "bridge-ipv6-port-not-in-bridge",
                        "ns1 ns2",
                        "no-neighbour at this/ns1/veth0 because of this/br-veth1",
                        "Nobody answered when ns1 veth0 asked who has fd00:10:1:1::3, so the packet had no address to"
                                + " go to. ns2 veth1 has that address, but the other end of its cable, this br-veth1,"
                                + " is a port of no bridge.",
                        "this: ip link set br-veth1 nomaster"),
                Fault.of(
                        "kernel-forwarding-ipv6",
                        "kernel-forwarding-ipv6-no-route-back",
                        "ns1 ns2",
                        "no-route at this/ns2",
                        "The request arrived, its reply did not: ns2 has no route to fd00:10:1:1::2, so it could not"
                                + " answer.",
                        "ns2: ip -6 route del fd00:10:1:1::/64"));
    }
}
