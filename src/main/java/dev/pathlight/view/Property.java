package dev.pathlight.view;

import java.util.Optional;

/** What can be changed about a thing in the inspector, and how that is called. */
public enum Property {
    NAME("form.name", "wrong.name"),
    TITLE("form.title", "wrong.title"),
    DESCRIPTION("form.description", "wrong.title"),
    HOST("form.host", "wrong.host"),
    ADDRESSES("form.addresses", "wrong.address"),
    BRIDGE("form.bridge", "wrong.switch"),
    KIND("form.kind", "wrong.switch", Part.KIND),
    VNI("form.vni", "wrong.number", Part.KIND),
    DEVICE("form.device", "wrong.switch", Part.KIND),
    LOCAL("form.local", "wrong.ip", Part.KIND),
    REMOTE("form.remote", "wrong.ip", Part.KIND),
    UDP_PORT("form.udp", "wrong.number", Part.KIND),
    LEARNING("form.learning", "wrong.switch", Part.KIND),
    PEERS("form.peers", "wrong.peer", Part.KIND),
    PARENT("form.parent", "wrong.switch", Part.KIND),
    TAG("form.tag", "wrong.number", Part.KIND),
    MODE("form.mode", "wrong.switch", Part.KIND),
    TABLE("form.table", "wrong.number", Part.KIND),
    LISTEN_PORT("form.listenport", "wrong.number", Part.KIND),
    MEMBERS("form.members", "wrong.switch", Part.KIND),
    MAC("form.mac", "wrong.mac"),
    MTU("form.mtu", "wrong.number"),
    UP("form.up", "wrong.switch"),
    FORWARD("form.forward", "wrong.switch", Part.SPACE),
    FORWARD_V6("form.forwardvsix", "wrong.switch", Part.SPACE),
    STP("form.stp", "wrong.switch"),
    AGEING("form.ageing", "wrong.number"),
    DELAY("form.delay", "wrong.number"),
    PRIORITY("form.priority", "wrong.number"),
    VLAN("form.vlan", "wrong.switch"),
    PVID("form.pvid", "wrong.number"),
    SNOOPING("form.snooping", "wrong.switch"),
    HAIRPIN("form.hairpin", "wrong.switch"),
    TEXT("form.text", "wrong.title"),
    FRAMED("form.framed", "wrong.switch"),
    ROUTES("form.routes", "wrong.route", Part.SPACE),
    MASQUERADE("form.masquerade", "wrong.masquerade", Part.SPACE),
    PUBLISH("form.publish", "wrong.publish", Part.SPACE),
    FILTERS("form.filters", "wrong.filter", Part.SPACE),
    POLICIES("form.policies", "wrong.policy", Part.SPACE),
    SYSCTLS("form.sysctls", "wrong.sysctl", Part.SPACE),
    COMMAND("form.command", "wrong.command"),
    LISTENS("form.listens", "wrong.listens"),
    IMAGE("form.image", "wrong.title"),
    PORTS("form.ports", "wrong.switch"),
    INTERFACES("form.interfaces", "wrong.name", Part.SPACE),
    BRIDGES("form.bridges", "wrong.switch", Part.SPACE),
    CONTAINERS("form.containers", "wrong.name", Part.SPACE),
    NICS("form.nics", "wrong.switch"),
    END_A("form.end", "wrong.name"),
    END_B("form.end", "wrong.name"),
    PLUG_A("form.plug.a", "wrong.switch", Part.CABLE),
    PLUG_B("form.plug.b", "wrong.switch", Part.CABLE),
    LINK_DELAY("form.link.delay", "wrong.decimal", Part.CABLE),
    LINK_JITTER("form.link.jitter", "wrong.decimal", Part.CABLE),
    LINK_LOSS("form.link.loss", "wrong.decimal", Part.CABLE),
    LINK_RATE("form.link.rate", "wrong.decimal", Part.CABLE),
    FLANNEL("form.flannel", "wrong.switch", Part.FLANNEL),
    NETWORK("form.network", "wrong.subnets", Part.FLANNEL),
    SUBNET_LEN("form.subnet.len", "wrong.subnets", Part.FLANNEL),
    SUBNET_MIN("form.subnet.min", "wrong.subnets", Part.FLANNEL),
    SUBNET_MAX("form.subnet.max", "wrong.subnets", Part.FLANNEL),
    BACKEND("form.backend", "wrong.switch", Part.FLANNEL),
    BACKEND_VNI("form.vni", "wrong.number", Part.FLANNEL),
    BACKEND_PORT("form.udp", "wrong.number", Part.FLANNEL),
    CNI_BRIDGE("form.cni.bridge", "wrong.name", Part.FLANNEL),
    CNI_HAIRPIN("form.cni.hairpin", "wrong.switch", Part.FLANNEL),
    CNI_GATEWAY("form.cni.gateway", "wrong.switch", Part.FLANNEL),
    CNI_MASQUERADE("form.cni.masquerade", "wrong.switch", Part.FLANNEL),
    CNI_BRIDGE_MASQUERADE("form.cni.bridgemasquerade", "wrong.switch", Part.FLANNEL),
    CNI_PORTMAP("form.cni.portmap", "wrong.switch", Part.FLANNEL),
    CNI_MTU("form.cni.mtu", "wrong.number", Part.FLANNEL),
    COLOUR("form.colour", "wrong.switch", Part.CANVAS),
    BOX("form.box", "wrong.box", Part.CANVAS),
    HEIGHT("form.height", "wrong.number", Part.CANVAS),
    LOCKED("form.locked", "wrong.switch", Part.CANVAS),
    COLLAPSED("form.collapsed", "wrong.switch", Part.CANVAS);

    /** What a property is about, and so who reads it. */
    enum Part {
        THING,
        SPACE,
        KIND,
        CABLE,
        FLANNEL,
        CANVAS
    }

    private final String phrase;
    private final String mistake;
    private final Part part;

    Property(String phrase, String mistake) {
        this(phrase, mistake, Part.THING);
    }

    Property(String phrase, String mistake, Part part) {
        this.phrase = phrase;
        this.mistake = mistake;
        this.part = part;
    }

    Part part() {
        return part;
    }

    /** The phrase that names it; that of a cable's end takes the place it is in. */
    public String phrase() {
        return phrase;
    }

    /** The phrase that names one of its values; empty where Linux's own word stands for itself. */
    public Optional<String> phrase(String value) {
        return this != COLOUR ? Optional.empty() : Optional.of(MarksForm.phrase(value));
    }

    /** The phrase that says what was wrong with what was typed for it. */
    String mistake() {
        return mistake;
    }
}
