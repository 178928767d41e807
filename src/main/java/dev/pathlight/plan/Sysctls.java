package dev.pathlight.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Which sysctls are written when. Keys are names below /proc/sys/net with dots for slashes. */
final class Sysctls {
    static final String IPV6_OFF_BY_DEFAULT = "ipv6.conf.default.disable_ipv6";
    static final String IPV6_OFF = "ipv6.conf.all.disable_ipv6";

    /** How a new device makes its link-local address. */
    static final String IPV6_OWN_ADDRESS = "ipv6.conf.default.addr_gen_mode";

    /** IN6_ADDR_GEN_MODE_NONE of {@code linux/if_link.h}. */
    static final String NO_OWN_ADDRESS = "1";

    /** Its change sets others back (Documentation/networking/ip-sysctl.rst), so it comes before them. */
    private static final String RESETS_OTHERS = "ipv4.ip_forward";

    private Sysctls() {}

    /** Those that name no device, in the order to write them. */
    static Map<String, String> beforeDevices(SortedMap<String, String> drawn) {
        Map<String, String> early = new LinkedHashMap<>();
        String forward = drawn.get(RESETS_OTHERS);
        if (forward != null) {
            early.put(RESETS_OTHERS, forward);
        }
        drawn.forEach((key, value) -> {
            if (!namesDevice(key) && !turnsIpv6Off(key)) {
                early.put(key, value);
            }
        });
        return early;
    }

    /** Those that name a device, which must be there. */
    static Map<String, String> afterDevices(SortedMap<String, String> drawn) {
        Map<String, String> late = new LinkedHashMap<>();
        drawn.forEach((key, value) -> {
            if (namesDevice(key) && !turnsIpv6Off(key)) {
                late.put(key, value);
            }
        });
        return late;
    }

    /**
     * What ends the silence of new links, or what was drawn instead. Writing {@code all} also writes {@code default}
     * ({@code addrconf_disable_ipv6}), so a drawn default comes after it.
     */
    static Map<String, String> ipv6(SortedMap<String, String> drawn) {
        Map<String, String> sysctls = new LinkedHashMap<>();
        boolean staysOff = "1".equals(drawn.get(IPV6_OFF_BY_DEFAULT)) && !drawn.containsKey(IPV6_OFF);
        if (!staysOff) {
            sysctls.put(IPV6_OFF, drawn.getOrDefault(IPV6_OFF, "0"));
        }
        if (drawn.containsKey(IPV6_OFF_BY_DEFAULT)) {
            sysctls.put(IPV6_OFF_BY_DEFAULT, drawn.getOrDefault(IPV6_OFF_BY_DEFAULT, "0"));
        }
        return sysctls;
    }

    private static boolean turnsIpv6Off(String key) {
        return key.equals(IPV6_OFF) || key.equals(IPV6_OFF_BY_DEFAULT);
    }

    /** {@code ipv4.conf.veth0.rp_filter} does; the pseudo devices {@code all} and {@code default} are always there. */
    private static boolean namesDevice(String key) {
        String[] parts = key.split("\\.", 4);
        boolean perDevice = parts.length == 4
                && (parts[0].equals("ipv4") || parts[0].equals("ipv6") || parts[0].equals("mpls"))
                && (parts[1].equals("conf") || parts[1].equals("neigh"));
        return perDevice && !parts[2].equals("all") && !parts[2].equals("default");
    }
}
