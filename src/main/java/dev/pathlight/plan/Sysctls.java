package dev.pathlight.plan;

import dev.pathlight.topology.DeviceSysctl;
import dev.pathlight.topology.IfName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern PER_DEVICE = Pattern.compile("(?:ipv[46]|mpls)\\.(?:conf|neigh)\\.(.+)\\.[^.]+");

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
            if (namesDevice(key) && !turnsIpv6OffAtOne(key)) {
                late.put(key, value);
            }
        });
        return late;
    }

    /**
     * What ends the silence of new links, or what was drawn instead; nothing where they stay silent. Writing {@code all}
     * also writes {@code default} and that of every device ({@code addrconf_disable_ipv6}), so what is drawn for those
     * comes after it; a device that does without IPv6 refuses an address, so it comes before addresses.
     */
    static Map<String, String> ipv6(SortedMap<String, String> drawn) {
        Map<String, String> sysctls = new LinkedHashMap<>();
        boolean silent = "1".equals(drawn.get(IPV6_OFF_BY_DEFAULT)) && !drawn.containsKey(IPV6_OFF);
        if (!silent) {
            sysctls.put(IPV6_OFF, drawn.getOrDefault(IPV6_OFF, "0"));
            if (drawn.containsKey(IPV6_OFF_BY_DEFAULT)) {
                sysctls.put(IPV6_OFF_BY_DEFAULT, drawn.getOrDefault(IPV6_OFF_BY_DEFAULT, "0"));
            }
        }
        drawn.forEach((key, value) -> {
            if (turnsIpv6OffAtOne(key)) {
                sysctls.put(key, value);
            }
        });
        return sysctls;
    }

    /** The key of the pattern that a new device's setting is made from; a key that names no device itself. */
    static String ofDefault(String key) {
        Matcher m = PER_DEVICE.matcher(key);
        return namesDevice(key) && m.matches()
                ? key.substring(0, m.start(1)) + "default" + key.substring(m.end(1))
                : key;
    }

    /** Whether writing {@code written} makes the kernel write {@code key} too (inet_forward_change, addrconf_forward_change). */
    static boolean setsBack(String written, String key) {
        return switch (written) {
            case RESETS_OTHERS, "ipv4.conf.all.forwarding" ->
                key.matches("ipv4\\.conf\\..+\\.(forwarding|accept_redirects)") && !key.equals(written);
            case "ipv6.conf.all.forwarding" -> key.matches("ipv6\\.conf\\..+\\.forwarding") && !key.equals(written);
            default -> false;
        };
    }

    /** The setting that keeps IPv6 off one device. */
    static String ipv6Off(IfName device) {
        return "ipv6.conf." + device + ".disable_ipv6";
    }

    static boolean turnsIpv6OffAtOne(String key) {
        return DeviceSysctl.device(key).filter(d -> key.equals(ipv6Off(d))).isPresent();
    }

    static boolean turnsIpv6Off(String key) {
        return key.equals(IPV6_OFF) || key.equals(IPV6_OFF_BY_DEFAULT);
    }

    /** {@code ipv4.conf.veth0.rp_filter} does; the pseudo devices {@code all} and {@code default} are always there. */
    private static boolean namesDevice(String key) {
        Matcher m = PER_DEVICE.matcher(key);
        return m.matches() && !m.group(1).equals("all") && !m.group(1).equals("default");
    }

    /** The file: dots become slashes, but for those in a device's name, as of {@code eth0.100}. */
    static String path(String key) {
        String plain = key.replace('.', '/');
        Matcher m = PER_DEVICE.matcher(key);
        return m.matches() && IfName.problem(m.group(1)).isEmpty()
                ? plain.substring(0, m.start(1)) + m.group(1) + plain.substring(m.end(1))
                : plain;
    }
}
