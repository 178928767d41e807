package dev.pathlight.view;

/** What can be changed about a thing in the inspector, and how that is called. */
public enum Property {
    NAME("form.name", "wrong.name"),
    TITLE("form.title", "wrong.title"),
    ADDRESSES("form.addresses", "wrong.addresses"),
    MAC("form.mac", "wrong.mac"),
    MTU("form.mtu", "wrong.mtu"),
    UP("form.up", "wrong.switch"),
    FORWARD("form.forward", "wrong.switch"),
    STP("form.stp", "wrong.switch"),
    AGEING("form.ageing", "wrong.ageing"),
    TEXT("form.text", "wrong.title"),
    ROUTES("form.routes", "wrong.route"),
    SYSCTLS("form.sysctls", "wrong.sysctl"),
    PORTS("form.ports", "wrong.switch"),
    INTERFACES("form.interfaces", "wrong.switch"),
    BRIDGES("form.bridges", "wrong.switch"),
    ENDS("form.ends", "wrong.switch");

    private final String phrase;
    private final String mistake;

    Property(String phrase, String mistake) {
        this.phrase = phrase;
        this.mistake = mistake;
    }

    /** The phrase that names it. */
    public String phrase() {
        return phrase;
    }

    /** The phrase that says what was wrong with what was typed for it. */
    String mistake() {
        return mistake;
    }
}
