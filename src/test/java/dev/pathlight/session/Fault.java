package dev.pathlight.session;

import dev.pathlight.topology.SpaceId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mistake that students make in a scene, and what must be said of it.
 *
 * @param file the shipped drawing with the same fault; "" for none
 * @param ping from where to where; or {@code http}, a container and a container's address and port
 * @param size of the ping's payload
 * @param commands as typed into a terminal in a namespace, each after the namespace and a colon
 * @param verdict {@code why at PLACE}, and {@code because of INTERFACE} where that is another
 * @param sentence of the verdict, without how often was asked; MAC addresses are said as MAC
 */
record Fault(String scene, String file, String ping, int size, List<String> commands, String verdict, String sentence) {
    private static final int USUAL = Session.PING_PAYLOAD;

    static Stream<Fault> all() {
        return Stream.of(
                        ContainerFault.all(),
                        vethPair(),
                        bridge(),
                        stp(),
                        pods(),
                        forwarding(),
                        Ipv6Fault.all(),
                        docker(),
                        flannel())
                .flatMap(s -> s);
    }

    static Fault of(String scene, String file, String ping, String verdict, String sentence, String... typed) {
        return new Fault(scene, file, ping, USUAL, List.of(typed), verdict, sentence);
    }

    private static Stream<Fault> flannel() {
        return Stream.of(
                of(
                        "flannel-vxlan",
                        "flannel-vxlan-wrong-vni",
                        "cni-vmntp cni-b9kmz",
                        "no-listener at k8s-2/ens33 because of k8s-2/flannel.1",
                        "node k8s-2 has no tunnel with VNI 1 on UDP port 8472, so nobody there takes the packet out.",
                        "k8s-2: ip link del flannel.1",
                        "k8s-2: ip link add flannel.1 address 02:00:0a:f4:01:00 mtu 1450 type vxlan id 2 dev ens33"
                                + " local 172.12.1.12 dstport 8472 nolearning",
                        "k8s-2: ip link set flannel.1 up"),
                of(
                        "flannel-vxlan",
                        "flannel-vxlan-wrong-remote",
                        "cni-vmntp cni-b9kmz",
                        "no-neighbour at k8s-1/flannel.1",
                        "k8s-1 flannel.1 was to wrap it up for 172.12.1.13, and nobody answers for that address on"
                                + " ens33.",
                        "k8s-1: bridge fdb replace 02:00:0a:f4:01:00 dev flannel.1 dst 172.12.1.13 self permanent"));
    }

    private static Stream<Fault> vethPair() {
        return Stream.of(
                of(
                        "veth-pair",
                        "veth-pair-forgotten-up",
                        "ns1 ns2",
                        "link-down at this/ns1/veth0 because of this/ns2/veth1",
                        "The other end of the cable, ns2 veth1, is down.",
                        "ns2: ip link set veth1 down"),
                of(
                        "veth-pair",
                        "veth-pair-wrong-mask",
                        "ns1 ns2",
                        "no-route at this/ns2 because of this/ns2/veth1",
                        "The request arrived, its reply did not: ns2 has no route to 10.1.1.2, so it could not answer."
                                + " ns2 veth1 has 10.1.1.3/32, a mask for itself alone.",
                        "ns2: sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.veth1.rp_filter=0",
                        "ns2: ip address del 10.1.1.3/24 dev veth1",
                        "ns2: ip address add 10.1.1.3/32 dev veth1"),
                new Fault(
                        "veth-pair",
                        "",
                        "ns1 ns2",
                        1200,
                        List.of("ns2: ip link set veth1 mtu 1000"),
                        "mtu at this/ns1/veth0 because of this/ns2/veth1",
                        "It has 1228 bytes, and ns2 veth1 takes 1000 at most; no router stands there that could say"
                                + " so, and it is dropped in silence."),
                of(
                        "veth-pair-ipv6",
                        "veth-pair-ipv6-forgotten-up",
                        "ns1 ns2",
                        "link-down at this/ns1/veth0 because of this/ns2/veth1",
                        "The other end of the cable, ns2 veth1, is down.",
                        "ns2: ip link set veth1 down"));
    }

