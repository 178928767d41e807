package dev.pathlight.topology;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What a flannel network was set up with: the words of a kube-flannel ConfigMap that matter to a drawing. It says how the
 * next node and the next pod are to be drawn, not what runs: that is drawn.
 */
public record Flannel(Range range, Backend backend, Cni cni) {
    /**
     * Which subnets the nodes get, one each.
     *
     * @param network all of it, IPv4
     * @param subnetLen prefix length of a node's subnet, longer than the network's and at most 30
     * @param first the first subnet that is given away
     * @param last the last one
     */
    public record Range(Cidr network, int subnetLen, IpAddress first, IpAddress last) {
        private static final int LONGEST = 30;

        public Range {
            Malformed.refuse(problem(network, subnetLen, first, last));
        }

        /** The whole network. */
        public static Range of(Cidr network, int subnetLen) {
            long size = 1L << (32 - network.prefix());
            long step = 1L << (32 - subnetLen);
            return new Range(
                    network, subnetLen, network.address(), at(network.address().low() + size - step));
        }

        /** A node's prefix length where none is asked for: 24, or two bits more than a network too small for that. */
        public static int lengthIn(Cidr network) {
            return network.prefix() > 22 ? network.prefix() + 2 : 24;
        }

        /** What is wrong with these values, or empty. */
        public static Optional<Sentence> problem(Cidr network, int subnetLen, IpAddress first, IpAddress last) {
            if (network.address().v6() || first.v6() || last.v6()) {
                return Optional.of(Sentence.of("a flannel network is drawn with IPv4 addresses, not with IPv6"));
            }
            if (!network.equals(network.network())) {
                return Optional.of(Sentence.of("{0} has host bits; the network is {1}", network, network.network()));
            }
            if (subnetLen <= network.prefix() || subnetLen > LONGEST) {
                return Optional.of(Sentence.of(
                        "a node's prefix length in {0} must be from {1} to {2}, not {3}",
                        network, network.prefix() + 1, LONGEST, subnetLen));
            }
            for (IpAddress a : Stream.of(first, last).toList()) {
                if (!network.contains(a) || !a.equals(a.masked(subnetLen))) {
                    return Optional.of(
                            Sentence.of("{0} is not the beginning of a /{1} within {2}", a, subnetLen, network));
                }
            }
            return first.compareTo(last) > 0
                    ? Optional.of(Sentence.of("the first subnet {0} lies behind the last, {1}", first, last))
                    : Optional.empty();
        }

        /** The subnets in the order in which nodes get them. */
        public Stream<Cidr> subnets() {
            long step = 1L << (32 - subnetLen);
            return LongStream.iterate(first.low(), n -> n <= last.low(), n -> n + step)
                    .mapToObj(n -> new Cidr(at(n), subnetLen));
        }

        private static IpAddress at(long bits) {
            return new IpAddress(false, 0, bits);
        }
    }

    /** How packets get from node to node. */
    public sealed interface Backend {
        /** By a route to each other node, which must be on the same segment. */
        record HostGw() implements Backend {}

        /** Inside UDP packets, RFC 7348. {@code vni} 1..16777215, {@code udpPort} 1..65535. */
        record Vxlan(int vni, int udpPort) implements Backend {
            /** What flannel takes where nothing is said. */
            public static final Vxlan DEFAULT = new Vxlan(1, 8472);

            public Vxlan {
                Bounds.within("vni", vni, 1, Bounds.VNI);
                Bounds.within("udp port", udpPort, 1, Bounds.PORT);
            }
        }
    }

    /**
     * What the CNI plugins do on every node.
     *
     * @param bridge its name, {@code cni0} as a rule
     * @param hairpin a pod may reach itself through a service: hairpin mode on every port
     * @param defaultGateway the bridge has the subnet's first address, and pods their default route by it
     * @param masquerade flanneld's --ip-masq: what leaves the network takes its node's address
     * @param bridgeMasquerade the bridge plugin's ipMasq: so does what leaves the node's subnet, to other nodes' pods too
     * @param portmap a pod's port may be published on its node
     * @param mtu in bytes; empty is what the backend leaves room for
     */
    public record Cni(
            IfName bridge,
            boolean hairpin,
            boolean defaultGateway,
            boolean masquerade,
            boolean bridgeMasquerade,
            boolean portmap,
            OptionalInt mtu) {
        public static final IfName BRIDGE = new IfName("cni0");

        public Cni {
            Bounds.notNegative("mtu", mtu);
        }

        public Cni withPortmap(boolean there) {
            return new Cni(bridge, hairpin, defaultGateway, masquerade, bridgeMasquerade, there, mtu);
        }
    }
}
