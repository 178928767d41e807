package dev.pathlight.plan;

import dev.pathlight.topology.LinkKind;
import dev.pathlight.topology.Sentence;

/** Says the making of the rarer interfaces. */
final class LinkSentences {
    private LinkSentences() {}

    static Sentence create(NetOp.CreateLink l, Object in) {
        return switch (l.kind()) {
            case LinkKind.Vxlan v ->
                Sentence.of("Create the VXLAN tunnel end {0} over {1} in {2}", l.name(), v.device(), in);
            case LinkKind.Vlan v ->
                Sentence.of("Create {0} for VLAN {1} on {2} in {3}", l.name(), v.tag(), v.parent(), in);
            case LinkKind.Macvlan m ->
                Sentence.of("Create the macvlan {0} (mode {1}) on {2} in {3}", l.name(), m.mode(), m.parent(), in);
            case LinkKind.Ipvlan i ->
                Sentence.of("Create the ipvlan {0} (mode {1}) on {2} in {3}", l.name(), i.mode(), i.parent(), in);
            case LinkKind.Vrf v -> Sentence.of("Create the VRF {0} with table {1} in {2}", l.name(), v.table(), in);
            case LinkKind.Tunnel t ->
                Sentence.of(
                        "Create the {0} tunnel {1} from {2} to {3} in {4}",
                        t.kind(), l.name(), t.local(), t.remote(), in);
            case LinkKind.Bond b -> Sentence.of("Create the bond {0} (mode {1}) in {2}", l.name(), b.mode(), in);
            case LinkKind.Dummy d -> Sentence.of("Create the dummy interface {0} in {1}", l.name(), in);
            case LinkKind.Wireguard w -> Sentence.of("Create the WireGuard interface {0} in {1}", l.name(), in);
            case LinkKind.CableEnd c -> throw new IllegalArgumentException("a cable makes its ends: " + l.name());
        };
    }
}
