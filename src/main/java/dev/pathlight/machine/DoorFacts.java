package dev.pathlight.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What a host says about namespaces. A number is empty where this kernel has no such switch.
 *
 * @param maxUserNamespaces user.max_user_namespaces
 * @param maxNetNamespaces user.max_net_namespaces
 * @param unprivilegedClone kernel.unprivileged_userns_clone (Debian and Ubuntu kernels)
 * @param appArmorRestricts kernel.apparmor_restrict_unprivileged_userns (Ubuntu 23.10 and later)
 * @param linux whether this is Linux at all
 */
record DoorFacts(
        OptionalLong maxUserNamespaces,
        OptionalLong maxNetNamespaces,
        OptionalLong unprivilegedClone,
        OptionalLong appArmorRestricts,
        boolean linux) {
    /** Asks the running host. */
    static DoorFacts ofThisHost() {
        return new DoorFacts(
                number("/proc/sys/user/max_user_namespaces"),
                number("/proc/sys/user/max_net_namespaces"),
                number("/proc/sys/kernel/unprivileged_userns_clone"),
                number("/proc/sys/kernel/apparmor_restrict_unprivileged_userns"),
                System.getProperty("os.name", "").equals("Linux"));
    }

    private static OptionalLong number(String file) {
        try {
            return OptionalLong.of(Long.parseLong(
                    Files.readString(Path.of(file), StandardCharsets.US_ASCII).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
