package dev.pathlight.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sysctls that belong to one device: {@code ipv4.conf.veth0.rp_filter}, {@code ipv6.neigh.eth0.100.…}. A device's
 * name may hold dots; the setting's, behind the last one, does not.
 */
public final class DeviceSysctl {
    private static final Pattern SHAPE = Pattern.compile("((?:ipv[46]|mpls)\\.(?:conf|neigh)\\.)(.+)(\\.[^.]+)");

    private DeviceSysctl() {}

    /** The device that {@code key} is about, or empty: also for "all" and "default", which no device may be called. */
    public static Optional<IfName> device(String key) {
        Matcher m = SHAPE.matcher(key);
        boolean ofOne = m.matches() && !m.group(2).equals("all") && !m.group(2).equals("default");
        return ofOne && IfName.problem(m.group(2)).isEmpty() ? Optional.of(new IfName(m.group(2))) : Optional.empty();
    }

    /** The key for the device under its new name; one about another device stays. */
    public static String renamed(String key, IfName from, IfName to) {
        Matcher m = SHAPE.matcher(key);
        return device(key).equals(Optional.of(from)) && m.matches() ? m.group(1) + to + m.group(3) : key;
    }
}
