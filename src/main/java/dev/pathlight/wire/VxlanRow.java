package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import java.util.Optional;

/**
 * A VXLAN tunnel's end (IFLA_VXLAN_* of {@code linux/if_link.h}, RFC 7348).
 *
 * @param udpPort where the other end listens, and this one too
 * @param device index of the underlay, 0 for none
 * @param remote where frames go whose destination is in no row
 */
public record VxlanRow(int vni, int udpPort, int device, Optional<IpAddress> local, Optional<IpAddress> remote) {
    static VxlanRow read(AttributeReader data) {
        int vni = 0;
        int port = 0;
        int device = 0;
        Optional<IpAddress> local = Optional.empty();
        Optional<IpAddress> remote = Optional.empty();
        while (data.next()) {
            switch (data.type()) {
                case IfLink.IFLA_VXLAN_ID -> vni = data.u32();
                case IfLink.IFLA_VXLAN_LINK -> device = data.u32();
                case IfLink.IFLA_VXLAN_LOCAL, IfLink.IFLA_VXLAN_LOCAL6 -> local = data.ip();
                case IfLink.IFLA_VXLAN_GROUP, IfLink.IFLA_VXLAN_GROUP6 -> remote = data.ip();
                case IfLink.IFLA_VXLAN_PORT -> port = Short.toUnsignedInt(Short.reverseBytes((short) data.u16()));
                default -> {}
            }
        }
        return new VxlanRow(vni, port, device, local, remote);
    }
}
