package dev.pathlight.topology;

import java.util.Optional;
import java.util.Set;

/** The sysctls that belong to one device: {@code ipv4.conf.veth0.rp_filter}, {@code ipv6.neigh.veth0.…}. */
public final class DeviceSysctl {
    private static final Set<String> FAMILIES = Set.of("ipv4", "ipv6", "mpls");
    private static final Set<String> SHARED = Set.of("all", "default");
    private static final Set<String> TREES = Set.of("conf", "neigh");

    private DeviceSysctl() {}

    /** The device that {@code key} is about, or empty: also for "all" and "default", which no device may be called. */
    public static Optional<IfName> device(String key) {
        String[] parts = key.split("\\.", 4);
        boolean ofDevice = parts.length == 4 && FAMILIES.contains(parts[0]) && TREES.contains(parts[1]);
        return ofDevice && !SHARED.contains(parts[2]) && IfName.problem(parts[2]).isEmpty()
                ? Optional.of(new IfName(parts[2]))
                : Optional.empty();
    }

    static String renamed(String key, IfName from, IfName to) {
        if (!device(key).equals(Optional.of(from))) {
            return key;
        }
        String[] parts = key.split("\\.", 4);
        return parts[0] + "." + parts[1] + "." + to + "." + parts[3];
    }
}
