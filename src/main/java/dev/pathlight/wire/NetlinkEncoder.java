package dev.pathlight.wire;

import dev.pathlight.plan.NetOp;
import dev.pathlight.topology.SpaceId;
import java.util.function.ToIntFunction;

/** Says operations and queries in netlink bytes (native byte order; {@code linux/netlink.h}, {@code linux/rtnetlink.h}). */
public final class NetlinkEncoder {
    private final ToIntFunction<SpaceId> descriptorOf;

    /** @param descriptorOf the file descriptor by which the sending process holds a namespace (IFLA_NET_NS_FD) */
    public NetlinkEncoder(ToIntFunction<SpaceId> descriptorOf) {
        this.descriptorOf = descriptorOf;
    }

    /** One message, acknowledgement asked. Throws IllegalArgumentException for operations that are no netlink messages. */
    public byte[] encode(NetOp op, int sequence) {
        throw new UnsupportedOperationException("being built: " + op + sequence + descriptorOf);
    }

    public static byte[] encode(Query query, int sequence) {
        throw new UnsupportedOperationException("being built: " + query + sequence);
    }
}
