package dev.pathlight.view;

/** What can be changed about a thing in the inspector, and how that is called. */
public enum Property {
    NAME("form.name", "wrong.name"),
    TITLE("form.title", "wrong.title"),
    ADDRESSES("form.addresses", "wrong.address"),
    BRIDGE("form.bridge", "wrong.switch"),
    MAC("form.mac", "wrong.mac"),
    MTU("form.mtu", "wrong.number"),
    UP("form.up", "wrong.switch"),
    FORWARD("form.forward", "wrong.switch"),
    FORWARD_V6("form.forwardvsix", "wrong.switch"),
    STP("form.stp", "wrong.switch"),
    AGEING("form.ageing", "wrong.number"),
    DELAY("form.delay", "wrong.number"),
    PRIORITY("form.priority", "wrong.number"),
    VLAN("form.vlan", "wrong.switch"),
    PVID("form.pvid", "wrong.number"),
    SNOOPING("form.snooping", "wrong.switch"),
    HAIRPIN("form.hairpin", "wrong.switch"),
    TEXT("form.text", "wrong.title"),
    ROUTES("form.routes", "wrong.route"),
    MASQUERADE("form.masquerade", "wrong.masquerade"),
    PUBLISH("form.publish", "wrong.publish"),
    FILTERS("form.filters", "wrong.filter"),
    POLICIES("form.policies", "wrong.policy"),
    SYSCTLS("form.sysctls", "wrong.sysctl"),
    COMMAND("form.command", "wrong.command"),
    LISTENS("form.listens", "wrong.listens"),
    PORTS("form.ports", "wrong.switch"),
    INTERFACES("form.interfaces", "wrong.switch"),
    BRIDGES("form.bridges", "wrong.switch"),
    CONTAINERS("form.containers", "wrong.switch"),
    END_A("form.end", "wrong.name"),
    END_B("form.end", "wrong.name");

    private final String phrase;
    private final String mistake;

    Property(String phrase, String mistake) {
        this.phrase = phrase;
        this.mistake = mistake;
    }

    /** The phrase that names it; that of a cable's end takes the place it is in. */
    public String phrase() {
        return phrase;
    }

    /** The phrase that says what was wrong with what was typed for it. */
    String mistake() {
        return mistake;
    }
}
