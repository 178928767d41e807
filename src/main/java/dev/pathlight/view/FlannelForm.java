package dev.pathlight.view;

import dev.pathlight.topology.Cidr;
import dev.pathlight.topology.Flannel;
import dev.pathlight.topology.Flannel.Backend;
import dev.pathlight.topology.Flannel.Cni;
import dev.pathlight.topology.Flannel.Range;
import dev.pathlight.topology.IfName;
import dev.pathlight.topology.IpAddress;
import dev.pathlight.topology.Malformed;
import dev.pathlight.topology.Sentence;
import dev.pathlight.view.Entry.Choice;
import dev.pathlight.view.Entry.Line;
import dev.pathlight.view.Entry.Switch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a drawn flannel network was set up with, in the form of the drawing. */
final class FlannelForm {
    private static final String HOST_GW = "host-gw";
    private static final String VXLAN = "vxlan";

    private final Optional<Flannel> flannel;

    FlannelForm(Optional<Flannel> flannel) {
        this.flannel = flannel;
    }

    List<Entry> rows() {
        List<Entry> rows = new ArrayList<>();
        rows.add(new Switch(Property.FLANNEL, flannel.isPresent()));
        flannel.ifPresent(f -> {
            Range r = f.range();
            rows.add(new Line(Property.NETWORK, r.network().toString(), "10.244.0.0/16"));
            rows.add(new Line(Property.SUBNET_LEN, String.valueOf(r.subnetLen()), "24"));
            Range whole = Range.of(r.network(), r.subnetLen());
            rows.add(new Line(
                    Property.SUBNET_MIN, r.first().toString(), whole.first().toString()));
            rows.add(new Line(
                    Property.SUBNET_MAX, r.last().toString(), whole.last().toString()));
            rows.addAll(backend(f.backend()));
            rows.addAll(cni(f.cni()));
        });
        return rows;
    }

    private static List<Entry> backend(Backend backend) {
        return switch (backend) {
            case Backend.HostGw h -> List.of(new Choice(Property.BACKEND, List.of(HOST_GW, VXLAN), HOST_GW, ""));
            case Backend.Vxlan v ->
                List.of(
                        new Choice(Property.BACKEND, List.of(HOST_GW, VXLAN), VXLAN, ""),
                        new Line(Property.BACKEND_VNI, String.valueOf(v.vni()), "1"),
                        new Line(Property.BACKEND_PORT, String.valueOf(v.udpPort()), "8472"));
        };
    }

    private static List<Entry> cni(Cni c) {
        return List.of(
                new Line(Property.CNI_BRIDGE, c.bridge().value(), Cni.BRIDGE.value()),
                new Switch(Property.CNI_HAIRPIN, c.hairpin()),
                new Switch(Property.CNI_GATEWAY, c.defaultGateway()),
                new Switch(Property.CNI_MASQUERADE, c.masquerade()),
                new Switch(Property.CNI_BRIDGE_MASQUERADE, c.bridgeMasquerade()),
                new Switch(Property.CNI_PORTMAP, c.portmap()),
                new Line(
                        Property.CNI_MTU,
                        c.mtu().isPresent() ? String.valueOf(c.mtu().getAsInt()) : "",
                        ""));
    }

    /** What it is with what {@code text} says; throws {@link Malformed}, which says why that cannot be taken. */
    Optional<Flannel> typed(Property property, String text) {
        if (property == Property.FLANNEL) {
            return Boolean.parseBoolean(text) ? flannel.or(() -> Optional.of(usual())) : Optional.empty();
        }
        return flannel.map(f -> typed(f, property, text));
    }

    /** As kube-flannel.yml comes. */
    private static Flannel usual() {
        return new Flannel(
                Range.of(Cidr.parse("10.244.0.0/16"), 24),
                new Backend.HostGw(),
                new Cni(Cni.BRIDGE, true, true, true, false, true, OptionalInt.empty()));
    }

    private static Flannel typed(Flannel f, Property property, String text) {
        return switch (property) {
            case NETWORK, SUBNET_LEN, SUBNET_MIN, SUBNET_MAX ->
                new Flannel(range(f.range(), property, text), f.backend(), f.cni());
            case BACKEND, BACKEND_VNI, BACKEND_PORT ->
                new Flannel(f.range(), backend(f.backend(), property, text), f.cni());
            default -> new Flannel(f.range(), f.backend(), cni(f.cni(), property, text));
        };
    }

    /** Where the first or last subnet is the network's own, it stays so. */
    private static Range range(Range r, Property property, String text) {
        Range whole = Range.of(r.network(), r.subnetLen());
        return switch (property) {
            case NETWORK -> {
                Cidr network = Cidr.parse(text);
                int length = r.subnetLen() > network.prefix() ? r.subnetLen() : Range.lengthIn(network);
                yield within(network, length);
            }
            case SUBNET_LEN -> within(r.network(), Numbers.whole(text, 1, 30).orElse(Range.lengthIn(r.network())));
            case SUBNET_MIN ->
                new Range(r.network(), r.subnetLen(), text.isEmpty() ? whole.first() : IpAddress.parse(text), r.last());
            default ->
                new Range(r.network(), r.subnetLen(), r.first(), text.isEmpty() ? whole.last() : IpAddress.parse(text));
        };
    }

    /** All of {@code network}; the shift that finds its end needs one that fits. */
    private static Range within(Cidr network, int length) {
        Range.problem(network, length, network.address(), network.address()).ifPresent(p -> {
            throw new Malformed(p);
        });
        return Range.of(network, length);
    }

    private static Backend backend(Backend b, Property property, String text) {
        Backend.Vxlan v = b instanceof Backend.Vxlan x ? x : Backend.Vxlan.DEFAULT;
        return switch (property) {
            case BACKEND_VNI ->
                new Backend.Vxlan(Numbers.whole(text, 1, 0xff_ffff).orElse(1), v.udpPort());
            case BACKEND_PORT ->
                new Backend.Vxlan(v.vni(), Numbers.whole(text, 1, 65_535).orElse(8472));
            default ->
                switch (text) {
                    case HOST_GW -> new Backend.HostGw();
                    case VXLAN -> v;
                    default ->
                        throw new Malformed(
                                Sentence.of("\"{0}\" is none of {1}", text, Sentence.list(List.of(HOST_GW, VXLAN))));
                };
        };
    }

    private static Cni cni(Cni c, Property property, String text) {
        boolean on = Boolean.parseBoolean(text);
        boolean own = property == Property.CNI_BRIDGE_MASQUERADE ? on : c.bridgeMasquerade();
        return new Cni(
                property == Property.CNI_BRIDGE ? text.isEmpty() ? Cni.BRIDGE : new IfName(text) : c.bridge(),
                property == Property.CNI_HAIRPIN ? on : c.hairpin(),
                property == Property.CNI_GATEWAY ? on : c.defaultGateway(),
                property == Property.CNI_MASQUERADE ? on : c.masquerade(),
                own,
                property == Property.CNI_PORTMAP ? on : c.portmap(),
                property == Property.CNI_MTU ? Numbers.whole(text, 68, 65_535) : c.mtu());
    }
}
