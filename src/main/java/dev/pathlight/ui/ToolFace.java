package dev.pathlight.ui;

import dev.pathlight.view.Tool;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/** How each tool is named, drawn and reached by a key. */
final class ToolFace {
    private ToolFace() {}

    /** The letter that chooses a tool; of the rarer interfaces one letter goes through them all. */
    static Optional<KeyCode> key(Tool tool) {
        return switch (tool) {
            case SELECT -> Optional.of(KeyCode.V);
            case NODE -> Optional.of(KeyCode.M);
            case NAMESPACE -> Optional.of(KeyCode.N);
            case ROUTER -> Optional.of(KeyCode.U);
            case GATEWAY -> Optional.of(KeyCode.A);
            case CONTAINER -> Optional.of(KeyCode.O);
            case BRIDGE -> Optional.of(KeyCode.B);
            case SWITCH -> Optional.of(KeyCode.S);
            case HUB -> Optional.of(KeyCode.H);
            case LAN -> Optional.of(KeyCode.L);
            case CABLE -> Optional.of(KeyCode.C);
            case NOTE -> Optional.of(KeyCode.T);
            case TEXT -> Optional.of(KeyCode.W);
            case GROUP -> Optional.of(KeyCode.G);
            case PING -> Optional.of(KeyCode.P);
            case VXLAN, VLAN, MACVLAN, IPVLAN, DUMMY, VRF, IPIP, GRE, SIT, IP6TNL, WIREGUARD, BOND -> Optional.empty();
        };
    }

    /** The letter of the interfaces of other kinds; pressed again it goes on to the next kind. */
    static final KeyCode LINKS = KeyCode.I;

    /** What is written below it; of an interface of another kind the word of {@code ip link}, which is not translated. */
    static Optional<String> phrase(Tool tool) {
        return switch (tool) {
            case SELECT -> Optional.of("tool.select");
            case NODE -> Optional.of("tool.node");
            case NAMESPACE -> Optional.of("tool.namespace");
            case ROUTER -> Optional.of("tool.router");
            case GATEWAY -> Optional.of("tool.gateway");
            case CONTAINER -> Optional.of("tool.container");
            case BRIDGE -> Optional.of("tool.bridge");
            case SWITCH -> Optional.of("tool.switch");
            case HUB -> Optional.of("tool.hub");
            case LAN -> Optional.of("tool.lan");
            case CABLE -> Optional.of("tool.cable");
            case NOTE -> Optional.of("tool.note");
            case TEXT -> Optional.of("tool.text");
            case GROUP -> Optional.of("tool.group");
            case PING -> Optional.of("tool.ping");
            case VXLAN, VLAN, MACVLAN, IPVLAN, DUMMY, VRF, IPIP, GRE, SIT, IP6TNL, WIREGUARD, BOND -> Optional.empty();
        };
    }

    static String longPhrase(Tool tool) {
        return switch (tool) {
            case SELECT -> "tool.select.long";
            case NODE -> "tool.node.long";
            case NAMESPACE -> "tool.namespace.long";
            case ROUTER -> "tool.router.long";
            case GATEWAY -> "tool.gateway.long";
            case CONTAINER -> "tool.container.long";
            case BRIDGE -> "tool.bridge.long";
            case SWITCH -> "tool.switch.long";
            case HUB -> "tool.hub.long";
            case LAN -> "tool.lan.long";
            case CABLE -> "tool.cable.long";
            case NOTE -> "tool.note.long";
            case TEXT -> "tool.text.long";
            case GROUP -> "tool.group.long";
            case PING -> "tool.ping.long";
            case VXLAN, VLAN, MACVLAN, IPVLAN, DUMMY, VRF, IPIP, GRE, SIT, IP6TNL, WIREGUARD, BOND -> "tool.link.long";
        };
    }

    /** The file in {@code icons/}, without its ending. */
    static String icon(Tool tool) {
        return switch (tool) {
            case IPIP, GRE, SIT, IP6TNL -> "tunnel";
            case SELECT,
                    NODE,
                    NAMESPACE,
                    ROUTER,
                    GATEWAY,
                    CONTAINER,
                    BRIDGE,
                    SWITCH,
                    HUB,
                    LAN,
                    CABLE,
                    VXLAN,
                    VLAN,
                    MACVLAN,
                    IPVLAN,
                    DUMMY,
                    VRF,
                    WIREGUARD,
                    BOND,
                    NOTE,
                    TEXT,
                    GROUP,
                    PING -> tool.name().toLowerCase(Locale.ROOT);
        };
    }
}
