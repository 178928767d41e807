package dev.pathlight.wire;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Reads what bridges and their ports tell of the spanning tree ({@code linux/if_link.h}). */
final class TreeReader {
    private TreeReader() {}

    /** Of IFLA_BR_*, taken one by one. */
    static final class Bridge {
        private String root = "";
        private int port;
        private long cost;
        private long delay;
        private long hello;
        private long maxAge;

        void take(AttributeReader a) {
            switch (a.type()) {
                case IfLink.IFLA_BR_ROOT_ID -> root = bridgeId(a);
                case IfLink.IFLA_BR_ROOT_PORT -> port = a.u16();
                case IfLink.IFLA_BR_ROOT_PATH_COST -> cost = number(a);
                case IfLink.IFLA_BR_FORWARD_DELAY -> delay = number(a);
                case IfLink.IFLA_BR_HELLO_TIME -> hello = number(a);
                case IfLink.IFLA_BR_MAX_AGE -> maxAge = number(a);
                default -> {}
            }
        }

        SpanningTree row() {
            return new SpanningTree(root, port, cost, delay, hello, maxAge);
        }
    }

    /** Of IFLA_BRPORT_*, taken one by one. */
    static final class Port {
        private int priority;
        private long cost;
        private String root = "";
        private String bridge = "";
        private int designated;
        private long designatedCost;
        private long wait;

        void take(AttributeReader a) {
            switch (a.type()) {
                case IfLink.IFLA_BRPORT_PRIORITY -> priority = a.u16();
                case IfLink.IFLA_BRPORT_COST -> cost = number(a);
                case IfLink.IFLA_BRPORT_ROOT_ID -> root = bridgeId(a);
                case IfLink.IFLA_BRPORT_BRIDGE_ID -> bridge = bridgeId(a);
                case IfLink.IFLA_BRPORT_DESIGNATED_PORT -> designated = a.u16();
                case IfLink.IFLA_BRPORT_DESIGNATED_COST -> designatedCost = a.u16();
                case IfLink.IFLA_BRPORT_FORWARD_DELAY_TIMER -> wait = a.u64();
                default -> {}
            }
        }

        PortRow row() {
            return new PortRow(priority, cost, root, bridge, designated, designatedCost, wait);
        }
    }

    private static long number(AttributeReader a) {
        return Integer.toUnsignedLong(a.u32());
    }

    /** struct ifla_bridge_id: two bytes of priority, six of address. */
    static String bridgeId(AttributeReader a) {
        byte[] id = a.payload();
        if (id.length != 8) {
            a.fail("a bridge id in " + id.length + " bytes");
            return "";
        }
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(ByteBuffer.wrap(id).getShort()) + "." + hex.formatHex(id, 2, 8);
    }
}
