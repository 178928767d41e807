package dev.pathlight.topology.flannel;

import dev.pathlight.topology.Bridge;
import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.Interface;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Lan;
import dev.pathlight.topology.Node;
import dev.pathlight.topology.PortId;
import dev.pathlight.topology.SpaceId;
import dev.pathlight.topology.Topology;
import java.util.List;
import java.util.Optional;

/**
 * A node of a flannel network, as it is drawn.
 *
 * @param subnet what its pods' addresses are taken from
 * @param nic its way to the other nodes
 * @param address what it is called there, with the prefix length
 */
public record Member(Node node, Cidr subnet, IfName nic, Cidr address) {
    /** The nodes of the network, in the order drawn. */
    public static List<Member> of(Topology t) {
        return t.flannel().stream()
                .flatMap(f -> t.nodes().stream().flatMap(n -> of(t, f, n).stream()))
                .toList();
    }

    private static Optional<Member> of(Topology t, Flannel f, Node n) {
        Optional<Cidr> subnet = n.root().findBridge(f.cni().bridge()).stream()
                .map(Bridge::addresses)
                .flatMap(List::stream)
                .filter(a -> f.range().network().contains(a.address()))
                .map(Cidr::network)
                .findFirst();
        Optional<Interface> nic = n.root().interfaces().stream()
                .filter(i -> v4(i).isPresent() && lanOf(t, n, i).isPresent())
                .findFirst();
        return subnet.flatMap(s -> nic.map(i -> new Member(n, s, i.name(), v4(i).orElseThrow())));
    }

    private static Optional<Cidr> v4(Interface i) {
        return i.addresses().stream().filter(a -> !a.address().v6()).findFirst();
    }

    private static Optional<Lan> lanOf(Topology t, Node n, Interface i) {
        PortId id = new PortId(SpaceId.root(n.name()), i.name());
        return t.lans().stream().filter(l -> l.nics().contains(id)).findFirst();
    }

    Lan lan(Topology t) {
        return lanOf(t, node, node.root().findInterface(nic).orElseThrow()).orElseThrow();
    }

    /** The first address of the subnet after its own: the bridge's, and the pods' gateway. */
    Cidr gateway() {
        IpAddress a = subnet.address();
        return new Cidr(new IpAddress(false, 0, a.low() + 1), subnet.prefix());
    }
}
