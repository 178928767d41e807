package dev.pathlight.topology.json;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.Flannel.Range;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Sentence;
import dev.pathlight.topology.json.Out.Obj;
import java.util.List;
import java.util.Optional;

/** The drawing's field "flannel", read and written. */
final class FlannelFields {
    private static final Cidr NO_NETWORK = Cidr.parse("10.244.0.0/16");
    private static final int LONGEST = 30;

    private FlannelFields() {}

    static Optional<Flannel> read(Fields f) {
        Cidr network = f.required(
                "network", "\"network\": \"10.244.0.0/16\"", NO_NETWORK, k -> f.value(k, Cidr::problem, Cidr::parse));
        int length = f.integer("subnet_len", 1, LONGEST).orElse(Range.lengthIn(network));
        Optional<IpAddress> min = f.value("subnet_min", IpAddress::problem, IpAddress::parse);
        Optional<IpAddress> max = f.value("subnet_max", IpAddress::problem, IpAddress::parse);
        Optional<Range> range = range(f, "network", network, length, List.of(min, max));
        Backend backend = backend(f);
        Flannel.Cni cni = new Flannel.Cni(
                f.value("bridge", IfName::problem, IfName::new).orElse(Flannel.Cni.BRIDGE),
                f.flag("hairpin", false),
                f.flag("default_gateway", false),
                f.flag("masquerade", false),
                f.flag("bridge_masquerade", false),
                f.flag("portmap", false),
                f.integer("mtu", 0, Integer.MAX_VALUE));
        return range.map(r -> new Flannel(r, backend, cni));
    }

    /** The range that these make, with its first and last subnet; where they make none, a fault at {@code key}. */
    static Optional<Range> range(Fields f, String key, Cidr network, int length, List<Optional<IpAddress>> bounds) {
        Optional<Sentence> wrong = Range.problem(network, length, network.address(), network.address());
        Range whole = wrong.isPresent() ? Range.of(NO_NETWORK, 24) : Range.of(network, length);
        IpAddress first = bounds.getFirst().orElse(whole.first());
        IpAddress last = bounds.getLast().orElse(whole.last());
        Optional<Sentence> problem = wrong.or(() -> Range.problem(network, length, first, last));
        problem.ifPresent(p -> f.fault(key, p, Sentence.of("Let network, subnet length and bounds fit each other.")));
        return problem.isPresent() ? Optional.empty() : Optional.of(new Range(network, length, first, last));
    }

    private static Backend backend(Fields f) {
        if (f.word("backend", List.of("host-gw", "vxlan")).orElse("host-gw").equals("host-gw")) {
            return new Backend.HostGw();
        }
        return new Backend.Vxlan(
                f.integer("vni", 1, 0xff_ffff).orElse(Backend.Vxlan.DEFAULT.vni()),
                f.integer("udp_port", 1, 0xffff).orElse(Backend.Vxlan.DEFAULT.udpPort()));
    }

    static Obj write(Flannel flannel) {
        Obj o = new Obj(false);
        Range range = flannel.range();
        Range whole = Range.of(range.network(), range.subnetLen());
        o.text("network", range.network());
        if (range.subnetLen() != Range.lengthIn(range.network())) {
            o.number("subnet_len", range.subnetLen());
        }
        o.text("subnet_min", Optional.of(range.first()).filter(a -> !a.equals(whole.first())));
        o.text("subnet_max", Optional.of(range.last()).filter(a -> !a.equals(whole.last())));
        switch (flannel.backend()) {
            case Backend.HostGw gw -> o.text("backend", "host-gw");
            case Backend.Vxlan v -> {
                o.text("backend", "vxlan");
                o.number("vni", v.vni());
                o.number("udp_port", v.udpPort());
            }
        }
        Flannel.Cni cni = flannel.cni();
        o.text("bridge", cni.bridge());
        o.flag("hairpin", cni.hairpin(), false);
        o.flag("default_gateway", cni.defaultGateway(), false);
        o.flag("masquerade", cni.masquerade(), false);
        o.flag("bridge_masquerade", cni.bridgeMasquerade(), false);
        o.flag("portmap", cni.portmap(), false);
        cni.mtu().ifPresent(m -> o.number("mtu", m));
        return o;
    }
}