    private static Stream<Fault> bridge() {
        return Stream.of(
                of(
                        "bridge",
                        "",
                        "ns1 ns2",
                        "link-down at this/ns1/veth0 because of this/br0",
                        "The bridge this br0 is down.",
                        "this: ip link set br0 down"),
                of(
                        "bridge",
                        "bridge-forgotten-up",
                        "ns1 ns2",
                        "link-down at this/ns1/veth0 because of this/br-veth1",
                        "br0 would send it out by br-veth1, which is down.",
                        "this: ip link set br-veth1 down"),
                of(
                        "bridge",
                        "bridge-port-not-in-bridge",
                        "ns1 ns2",
                        "no-neighbour at this/ns1/veth0 because of this/br-veth1",
                        "Nobody answered when ns1 veth0 asked who has 10.1.1.3, so the packet had no address to go to."
                                + " ns2 veth1 has that address, but the other end of its cable, this br-veth1, is a"
                                + " port of no bridge.",
                        "this: ip link set br-veth1 nomaster"),
                of(
                        "bridge",
                        "",
                        "ns1 ns2",
                        "no-neighbour at this/ns1/veth0 because of this/br-veth0",
                        "Nobody answered when ns1 veth0 asked who has 10.1.1.3, so the packet had no address to go to."
                                + " ns2 veth1 has that address, but the other end of the cable of ns1 veth0, this"
                                + " br-veth0, is a port of no bridge.",
                        "this: ip link set br-veth0 nomaster"),
                of(
                        "bridge",
                        "bridge-duplicate-ip",
                        "ns1 ns2",
                        "duplicate-address at this/ns1/veth0 because of either",
                        "Two have the address 10.1.1.3, ns2 veth1 (MAC) and this br0 (MAC), and both answered: ns1"
                                + " goes by this br0 (MAC), and takes no notice of this answer.",
                        "this: ip address add 10.1.1.3/24 dev br0"));
    }

    private static Stream<Fault> stp() {
        return Stream.of(
                of(
                        "stp-loop",
                        "stp-loop-root-delay",
                        "ns1 ns2",
                        "stp-blocked at this/ns1/veth0 because of this/sw2/to-ns1",
                        "Nobody answered when ns1 veth0 asked who has 10.1.1.3, so the packet had no address to go to."
                                + " ns2 veth0 has 10.1.1.3, but on the way there sw2 to-ns1 is learning (spanning"
                                + " tree).",
                        "sw1: ip link set br1 type bridge forward_delay 1500",
                        // The root tells its own delay every two seconds.
                        "sw2: sleep 5",
                        "sw2: ip link set to-ns1 down",
                        "sw2: ip link set to-ns1 up"),
                of(
                        "stp-loop",
                        "stp-loop-port-not-in-bridge",
                        "ns1 ns2",
                        "no-neighbour at this/ns1/veth0 because of this/sw3/to-ns2",
                        "Nobody answered when ns1 veth0 asked who has 10.1.1.3, so the packet had no address to go to."
                                + " ns2 veth0 has that address, but the other end of its cable, sw3 to-ns2, is a port"
                                + " of no bridge.",
                        "sw3: ip link set to-ns2 nomaster"));
    }

    private static Stream<Fault> pods() {
        return Stream.of(
                of(
                        "bridge-pods",
                        "bridge-pods-port-not-in-bridge",
                        "cni-svtwf cc",
                        "no-neighbour at k8s-2/cni-svtwf/eth0 because of k8s-2/veth-cc",
                        "Nobody answered when cni-svtwf eth0 asked who has 10.244.1.10, so the packet had no address"
                                + " to go to. cc eth0 has that address, but the other end of its cable, k8s-2 veth-cc,"
                                + " is a port of no bridge.",
                        "k8s-2: ip link set veth-cc nomaster"),
                of(
                        "bridge-pods",
                        "bridge-pods-wrong-mask",
                        "cni-svtwf cc",
                        "no-route at k8s-2/cc",
                        "The request arrived, its reply did not: cc has no route to 10.244.1.7, so it could not"
                                + " answer.",
                        "cc: sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.eth0.rp_filter=0",
                        "cc: ip address del 10.244.1.10/24 dev eth0",
                        "cc: ip address add 10.244.1.10/29 dev eth0"));
    }

