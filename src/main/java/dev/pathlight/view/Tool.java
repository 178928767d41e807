package dev.pathlight.view;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a press on the canvas means. */
public enum Tool {
    SELECT(Family.SELECT),
    NODE(Family.NODE),
    NAMESPACE(Family.NAMESPACE),
    ROUTER(Family.NAMESPACE),
    GATEWAY(Family.NAMESPACE),
    CONTAINER(Family.CONTAINER),
    BRIDGE(Family.BRIDGE),
    SWITCH(Family.BRIDGE),
    HUB(Family.BRIDGE),
    LAN(Family.BRIDGE),
    CABLE(Family.CABLE),
    VXLAN(Family.LINK),
    VLAN(Family.LINK),
    MACVLAN(Family.LINK),
    IPVLAN(Family.LINK),
    DUMMY(Family.LINK),
    VRF(Family.LINK),
    IPIP(Family.LINK),
    GRE(Family.LINK),
    SIT(Family.LINK),
    IP6TNL(Family.LINK),
    WIREGUARD(Family.LINK),
    BOND(Family.LINK),
    NOTE(Family.NOTE),
    TEXT(Family.NOTE),
    GROUP(Family.NOTE),
    PING(Family.PING);

    /** Tools that share one place in the palette; the first is shown until another is chosen. */
    public enum Family {
        SELECT,
        NODE,
        NAMESPACE,
        CONTAINER,
        BRIDGE,
        CABLE,
        /** Interfaces of other kinds than a cable's end. */
        LINK,
        NOTE,
        PING;

        public List<Tool> tools() {
            return Arrays.stream(Tool.values()).filter(t -> t.family() == this).toList();
        }

        /** The tool after {@code now}, round and round; the first where {@code now} is another family's. */
        public Tool after(Tool now) {
            List<Tool> tools = tools();
            return tools.get((tools.indexOf(now) + 1) % tools.size());
        }
    }

    private final Family family;

    Tool(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }

    /** Whether a click with it places something; the others need a drag, or act on what is there. */
    public boolean places() {
        return family != Family.SELECT && family != Family.CABLE && family != Family.PING;
    }

    /** Of a tool of {@link Family#LINK}: the kind as files and {@code ip link} have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
