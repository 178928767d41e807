package dev.pathlight.wire;

import dev.pathlight.topology.IpAddress;
import dev.pathlight.wire.ConnectionRow.Tuple;
import java.util.Optional;

/** Reads connections. */
final class ConnectionReader {
    private Optional<Tuple> original = Optional.empty();
    private Optional<Tuple> reply = Optional.empty();
    private int protocol;
    private int id;
    private int status;

    private int seconds;
    private int mark;
    private int uses = 1;
    private int tcpState;

    private ConnectionReader() {}

    static Optional<KernelNotice> read(NetlinkDecoder.Header header) {
        ConnectionReader r = new ConnectionReader();
        AttributeReader a = header.attributes(Nftables.NFGENMSG);
        while (a.next()) {
            switch (a.type()) {
                case Conntrack.CTA_TUPLE_ORIG -> r.original = r.tuple(a.nested());
                case Conntrack.CTA_TUPLE_REPLY -> r.reply = r.tuple(a.nested());
                case Conntrack.CTA_STATUS -> r.status = a.big32();
                case Conntrack.CTA_TIMEOUT -> r.seconds = a.big32();
                case Conntrack.CTA_MARK -> r.mark = a.big32();
                case Conntrack.CTA_USE -> r.uses = a.big32();
                case Conntrack.CTA_PROTOINFO -> r.state(a.nested());
                case Conntrack.CTA_ID -> r.id = a.big32();
                default -> {}
            }
        }
        if (a.failed() || r.original.isEmpty() || r.reply.isEmpty()) {
            return Optional.empty();
        }
        ConnectionRow row = new ConnectionRow(
                r.id,
                r.protocol,
                r.original.get(),
                r.reply.get(),
                r.status,
                new ConnectionRow.Standing(r.tcpState, r.seconds, 0, r.mark, r.uses));
        return Optional.of(
                header.type() == Conntrack.NEW
                        ? new KernelNotice.ConnectionSet(row)
                        : new KernelNotice.ConnectionGone(row));
    }

    private void state(AttributeReader info) {
        while (info.next()) {
            AttributeReader tcp = info.nested();
            while (info.type() == Conntrack.CTA_PROTOINFO_TCP && tcp.next()) {
                tcpState = tcp.type() == Conntrack.CTA_PROTOINFO_TCP_STATE ? tcp.u8() : tcpState;
            }
        }
    }

    private Optional<Tuple> tuple(AttributeReader a) {
        Optional<IpAddress> from = Optional.empty();
        Optional<IpAddress> to = Optional.empty();
        int fromPort = 0;
        int toPort = 0;
        while (a.next()) {
            AttributeReader inside = a.nested();
            while (inside.next()) {
                if (a.type() == Conntrack.CTA_TUPLE_IP) {
                    switch (inside.type()) {
                        case Conntrack.CTA_IP_V4_SRC, Conntrack.CTA_IP_V6_SRC -> from = inside.ip();
                        case Conntrack.CTA_IP_V4_DST, Conntrack.CTA_IP_V6_DST -> to = inside.ip();
                        default -> {}
                    }
                } else if (a.type() == Conntrack.CTA_TUPLE_PROTO) {
                    switch (inside.type()) {
                        case Conntrack.CTA_PROTO_NUM -> protocol = inside.u8();
                        case Conntrack.CTA_PROTO_SRC_PORT, Conntrack.CTA_PROTO_ICMP_ID, Conntrack.CTA_PROTO_ICMPV6_ID ->
                            fromPort = inside.big16();
                        case Conntrack.CTA_PROTO_DST_PORT -> toPort = inside.big16();
                        case Conntrack.CTA_PROTO_ICMP_TYPE, Conntrack.CTA_PROTO_ICMPV6_TYPE -> toPort = inside.u8();
                        default -> {}
                    }
                }
            }
        }
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Tuple(from.get(), to.get(), fromPort, toPort))
                : Optional.empty();
    }
}