    private static Stream<Fault> forwarding() {
        return Stream.concat(
                Stream.of(
                        of(
                                "kernel-forwarding",
                                "kernel-forwarding-ip-forward-0",
                                "ns1 ns2",
                                "forwarding-off at this/v1_r",
                                "10.1.2.2 is not an address of this machine, and this machine does not forward:"
                                        + " ip_forward is off there.",
                                "this: sysctl -w net.ipv4.ip_forward=0"),
                        of(
                                "kernel-forwarding-ipv6",
                                "kernel-forwarding-ipv6-forwarding-0",
                                "ns1 ns2",
                                "forwarding-off at this/v1_r",
                                "fd00:10:1:2::2 is not an address of this machine, and this machine does not forward:"
                                        + " net.ipv6.conf.all.forwarding is off there.",
                                "this: sysctl -w net.ipv6.conf.all.forwarding=0"),
                        of(
                                "kernel-forwarding",
                                "kernel-forwarding-no-route-back",
                                "ns1 ns2",
                                "no-route at this/ns2",
                                "The request arrived, its reply did not: ns2 has no route to 10.1.1.2, so it could not"
                                        + " answer.",
                                "ns2: sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.v2.rp_filter=0",
                                "ns2: ip route del 10.1.1.0/24"),
                        of(
                                "kernel-forwarding",
                                "",
                                "ns1 ns2",
                                "filtered at this/v1_r",
                                "The firewall of this machine dropped it by a rule of inet filter forward: ip saddr"
                                        + " 10.1.1.2 ip daddr { 10.1.2.2, 10.1.2.3 } counter drop.",
                                "this: nft add table inet filter { chain forward { type filter hook forward priority 0"
                                        + " ; ip saddr 10.1.1.2 ip daddr { 10.1.2.2, 10.1.2.3 } counter drop ; } ; }")),
                wrongWays());
    }

    private static Stream<Fault> wrongWays() {
        return Stream.of(
                of(
                        "kernel-forwarding",
                        "kernel-forwarding-wrong-mask",
                        "ns1 ns2",
                        "no-neighbour at this/ns1/v1 because of this/ns1/v1",
                        "Nobody answered when ns1 v1 asked who has 10.1.2.2, so the packet had no address to go to."
                                + " ns2 v2 has that address, and is on another link; ns1 v1 takes it for a neighbour"
                                + " by its route 10.1.0.0/16 dev v1 scope link src 10.1.1.2.",
                        "ns1: ip address del 10.1.1.2/24 dev v1",
                        "ns1: ip address add 10.1.1.2/16 dev v1"),
                of(
                        "kernel-forwarding",
                        "kernel-forwarding-gateway-outside-subnet",
                        "ns1 ns2",
                        "no-neighbour at this/ns1/v1",
                        "Nobody answered when ns1 v1 asked who has 10.1.3.1, so the packet had no address to go to."
                                + " The gateway 10.1.3.1 of the route 10.1.2.0/24 via 10.1.3.1 dev v1 lies in no"
                                + " network of ns1 v1 (10.1.1.2/24), and no interface here has it.",
                        "ns1: ip route add 10.1.3.1/32 dev v1",
                        "ns1: ip route replace 10.1.2.0/24 via 10.1.3.1"),
                of(
                        "kernel-forwarding",
                        "kernel-forwarding-rp-filter",
                        "ns1 ns2",
                        "rp-filter at this/ns1/v1 because of this/v1_r",
                        "Nobody answered when ns1 v1 asked who has 10.1.1.1, so the packet had no address to go to."
                                + " this machine got the question and has 10.1.1.1, but its reverse path filter dropped"
                                + " it: this machine would not answer 10.1.1.2 by v1_r.",
                        "this: sysctl -w net.ipv4.conf.v1_r.rp_filter=1",
                        "this: ip route add 10.1.1.2/32 via 10.1.2.2"),
                new Fault(
                        "kernel-forwarding",
                        "kernel-forwarding-mtu-too-small",
                        "ns1 ns2",
                        1200,
                        List.of("this: ip link set v2_r mtu 1000", "ns2: ip link set v2 mtu 1000"),
                        "mtu at this/v1_r",
                        "It has 1228 bytes and must not be cut, and this v2_r takes 1000 at most."));
    }

    private static Stream<Fault> docker() {
        String noWayBack = "k8s-2: ip route del 172.17.0.0/16 via 172.12.1.11";
        return Stream.of(
                of(
                        "docker-nat",
                        "docker-nat-no-masquerade",
                        "docker-host/c1 outside",
                        "no-route at outside",
                        "The request arrived, its reply did not: node outside has no route to 172.17.0.2, so it could"
                                + " not answer.",
                        "docker-host: nft delete table inet pathlight"),
                of(
                        "docker-nat",
                        "docker-nat-ip-forward-0",
                        "docker-host/c1 outside",
                        "forwarding-off at docker-host/docker0",
                        "172.12.1.20 is not an address of node docker-host, and node docker-host does not forward:"
                                + " ip_forward is off there.",
                        "docker-host: sysctl -w net.ipv4.ip_forward=0"),
                of(
                        "docker-two-hosts",
                        "docker-two-hosts-no-routes",
                        "c1 c2",
                        "no-route at gateway/eth0",
                        "node gateway has no route to 172.18.0.2.",
                        noWayBack,
                        "k8s-1: ip route del 172.18.0.0/16"),
                of(
                        "docker-two-hosts",
                        "docker-two-hosts-no-way-back",
                        "c1 c2",
                        "no-neighbour at k8s-2/br-f858947429bb because of k8s-2/docker0",
                        "The request arrived, its reply did not: Nobody answered when k8s-2 docker0 asked who has"
                            + " 172.17.0.2, so the packet had no address to go to. c1 eth0 has that address, and is on"
                            + " another link; k8s-2 docker0 takes it for a neighbour by its route 172.17.0.0/16 dev"
                            + " docker0 scope link src 172.17.0.1.",
                        "k8s-2: sysctl -w net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.ens33.rp_filter=0",
                        noWayBack),
                of(
                        "docker-two-hosts",
                        "docker-two-hosts-ip-forward-0",
                        "c1 c2",
                        "forwarding-off at k8s-2/ens33",
                        "172.18.0.2 is not an address of node k8s-2, and node k8s-2 does not forward: ip_forward is"
                                + " off there.",
                        "k8s-2: sysctl -w net.ipv4.ip_forward=0"),
                of(
                        "docker-two-hosts",
                        "docker-two-hosts-rp-filter",
                        "c1 c2",
                        "rp-filter at k8s-2/ens33",
                        "node k8s-2 would not answer 172.17.0.2 by ens33, so its reverse path filter drops what comes"
                                + " in there from that address.",
                        "k8s-2: sysctl -w net.ipv4.conf.ens33.rp_filter=1",
                        noWayBack));
    }

    /** Not a ping, but a page that a container asks for. */
    boolean isCall() {
        return ping.startsWith("http ");
    }

    SpaceId from(Lecture lecture) {
        return lecture.space(ping.split(" ")[0]);
    }

    SpaceId to(Lecture lecture) {
        return lecture.space(ping.split(" ")[1]);
    }

    @Override
    public String toString() {
        return !file.isEmpty() ? file : commands.isEmpty() ? scene : scene + ": " + commands.getLast();
    }
}
